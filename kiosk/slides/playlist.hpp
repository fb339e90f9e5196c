// Which slides take turns, for how long each, and whose turn it is.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "settings/settings.hpp"
#include "slides/slide.hpp"
#include "slides/wording_of.hpp"

namespace kiosk {

/// One slide's turn. Names are those of `--list-slides`: "now", "posters" or the phase for the main
/// slide ("break", "soon", "over" …), "upcoming", "day", "speaker:ID".
struct Turn {
    std::string slide;
    milliseconds dwell{};
    friend bool operator==(Turn const&, Turn const&) = default;
};

/// The turns of a stretch of time, repeated from its epoch on. A function of schedule, settings and
/// time alone, so displays that never talk to each other turn together.
struct Playlist {
    Span valid;      ///< over which these turns are taken
    Instant epoch;   ///< when the first one begins
    std::vector<Turn> turns;  ///< at least one
    int languages = 1;        ///< take turns, one a round
};

struct Moment {
    std::size_t turn = 0;
    Span when;  ///< the turn's own time, cut to the playlist's
    std::size_t language = 0;  ///< from 0
};

/// The dark hours of a venue, whatever an event's own cycle shows in them.
struct Night {
    bool is_on = false;
    Instant until = end_of_time;  ///< the answer holds before it
};
/// From an hour after the day's last session to six in the morning, or two hours before the next session if that is earlier.
Night night_at(SlideContext const& context);

/// By phase, as DISPLAY.md section 6 has it, or the event's own cycle for it.
Playlist playlist_for(SlideContext const& context, Timing const& timing);
/// The same turns for two languages that alternate: each lasts as long as the slower language needs.
Playlist in_turn(Playlist playlist, Playlist const& second);
/// Range: t inside `playlist.valid`.
Moment moment_at(Playlist const& playlist, Instant t);

/// The distinct slides of a playlist in order.
std::vector<std::string> slides_of(Playlist const& playlist);

/// The name of the main slide of the phase.
std::string main_slide_name(Programme const& programme);
/// A slide by the name of a turn. "now" is the main slide in every phase, "speaker" the first that
/// there is. Empty: no such slide at this time.
std::optional<Slide> make_slide(SlideContext const& context, std::string_view name);

/// How long a slide with so many words stays: 4 s and a third of a second a word, 10 to 40 s.
milliseconds dwell_for(int words);

}  // namespace kiosk
