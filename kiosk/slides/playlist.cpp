#include "slides/playlist.hpp"

#include <algorithm>
#include <cassert>

#include "slides/makers.hpp"

namespace kiosk {
namespace {

constexpr minutes quiet_start{3};     // a session begins with its own slide alone
constexpr minutes last_minutes{5};    // and ends with what comes next
constexpr minutes short_session{15};  // too short for more than now and next
constexpr std::size_t most_speakers = 6;
constexpr minutes end_is_shown{60};   // after the last session; then it is night
constexpr hours night_ends{6};        // at the venue
constexpr hours awake_before{2};      // the first session

struct Portrait {
    Session const* session;
    SpeakerId speaker;
};

/// The people with a biography who speak in these sessions, in order, each once.
std::vector<Portrait> portraits_in(SlideContext const& context, std::vector<Session const*> const& sessions) {
    std::vector<Portrait> found;
    for (auto const* session : sessions)
        for (auto const& id : session->speakers) {
            bool const known = std::any_of(found.begin(), found.end(), [&](Portrait const& p) { return p.speaker == id; });
            if (!known && !context.schedule.speaker(id).biography.empty()) found.push_back({session, id});
        }
    if (found.size() > most_speakers) found.resize(most_speakers);
    return found;
}

std::string name_of(Portrait const& portrait) { return "speaker:" + portrait.speaker.value; }

std::vector<std::string> session_cycle(SlideContext const& context, std::string const& main) {
    std::vector<std::string> cycle{main, "upcoming"};
    for (auto const& portrait : portraits_in(context, context.programme.now)) cycle.insert(cycle.end(), {main, name_of(portrait)});
    cycle.insert(cycle.end(), {main, "day"});
    auto const next = portraits_in(context, context.programme.next);
    if (!next.empty()) cycle.insert(cycle.end(), {main, name_of(next.front())});
    return cycle;
}

std::vector<std::string> pause_cycle(SlideContext const& context, std::string const& main) {
    std::vector<std::string> cycle;
    auto const next = portraits_in(context, context.programme.next);
    for (std::size_t i = 0; i < std::max<std::size_t>(next.size(), 1); ++i) {
        cycle.insert(cycle.end(), {main, "upcoming"});
        if (!next.empty()) cycle.insert(cycle.end(), {main, name_of(next[i])});
        cycle.insert(cycle.end(), {main, "day"});
    }
    return cycle;
}

/// The names in turn, and over which part of the programme's span they hold.
struct Part {
    Span span;
    std::vector<std::string> names;
};

Part session_part(SlideContext const& context, std::string const& main) {
    auto const when = context.programme.now.front()->when;
    auto const valid = context.programme.valid;
    if (when.length() <= short_session) return {valid, {main, "upcoming"}};
    auto const settled = when.begin + quiet_start, closing = when.end - last_minutes;
    if (context.t < settled) return {{valid.begin, std::min(valid.end, settled)}, {main}};
    if (context.t >= closing) return {{std::max(valid.begin, closing), valid.end}, {main, "upcoming"}};
    return {{std::max(valid.begin, settled), std::min(valid.end, closing)}, session_cycle(context, main)};
}

Part pause_part(SlideContext const& context, std::string const& main) {
    auto const valid = context.programme.valid;
    auto const closing = context.programme.now.front()->when.end - last_minutes;
    if (context.t < closing) return {{valid.begin, std::min(valid.end, closing)}, pause_cycle(context, main)};
    std::vector<std::string> names{main};
    if (auto const next = portraits_in(context, context.programme.next); !next.empty()) names.push_back(name_of(next.front()));
    return {{std::max(valid.begin, closing), valid.end}, names};
}

/// After the last session: the thanks, then the night.
Part evening_part(SlideContext const& context, std::string const& main, bool with_night) {
    auto const valid = context.programme.valid;
    Instant last = valid.begin;
    for (auto const* session : context.programme.today) last = std::max(last, session->when.end);
    auto const dark_from = last + end_is_shown;
    if (!with_night || context.programme.today.empty()) return {valid, {main}};
    if (context.t < dark_from) return {{valid.begin, std::min(valid.end, dark_from)}, {main}};
    return {{std::max(valid.begin, dark_from), valid.end}, {"night"}};
}

/// The small hours of the day of the next session. Empty length: it has none before it.
Span night_before(SlideContext const& context) {
    auto const start = context.programme.next.front()->when.begin;
    auto const& zone = context.schedule.zone();
    auto const midnight = zone.start_of(zone.day_of(start));
    auto const end = std::min<Instant>(midnight + night_ends, start - awake_before);
    return {midnight, std::max<Instant>(midnight, end)};
}

/// Before the first session.
Part morning_part(SlideContext const& context, std::string const& main, bool with_night) {
    auto const& programme = context.programme;
    std::vector<std::string> names{main};
    if (programme.next.empty()) return {programme.valid, names};
    names.push_back("day");
    for (auto const& portrait : portraits_in(context, programme.next)) names.insert(names.end(), {main, name_of(portrait)});
    auto const night = night_before(context);
    auto const valid = programme.valid;
    if (!with_night || night.length() <= milliseconds{0}) return {valid, names};
    if (context.t < night.begin) return {{valid.begin, std::min(valid.end, night.begin)}, names};
    if (night.contains(context.t)) return {{std::max(valid.begin, night.begin), std::min(valid.end, night.end)}, {"night"}};
    return {{std::max(valid.begin, night.end), valid.end}, names};
}

std::vector<std::string> directory_names(SlideContext const& context) {
    std::vector<std::string> names;
    for (std::size_t page = 1; page <= directory_pages(context); ++page) names.push_back("directory:" + std::to_string(page));
    return names;
}

Part part_by_phase(SlideContext const& context, bool with_night) {
    auto const& programme = context.programme;
    auto const main = main_slide_name(programme);
    bool const is_day = programme.phase != Phase::before && programme.phase != Phase::over && programme.phase != Phase::event_over;
    if (is_day && !context.directory.empty()) return {programme.valid, directory_names(context)};
    switch (programme.phase) {
        case Phase::session:
            return main == "posters" ? pause_part(context, main) : session_part(context, main);
        case Phase::break_: return pause_part(context, main);
        case Phase::soon:
        case Phase::gap: {
            std::vector<std::string> names{main, "upcoming"};
            if (auto const next = portraits_in(context, programme.next); !next.empty())
                names.insert(names.end(), {main, name_of(next.front())});
            return {programme.valid, names};
        }
        case Phase::before: return morning_part(context, main, with_night);
        case Phase::over:
        case Phase::event_over: return evening_part(context, main, with_night);
    }
    return {programme.valid, {main}};
}

/// The organiser's own cycle: "speaker" stands for one after the other.
Part part_by_settings(SlideContext const& context, std::vector<std::string> const& wanted) {
    auto const& programme = context.programme;
    Part part{programme.valid, {}};
    auto people = portraits_in(context, programme.now);
    for (auto const& portrait : portraits_in(context, programme.next)) people.push_back(portrait);
    bool const with_speakers = std::find(wanted.begin(), wanted.end(), "speaker") != wanted.end();
    std::size_t const rounds = with_speakers ? std::max<std::size_t>(people.size(), 1) : 1;
    for (std::size_t round = 0; round < rounds; ++round)
        for (auto const& name : wanted) {
            if (name == "now") part.names.push_back(main_slide_name(programme));
            else if (name == "speaker" && !people.empty()) part.names.push_back(name_of(people[round]));
            else if (name == "upcoming" && !programme.next.empty()) part.names.push_back(name);
            else if (name == "day" && !programme.today.empty()) part.names.push_back(name);
        }
    return part;
}

/// A slide beside itself would only look like a hiccup; a list with nothing in it says nothing.
void tidy(std::vector<std::string>& names, SlideContext const& context) {
    if (context.programme.next.empty()) std::erase(names, "upcoming");
    names.erase(std::unique(names.begin(), names.end()), names.end());
    while (names.size() > 1 && names.front() == names.back()) names.pop_back();
    if (names.empty()) names.push_back(main_slide_name(context.programme));
}

/// Notices have every second turn; an emergency has them all.
void interrupt(std::vector<std::string>& names, Notices const& notices) {
    if (notices.emergency) {
        names = {"emergency"};
        return;
    }
    if (notices.slides.empty()) return;
    std::vector<std::string> interrupted;
    // Each notice has its turn, however short the cycle is.
    auto const turns = std::max(names.size(), notices.slides.size());
    for (std::size_t i = 0; i < turns; ++i) {
        interrupted.push_back(names[i % names.size()]);
        interrupted.push_back(notices.slides[i % notices.slides.size()].name);
    }
    names = std::move(interrupted);
}

}  // namespace

milliseconds dwell_for(int words) {
    return std::clamp(milliseconds{4000 + words * 1000 / 3}, milliseconds{10'000}, milliseconds{40'000});
}

std::string main_slide_name(Programme const& programme) {
    if (programme.phase != Phase::session) return std::string(to_word(programme.phase));
    return programme.now.front()->kind == Kind::poster ? "posters" : "now";
}

std::optional<Slide> make_slide(SlideContext const& context, std::string_view name) {
    auto const& programme = context.programme;
    if (name == "now" || name == main_slide_name(programme)) return make_main_slide(context);
    if (name == "emergency" && context.notices.emergency) return make_emergency_slide(context);
    if (name == "night") return make_night_slide(context);
    if (name.starts_with("notice")) return make_notice_slide(context, name);
    if (name == "directory") return make_directory_slide(context, 0);
    for (std::size_t page = 1; page <= directory_pages(context); ++page)
        if (name == "directory:" + std::to_string(page)) return make_directory_slide(context, page - 1);
    if (name == "upcoming" && !programme.next.empty()) return make_upcoming_slide(context);
    if (name == "day" && !programme.today.empty()) return make_day_slide(context);
    if (!name.starts_with("speaker")) return {};
    for (auto const* sessions : {&programme.now, &programme.next, &programme.today})
        for (auto const* session : *sessions)
            for (auto const& id : session->speakers) {
                bool const wanted = name == "speaker" ? !context.schedule.speaker(id).biography.empty()
                                                      : name == "speaker:" + id.value;
                if (wanted) return make_speaker_slide(context, *session, id);
            }
    return {};
}

Night night_at(SlideContext const& context) {
    auto const part = part_by_phase(context, true);
    return {part.names == std::vector<std::string>{"night"}, part.span.end};
}

Playlist playlist_for(SlideContext const& context, Timing const& timing) {
    auto const own = timing.playlists.find(std::string(to_word(context.programme.phase)));
    auto const& wanted = own == timing.playlists.end() ? timing.slides : own->second;
    auto part = wanted.empty() ? part_by_phase(context, timing.night) : part_by_settings(context, wanted);
    tidy(part.names, context);
    interrupt(part.names, context.notices);
    Playlist playlist;
    playlist.valid = {part.span.begin, std::min(part.span.end, context.notices.until)};
    bool const has_beginning = part.span.begin != beginning_of_time;
    playlist.epoch = has_beginning ? part.span.begin : Instant{};
    // Words are counted as they stand at one fixed instant, so that every display counts the same.
    auto const counted_at = has_beginning                      ? part.span.begin
                            : part.span.end != end_of_time     ? part.span.end - hours{1}
                                                               : Instant{};
    SlideContext const first{context.schedule, context.programme, context.words, context.rooms, context.notices, context.directory, counted_at};
    auto const dwell_of = [&](std::string const& name) {
        if (timing.dwell) return *timing.dwell;
        auto const same = std::find_if(playlist.turns.begin(), playlist.turns.end(), [&](Turn const& turn) { return turn.slide == name; });
        if (same != playlist.turns.end()) return same->dwell;
        auto const slide = make_slide(first, name);
        assert(slide);
        return dwell_for(slide ? words_to_read(*slide) : 0);
    };
    for (auto const& name : part.names) playlist.turns.push_back({name, dwell_of(name)});
    return playlist;
}

Playlist in_turn(Playlist playlist, Playlist const& second) {
    playlist.languages = 2;
    for (std::size_t i = 0; i < std::min(playlist.turns.size(), second.turns.size()); ++i)
        playlist.turns[i].dwell = std::max(playlist.turns[i].dwell, second.turns[i].dwell);
    return playlist;
}

Moment moment_at(Playlist const& playlist, Instant t) {
    if (playlist.turns.size() == 1 && playlist.languages == 1) return {0, playlist.valid};
    milliseconds round{0};
    for (auto const& turn : playlist.turns) round += turn.dwell;
    auto into = (t - playlist.epoch) % round;
    if (into < milliseconds{0}) into += round;
    Instant begin = t - into;
    auto language = (begin - playlist.epoch) / round % playlist.languages;
    if (language < 0) language += playlist.languages;
    for (std::size_t i = 0; i < playlist.turns.size(); ++i) {
        auto const end = begin + playlist.turns[i].dwell;
        if (t < end)
            return {i, {std::max(begin, playlist.valid.begin), std::min(end, playlist.valid.end)},
                    static_cast<std::size_t>(language)};
        begin = end;
    }
    return {0, playlist.valid};
}

std::vector<std::string> slides_of(Playlist const& playlist) {
    std::vector<std::string> names;
    for (auto const& turn : playlist.turns)
        if (std::find(names.begin(), names.end(), turn.slide) == names.end()) names.push_back(turn.slide);
    return names;
}

}  // namespace kiosk
