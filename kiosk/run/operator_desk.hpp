// Carries out what an operator says, and remembers it over a restart.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "command/overrides.hpp"
#include "control/reply.hpp"

namespace kiosk {

/// What commands ask of the rest of the program.
struct DeskCalls {
    std::function<std::string()> status, explain;
    std::function<void()> reload;
    std::function<void(std::string const&)> screenshot;  ///< the file as the operator named it; may be empty
    std::function<void(std::string const&)> say;         ///< a line for the log
};

class OperatorDesk {
public:
    /// `memory`: the file in which commands outlast a restart; empty: they do not (a rehearsal's never do).
    /// If it cannot be read now, it is tried again before the first command.
    OperatorDesk(std::filesystem::path memory, DeskCalls calls);

    /// One line of the command language, given at `t`. `schedule`: as its sources say, without commands.
    /// What is answered without a word about the memory outlasts whatever happens next.
    Reply carry_out(std::string_view line, std::string_view way_in, Instant t, Schedule const& schedule);

    Overrides const& overrides() const { return overrides_; }

private:
    Reply answer(PlainCommand command, Instant t, Schedule const& schedule) const;
    void recall();
    std::string remember();

    std::filesystem::path memory_;
    DeskCalls calls_;
    Overrides overrides_;
    bool is_recalled_ = false;
    std::string trouble_;  ///< with the memory; said once
};

}  // namespace kiosk
