// Commands that change the programme, done one after the other.
#include "command/programme_changes.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "command/targets.hpp"

namespace kiosk {

bool changes_programme(Command const& command) {
    return std::holds_alternative<DelayCommand>(command) || std::holds_alternative<ExtendCommand>(command) ||
           std::holds_alternative<CancelCommand>(command) || std::holds_alternative<MoveCommand>(command) ||
           std::holds_alternative<RetitleCommand>(command) || std::holds_alternative<NextCommand>(command);
}

void ProgrammeChanges::add(Override const& entry) {
    auto const targets = targets_of(entry);
    if (!targets) return;
    auto const& command = entry.command;
    if (auto const* delayed = std::get_if<DelayCommand>(&command)) delay(entry, *delayed);
    if (auto const* extended = std::get_if<ExtendCommand>(&command)) extend(entry, *extended, *targets);
    if (std::holds_alternative<NextCommand>(command)) begin_next(entry, *targets);
    if (std::holds_alternative<CancelCommand>(command)) cancel(entry, *targets);
    if (auto const* moved = std::get_if<MoveCommand>(&command)) move(entry, *moved, *targets);
    if (auto const* retitled = std::get_if<RetitleCommand>(&command))
        for (auto const i : *targets) plan_.retitle(i, retitled->title, entry.at);
}

std::optional<std::vector<std::size_t>> ProgrammeChanges::targets_of(Override const& entry) {
    std::vector<std::size_t> found;
    for (auto const& target : entry.targets) {
        auto const i = find_target(plan_.schedule(), target);
        if (!i) {
            auto const wall = to_iso(plan_.schedule().zone().to_wall(target.start)).substr(0, 16);
            problems_.push_back(
                {Severity::warning,
                 "command-target",
                 fmt::format(
                     "command {} ({}) has no effect: the schedule has no session \"{}\" at {} any more",
                     entry.number, to_line(entry.command), target.title, wall),
                 fmt::format("take it back with: undo {}", entry.number),
                 {}});
            return {};
        }
        found.push_back(*i);
    }
    return found;
}

void ProgrammeChanges::delay(Override const& entry, DelayCommand const& command) {
    auto const from = command.from && command.from->instant ? *command.from->instant : entry.at;
    state_lateness({entry.at, from, command.late, room_ids_of(command.rooms), {}, entry.expires});
}

void ProgrammeChanges::extend(Override const& entry, ExtendCommand const& command,
                              std::vector<std::size_t> const& targets) {
    for (auto const i : targets) {
        auto const& session = plan_[i];
        auto const end = session.when.end + command.by;
        auto const late = std::chrono::floor<seconds>(end - session.planned.end);
        state_lateness({entry.at, entry.at, late, session.rooms, i, entry.expires});
    }
}

void ProgrammeChanges::begin_next(Override const& entry, std::vector<std::size_t> const& targets) {
    for (std::size_t k = 0; k < targets.size(); ++k) {
        auto const when = plan_[targets[k]].when;
        bool const is_successor = entry.targets[k].part == TargetSession::Part::successor;
        if (is_successor && when.begin > entry.at) plan_.retime(targets[k], {entry.at, when.end}, entry.at);
        if (!is_successor && when.contains(entry.at))
            plan_.retime(targets[k], {when.begin, entry.at}, entry.at);
    }
    plan_.fit_blocks(entry.at);
}

void ProgrammeChanges::cancel(Override const& entry, std::vector<std::size_t> const& targets) {
    for (auto const target : targets)
        for (auto const i : plan_.with_parts(target)) plan_.cancel(i, entry.at);
}

void ProgrammeChanges::move(Override const& entry, MoveCommand const& command,
                            std::vector<std::size_t> const& targets) {
    for (auto const target : targets) {
        auto const start = plan_[target].planned.begin;
        for (auto const i : plan_.with_parts(target)) {
            if (command.to && command.to->instant)
                plan_.move_to(i, plan_[i].planned.begin + (*command.to->instant - start), entry.at);
            if (!command.rooms.empty()) plan_.move_into(i, command.rooms, entry.at);
        }
    }
}

void ProgrammeChanges::state_lateness(Lateness const& lateness) {
    auto const is_replaced = [&](DelayNote const& note) {
        bool const is_everywhere = note.rooms.empty() || lateness.rooms.empty();
        return is_everywhere || std::find(lateness.rooms.begin(), lateness.rooms.end(), note.rooms.front()) !=
                                    lateness.rooms.end();
    };
    std::erase_if(delays_, is_replaced);
    auto notes = make_late(plan_, lateness);
    delays_.insert(delays_.end(), notes.begin(), notes.end());
}

std::vector<DelayNote> ProgrammeChanges::delays() const {
    std::vector<DelayNote> joined;
    for (auto const& note : delays_) {
        auto const is_alike = [&](DelayNote other) {
            other.rooms = note.rooms;
            return other == note;
        };
        auto const same = std::find_if(joined.begin(), joined.end(), is_alike);
        if (same == joined.end())
            joined.push_back(note);
        else
            same->rooms.insert(same->rooms.end(), note.rooms.begin(), note.rooms.end());
    }
    auto const every = plan_.schedule().rooms().size();
    for (auto& note : joined)
        if (note.rooms.size() == every) note.rooms.clear();
    return joined;
}

}  // namespace kiosk
