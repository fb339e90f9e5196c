// Rooms, venues and hours in running text: "…, Convention Center, 9:00AM-5:00PM, Room 211-213".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "import/clock_times.hpp"

namespace kiosk {

struct StatedHours {
    minutes opens{}, closes{};  ///< from midnight
    friend bool operator==(StatedHours const&, StatedHours const&) = default;
};

/// What one piece of a text (between commas, brackets and the like) says; one field is filled.
struct PlaceWords {
    std::string room, venue;
    std::optional<StatedHours> hours;
    std::string text;  ///< as written
};

/// The pieces of `text` that name a room, a venue or hours, in order; a final dot is no part of them.
std::vector<PlaceWords> read_place_words(std::string_view text);

/// A name of the tz database in `text` ("America/Chicago"). Empty: none.
std::string zone_name_in(std::string_view text);

}  // namespace kiosk
