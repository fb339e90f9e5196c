// The people of a feed: one field a person, ids that mean people.
#pragma once

#include "import/feed/feed_problems.hpp"
#include "import/feed/feed_texts.hpp"
#include "import/feed/raw_feed.hpp"

namespace kiosk {

/// Cleans names and biographies, splits fields that hold several people or an employer, and drops
/// ids that count rows instead of people: those of which many names have several.
/// Problems: `speakers-in-one-field`, `duplicate-id`, those of the texts.
void settle_people(RawFeed& feed, FeedTexts& texts, FeedProblems& problems);

}  // namespace kiosk
