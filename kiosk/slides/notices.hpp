// What interrupts the usual turn of slides: announcements of the event file, sessions that are off.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "programme/programme.hpp"
#include "settings/settings.hpp"
#include "words/words.hpp"

namespace kiosk {

/// What concerns one display at an instant.
struct Notices {
    /// A slide of its own, in every second turn. Either an announcement or a session that is off.
    struct One {
        std::string name;  ///< of the slide: "notice:2", "notice:2030-05-01-1400-talk"
        Announcement const* announcement = nullptr;
        Session const* session = nullptr;
    };
    std::vector<One> slides;
    Announcement const* banner = nullptr;     ///< the latest that has begun
    Session const* cancelled = nullptr;       ///< without one: the next session that is off
    Announcement const* emergency = nullptr;  ///< instead of everything
    Instant until = end_of_time;              ///< nothing of this changes before
};

class NoticeBoard {
public:
    /// `rooms`: of the display; none: everything concerns it. Times of day are those of the schedule's
    /// first day.
    NoticeBoard(Schedule const& schedule, std::vector<std::string> const& rooms, std::vector<Announcement> announcements);

    Notices at(Instant t, Programme const& programme) const;

private:
    struct Posted {
        Announcement announcement;
        Span when;
    };
    std::vector<Posted> posted_;  // by their beginning
};

}  // namespace kiosk
