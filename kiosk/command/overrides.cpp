// The commands that were given: adding, taking back, dropping what is long over.
#include "command/overrides.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.hpp"
#include "command/adjusted.hpp"
#include "command/command_file.hpp"
#include "command/resolution.hpp"

namespace kiosk {
namespace {

constexpr hours kept_after{48};
using Group = ClearCommand::Group;

Outcome<Overrides> refused(std::string message, std::string hint) {
    return {{}, {{Severity::error, "command-target", std::move(message), std::move(hint), {}}}};
}

Group group_of(Command const& command) {
    if (std::holds_alternative<AnnounceCommand>(command) || std::holds_alternative<FullCommand>(command))
        return Group::announcements;
    if (std::holds_alternative<EmergencyCommand>(command) || std::holds_alternative<LiftedCommand>(command))
        return Group::emergency;
    if (std::holds_alternative<HoldCommand>(command)) return Group::hold;
    bool const is_delay = std::holds_alternative<DelayCommand>(command) ||
                          std::holds_alternative<ExtendCommand>(command) ||
                          std::holds_alternative<NextCommand>(command);
    return is_delay ? Group::delay : Group::all;
}

bool lasts_a_while(Command const& command) {
    auto const group = group_of(command);
    return group == Group::announcements || group == Group::emergency || group == Group::hold;
}

/// Not over at `at`. A command of a later time counts: the clock may have been set back since.
bool has_effect(Override const& entry, Instant at) { return !entry.undone && at < entry.expires; }

Outcome<Overrides> clear(Overrides overrides, Group group, Instant at) {
    int cleared = 0;
    for (auto& entry : overrides.entries) {
        if (!has_effect(entry, at) || (group != Group::all && group_of(entry.command) != group)) continue;
        entry.undone = true;
        ++cleared;
    }
    if (cleared == 0)
        return {std::move(overrides),
                {{Severity::note, "command-target", "there was nothing to clear", "see: list", {}}}};
    return {std::move(overrides), {}};
}

Outcome<Overrides> undo(Overrides overrides, std::optional<int> number, Instant at) {
    auto& entries = overrides.entries;
    auto const found = std::find_if(entries.rbegin(), entries.rend(), [&](Override const& entry) {
        return number ? entry.number == *number : has_effect(entry, at);
    });
    if (found == entries.rend())
        return refused(number ? fmt::format("there is no command {}", *number) : "there is nothing to undo",
                       "see: list");
    if (found->undone)
        return refused(fmt::format("command {} is undone already", found->number), "see: list");
    found->undone = true;
    return {std::move(overrides), {}};
}

/// What stands in a file is known for as long as it stands there: else it would be given again.
bool is_of_file(Override const& entry) { return entry.way_in.starts_with(way_of_file); }

/// A display that is told something every few minutes for days need not remember all of it. The oldest go, but for those that are
/// over and yet count: a drill that is over hides an emergency that was said before it, as long as that lasts.
void drop_past(std::vector<Override>& entries, Instant at) {
    auto const is_past = [&](Override const& entry) { return !has_effect(entry, at) && !is_of_file(entry); };
    auto const past = static_cast<std::size_t>(std::count_if(entries.begin(), entries.end(), is_past));
    auto too_many = past - std::min(past, most_past_overrides);
    bool hides_nothing = true;
    std::erase_if(entries, [&](Override const& entry) {
        hides_nothing = hides_nothing && !has_effect(entry, at);
        bool const goes = too_many > 0 && is_past(entry) && (entry.undone || hides_nothing);
        too_many -= goes ? 1 : 0;
        return goes;
    });
}

void drop_old(std::vector<Override>& entries, Instant at) {
    std::erase_if(entries, [&](Override const& entry) { return !is_of_file(entry) && std::max(entry.at, entry.expires) + kept_after < at; });
    drop_past(entries, at);
    while (entries.size() > most_overrides) {
        auto const over = std::find_if(entries.begin(), entries.end(),
                                       [&](Override const& entry) { return !has_effect(entry, at); });
        entries.erase(over == entries.end() ? entries.begin() : over);
    }
}

bool only_asks(Command const& command) {
    return std::holds_alternative<PlainCommand>(command) ||
           std::holds_alternative<ScreenshotCommand>(command);
}

}  // namespace

Outcome<Overrides> apply(Overrides overrides, Command const& command, Instant at, std::string_view way_in,
                         Schedule const& schedule) {
    if (only_asks(command)) return {std::move(overrides), {}};
    at = std::chrono::floor<seconds>(at);
    if (auto const* taken_back = std::get_if<UndoCommand>(&command))
        return undo(std::move(overrides), taken_back->number, at);
    if (auto const* cleared = std::get_if<ClearCommand>(&command))
        return clear(std::move(overrides), cleared->group, at);

    auto const now = adjust(schedule, overrides, at);
    Override entry{overrides.next_number, at, clean_line(way_in), command, at, false, {}};
    auto resolved = resolve(std::move(entry), overrides, schedule, now.schedule ? *now.schedule : schedule);
    if (!resolved.value) return {{}, std::move(resolved.problems)};
    overrides.entries.push_back(std::move(*resolved.value));
    ++overrides.next_number;
    drop_old(overrides.entries, at);
    return {std::move(overrides), std::move(resolved.problems)};
}

Overrides with_clock_step(Overrides overrides, seconds step, int first) {
    for (auto& entry : overrides.entries) {
        if (entry.number < first) continue;
        entry.at += step;
        if (lasts_a_while(entry.command)) entry.expires += step;
    }
    return overrides;
}

}  // namespace kiosk
