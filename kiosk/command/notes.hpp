// What commands have to say beyond announcements. Values: their words are those of slides and words.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "schedule/session.hpp"
#include "time/instant.hpp"

namespace kiosk {

/// Some rooms are late, or early.
struct DelayNote {
    std::vector<RoomId> rooms;         ///< none: every room
    minutes late{0};                   ///< never 0; negative: early
    std::optional<SessionId> running;  ///< what is on and ends later by this
    std::optional<SessionId>
        absorbed_by;                      ///< the pause after which all is on time; empty: nothing, or a hole
    std::optional<Instant> on_time_from;  ///< from here on as planned; empty: late until the day's end
    Span shown;                           ///< worth a word
    friend bool operator==(DelayNote const&, DelayNote const&) = default;
};

/// A room takes nobody any more.
struct FullNote {
    std::vector<std::string> rooms;  ///< names; none: the event's only one
    std::string text;                ///< where to go instead; may be empty
    Span shown;
    friend bool operator==(FullNote const&, FullNote const&) = default;
};

/// One slide stays.
struct Hold {
    std::string slide;  ///< a slide's name; empty: the one whose turn it is at `shown.begin`
    Span shown;
    friend bool operator==(Hold const&, Hold const&) = default;
};

}  // namespace kiosk
