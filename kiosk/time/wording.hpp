// How regions write times and dates. The words themselves are in words/.
#pragma once

#include <string_view>

namespace kiosk {

enum class ClockStyle { twelve_hour, twenty_four_hour };

/// How a language and region write times and dates.
struct Wording {
    ClockStyle clock = ClockStyle::twelve_hour;
    bool month_first = true;  ///< "December 16" rather than "16 December", in languages that have both
    friend bool operator==(Wording const&, Wording const&) = default;
};

/// The habits of a BCP 47 tag: "en-US" has 12 hours and the month first, "en-GB" neither.
/// Source: Unicode CLDR, timeData and dateFormats.
Wording wording_for(std::string_view language);

}  // namespace kiosk
