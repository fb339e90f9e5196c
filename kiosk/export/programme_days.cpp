#include "export/programme_days.hpp"

#include "schedule/ends.hpp"
#include "schedule/person_name.hpp"

namespace kiosk {

std::map<Day, RoomSessions> sessions_by_day(Schedule const& schedule) {
    std::string const everywhere = schedule.event().room.empty() ? "All rooms" : schedule.event().room;
    std::map<Day, RoomSessions> days;
    for (Session const& session : schedule.sessions()) {
        auto const& room = session.rooms.empty() ? everywhere : schedule.room(session.rooms.front()).name;
        days[logical_day(session.when.begin, schedule.zone())][room].push_back(&session);
    }
    return days;
}

std::string to_hours_and_minutes(minutes length, int hour_digits) {
    std::string text;
    auto const hour = length.count() / 60;
    if (hour >= 0 && hour < 10 && hour_digits == 1) text += static_cast<char>('0' + hour);
    else append_two_digits(text, hour);
    text += ':';
    append_two_digits(text, length.count() % 60);
    return text;
}

std::string start_clock(Session const& session, Zone const& zone) {
    auto const wall = zone.to_wall(session.when.begin);
    return to_hours_and_minutes(std::chrono::duration_cast<minutes>(wall - date::floor<date::days>(wall)), 2);
}

std::string acronym_of(EventFacts const& event) {
    for (auto const* text : {&event.series, &event.name})
        if (auto acronym = slug(*text); !acronym.empty()) return acronym;
    return "event";
}

}  // namespace kiosk
