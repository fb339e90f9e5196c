// A schedule as a table for spreadsheets, with the columns of c3voc's voctosched.
#pragma once

#include <string>

#include "schedule/schedule.hpp"

namespace kiosk {

/// A header and a line a session, by start; lines end in CR LF. Date, Start and End are wall time at
/// the venue, Day counts from 1 and has the hours after midnight of the day before. Several rooms,
/// speakers ("id:name") and affiliations stand between bars; no room means all. Cells that
/// spreadsheets would take for formulas begin with an apostrophe. Facts of the event have no place in it.
/// Range: any; no sessions give the header alone. Source: RFC 4180.
std::string to_csv(Schedule const& schedule);

}  // namespace kiosk
