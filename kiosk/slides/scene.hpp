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
    Instant ticks_until = beginning_of_time;  ///< and but for the seconds of its clock until then
    int day = 0;                        ///< of the event, from 0
    Night night = {};                   ///< is it? Whatever is shown
};

enum class ClockFace {
    shown,
    not_known,  ///< venue time cannot be told: the plan of the day, and "–:––" rather than a wrong time
};

/// The name of the slide that is shown then; of several days: with ":2" and so on from the second.
inline constexpr std::string_view planned_day_slide = "planned-day";

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
               std::vector<Announcement> announcements = {});
    SceneMaker(Schedule const& schedule, std::vector<std::string> rooms, Timing timing, Words words,
               std::vector<Announcement> announcements = {});

    /// `slide`: a name of `in_turn` instead of the one whose turn it is, or a planned day.
    /// Empty only if there is no slide of that name at `t`.
    std::optional<SceneAt> at(Instant t, std::optional<std::string> const& slide = {}) const;
    /// The main slide at `t` in the first language, whoever's turn it is: for those who look at each session. All but `scene`,
    /// `slide`, `language` and `now` is left open.
    SceneAt main_at(Instant t) const;
    /// What is shown while the time is not known: each day as it is planned, in turn. `t` need not be true:
    /// it only turns the pages. Errors as in at().
    std::optional<SceneAt> at_unknown_time(Instant t, std::optional<std::string> const& slide = {}) const;

    /// The clock of a scene in `language`, as its seconds tick.
    std::string clock_at(Instant t, std::string_view language) const;
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
    Playlist playlist_of_plan(std::vector<Programme> const& days, Notices const& notices) const;
    void add_second_language(Slide& slide, Programme const& programme, Instant t) const;
    int day_number(Day day) const;
    void say(SceneAt& result, SlideContext const& context) const;

    std::vector<std::string> rooms_;
    Timing timing_;
    std::vector<Spoken> spoken_;
};

}  // namespace kiosk
