// An event file, or a bare schedule, becomes everything that a display is made from.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/problem.hpp"
#include "io/masked_url.hpp"
#include "io/web_photos.hpp"
#include "schedule/schedule.hpp"
#include "settings/settings.hpp"
#include "settings/theme.hpp"
#include "slides/scene.hpp"
#include "words/words.hpp"

namespace kiosk {

/// Reads an address on the web.
using ReadUrl = std::function<Outcome<SourceText>(std::string const& url)>;

/// Says how photos on the web stand, in the same order; what is not named is not wanted any more.
using WantPhotos = std::function<std::vector<WebPhoto>(std::vector<WantedPhoto> const&)>;

/// What the command line says; it wins over the event file. Empty: not said.
struct LoadOptions {
    std::optional<Day> date;
    std::string time_zone, display, room, theme;
    std::string format = "auto";  ///< of a bare schedule
    std::string host;             ///< this machine's name
    std::filesystem::path data;   ///< the data folder: themes, languages
    ReadUrl read_url = {};        ///< none: sources on the web are not read
    WantPhotos want_photos = {};  ///< none: no photo is fetched
    bool shows_nothing = false;   ///< the schedule alone is wanted: without an event file no words are read
};

/// A photo that was found, and the part of it that stays when it is cut: 0 (left, top) to 1000 (right, bottom).
struct PhotoSource {
    std::filesystem::path path;  ///< empty: it is on the web
    int focus_x = 500, focus_y = 333;
    std::uint64_t stamp = 0;     ///< another one: other bytes
    WantedPhoto web = {};        ///< where, if it is on the web
    /// As problems call it.
    std::string shown() const { return path.empty() ? masked_url(web.url) : path.string(); }
    friend bool operator==(PhotoSource const&, PhotoSource const&) = default;
};

/// The event's logo as it was found.
struct LogoSource {
    std::string name;  ///< as the event file has it
    std::filesystem::path path;
    SourceRef where;   ///< its key
    std::uint64_t stamp = 0;  ///< another one: other bytes
};

/// One event as loaded at one time. Never empty: where nothing could be read, the schedule has no
/// sessions and the problems say why.
struct Snapshot {
    Settings settings;
    DisplaySettings display;
    Theme theme;
    std::vector<Words> languages;  ///< one or two, in turn; never empty where something is shown
    Schedule schedule;
    bool is_zone_known = true;  ///< false: the schedule's times are floating; no clock can be held against them
    std::map<std::string, PhotoSource> photos;  ///< the schedule's name → the file, or the address
    std::vector<Problem> problems;
    std::optional<Schedule> second_schedule = {};  ///< the same in the second language, if there are two
    std::optional<LogoSource> logo = {};           ///< empty: the event file names none, or it is not there
};

/// The slides of a snapshot in its languages. It must outlive what is returned.
SceneMaker scenes_of(Snapshot const& snapshot);

/// Where there is nothing to show at all: what the picture says of the file that is missing or wrong, for whoever sets the display
/// up. Empty: there are sessions, or nobody knows why there are none.
std::string words_of_missing_schedule(Snapshot const& snapshot);

/// Reads `event`: a `.toml` event file, else a schedule in any known format.
/// Problems: those of the event file, the schedules, the zone, the theme, the languages, and `photo-unusable` and
/// `logo-unusable` for what is not there. A photo on the web that has not come yet is no problem.
Snapshot load_event(std::string const& event, LoadOptions const& options);

/// The files that `snapshot` was made from, and those that were not there: a change of one of them is a
/// reason to load the event again.
std::vector<std::filesystem::path> files_behind(std::string const& event, Snapshot const& snapshot);

}  // namespace kiosk
