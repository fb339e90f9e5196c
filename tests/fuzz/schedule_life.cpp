#include "fuzz/schedule_life.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "command/adjusted.hpp"
#include "command/effects.hpp"
#include "export/export.hpp"
#include "fuzz/fuzz_target.hpp"
#include "import/completion.hpp"
#include "import/import.hpp"
#include "layout/layout.hpp"
#include "lint/rules.hpp"
#include "programme/timeline.hpp"
#include "schedule/differences.hpp"
#include "slides/scene.hpp"
#include "support/fixed_metrics.hpp"
#include "support/picture_faults.hpp"
#include "support/schedule_builder.hpp"

namespace kiosk {
namespace {

bool turns_neighbours(char32_t c) { return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069); }
bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c <= 0x9F); }

std::string shown(std::string_view text) {
    std::string out;
    for (char const c : text.substr(0, 200)) {
        bool const is_plain = c >= 0x20 && c < 0x7F;
        out += is_plain ? std::string(1, c) : fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
    }
    return out;
}

void must_be_text(std::string_view text, std::string_view what, bool may_hold_line_ends) {
    for (auto const& point : decode_utf8(text)) {
        bool const is_broken = point.value == 0xFFFD && point.size == 1;
        bool const is_line_end = point.value == '\n' && may_hold_line_ends;
        if (is_broken || turns_neighbours(point.value) || (is_control(point.value) && !is_line_end))
            throw Breach(fmt::format("{} is no text to be shown: {}", what, shown(text)));
    }
}

void must_be_clean(EventFacts const& event) {
    for (auto const* text : {&event.name, &event.series, &event.venue, &event.url, &event.contact, &event.room, &event.zone_name})
        must_be_a_line(*text, "a fact of the event");
}

void must_be_clean(std::vector<Link> const& links) {
    for (auto const& link : links) {
        must_be_a_line(link.text, "a link's text");
        must_be_a_line(link.url, "a link's address");
    }
}

void must_be_clean(Session const& session) {
    must_be_a_line(session.title, "a title");
    must_be_a_line(session.subtitle, "a subtitle");
    must_be_a_line(session.label, "a label");
    must_be_a_line(session.track, "a track");
    must_be_a_line(session.language, "a language");
    must_be_paragraphs(session.abstract, "an abstract");
    must_be_paragraphs(session.description, "a description");
    must_be_a_line(session.url, "a session's address");
    for (auto const& role : session.roles) must_be_a_line(role, "a role");
    must_be_clean(session.links);
}

void must_be_clean(Speaker const& speaker) {
    must_be_a_line(speaker.name, "a name");
    must_be_a_line(speaker.affiliation, "an affiliation");
    must_be_paragraphs(speaker.biography, "a biography");
    must_be_a_line(speaker.photo, "a photo's name");
    must_be_clean(speaker.links);
}

void must_be_whole(Schedule const& schedule) {
    must_be_clean(schedule.event());
    for (auto const& room : schedule.rooms()) must_be_a_line(room.name, "a room");
    for (auto const& speaker : schedule.speakers()) must_be_clean(speaker);
    Session const* before = nullptr;
    for (auto const& session : schedule.sessions()) {
        must_be_clean(session);
        must(session.when.begin <= session.when.end, "a session ends before it begins: " + session.title);
        must(!before || before->when.begin <= session.when.begin, "sessions are out of order");
        must(session.roles.size() == session.speakers.size(), "there is a role for each speaker");
        for (auto const& id : session.speakers) must(schedule.speaker(id).id == id, "a speaker is found by the id");
        for (auto const& id : session.rooms) must(schedule.room(id).id == id, "a room is found by its id");
        before = &session;
    }
}

/// Around the first sessions and the last, and before and after them all.
std::vector<Instant> instants_of(Schedule const& schedule) {
    auto const& sessions = schedule.sessions();
    if (sessions.empty()) return {Instant{}};
    auto const &first = sessions.front().when, &last = sessions.back().when;
    return {first.begin - hours{30}, first.begin - minutes{10}, first.begin, first.end - seconds{1}, sessions[sessions.size() / 2].when.begin,
            last.end, last.end + hours{1}};
}

void ask_the_programme(Schedule const& schedule, std::vector<Instant> const& instants) {
    ProgrammeMaker const maker(schedule, {});
    for (auto const t : instants) {
        auto const programme = maker.at(t);
        must(programme.valid.contains(t), "a programme holds at its own time");
        for (auto const* session : programme.now) must(session->when.contains(t), "what is on now is on now");
        if (auto const next = maker.change_after(t)) must(*next > t, "the next change is later");
        if (auto const last = maker.change_before(t)) must(*last < t, "the last change is earlier");
    }
    constexpr std::size_t most_listed = 200;  // a list of thousands takes its time
    if (schedule.sessions().size() > most_listed) return;
    auto at = maker.whole().begin;
    for (auto const& programme : timeline(maker, maker.whole())) {
        must(programme.valid.begin == at && programme.valid.end > at, "the timeline has no holes");
        at = programme.valid.end;
    }
}

/// What leaves the house comes back, but for what the format has no place for.
void write_out(Schedule const& schedule, ExportFormat const& format) {
    EventSettings event;
    event.time_zone = schedule.zone().name();
    event.date = schedule.event().first_day;
    auto const written = export_schedule(schedule, format.name);
    must(written.value.has_value(), "every export has a value");
    must_be_printable(written.problems);
    must(to_valid_utf8(*written.value) == *written.value, "an export is UTF-8");
    auto const read = import_schedule({"export", *written.value}, format.name, event);
    must_be_printable(read.problems);
    must(read.value.has_value() || schedule.sessions().empty(), fmt::format("{} can be read again", format.name));
}

/// An operator who is late, in the wrong order and at the wrong time.
void give_commands(Schedule const& schedule, std::vector<Instant> const& instants) {
    Overrides overrides;
    for (auto const t : instants)
        for (auto const* line : {"delay 10m", "extend 15m", "next", "cancel 9:00", "move 10:00 --to 11:00", "full"}) {
            auto const command = parse_command(line);
            auto outcome = apply(overrides, *command.value, std::chrono::floor<seconds>(t), "ctl", schedule);
            must_be_printable(outcome.problems);
            if (outcome.value) overrides = std::move(*outcome.value);
        }
    auto const kept = overrides_from_text({"overrides", to_text(overrides)});
    must(kept.value && *kept.value == overrides, "commands are kept as they are:\n" + to_text(overrides));
    for (auto const t : instants) {
        auto const adjusted = adjust(schedule, overrides, t);
        must_be_printable(adjusted.problems);
        (void)effects_of(schedule, adjust(schedule, {}, t), adjusted);
        if (adjusted.schedule) must_be_whole(*adjusted.schedule);
    }
}

}  // namespace

void must_be_a_line(std::string_view text, std::string_view what) { must_be_text(text, what, false); }
void must_be_paragraphs(std::string_view text, std::string_view what) { must_be_text(text, what, true); }

void must_be_printable(std::vector<Problem> const& problems) {
    for (auto const& problem : problems) must_be_a_line(to_line(problem), "a problem");
}

void lay_out(Schedule const& schedule, Settings const& settings, std::vector<Instant> const& instants, std::size_t turn) {
    static constexpr std::array names{"", "upcoming", "day", "speaker", ""};
    static constexpr std::array sizes{Size{1920, 1080}, Size{600, 1024}, Size{800, 480}};
    static FixedMetrics const metrics{{{"photo.jpg", Size{400, 500}}}};
    static Theme const theme;
    SceneMaker const scenes(schedule, settings.displays.empty() ? std::vector<std::string>{} : settings.displays.front().rooms, settings.timing,
                            english_words("en-US"), settings.announcements);
    for (auto const t : instants) {
        auto const* name = names[turn++ % names.size()];
        auto const scene = *name ? scenes.at(t, name) : scenes.at(t);
        if (!scene) continue;
        must(scene->until > t, "a scene lasts");
        auto const frame = layout(scene->scene, theme, sizes[turn++ % sizes.size()], metrics);
        auto const faults = faults_of(frame, scene->scene, theme, metrics, MeasuredInk(metrics));
        must(faults.empty(), faults);
    }
}

Schedule live_through(ScheduleDraft draft, Settings const& settings, std::size_t turn) {
    join_by_id(draft);
    auto problems = complete(draft, settings);
    draft.event = with_settings(draft.event, settings.event);
    auto const named = draft.event.zone_name.empty() ? Outcome<Zone>{} : Zone::named(draft.event.zone_name);
    append(problems, named.problems);
    auto const zone = named.value ? *named.value : Zone::floating();
    auto validated = Schedule::validate(std::move(draft), zone);
    must(validated.value.has_value(), "a draft always becomes a schedule");
    append(problems, std::move(validated.problems));
    auto schedule = std::move(*validated.value);
    must_be_whole(schedule);
    append(problems, lint_schedule(schedule));
    must_be_printable(problems);

    auto const instants = instants_of(schedule);
    // Everything for each input would take a hundred times as long as reading it.
    auto const instant = instants[turn % instants.size()];
    switch (turn / 8 % 5) {
        case 0: ask_the_programme(schedule, instants); break;
        case 1: write_out(schedule, export_formats()[turn / 64 % export_formats().size()]); break;
        case 2: give_commands(schedule, {instants[2 % instants.size()], instant}); break;
        case 3: lay_out(schedule, settings, {instant}, turn); break;
        default:
            must_be_whole(with_changes_marked(schedule, plain_day(), instant));
            must_be_whole(with_changes_marked(plain_day(), schedule, instant));
            (void)has_lost_most(schedule, plain_day());
    }
    return schedule;
}

Schedule const& plain_day() {
    static Schedule const day = [] {
        ScheduleBuilder builder;
        builder.add(Kind::opening, "9:00", "9:10", "Welcome");
        builder.add(Kind::talk, "9:10", "10:00", "How to fold a map").people = {ScheduleBuilder::person("Ada Example", "University of Paper", "Ada folds.")};
        builder.add(Kind::break_, "10:00", "10:30", "Coffee").is_for_all = true;
        builder.add(Kind::talk, "10:30", "11:00", "Creases").rooms = {"Hall A"};
        builder.add(Kind::talk, "10:30", "", "Corners").rooms = {"Hall B"};
        return builder.build();
    }();
    return day;
}

}  // namespace kiosk
