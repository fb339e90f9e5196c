// How a delay goes through a day: what begins later, and which pause takes the delay up.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "command/notes.hpp"
#include "command/working_plan.hpp"

namespace kiosk {

/// "From then on, these rooms are as late as that, measured against the plan."
struct Lateness {
    Instant at;                          ///< when it was said
    Instant from;                        ///< from when on it holds
    seconds late{0};                     ///< negative: early; 0: on time
    std::vector<RoomId> rooms;           ///< none: every room
    std::optional<std::size_t> running;  ///< the one session on then that ends later; empty: all do
    Instant until = end_of_time;         ///< notes are not shown any more
};

/// Moves what has not ended at `from` on its logical day, in the order of the plan:
/// - What is on keeps its start and ends later; what follows begins and ends later.
/// - A pause behind that is shortened, to 5 minutes (meals and social events: 30) or its own length if
///   that is less; a hole in the plan likewise, to 5 minutes. After them the rest is less late or on time.
/// - While something is on elsewhere, a room that is empty, and for more than an hour, begins on time.
/// - Who is early waits: a pause or a hole lasts until what follows begins as planned.
/// - A pause beside other items of its room, such as a registration desk, stays as it is.
/// - A delay of some rooms does not move what is in every room: a pause takes up their lateness without
///   being shortened for the others, anything else begins on time and ends the lateness.
/// Nothing begins before `from` that had not begun. Returns a note for each group of rooms that are late.
std::vector<DelayNote> make_late(WorkingPlan& plan, Lateness const& lateness);

}  // namespace kiosk
