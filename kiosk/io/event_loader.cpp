#include "io/event_loader.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "command/command_file.hpp"
#include "import/completion.hpp"
#include "import/import.hpp"
#include "io/address_check.hpp"
#include "io/field_maps.hpp"
#include "io/files.hpp"
#include "io/language_files.hpp"
#include "io/masked_url.hpp"
#include "io/photo_search.hpp"
#include "io/web_sources.hpp"

namespace kiosk {
namespace fs = std::filesystem;
namespace {

bool is_file(fs::path const& path) {
    std::error_code error;
    return fs::is_regular_file(path, error);
}

Settings read_settings(std::string const& event, LoadOptions const& options, std::vector<Problem>& problems) {
    Settings settings;
    if (!event.ends_with(".toml")) {
        settings.schedules.push_back({event, options.format, seconds{60}, {}});
        return settings;
    }
    auto file = read_text(event, event);
    append(problems, std::move(file.problems));
    if (!file.value) return settings;
    auto parsed = parse_settings(*file.value);
    append(problems, std::move(parsed.problems));
    if (parsed.value) settings = std::move(*parsed.value);
    auto const folder = fs::path(event).parent_path();
    for (auto& source : settings.schedules) {
        if (!is_web_address(source.source) && !fs::path(source.source).is_absolute()) source.source = (folder / source.source).string();
        if (source.format.ends_with(".toml") && !fs::path(source.format).is_absolute()) source.format = (folder / source.format).string();
    }
    auto& commands = settings.control.file;
    if (!commands.empty() && !fs::path(commands).is_absolute()) commands = (folder / commands).string();
    append(problems, problems_of(settings.control));
    for (auto& images : settings.image_folders)
        if (!fs::path(images).is_absolute()) images = (folder / images).lexically_normal().string();
    return settings;
}

/// What one source gave; a page without a programme gives facts alone.
struct ReadSource {
    SourceText text;
    std::string format;
    Outcome<ScheduleDraft> draft;
};

Outcome<SourceText> read_source(ScheduleSource const& source, LoadOptions const& options) {
    if (!is_web_address(source.source)) return read_text(source.source, source.source);
    if (options.read_url) return options.read_url(source.source);
    return {{}, {{Severity::error, "source-unsupported", fmt::format("{} is a URL: only files are read", source.source),
                  "save the page beside the event file and name the file", source.where}}};
}

/// What crosses the Internet in plain text can be changed on the way, by anybody in the venue's network.
void warn_of_plain_text(ScheduleSource const& source, std::vector<Problem>& problems) {
    if (scheme_of(source.source) != "http" || kind_of_host(host_of(source.source)) != AddressKind::global) return;
    problems.push_back({Severity::warning, "source-unprotected", fmt::format("{} comes over the Internet unprotected: whoever is on the way can change it", masked_url(source.source)),
                        "use https if the server has it", source.where});
}

std::vector<ReadSource> read_all(Settings const& settings, LoadOptions const& options, AskForMaps const& maps,
                                 std::vector<Problem>& problems) {
    std::vector<ReadSource> sources;
    for (auto const& source : settings.schedules) {
        if (source.source.empty()) continue;
        warn_of_plain_text(source, problems);
        auto text = read_source(source, options);
        append(problems, std::move(text.problems));
        if (!text.value) continue;
        auto kept = settings.schedules.size() > 1 ? *text.value : SourceText{};  // where others may help it, for share_facts()
        auto draft = import_schedule(std::move(*text.value), source.format, settings.event, maps);
        sources.push_back({std::move(kept), source.format, std::move(draft)});
    }
    return sources;
}

bool has_problem(ReadSource const& source, std::string_view code) {
    return std::any_of(source.draft.problems.begin(), source.draft.problems.end(), [&](Problem const& p) { return p.code == code; });
}

/// Sources help each other: day and zone that one lacks are read from another, and a page of facts
/// alone is no error beside rows.
void share_facts(std::vector<ReadSource>& sources, EventSettings const& event, AskForMaps const& maps) {
    EventSettings known = event;
    bool has_rows = false;
    for (auto const& source : sources) {
        if (!source.draft.value) continue;
        has_rows |= !source.draft.value->sessions.empty();
        if (!known.date) known.date = source.draft.value->event.first_day;
        if (known.time_zone.empty()) known.time_zone = source.draft.value->event.zone_name;
    }
    if (!has_rows) return;
    for (auto& source : sources) {
        bool const lacks_day = has_problem(source, "date-unknown") && known.date;
        bool const lacks_zone = has_problem(source, "time-zone-unknown") && !known.time_zone.empty();
        if (lacks_day || lacks_zone) {
            EventSettings more = event;
            if (lacks_day) more.date = known.date;
            if (lacks_zone) more.time_zone = known.time_zone;
            source.draft = import_schedule(source.text, source.format, more, maps);
        }
        bool const facts_alone = source.draft.value && source.draft.value->sessions.empty();
        for (auto& problem : source.draft.problems)
            if (facts_alone && problem.code == "no-programme") problem.severity = Severity::note, problem.hint.clear();
    }
}

FieldMaps maps_for(Settings const& settings, fs::path const& data) {
    auto known = read_field_maps(data);
    for (auto const& source : settings.schedules)
        if (source.format.ends_with(".toml")) add_field_map(source.format, known);
    return known;
}

std::optional<ScheduleDraft> read_sources(Settings const& settings, LoadOptions const& options, std::vector<Problem>& problems) {
    std::optional<FieldMaps> known;  // read where a format is in doubt
    AskForMaps const maps = [&]() -> std::vector<FieldMap> const& {
        if (!known) known = maps_for(settings, options.data);
        return known->maps;
    };
    auto sources = read_all(settings, options, maps, problems);
    if (sources.size() > 1) share_facts(sources, settings.event, maps);
    if (known) append(problems, std::move(known->problems));
    std::optional<ScheduleDraft> whole;
    for (auto& source : sources) {
        append(problems, std::move(source.draft.problems));
        if (!source.draft.value) continue;
        if (whole) merge(*whole, std::move(*source.draft.value));
        else whole = std::move(source.draft.value);
    }
    if (!whole) return whole;
    join_by_id(*whole);
    if (settings.event.date) whole->event.first_day = settings.event.date;
    append(problems, complete(*whole, settings));
    return whole;
}

Theme read_theme(ThemeSettings const& wanted, CareSettings const& care, fs::path const& data, fs::path const& event_folder, std::vector<Problem>& problems) {
    auto path = data / "config" / "themes" / (wanted.base + ".toml");
    if (wanted.base.ends_with(".toml")) path = fs::path(wanted.base).is_absolute() ? fs::path(wanted.base) : event_folder / wanted.base;
    Theme theme;
    if (!is_file(path)) {
        problems.push_back({Severity::error, "theme-unknown", fmt::format("there is no theme \"{}\": the dark one is used", wanted.base),
                            "name a file of config/themes/, or a theme file of your own", wanted.where});
    } else if (auto file = read_text(path, path.string()); file.value) {
        auto parsed = parse_theme(*file.value);
        append(problems, std::move(parsed.problems));
        if (parsed.value) theme = *parsed.value;
    }
    theme = with_accent(theme, parse_color(wanted.accent));
    if (care.is_oled) {
        bool const is_bright = contrast(theme.stage, {0, 0, 0}) > contrast(theme.stage, {255, 255, 255});
        if (is_bright) problems.push_back({Severity::warning, "burn-in", "a bright theme wears an OLED panel out", "use base = \"dark\"", wanted.where});
        theme = dimmed_for_oled(theme);
    }
    for (auto const& pair : color_pairs(theme))
        if (auto const ratio = contrast(pair.color, pair.ground_color); ratio < pair.least)
            problems.push_back({Severity::warning, "contrast-low",
                                fmt::format("{} on {} has a contrast of {:.1f}:1, less than {}:1", pair.on, pair.ground, ratio, pair.least),
                                "make them differ more in brightness", {path.string(), 0, {}}});
    return theme;
}

/// The same sources, their texts in the second language. What is wrong with them has been said.
std::optional<Schedule> read_second_language(Settings settings, Zone const& zone, LoadOptions const& options) {
    if (settings.event.languages.size() < 2) return {};
    settings.event.language = settings.event.languages[1].tag;
    std::vector<Problem> said_already;
    auto draft = read_sources(settings, options, said_already);
    if (!draft) return {};
    draft->event = with_settings(draft->event, settings.event);
    return std::move(Schedule::validate(*draft, zone).value);
}

}  // namespace

Snapshot load_event(std::string const& event, LoadOptions const& options) {
    std::vector<Problem> problems;
    auto settings = read_settings(event, options, problems);
    if (options.date) settings.event.date = options.date;
    if (!options.time_zone.empty()) {
        settings.event.time_zone = options.time_zone;
        settings.event.time_zone_origin = {};
    }
    if (!options.theme.empty()) {
        settings.theme.base = options.theme;
        settings.theme.where = {};
    }

    auto display = choose_display(settings, options.display, options.host);
    append(problems, std::move(display.problems));
    if (!display.value) display.value = choose_display(settings, "", options.host).value;
    if (!options.room.empty()) display.value->rooms = {options.room};
    for (auto& room : display.value->rooms) room = room_name(room, settings.rooms);

    auto draft = read_sources(settings, options, problems);
    auto facts = with_settings(draft ? draft->event : EventFacts{}, settings.event);
    if (draft) draft->event = facts;
    bool is_zone_known = false;
    auto zone = Zone::floating();
    if (!facts.zone_name.empty()) {
        auto const place = settings.event.time_zone.empty() && !settings.schedules.empty()
                               ? SourceRef{settings.schedules.front().source, 0, {}}
                               : settings.event.time_zone_origin;
        auto named = Zone::named(facts.zone_name, place);
        append(problems, std::move(named.problems));
        is_zone_known = named.value.has_value();
        if (named.value) zone = *named.value;
    } else if (draft) {
        bool const reported = std::any_of(problems.begin(), problems.end(), [](Problem const& p) { return p.code == "time-zone-unknown"; });
        if (!reported)
            problems.push_back({Severity::error, "time-zone-unknown", "no time zone is stated, and none can be told from the place",
                                "add time_zone = \"America/Chicago\" (or yours) to [event], or use --time-zone",
                                {settings.schedules.empty() ? event : settings.schedules.front().source, 0, {}}});
    }
    auto schedule = Schedule::empty(facts, zone);
    if (draft) {
        auto validated = Schedule::validate(std::move(*draft), zone);
        append(problems, std::move(validated.problems));
        if (validated.value) schedule = std::move(*validated.value);
    }
    auto theme = read_theme(settings.theme, settings.care, options.data, fs::path(event).parent_path(), problems);
    Snapshot snapshot{std::move(settings), std::move(*display.value), theme, {}, std::move(schedule), is_zone_known, {}, std::move(problems)};
    if (!options.shows_nothing || event.ends_with(".toml"))
        snapshot.languages = read_languages(snapshot.settings.event, options.data, snapshot.problems);
    snapshot.second_schedule = read_second_language(snapshot.settings, zone, options);
    find_photos(snapshot, options.want_photos);
    find_logo(snapshot, fs::path(event).parent_path());
    sort_by_place(snapshot.problems);
    return snapshot;
}

SceneMaker scenes_of(Snapshot const& snapshot) {
    std::vector<Edition> editions{{snapshot.languages.front(), snapshot.schedule}};
    auto const& second = snapshot.second_schedule ? *snapshot.second_schedule : snapshot.schedule;
    if (snapshot.languages.size() > 1) editions.push_back({snapshot.languages[1], second});
    return {std::move(editions), snapshot.display.rooms, snapshot.settings.timing, snapshot.settings.announcements};
}

std::string words_of_missing_schedule(Snapshot const& snapshot) {
    if (!snapshot.schedule.sessions().empty()) return {};
    for (auto const& problem : snapshot.problems)
        if (problem.severity == Severity::error && !problem.where.file.empty())
            return snapshot.languages.front().say(Phrase::no_schedule, {masked_url(problem.where.file.text())});
    return {};
}

std::vector<fs::path> files_behind(std::string const& event, Snapshot const& snapshot) {
    std::vector<fs::path> files;
    auto const add = [&](fs::path const& file) {
        bool const is_new = std::find(files.begin(), files.end(), file) == files.end();
        if (!file.empty() && is_new && !is_web_address(file.string())) files.push_back(file);
    };
    add(event);
    for (auto const& source : snapshot.settings.schedules) {
        add(source.source);
        if (source.format.ends_with(".toml")) add(source.format);
    }
    auto const& theme = snapshot.settings.theme.base;
    if (theme.ends_with(".toml")) add(fs::path(theme).is_absolute() ? fs::path(theme) : fs::path(event).parent_path() / theme);
    for (auto const& [name, photo] : snapshot.photos) add(photo.path);
    if (snapshot.logo) add(snapshot.logo->path);
    return files;
}

}  // namespace kiosk
