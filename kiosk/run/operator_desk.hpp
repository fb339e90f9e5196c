// Carries out what an operator says, and remembers it over a restart.
#pragma once

#include <filesystem>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>

#include "command/command.hpp"
#include "command/command_file.hpp"
#include "command/overrides.hpp"
#include "control/reply.hpp"

namespace kiosk {

/// What commands ask of the rest of the program.
struct DeskCalls {
    std::function<void(std::function<void(std::string)> const& answer)> status;  ///< may answer aside: disks are asked
    std::function<std::string()> explain;
    std::function<void()> reload;
    std::function<Reply(std::string const&)> screenshot;  ///< the file as the operator named it; may be empty
    std::function<std::vector<std::string>()> slides;    ///< that could be held now
    std::function<void(std::string const&)> say;         ///< a line for the log; for any thread
    std::function<void(std::function<void()>)> aside = {};  ///< does it soon, in order, without holding up the loop; none: at once
};

class OperatorDesk {
public:
    /// `memory`: the file in which commands outlast a restart; empty: they do not (a rehearsal's never do).
    /// If it cannot be read now, it is tried again before the first command.
    OperatorDesk(std::filesystem::path memory, DeskCalls calls);

    /// One line of the command language, given at `t`. `schedule`: as its sources say, without commands. It has its effect
    /// when this returns. `answer` is called once, aside if a disk must be waited for: what is answered without a word
    /// about the memory outlasts whatever happens next.
    void carry_out(std::string_view line, std::string_view way_in, Instant t, Schedule const& schedule, std::function<void(Reply)> const& answer);

    /// What stands in a file of commands, at `t`; what no longer does is taken back. Returns what is wrong with it.
    std::vector<Problem> follow_file(std::vector<FileCommand> const& lines, Instant t, Schedule const& schedule);

    /// The clock was set by `step`: what was said for a time since this desk is open lasts as long as it was meant to.
    void clock_was_set(seconds step);

    Overrides const& overrides() const { return overrides_; }

private:
    Reply answer(PlainCommand command, Instant t, Schedule const& schedule) const;
    Reply effect_of(Outcome<Command> const& parsed, std::string_view way_in, Instant t, Schedule const& schedule);
    void recall();
    bool is_other_trouble(std::string const& trouble);
    void remember(std::function<void(std::string const& trouble)> const& done = {});

    std::filesystem::path memory_;
    DeskCalls calls_;
    Overrides overrides_;
    int first_number_ = 1;  // of the commands that were given here, not remembered
    bool is_recalled_ = false;
    bool is_unkept_ = false;     ///< the memory does not know the last command yet
    std::mutex mutex_;
    std::string trouble_;  ///< with the memory; said once; under the mutex
};

}  // namespace kiosk
