#include "settings/settings.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "settings/control_settings.hpp"
#include "settings/display_settings.hpp"
#include "settings/theme.hpp"
#include "settings/toml_table.hpp"

namespace kiosk {
namespace {

void read_text(TomlTable& table, std::string_view key, std::string& value) {
    if (auto const given = table.text(key)) value = clean_line(given->value);
}

/// `language = "de"`, or `languages = ["de", "en"]` for two in turn.
void read_languages(TomlTable& table, EventSettings& event) {
    std::vector<LanguageSettings> given;
    for (auto const* key : {"language", "languages"})
        if (auto const texts = table.texts(key)) {
            given.clear();
            for (auto const& text : *texts) given.push_back({clean_line(text.value), text.where});
        }
    std::erase_if(given, [](LanguageSettings const& language) { return language.tag.empty(); });
    if (given.size() > 2) {
        table.report({Severity::warning, "value-range", "at most two languages take turns: the first two are shown", "",
                      given[2].where});
        given.resize(2);
    }
    if (given.empty()) return;
    event.language = given.front().tag;
    event.languages = std::move(given);
}

std::optional<ClockStyle> read_clock_style(TomlTable& table) {
    auto const given = table.text("clock");
    if (!given || given->value == "auto") return {};
    if (given->value == "12h") return ClockStyle::twelve_hour;
    if (given->value == "24h") return ClockStyle::twenty_four_hour;
    table.report({Severity::error, "value-range", fmt::format("there is no clock \"{}\": ignored", given->value),
                  "write \"12h\", \"24h\" or \"auto\"", given->where});
    return {};
}

EventSettings read_event(TomlTable table) {
    EventSettings event;
    read_text(table, "name", event.name);
    read_text(table, "series", event.series);
    read_text(table, "venue", event.venue);
    read_text(table, "url", event.url);
    read_text(table, "contact", event.contact);
    read_languages(table, event);
    event.clock = read_clock_style(table);
    event.date = table.day("date");
    read_text(table, "time_zone", event.time_zone);
    event.time_zone_origin = table.where("time_zone");
    read_text(table, "logo", event.logo);
    event.logo_origin = table.where("logo");
    table.report_unknown_keys();
    return event;
}

ScheduleSource read_source(TomlTable table) {
    ScheduleSource source;
    source.where = table.where();
    read_text(table, "source", source.source);
    read_text(table, "format", source.format);
    if (auto const refresh = table.duration("refresh", "")) source.refresh = std::chrono::ceil<seconds>(*refresh);
    if (source.source.empty())
        table.report({Severity::error, "source-missing", "a [[schedule]] names no source",
                      "add source = \"schedule.html\"", source.where});
    table.report_unknown_keys();
    return source;
}

ThemeSettings read_theme(TomlTable table) {
    ThemeSettings theme;
    theme.where = table.where();
    read_text(table, "base", theme.base);
    if (auto const accent = table.text("accent")) {
        if (parse_color(accent->value)) theme.accent = accent->value;
        else table.report({Severity::error, "color-invalid", fmt::format("\"{}\" is no colour: ignored", accent->value),
                           "write it like \"#FFC72C\"", accent->where});
    }
    table.report_unknown_keys();
    return theme;
}

/// Names of slides; "auto" and none are the same: by phase.
std::vector<std::string> read_slides(TomlTable& table, std::string_view key) {
    std::vector<std::string> slides;
    auto const given = table.texts(key);
    if (!given || (given->size() == 1 && given->front().value == "auto")) return slides;
    auto const& known = slide_names();
    for (auto const& slide : *given) {
        if (std::find(known.begin(), known.end(), slide.value) != known.end()) slides.push_back(slide.value);
        else table.report({Severity::error, "slide-unknown", fmt::format("there is no slide \"{}\": left out", slide.value),
                           fmt::format("known slides: {}", fmt::join(known, ", ")), slide.where});
    }
    return slides;
}

std::map<std::string, std::vector<std::string>> read_playlists(TomlTable table) {
    std::map<std::string, std::vector<std::string>> playlists;
    for (auto const& phase : phase_names())
        if (auto slides = read_slides(table, phase); !slides.empty()) playlists.emplace(phase, std::move(slides));
    table.report_unknown_keys();
    return playlists;
}

Timing read_timing(TomlTable table) {
    Timing timing;
    timing.dwell = table.duration("dwell", "auto");
    if (timing.dwell && *timing.dwell < seconds{1}) {
        table.report({Severity::warning, "value-range", "a dwell under one second cannot be read: 1 s taken", "",
                      table.where("dwell")});
        timing.dwell = seconds{1};
    }
    if (auto const crossfade = table.duration("crossfade", "")) timing.crossfade = std::min<milliseconds>(*crossfade, seconds{5});
    timing.slides = read_slides(table, "slides");
    timing.seconds = table.flag("seconds").value_or(false);
    timing.reduce_motion = table.flag("reduce_motion").value_or(false);
    timing.night = table.flag("night").value_or(true);
    table.report_unknown_keys();
    return timing;
}

std::vector<std::string> read_texts(TomlTable& table, std::string_view key) {
    std::vector<std::string> values;
    if (auto const given = table.texts(key))
        for (auto const& text : *given) values.push_back(clean_line(text.value));
    return values;
}

RoomSettings read_room(TomlTable table) {
    RoomSettings room;
    room.where = table.where();
    read_text(table, "name", room.name);
    room.aliases = read_texts(table, "aliases");
    if (room.name.empty())
        table.report({Severity::error, "key-missing", "a [[room]] has no name: left out", "add name = \"Room 1\"", room.where});
    table.report_unknown_keys();
    return room;
}

SpeakerSettings read_speaker(TomlTable table) {
    SpeakerSettings speaker;
    speaker.where = table.where();
    read_text(table, "name", speaker.name);
    speaker.also = read_texts(table, "also");
    read_text(table, "affiliation", speaker.affiliation);
    if (auto const biography = table.text("biography")) speaker.biography = clean_paragraphs(biography->value);
    read_text(table, "photo", speaker.photo);
    if (auto const focus = table.numbers("focus"); focus && focus->size() == 2 && (*focus)[0] >= 0 && (*focus)[0] <= 1 && (*focus)[1] >= 0 && (*focus)[1] <= 1)
        speaker.focus = {static_cast<int>((*focus)[0] * 1000), static_cast<int>((*focus)[1] * 1000)};
    else if (focus)
        table.report({Severity::error, "value-range", "a focus is two numbers from 0 to 1: ignored", "write focus = [0.5, 0.3]: half from the left, a third from the top",
                      table.where("focus")});
    if (speaker.name.empty())
        table.report({Severity::error, "key-missing", "a [[speaker]] has no name: left out", "add name = \"Ada Lovelace\"", speaker.where});
    table.report_unknown_keys();
    return speaker;
}

std::optional<seconds> read_clock(TomlTable& table, std::string_view key) {
    auto const given = table.text(key);
    if (!given) return {};
    if (auto const time = parse_time_argument(given->value); time && time->time_of_day) return time->time_of_day;
    table.report({Severity::error, "key-type", fmt::format("\"{}\" must be a time of day like \"13:30\": ignored", key), "", given->where});
    return {};
}

SessionSettings read_session(TomlTable table) {
    SessionSettings session;
    session.where = table.where();
    read_text(table, "match", session.match);
    read_text(table, "title", session.title);
    read_text(table, "kind", session.kind);
    if (!session.kind.empty() && !kind_from_word(session.kind)) {
        table.report({Severity::error, "value-range", fmt::format("there is no kind \"{}\": ignored", session.kind),
                      "kinds: opening, keynote, invited, talk, panel, workshop, poster, competition, closing, break, meal, social, service, other",
                      table.where("kind")});
        session.kind.clear();
    }
    read_text(table, "room", session.room);
    session.date = table.day("date");
    session.start = read_clock(table, "start");
    session.end = read_clock(table, "end");
    if (table.texts("speakers")) session.speakers = read_texts(table, "speakers");
    session.leave_out = table.flag("leave_out").value_or(false);
    session.is_announced = table.flag("announce").value_or(false);
    session.is_cancelled = table.flag("cancelled").value_or(false);
    if (session.match.empty() && (session.title.empty() || !session.start))
        table.report({Severity::error, "key-missing", "a [[session]] neither matches one nor has a title and a start: left out",
                      "add match = \"Lunch\", or title = \"Lunch\" and start = \"12:30\"", session.where});
    table.report_unknown_keys();
    return session;
}

std::optional<TimeArgument> read_time(TomlTable& table, std::string_view key) {
    auto const given = table.text(key);
    if (!given) return {};
    if (auto const time = parse_time_argument(given->value)) return time;
    table.report({Severity::error, "key-type", fmt::format("\"{}\" is no time: ignored", given->value),
                  "write \"14:10\", or \"2023-12-16T14:10\"", given->where});
    return {};
}

template <class Value>
Value read_choice(TomlTable& table, std::string_view key, std::initializer_list<std::pair<std::string_view, Value>> choices) {
    auto const given = table.text(key);
    std::string known;
    for (auto const& [word, value] : choices) {
        if (given && given->value == word) return value;
        known += fmt::format("{}{}", known.empty() ? "" : ", ", word);
    }
    if (given)
        table.report({Severity::error, "value-range", fmt::format("there is no {} \"{}\": ignored", key, given->value),
                      fmt::format("known: {}", known), given->where});
    return choices.begin()->second;
}

/// `"Fire"`, or `["Fire", "Feuer"]` in both languages of the event.
void read_in_languages(TomlTable& table, std::string_view key, std::string& first, std::string& second) {
    auto const given = read_texts(table, key);
    if (!given.empty()) first = given[0];
    if (given.size() > 1) second = given[1];
    if (given.size() > 2)
        table.report({Severity::warning, "value-range", fmt::format("{} has more than two languages: the first two are shown", key), "", table.where(key)});
}

Announcement read_announcement(TomlTable table) {
    Announcement one;
    one.where = table.where();
    using Form = Announcement::Form;
    one.form = read_choice<Form>(table, "form", {{"banner", Form::banner}, {"notice", Form::notice}, {"emergency", Form::emergency}});
    using State = AnnouncementState;
    one.state = read_choice<State>(table, "state", {{"real", State::real}, {"test", State::test}, {"lifted", State::lifted}});
    read_in_languages(table, "head", one.head, one.second_head);
    read_in_languages(table, "text", one.text, one.second_text);
    one.pictogram = read_choice<std::string>(table, "pictogram", {{"", ""}, {"late", "late"}, {"moved", "moved"}, {"cancelled", "cancelled"}, {"alert", "alert"}});
    one.rooms = read_texts(table, "rooms");
    one.from = read_time(table, "from");
    one.until = read_time(table, "until");
    if (one.head.empty() && one.text.empty() && one.form != Form::emergency)
        table.report({Severity::error, "key-missing", "an [[announcement]] says nothing: left out", "add head = \"Lunch is served\"", one.where});
    table.report_unknown_keys();
    return one;
}

}  // namespace

std::vector<std::string> const& phase_names() {
    static std::vector<std::string> const names{"before", "soon", "session", "break", "gap", "over", "event-over"};
    return names;
}

std::vector<std::string> const& slide_names() {
    static std::vector<std::string> const names{"now", "upcoming", "day", "speaker"};
    return names;
}

Outcome<Settings> parse_settings(SourceText const& file) {
    auto root = TomlTable::parse(file);
    if (!root.value) return {{}, std::move(root.problems)};
    auto& table = *root.value;
    Settings settings;
    settings.event = read_event(table.table("event"));
    for (auto& source : table.tables("schedule")) settings.schedules.push_back(read_source(std::move(source)));
    for (auto& display : table.tables("display")) settings.displays.push_back(read_display(std::move(display)));
    settings.theme = read_theme(table.table("theme"));
    settings.timing = read_timing(table.table("timing"));
    settings.timing.playlists = read_playlists(table.table("playlist"));
    for (auto& room : table.tables("room")) settings.rooms.push_back(read_room(std::move(room)));
    for (auto& speaker : table.tables("speaker")) settings.speakers.push_back(read_speaker(std::move(speaker)));
    for (auto& session : table.tables("session")) settings.sessions.push_back(read_session(std::move(session)));
    for (auto& announcement : table.tables("announcement")) settings.announcements.push_back(read_announcement(std::move(announcement)));
    std::erase_if(settings.announcements, [](Announcement const& one) {
        return one.head.empty() && one.text.empty() && one.form != Announcement::Form::emergency;
    });
    auto care = table.table("care");
    settings.care.orbits = care.flag("orbit").value_or(false);
    settings.care.is_oled = care.flag("oled").value_or(false);
    care.report_unknown_keys();
    settings.power = read_power(table.table("power"));
    settings.control = read_control(table.table("control"));
    auto images = table.table("images");
    if (auto const folders = images.texts("folders"))
        for (auto const& folder : *folders) settings.image_folders.push_back(folder.value);
    images.report_unknown_keys();
    table.report_unknown_keys();
    if (settings.schedules.empty())
        table.report({Severity::error, "source-missing", "the event file names no schedule",
                      "add [[schedule]] with source = \"schedule.html\"", {file.name, 0, {}}});
    return {std::move(settings), table.problems()};
}

EventFacts with_settings(EventFacts facts, EventSettings const& event) {
    auto const settle = [](std::string& fact, std::string const& setting) {
        if (!setting.empty()) fact = setting;
    };
    settle(facts.name, event.name);
    settle(facts.series, event.series);
    settle(facts.venue, event.venue);
    settle(facts.url, event.url);
    settle(facts.contact, event.contact);
    settle(facts.zone_name, event.time_zone);
    settle(facts.logo, event.logo);
    if (event.date) facts.first_day = event.date;
    return facts;
}

}  // namespace kiosk
