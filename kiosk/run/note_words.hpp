// What commands have to say beyond announcements, in the words of the event's languages.
#pragma once

#include <vector>

#include "command/adjusted.hpp"
#include "words/words.hpp"

namespace kiosk {

/// Delays and full rooms as banners. `schedule`: as it is shown; `languages`: one or two.
std::vector<Announcement> announcements_of(Adjusted const& adjusted, Schedule const& schedule, std::vector<Words> const& languages);

}  // namespace kiosk
