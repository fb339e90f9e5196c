// The rooms of a feed.
#pragma once

#include "import/feed/feed_problems.hpp"
#include "import/feed/feed_texts.hpp"
#include "import/feed/raw_feed.hpp"

namespace kiosk {

/// Cleans the names of rooms and fills `rooms` of every event. A list counts as several rooms only
/// if each part is a room elsewhere.
/// Problems: `room-missing`, `room-not-a-room`, `room-spelling-varies`, `room-text-odd`, `several-rooms`.
void settle_rooms(RawFeed& feed, FeedTexts& texts, FeedProblems& problems);

}  // namespace kiosk
