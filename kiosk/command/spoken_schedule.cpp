// How operators name what displays show: a session, what is on, what is next.
#include "command/spoken_schedule.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <set>

#include "base/utf8.hpp"
#include "command/effects.hpp"
#include "command/targets.hpp"
#include "schedule/ends.hpp"
#include "settings/toml_table.hpp"

namespace kiosk {
namespace {

using Sessions = std::vector<Session const*>;

constexpr std::size_t most_candidates = 5;  // that a hint lists
constexpr std::string_view by_room = "name its room with --room";

Sessions filtered(Sessions const& sessions, auto const& is_meant) {
    Sessions found;
    std::copy_if(sessions.begin(), sessions.end(), std::back_inserter(found),
                 [&](Session const* session) { return is_meant(*session); });
    return found;
}

bool starts_at(Session const& session, Instant t) {
    auto const minute_of = [](Instant instant) { return std::chrono::floor<minutes>(instant); };
    bool const was_planned =
        session.earlier && session.earlier->when && minute_of(session.earlier->when->begin) == minute_of(t);
    return was_planned || minute_of(session.when.begin) == minute_of(t);
}

/// `is_meant`: of a title's comparison key.
bool is_titled(Session const& session, auto const& is_meant) {
    bool const was = session.earlier && !session.earlier->title.empty() &&
                     is_meant(comparison_key(session.earlier->title));
    return was || is_meant(comparison_key(session.title));
}

bool share_a_room(Session const& a, Session const& b) { return a.rooms.empty() || is_in_one_of(b, a.rooms); }

}  // namespace

Outcome<Session const*> SpokenSchedule::session(std::string_view reference,
                                                std::vector<std::string> const& rooms) const {
    auto const ids = room_ids_of(rooms);
    Sessions pool;
    for (auto const& session : shown_.sessions())
        if (session.status != Status::hidden && (ids.empty() || is_in_one_of(session, ids)))
            pool.push_back(&session);

    auto found = filtered(pool, [&](Session const& session) { return session.id.value == reference; });
    if (auto const time = parse_time_argument(reference); time && found.empty()) {
        auto const start = resolved_on(*time, day_spoken_of(shown_, at_), shown_.zone());
        found = filtered(pool, [&](Session const& session) { return starts_at(session, start); });
    }
    auto const key = comparison_key(reference);
    using Test = std::function<bool(Session const&)>;
    auto const titled = [&](auto const& is_meant) -> Test { return [&, is_meant](Session const& session) { return is_titled(session, is_meant); }; };
    std::vector<Test> const ways{titled([&](std::string const& title) { return title == key; }),
                                 titled([&](std::string const& title) { return title.starts_with(key); }),
                                 [&](Session const& session) { return has_speaker(session, key); },
                                 titled([&](std::string const& title) { return (" " + title).find(" " + key) != title.npos; })};
    for (auto const& way : ways)
        if (found.empty() && !key.empty()) found = filtered(pool, way);
    return one_of(std::move(found), reference, pool);
}

Outcome<Session const*> SpokenSchedule::one_of(Sessions found, std::string_view reference,
                                               Sessions const& pool) const {
    if (found.size() == 1) return {found.front(), {}};
    auto const name = clean_line(reference);
    if (!found.empty()) return {{}, {undecided(fmt::format("\"{}\" may be any of {} sessions", name, found.size()), found)}};
    auto const key = comparison_key(reference);
    if (!key.empty())
        found = filtered(pool, [&](Session const& session) {
            return is_titled(session,
                             [&](std::string const& title) { return title.find(key) != title.npos; });
        });
    if (found.empty()) {
        std::vector<std::string> titles;
        for (auto const* session : pool) titles.push_back(comparison_key(session->title));
        auto const near = nearest(std::string_view(key).substr(0, 100), titles);
        if (!near.empty())
            found =
                filtered(pool, [&](Session const& session) { return comparison_key(session.title) == near; });
    }
    auto const day = day_spoken_of(shown_, at_);
    if (found.empty())
        found = filtered(pool, [&](Session const& session) {
            return session.when.end > at_ && logical_day(session.when.begin, shown_.zone()) == day;
        });
    return {{}, {undecided(fmt::format("no session is named by \"{}\"", name), found)}};
}

Outcome<std::vector<Session const*>> SpokenSchedule::current(std::vector<std::string> const& rooms) const {
    auto const ids = room_ids_of(rooms);
    Sessions chosen;
    for (std::size_t i = 0; i < std::max<std::size_t>(ids.size(), 1); ++i) {
        auto const on = on_in(ids.empty() ? ids : std::vector{ids[i]});
        if (on.empty()) continue;
        auto const& best = *on.front();
        auto const is_rival = [&](Session const* other) {
            bool const is_equal =
                other->when.begin == best.when.begin && is_pause(other->kind) == is_pause(best.kind);
            return other != &best && (is_equal || !share_a_room(*other, best));
        };
        if (std::any_of(on.begin(), on.end(), is_rival))
            return {{}, {undecided(fmt::format("{} sessions are on", on.size()), on, by_room)}};
        if (std::find(chosen.begin(), chosen.end(), &best) == chosen.end()) chosen.push_back(&best);
    }
    return {std::move(chosen), {}};
}

std::vector<Session const*> SpokenSchedule::on_in(std::vector<RoomId> const& rooms) const {
    Sessions on;
    std::set<SessionId> blocks;
    for (auto const& session : shown_.sessions()) {
        bool const is_on = is_to_take_place(session) && session.when.contains(at_);
        if (!is_on || !(rooms.empty() || is_in_one_of(session, rooms))) continue;
        on.push_back(&session);
        if (session.parent) blocks.insert(*session.parent);
    }
    std::erase_if(on, [&](Session const* session) { return blocks.contains(session->id); });
    std::stable_sort(on.begin(), on.end(), [](Session const* a, Session const* b) {
        if (a->when.begin != b->when.begin) return a->when.begin > b->when.begin;
        return !is_pause(a->kind) && is_pause(b->kind);
    });
    return on;
}

std::vector<Session const*> SpokenSchedule::following(std::vector<RoomId> const& rooms) const {
    Sessions next;
    std::set<SessionId> blocks;
    auto const day = logical_day(at_, shown_.zone());
    for (auto const& session : shown_.sessions()) {
        bool const is_later =
            session.when.begin > at_ && session.when.end > session.when.begin && is_to_take_place(session);
        if (!is_later || !(rooms.empty() || is_in_one_of(session, rooms))) continue;
        if (logical_day(session.when.begin, shown_.zone()) != day) break;
        if (!next.empty() && session.when.begin > next.front()->when.begin) break;
        next.push_back(&session);
        if (session.parent) blocks.insert(*session.parent);
    }
    std::erase_if(next, [&](Session const* session) { return blocks.contains(session->id); });
    return next;
}

std::vector<Problem> SpokenSchedule::unknown_room(std::vector<std::string> const& rooms,
                                                  Severity severity) const {
    std::vector<std::string> keys{comparison_key(shown_.event().room)}, names;
    for (auto const& room : shown_.rooms()) {
        keys.push_back(room.id.value);
        names.push_back(room.name);
    }
    for (auto const& name : rooms) {
        auto const key = comparison_key(name);
        if (std::find(keys.begin(), keys.end(), key) != keys.end()) continue;
        std::string known;
        for (std::size_t i = 0; i < std::min(names.size(), 2 * most_candidates); ++i)
            known += (i ? ", " : "") + names[i];
        auto hint = names.empty() ? "leave --room out: the schedule names no rooms"
                                  : "the rooms are: " + clean_line(known);
        if (severity == Severity::error)
            return {{Severity::error,
                     "command-target",
                     fmt::format("there is no room \"{}\"", name),
                     std::move(hint),
                     {}}};
        return {{Severity::warning,
                 "command-target",
                 fmt::format("the schedule has no room \"{}\"", name),
                 std::move(hint),
                 {}}};
    }
    return {};
}

/// Whose name it is, or one of its words: "wang" is Atlas Wang.
bool SpokenSchedule::has_speaker(Session const& session, std::string const& key) const {
    return std::any_of(session.speakers.begin(), session.speakers.end(), [&](SpeakerId const& id) {
        auto const name = " " + comparison_key(shown_.speaker(id).name) + " ";
        return name.find(" " + key + " ") != name.npos;
    });
}

/// A start is easier to say than an id. It does where nothing else begins then, or was to begin.
Problem SpokenSchedule::undecided(std::string message, Sessions const& candidates, std::string_view advice) const {
    auto const today = day_spoken_of(shown_, at_);
    bool const are_apart = std::all_of(candidates.begin(), candidates.end(), [&](Session const* one) {
        auto const& all = shown_.sessions();
        auto const same = std::count_if(all.begin(), all.end(), [&](Session const& other) { return starts_at(other, one->when.begin); });
        return same == 1 && logical_day(one->when.begin, shown_.zone()) == today;
    });
    std::set<std::vector<RoomId>> rooms;
    for (auto const* session : candidates) rooms.insert(session->rooms);
    if (advice.empty()) advice = are_apart ? "say its start" : rooms.size() == candidates.size() ? "name its room with --room, or say its id" : "say its id";
    auto hint = candidates.empty() ? "the day has no sessions left" : fmt::format("{}: {}", advice, list(candidates, !are_apart));
    return {Severity::error, "command-target", std::move(message), std::move(hint), {}};
}

/// `13:50 "Title" Hall A`, with the id where the start does not tell them apart.
std::string SpokenSchedule::list(Sessions const& sessions, bool with_ids) const {
    std::string lines;
    auto const today = day_spoken_of(shown_, at_);
    for (std::size_t i = 0; i < std::min(sessions.size(), most_candidates); ++i) {
        auto const& session = *sessions[i];
        bool const is_today = logical_day(session.when.begin, shown_.zone()) == today;
        auto const day = is_today ? std::string{} : to_iso(shown_.zone().to_wall(session.when.begin)).substr(0, 10) + " ";
        lines += fmt::format("{}{}{}", i ? ", " : "", day, spoken_name(session, shown_));
        for (auto const& room : session.rooms) lines += " " + shown_.room(room).name;
        if (with_ids) lines += fmt::format(" ({})", session.id.value);
    }
    if (sessions.size() > most_candidates)
        lines += fmt::format(" and {} more", sessions.size() - most_candidates);
    return clean_line(lines);
}

}  // namespace kiosk
