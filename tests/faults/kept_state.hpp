// What a display keeps on disk, as its tests start with it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <unistd.h>

#include "command/operator.hpp"
#include "io/good_copies.hpp"
#include "run/operator_desk.hpp"
#include "support/temporary_folder.hpp"

namespace kiosk {

/// A place for tests that write so much that a real disk would take minutes; none of them is about the disk. In
/// memory, if the machine has such a folder.
inline std::filesystem::path quick_folder() {
    std::filesystem::path const in_memory = "/dev/shm";
    return ::access(in_memory.c_str(), W_OK) == 0 ? in_memory : std::filesystem::canonical(std::filesystem::temp_directory_path());
}

inline std::vector<std::string> to_lines(std::vector<Problem> const& problems) {
    std::vector<std::string> lines;
    for (auto const& problem : problems) lines.push_back(to_line(problem));
    return lines;
}

/// A start of the program, as far as its copies are concerned.
struct KeptState {
    std::vector<Problem> problems;
    StateFolder state;
    GoodCopies copies;
    explicit KeptState(std::filesystem::path const& folder)
        : state(StateFolder::open({folder / "state"}, problems)), copies(state) {}
};

/// The same for the commands, at 9:10 on conference_day().
class KeptDesk {
public:
    explicit KeptDesk(std::filesystem::path const& folder) : desk_(memory_in(folder), calls()) { schedule(); }
    static std::filesystem::path memory_in(std::filesystem::path const& folder) { return folder / "commands.txt"; }

    std::vector<std::string> said;  ///< without the commands themselves
    Reply tell(std::string const& line) {
        Reply reply;
        desk_.carry_out(line, "ctl", day().at("9:10"), schedule(), [&](Reply answer) { reply = std::move(answer); });
        return reply;
    }
    Overrides const& overrides() const { return desk_.overrides(); }
    /// Each with a "-" if it was taken back, else a "+".
    std::string commands() const {
        std::string text;
        for (auto const& entry : overrides().entries) text += (entry.undone ? " -" : " +") + to_line(entry.command);
        return text;
    }

private:
    static ScheduleBuilder const& day() {
        static auto const day = conference_day();
        return day;
    }
    static Schedule const& schedule() {
        static auto const schedule = day().build();
        return schedule;
    }
    DeskCalls calls() {
        DeskCalls calls;
        calls.say = [this](std::string const& line) {
            if (!line.starts_with("operator (")) said.push_back(line);
        };
        return calls;
    }

    OperatorDesk desk_;
};

}  // namespace kiosk
