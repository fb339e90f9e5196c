// Cities that hold conferences, and the time zones that they keep.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kiosk {

struct CityZone {
    std::string_view city;  ///< as English writes it
    std::string_view zone;  ///< name in the tz database
};

/// The first city that `text` names in whole words with a capital letter. Empty: none of the table.
/// Cities whose names are common words (Nice, Bath, Reading) or shared by several places
/// (Cambridge, Portland in text about the other one) are left out or count as the larger one.
std::optional<CityZone> find_city(std::string_view text);

}  // namespace kiosk
