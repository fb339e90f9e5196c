// Everything that one display shows at an instant, in words.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "programme/programme.hpp"
#include "settings/settings.hpp"
#include "slides/notices.hpp"
#include "slides/playlist.hpp"
#include "slides/slide.hpp"
#include "words/words.hpp"

namespace kiosk {

struct SceneAt {
    Scene scene;
    std::string slide;                  ///< the turn's name
    std::string language;               ///< of the words
    std::vector<std::string> in_turn;   ///< the distinct slides that take turns then
    std::vector<SessionId> now;
    Instant until;                      ///< the scene stays the same until then
};

enum class ClockFace {
    shown,
    not_known,  ///< venue time cannot be told: "–:––" rather than a wrong time
};

/// A language, and the schedule with its texts in it.
struct Edition {
    Words words;
    Schedule const& schedule;
};

/// What one display shows. Holds references: the schedules must outlive it.
class SceneMaker {
public:
    /// Several languages take turns, one a round of the playlist; words and texts change together.
    /// Range: one or two editions, of the same sessions.
    SceneMaker(std::vector<Edition> editions, std::vector<std::string> rooms, Timing timing,
               ClockFace clock = ClockFace::shown, std::vector<Announcement> announcements = {});
    SceneMaker(Schedule const& schedule, std::vector<std::string> rooms, Timing timing, Words words,
               ClockFace clock = ClockFace::shown, std::vector<Announcement> announcements = {});

    /// `slide`: a name of `in_turn` instead of the one whose turn it is.
    /// Empty only if there is no slide of that name at `t`.
    std::optional<SceneAt> at(Instant t, std::optional<std::string> const& slide = {}) const;

    ProgrammeMaker const& programme() const { return spoken_.front().programme; }
    /// The words of each language.
    std::vector<Words> languages() const;
    /// The slides that take turns over the whole of the programme's span at `t`.
    std::vector<std::string> slides_at(Instant t) const;

private:
    struct Spoken {
        Words words;
        Schedule const& schedule;
        ProgrammeMaker programme;
        NoticeBoard notices;
        std::vector<RoomProgramme> directory;  ///< empty: the display is that of one room
    };
    SlideContext context_of(Spoken const& spoken, Programme const& programme, Instant t) const;
    Playlist playlist_at(Programme const& programme, Instant t) const;
    void say(SceneAt& result, SlideContext const& context) const;

    std::vector<std::string> rooms_;
    Timing timing_;
    ClockFace clock_;
    std::vector<Spoken> spoken_;
};

}  // namespace kiosk
