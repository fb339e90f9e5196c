// Commands that change the programme, done one after the other. For adjusted.cpp.
#pragma once

#include <optional>
#include <vector>

#include "base/problem.hpp"
#include "command/lateness.hpp"
#include "command/overrides.hpp"
#include "command/working_plan.hpp"

namespace kiosk {

/// Whether a command is about sessions and their times.
bool changes_programme(Command const& command);

class ProgrammeChanges {
public:
    /// The schedule must outlive it.
    explicit ProgrammeChanges(Schedule const& schedule) : plan_(schedule) {}

    /// Problems: a warning `command-target`, and no change, if a session of it is gone.
    void add(Override const& entry);

    std::optional<Schedule> changed() const { return plan_.changed(); }
    /// Equal ones of several rooms are one.
    std::vector<DelayNote> delays() const;
    std::vector<Problem> const& problems() const { return problems_; }

private:
    /// Indices of the entry's targets, in its order. Empty: one of them is gone, and that is reported.
    std::optional<std::vector<std::size_t>> targets_of(Override const& entry);
    void delay(Override const& entry, DelayCommand const& command);
    void extend(Override const& entry, ExtendCommand const& command, std::vector<std::size_t> const& targets);
    void begin_next(Override const& entry, std::vector<std::size_t> const& targets);
    void cancel(Override const& entry, std::vector<std::size_t> const& targets);
    void move(Override const& entry, MoveCommand const& command, std::vector<std::size_t> const& targets);
    void state_lateness(Lateness const& lateness);

    WorkingPlan plan_;
    std::vector<DelayNote> delays_;  // of one room each
    std::vector<Problem> problems_;
};

}  // namespace kiosk
