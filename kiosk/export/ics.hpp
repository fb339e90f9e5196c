// A schedule as a calendar that people's telephones can subscribe to.
#pragma once

#include <string>

#include "schedule/schedule.hpp"

namespace kiosk {

/// One VEVENT a session, times in UTC, the venue's zone in X-WR-TIMEZONE (floating where no zone is
/// known); rooms in LOCATION, people as ATTENDEE (who leads with
/// ROLE=CHAIR), links as ATTACH, kind and track in CATEGORIES. UIDs are the
/// sessions' ids; DTSTAMP is the start, so that equal schedules give equal bytes. Source: RFC 5545.
std::string to_ics(Schedule const& schedule);

}  // namespace kiosk
