// Commands that say something, without changing the programme.
#include "command/said.hpp"

#include <algorithm>

#include "command/targets.hpp"

namespace kiosk {
namespace {

Announcement posted(Override const& entry, Announcement::Form form, std::string head, std::string text,
                    std::vector<std::string> rooms) {
    Announcement announcement;
    announcement.form = form;
    announcement.head = std::move(head);
    announcement.text = std::move(text);
    announcement.rooms = std::move(rooms);
    announcement.from = TimeArgument{entry.at, {}, {}};
    announcement.until = TimeArgument{entry.expires, {}, {}};
    return announcement;
}

/// Empty: the command is none of an emergency.
std::optional<Announcement> emergency_of(Override const& entry) {
    constexpr auto form = Announcement::Form::emergency;
    if (auto const* emergency = std::get_if<EmergencyCommand>(&entry.command)) {
        auto announcement = posted(entry, form, emergency->head, emergency->text, emergency->rooms);
        announcement.state = emergency->state;
        return announcement;
    }
    if (auto const* lifted = std::get_if<LiftedCommand>(&entry.command)) {
        auto announcement = posted(entry, form, {}, lifted->text, lifted->rooms);
        announcement.state = AnnouncementState::lifted;
        return announcement;
    }
    return {};
}

/// Those of `rooms` that a later emergency is not about.
std::vector<std::string> without(std::vector<std::string> rooms, std::vector<RoomId> const& others) {
    std::erase_if(rooms, [&](std::string const& room) {
        return std::find(others.begin(), others.end(), room_id_of(room)) != others.end();
    });
    return rooms;
}

/// From the latest back: each hides the earlier ones in its rooms, even when its own time is over.
void add_emergencies(std::vector<Announcement>& announcements, Overrides const& overrides, Instant t) {
    std::vector<Announcement> found;
    std::vector<RoomId> decided;
    for (auto entry = overrides.entries.rbegin(); entry != overrides.entries.rend(); ++entry) {
        auto emergency = entry->undone || entry->at > t ? std::nullopt : emergency_of(*entry);
        if (!emergency) continue;
        auto const rooms = room_ids_of(emergency->rooms);
        bool const is_everywhere = rooms.empty();
        emergency->rooms = without(std::move(emergency->rooms), decided);
        bool const is_replaced = !is_everywhere && emergency->rooms.empty();
        if (entry->is_in_force(t) && !is_replaced) found.push_back(std::move(*emergency));
        if (is_everywhere) break;
        decided.insert(decided.end(), rooms.begin(), rooms.end());
    }
    announcements.insert(announcements.end(), found.rbegin(), found.rend());
}

}  // namespace

std::vector<Announcement> announcements_at(Overrides const& overrides, Instant t) {
    std::vector<Announcement> announcements;
    for (auto const& entry : overrides.entries) {
        auto const* announce = std::get_if<AnnounceCommand>(&entry.command);
        if (announce && entry.is_in_force(t))
            announcements.push_back(
                posted(entry, announce->form, announce->head, announce->text, announce->rooms));
    }
    add_emergencies(announcements, overrides, t);
    return announcements;
}

std::vector<FullNote> full_rooms_at(Overrides const& overrides, Instant t) {
    std::vector<FullNote> notes;
    for (auto const& entry : overrides.entries) {
        auto const* full = std::get_if<FullCommand>(&entry.command);
        if (!full || !entry.is_in_force(t)) continue;
        std::erase_if(
            notes, [&](FullNote const& note) { return room_ids_of(note.rooms) == room_ids_of(full->rooms); });
        notes.push_back({full->rooms, full->text, {entry.at, entry.expires}});
    }
    return notes;
}

std::optional<Hold> hold_at(Overrides const& overrides, Instant t) {
    std::optional<Hold> hold;
    for (auto const& entry : overrides.entries)
        if (auto const* command = std::get_if<HoldCommand>(&entry.command); command && entry.is_in_force(t))
            hold = Hold{command->slide, {entry.at, entry.expires}};
    return hold;
}

}  // namespace kiosk
