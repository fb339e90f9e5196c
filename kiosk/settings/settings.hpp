// The event file: one event and all of its displays.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/problem.hpp"
#include "base/source_text.hpp"
#include "schedule/session.hpp"
#include "time/instant.hpp"
#include "time/wording.hpp"

namespace kiosk {

/// A language of the event, and the place that names it.
struct LanguageSettings {
    std::string tag;  ///< BCP 47
    SourceRef where;
};

/// `[event]`: what the organiser knows better than the schedule.
struct EventSettings {
    std::string name, series, venue, url, contact, time_zone;  ///< empty: what the schedule says
    std::optional<Day> date;                                   ///< first day
    std::vector<LanguageSettings> languages{{"en-US", {}}};    ///< one or two, in turn
    std::string language = "en-US";                            ///< the first of them: sources are read in it
    std::optional<ClockStyle> clock;                           ///< empty: as the language's region has it
    std::string logo;  ///< path relative to the event file; empty: none
    SourceRef time_zone_origin, logo_origin;
};

/// `[[schedule]]`: where rows come from.
struct ScheduleSource {
    std::string source;  ///< path relative to the event file, or URL
    std::string format = "auto";
    seconds refresh{60};
    SourceRef where;
};

/// `[[display]]`: one screen.
struct DisplaySettings {
    std::string name, host;
    std::vector<std::string> rooms;  ///< none: the event's room, else every session
    int rotate = 0;                  ///< degrees clockwise: 0, 90, 180 or 270
    std::string output;              ///< of the machine, as its kernel calls it: "HDMI-A-2"; empty: the first with a monitor
    std::optional<std::pair<int, int>> mode;  ///< pixels across and down; empty: as the monitor prefers
    double panel_inches = 0;         ///< diagonal of the panel; 0: not known
    double viewing_metres = 0;       ///< from how far it is to be read; 0: not said
    SourceRef where;
};

struct ThemeSettings {
    std::string base = "dark";
    std::string accent;  ///< "#RRGGBB"; empty: the theme's
    SourceRef where;
};

struct Timing {
    std::optional<milliseconds> dwell;  ///< empty: from the words on the slide
    milliseconds crossfade{400};        ///< 0: cut
    std::vector<std::string> slides;    ///< in every phase that `playlists` does not name; empty: by phase
    std::map<std::string, std::vector<std::string>> playlists = {};  ///< by the phase's word: "session", "break" …
    bool seconds = false;               ///< the clock ticks in seconds
    bool reduce_motion = false;         ///< slides only fade, nothing rises
    bool night = true;                  ///< dark an hour after the last session, until the morning
    friend bool operator==(Timing const&, Timing const&) = default;
};

/// `[[room]]`: names that mean one room.
struct RoomSettings {
    std::string name;  ///< as it is shown
    std::vector<std::string> aliases;
    SourceRef where;
};

/// `[[speaker]]`: what a source lacks of a person.
struct SpeakerSettings {
    std::string name;               ///< as it is shown
    std::vector<std::string> also;  ///< second spellings
    std::string affiliation, biography, photo;
    std::optional<std::pair<int, int>> focus;  ///< where the face is in the photo: 0 to 1000 from left and top
    SourceRef where;
};

/// `[[session]]`: corrects, leaves out, or (without `match`) adds a session.
struct SessionSettings {
    std::string match;  ///< id or title of the session that is meant
    std::string title, kind, room;
    std::optional<Day> date;
    std::optional<seconds> start, end;  ///< from midnight at the venue
    std::optional<std::vector<std::string>> speakers;
    bool leave_out = false, is_cancelled = false;
    bool is_announced = false;  ///< visitors are told what changed: the old time or room beside the new one
    SourceRef where;
};

enum class AnnouncementState { real, test, lifted };

/// `[[announcement]]`: what the organiser has to say, for a time.
struct Announcement {
    enum class Form {
        banner,     ///< a strip over every slide
        notice,     ///< a slide of its own in every second turn
        emergency,  ///< instead of everything
    } form = Form::banner;
    std::string head, text;
    std::string second_head, second_text;     ///< in the event's second language; empty: as in the first
    std::string pictogram;                    ///< of images/pictograms/; empty: none
    std::vector<std::string> rooms;           ///< none: every display
    std::optional<TimeArgument> from, until;  ///< at the venue; none: without limit
    AnnouncementState state = AnnouncementState::real;  ///< of an emergency
    SourceRef where;
};

/// `[care]`: of the panel.
struct CareSettings {
    bool orbits = false;   ///< the picture wanders against burn-in
    bool is_oled = false;  ///< fills are dimmed, and the spine changes sides each day
    friend bool operator==(CareSettings const&, CareSettings const&) = default;
};

/// `[power]`: of the panel, through its own power saving.
struct PowerSettings {
    enum class Off { never, at_night, in_hours } off = Off::never;
    seconds from{0}, to{0};  ///< of the hours, from midnight at the venue; `to` may be the earlier one
    bool cec = true;         ///< televisions are told as well (HDMI-CEC), where the machine can
    friend bool operator==(PowerSettings const&, PowerSettings const&) = default;
};

/// A line of the command language (command/command.hpp) that a key of the keyboard gives.
struct KeyCommand {
    std::string key;   ///< of control_keys()
    std::string line;  ///< not read yet
    SourceRef where;
};

/// `[control]`: ways in for an operator, beside `kiosk ctl`.
struct ControlSettings {
    std::string file;  ///< of commands, relative to the event file; empty: none
    SourceRef file_origin = {};
    std::vector<KeyCommand> keys;
};

struct Settings {
    EventSettings event;
    std::vector<ScheduleSource> schedules;
    std::vector<DisplaySettings> displays;
    ThemeSettings theme;
    Timing timing;
    std::vector<RoomSettings> rooms;
    std::vector<SpeakerSettings> speakers;
    std::vector<SessionSettings> sessions;
    std::vector<Announcement> announcements;
    CareSettings care;
    PowerSettings power;
    ControlSettings control;
    std::vector<std::string> image_folders;  ///< relative to the event file; searched for photos
};

/// The phases that `[playlist]` may name, as `timeline --json` calls them.
std::vector<std::string> const& phase_names();

/// The slides that `[timing] slides` and `[playlist]` may name: "now" (whatever fits the moment), "upcoming", "day",
/// "speaker" (the next ones in turn).
std::vector<std::string> const& slide_names();

/// The keys that `[control.keys]` may name, as SDL calls them: "F1" to "F24", "0" to "9", "Keypad 0" to "Keypad 9",
/// "PageUp" and "PageDown". Letters are left to a rehearsal's own keys.
std::vector<std::string> const& control_keys();

/// Reads an event file. Unknown keys and bad values are problems with their line and the nearest
/// known key; everything else keeps its default, so a value comes with all but a broken TOML.
Outcome<Settings> parse_settings(SourceText const& file);

/// The display called `name` (one without a name has its output's); else the one whose host is `host`, or that is
/// called so and names no host; else the first; else a default
/// display. Errors: `display-unknown` if `name` is not empty and there is none of that name.
Outcome<DisplaySettings> choose_display(Settings const& settings, std::string_view name,
                                        std::string_view host);

/// The displays that the machine of `chosen` has beside it: those of the same host, each at an output of its own, as `chosen` has one.
std::vector<DisplaySettings> displays_beside(Settings const& settings, DisplaySettings const& chosen);

/// What the schedule says of the event, where the event file does not know better.
EventFacts with_settings(EventFacts facts, EventSettings const& event);

}  // namespace kiosk
