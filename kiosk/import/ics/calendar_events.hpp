// VEVENTs of a calendar, and what is left of them when series and newer versions are resolved.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/problem.hpp"
#include "import/ics/content_lines.hpp"
#include "import/ics/times.hpp"
#include "import/ics/zones.hpp"
#include "schedule/draft.hpp"

namespace kiosk {

/// A time that is placed: an instant where the calendar tells one, else wall time at the venue.
struct PlacedTime {
    CalendarTime written;
    DraftTime time;
    friend bool operator==(PlacedTime const&, PlacedTime const&) = default;
};

/// One VEVENT. Its texts stay in `lines` until somebody wants them.
struct CalendarEvent {
    std::span<ContentLine const> lines;  ///< without those of nested components; of CalendarParts::lines
    int line = 0;                    ///< of BEGIN:VEVENT
    std::string_view uid;
    long sequence = 0;
    std::optional<PlacedTime> start, end, recurrence_id;
    std::optional<seconds> length;
    bool in_series = false;  ///< an occurrence of a rule; its id needs the start

    /// The first property of that name; null: none.
    ContentLine const* find(std::string_view upper_name) const;
};

/// What the file holds, by component.
struct CalendarParts {
    std::vector<ContentLine> lines;  ///< those of an event stand together
    std::vector<ContentLine> facts;  ///< properties of the calendar itself
    std::vector<CalendarEvent> events;
    std::size_t events_left_out = 0;  ///< beyond most_sessions
    CalendarZones zones;
    bool complete = false;  ///< END:VCALENDAR was there
};
CalendarParts take_apart(std::vector<ContentLine> lines);

/// Places times, keeps the newest versions, unfolds series. In the order of the file.
/// Problems: `date-impossible`, `start-missing`, `time-zone-unknown`, `zone-definition-missing`,
/// `clock-change`, `recurrence-invalid`, `recurrence-limited`, `duplicate-id`.
std::vector<CalendarEvent> resolve_events(CalendarParts& parts, std::string const& file, std::vector<Problem>& problems);

}  // namespace kiosk
