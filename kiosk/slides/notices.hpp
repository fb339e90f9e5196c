// What interrupts the usual turn of slides: announcements, and sessions that are not as they were planned.
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
        Session const* session = nullptr;  ///< it is off, it moved, or it is late
    };
    std::vector<One> slides;
    Announcement const* banner = nullptr;     ///< the latest that has begun
    Session const* changed = nullptr;         ///< without one: the next session that is off, moved or late
    Announcement const* emergency = nullptr;  ///< instead of everything
    Instant until = end_of_time;              ///< nothing of this changes before
};

/// What became of a session's plan.
enum class PlanChange { none, cancelled, other_room, other_time };
PlanChange change_of(Session const& session);

/// The announcements as they are said in the event's second language.
std::vector<Announcement> in_second_language(std::vector<Announcement> announcements);

class NoticeBoard {
public:
    /// `rooms`: of the display; none: everything concerns it. Times of day are those of the schedule's
    /// first day.
    NoticeBoard(Schedule const& schedule, std::vector<std::string> const& rooms, std::vector<Announcement> announcements);

    Notices at(Instant t) const;

private:
    struct Posted {
        Announcement announcement;
        Span when;
    };
    void tell_of_changes(Notices& notices, Instant t) const;

    std::vector<Posted> posted_;            // by their beginning
    std::vector<Session const*> changed_;   // in these rooms now or before, in order
};

}  // namespace kiosk
