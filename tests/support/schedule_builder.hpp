// Schedules for tests, a line a session.
#pragma once

#include <string>

#include "schedule/schedule.hpp"

namespace kiosk {

/// 16 December 2023, a Saturday, at UTC unless a zone is given.
class ScheduleBuilder {
public:
    explicit ScheduleBuilder(std::string_view zone = "UTC") : zone_(*Zone::named(zone).value) {
        draft.event.name = "ML for Systems";
        draft.event.zone_name = zone;
        draft.event.first_day = day(0);
    }

    static Day day(int offset) { return *parse_day("2023-12-16") + date::days{offset}; }
    static WallTime wall(std::string_view clock, int day_offset = 0) {
        return WallTime{day(day_offset)} + *parse_time_argument(clock)->time_of_day;
    }
    Instant at(std::string_view clock, int day_offset = 0) const { return zone_.to_instant(wall(clock, day_offset)); }

    /// `end` empty: not stated. Returns the row for further changes; valid until the next call.
    DraftSession& add(Kind kind, std::string_view start, std::string_view end, std::string title, int day_offset = 0) {
        DraftSession row;
        row.kind = kind;
        row.title = std::move(title);
        row.start = wall(start, day_offset);
        if (!end.empty()) row.end = wall(end, day_offset);
        row.origin = {"schedule.html", static_cast<int>(draft.sessions.size()) + 1, {}};
        draft.sessions.push_back(std::move(row));
        return draft.sessions.back();
    }

    static DraftPerson person(std::string name, std::string affiliation = {}, std::string biography = {}) {
        DraftPerson person;
        person.name = std::move(name);
        person.affiliation = std::move(affiliation);
        person.biography = std::move(biography);
        return person;
    }

    Outcome<Schedule> validated() const { return Schedule::validate(draft, zone_); }
    Schedule build() const { return *validated().value; }

    ScheduleDraft draft;

private:
    Zone zone_;
};

}  // namespace kiosk
