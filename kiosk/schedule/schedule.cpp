#include "schedule/schedule.hpp"

#include <algorithm>
#include <cassert>
#include <map>
#include <memory_resource>
#include <numeric>
#include <set>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include "base/limits.hpp"
#include "base/utf8.hpp"
#include "schedule/ends.hpp"
#include "schedule/person_name.hpp"
#include "schedule/text_limits.hpp"

namespace kiosk {
namespace {

/// Ids that nothing else has: the second "anna" is "anna-2".
class UniqueIds {
public:
    explicit UniqueIds(std::size_t expected) { taken_.reserve(expected); }

    std::string take(std::string base) {
        if (taken_.insert(base).second) return base;
        // Numbers once found taken stay so: thousands that share a base are not counted through again.
        int& number = numbers_.try_emplace(base, 1).first->second;
        std::string id;
        do id = fmt::format("{}-{}", base, ++number);
        while (!taken_.insert(id).second);
        return id;
    }

private:
    std::pmr::monotonic_buffer_resource memory_;  // as they come by thousands and go together
    std::pmr::unordered_set<std::string> taken_{&memory_};
    std::pmr::unordered_map<std::string, int> numbers_{&memory_};
};

/// The people of a schedule: every name once, with all that any source says of them.
class Directory {
public:
    explicit Directory(ScheduleDraft const& draft) : ids_(expected(draft)) {
        speakers_.reserve(expected(draft));
        by_key_.reserve(expected(draft));
        for (auto const& block : draft.people) add(block);
    }

    void add(DraftPerson const& person) { (void)known(person); }

    /// The row's wording wins over the block's: it is what the audience has read elsewhere. Takes the name and the affiliation.
    SpeakerId add_from_row(DraftPerson& person) {
        auto& speaker = known(person);
        if (!person.name.empty()) speaker.name = std::move(person.name);
        if (!person.affiliation.empty()) speaker.affiliation = std::move(person.affiliation);
        return speaker.id;
    }

    std::vector<Speaker> take() { return std::move(speakers_); }

private:
    /// How many there will be at most, or nearly: of a large schedule they fill megabytes, which are not to be moved as they grow.
    static std::size_t expected(ScheduleDraft const& draft) {
        constexpr std::size_t most_usual = 3;  // a session
        auto count = draft.people.size();
        for (auto const& row : draft.sessions) count += std::min(row.people.size(), most_usual);
        return count;
    }

    /// The one entry for `person`, with all that they add to it.
    Speaker& known(DraftPerson const& person) {
        auto name_key = comparison_key(person.name);
        auto keys = person_keys(person.name, name_key);
        auto const index = find_or_note(person, keys);
        if (index == speakers_.size()) {
            auto& speaker = speakers_.emplace_back();
            speaker.id = new_id(std::move(name_key));
            speaker.name = person.name;
            speaker.origin = person.origin;
        }
        auto& speaker = speakers_[index];
        if (speaker.affiliation.empty() && !person.affiliation.empty()) speaker.affiliation = person.affiliation;
        if (speaker.biography.empty() && !person.biography.empty()) speaker.biography = person.biography;
        if (speaker.photo.empty()) {
            speaker.photo = person.photo;
            speaker.photo_origin = person.photo_origin;
        }
        for (auto const& link : person.links)
            if (links_.emplace(index, link.text, link.url).second) speaker.links.push_back(link);
        return speaker;
    }

    /// Where the person is, or is to be; then their keys and their id lead there.
    std::size_t find_or_note(DraftPerson const& person, std::vector<std::string>& keys) {
        auto const next = speakers_.size();
        auto index = next;
        if (!person.source_id.empty()) {
            index = by_source_id_.try_emplace(person.source_id, next).first->second;
        } else if (keys.size() == 1) {  // as most have: one look for both
            return by_key_.try_emplace(std::move(keys.front()), next).first->second;
        } else {
            auto const found = std::find_if(keys.begin(), keys.end(), [&](std::string const& key) { return by_key_.contains(key); });
            if (found != keys.end()) index = by_key_.find(*found)->second;
        }
        for (auto& key : keys) by_key_.try_emplace(std::move(key), index);
        return index;
    }

    SpeakerId new_id(std::string key) {
        auto base = slug_of_key(std::move(key));
        return {ids_.take(base.empty() ? "speaker" : std::move(base))};
    }

    std::vector<Speaker> speakers_;
    std::pmr::monotonic_buffer_resource memory_;  // as above
    std::pmr::unordered_map<std::string, std::size_t> by_key_{&memory_}, by_source_id_{&memory_};
    std::set<std::tuple<std::size_t, std::string, std::string>> links_;  // each once: whose, text, address
    UniqueIds ids_;
};

/// A time of the draft as an instant, and what was wrong with it.
Instant to_instant(DraftTime const& time, Zone const& zone, SourceRef const& origin, std::vector<Problem>& problems) {
    if (auto const* instant = std::get_if<Instant>(&time)) return *instant;
    auto const wall = std::get<WallTime>(time);
    auto const resolved = zone.resolve(wall);
    if (resolved.clock != Zone::Resolved::Clock::normal) {
        bool const skipped = resolved.clock == Zone::Resolved::Clock::skipped;
        problems.push_back({Severity::warning, "clock-change",
                            fmt::format("{} {} in {} that day: read as {}", to_iso(wall),
                                        skipped ? "does not exist" : "happens twice", zone.name(),
                                        zone.to_iso_with_offset(resolved.instant)),
                            "state the offset", origin});
    }
    return resolved.instant;
}

bool can_be(Instant t) { return t >= first_day_of_events && t < last_day_of_events; }

/// The end as the row states it, or by its length. Empty: it states none that can be meant.
void take_end(Stretch& stretch, DraftSession const& row, Zone const& zone, std::vector<Problem>& problems) {
    if (row.end) stretch.end = to_instant(*row.end, zone, row.origin, problems);
    bool const is_too_long = row.end ? *stretch.end > stretch.begin + longest_session : row.duration && *row.duration > longest_session;
    if (is_too_long) {
        problems.push_back({Severity::warning, "very-long", fmt::format("\"{}\" lasts more than {} days: the end is ignored", row.title, longest_session / hours{24}),
                            "correct the end", row.origin});
        stretch.end.reset();
    } else if (!row.end && row.duration) {
        stretch.end = stretch.begin + std::max<milliseconds>(*row.duration, -longest_session);
        stretch.end_source = EndSource::duration;
    }
}

/// What the row said earlier, where that differs. The length is the one that it has now.
std::optional<EarlierPlan> earlier_of(DraftSession const& row, Span when, Zone const& zone) {
    if (!row.earlier) return {};
    EarlierPlan earlier;
    earlier.room = row.earlier->room;
    std::vector<Problem> said_of_the_new_time;
    if (row.earlier->start) {
        auto const begin = to_instant(*row.earlier->start, zone, row.origin, said_of_the_new_time);
        if (begin != when.begin && can_be(begin)) earlier.when = Span{begin, begin + when.length()};
    }
    if (!earlier.when && earlier.room.empty()) return {};
    return earlier;
}

/// A name for a session that stays the same while its start and its title do.
SessionId new_id(DraftSession const& row, Instant begin, Zone const& zone, UniqueIds& ids) {
    auto base = row.source_id;
    if (base.empty()) {
        auto const name = !row.title.empty() ? row.title : row.people.empty() ? row.label : row.people.front().name;
        auto const wall = zone.to_wall(begin);
        auto const day = date::floor<date::days>(wall);
        auto const minute = std::chrono::duration_cast<minutes>(wall - day).count();
        base = fmt::format("{}-{:02}{:02}-{}", to_iso(day), minute / 60, minute % 60,
                           slug(name.empty() ? to_word(row.kind) : std::string_view(name)));
    }
    return {ids.take(std::move(base))};
}

/// By start, then end, then source order. In their place, each moved once only: they are large.
std::vector<Session> sorted(std::vector<Session> sessions) {
    std::vector<std::size_t> order(sessions.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        auto const &first = sessions[a].when, &second = sessions[b].when;
        return std::tie(first.begin, first.end) < std::tie(second.begin, second.end);
    });
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (order[i] == i) continue;
        // Round the circle of those that stand in each other's place.
        Session first = std::move(sessions[i]);
        auto at = i;
        for (; order[at] != i; at = std::exchange(order[at], at)) sessions[at] = std::move(sessions[order[at]]);
        sessions[at] = std::move(first);
        order[at] = at;
    }
    return sessions;
}

}  // namespace

Schedule Schedule::empty(EventFacts event, Zone zone) { return {std::move(event), std::move(zone)}; }

Outcome<Schedule> Schedule::validate(ScheduleDraft draft, Zone const& zone) {
    std::vector<Problem> problems = cut_long_texts(draft);
    if (draft.event.first_day && !can_be(Instant{draft.event.first_day->time_since_epoch()})) draft.event.first_day.reset();
    Schedule schedule(draft.event, zone);
    std::vector<Session> sessions;
    sessions.reserve(draft.sessions.size());
    std::map<RoomId, std::string> room_names;
    std::vector<Stretch> stretches;
    stretches.reserve(draft.sessions.size());
    std::vector<std::optional<std::size_t>> stretch_of(draft.sessions.size());
    std::vector<std::vector<RoomId>> rooms(draft.sessions.size());

    // Beside rows in other rooms, those without one are in the event's, if it has one.
    bool const names_rooms = std::any_of(draft.sessions.begin(), draft.sessions.end(), [](DraftSession const& row) { return !row.rooms.empty(); });
    std::vector<std::string> const usual_rooms = names_rooms && !draft.event.room.empty() ? std::vector{draft.event.room} : std::vector<std::string>{};

    for (std::size_t i = 0; i < draft.sessions.size(); ++i) {
        auto const& row = draft.sessions[i];
        if (!row.start) {
            problems.push_back({Severity::warning, "start-missing", fmt::format("\"{}\" has no start: not shown", row.title),
                                "state its start", row.origin});
            continue;
        }
        Stretch stretch;
        stretch.begin = to_instant(*row.start, zone, row.origin, problems);
        if (!can_be(stretch.begin)) {
            problems.push_back({Severity::error, "date-impossible", fmt::format("\"{}\" is in a year that no event is in: not shown", row.title),
                                "correct its date", row.origin});
            continue;
        }
        take_end(stretch, row, zone, problems);
        auto const& names = row.rooms.empty() ? usual_rooms : row.rooms;
        rooms[i].reserve(names.size());
        for (auto const& name : names) {
            RoomId const id = room_id_of(name);
            room_names.emplace(id, name);
            rooms[i].push_back(id);
        }
        // Who moved out ends when the plan of the old room said so.
        bool const has_moved = row.earlier && !row.earlier->room.empty();
        stretch.rooms = has_moved ? std::vector{room_id_of(row.earlier->room)} : rooms[i];
        stretch.origin = row.origin;
        stretch_of[i] = stretches.size();
        stretches.push_back(std::move(stretch));
    }
    for (std::size_t i = 0; i < draft.sessions.size(); ++i)
        if (stretch_of[i] && draft.sessions[i].parent) stretches[*stretch_of[i]].parent = stretch_of[*draft.sessions[i].parent];
    append(problems, fill_ends(stretches, draft.event, zone));

    Directory directory(draft);
    UniqueIds unique(stretches.size());
    std::vector<SessionId> ids(stretches.size());
    for (std::size_t i = 0; i < draft.sessions.size(); ++i)
        if (stretch_of[i]) ids[*stretch_of[i]] = new_id(draft.sessions[i], stretches[*stretch_of[i]].begin, zone, unique);
    for (std::size_t i = 0; i < draft.sessions.size(); ++i) {
        if (!stretch_of[i]) continue;
        auto& row = draft.sessions[i];
        auto& stretch = stretches[*stretch_of[i]];
        Session session{ids[*stretch_of[i]], std::move(row.title), std::move(row.subtitle), row.kind,
                        std::move(row.label), {stretch.begin, *stretch.end}, stretch.end_source,
                        std::move(rooms[i]), {}, std::move(row.track), std::move(row.language),
                        std::move(row.abstract), std::move(row.description), std::move(row.url),
                        std::move(row.links), row.status, row.placeholder, {}, std::move(row.origin), {}, row.is_for_all};
        session.speakers.reserve(row.people.size());
        session.roles.reserve(row.people.size());
        for (bool const is_leading : {false, true})  // those who speak come first
            for (auto& person : row.people) {
                if (leads(person.role) != is_leading) continue;
                session.speakers.push_back(directory.add_from_row(person));
                session.roles.push_back(std::move(person.role));
            }
        row.people = {};  // their memory is for those that follow
        session.earlier = earlier_of(row, session.when, zone);
        if (stretch.parent) session.parent = ids[*stretch.parent];
        sessions.push_back(std::move(session));
    }
    schedule.sessions_ = sorted(std::move(sessions));
    for (auto const& [id, name] : room_names) schedule.rooms_.push_back({id, name});
    schedule.speakers_ = directory.take();
    schedule.speaker_index_.reserve(schedule.speakers_.size());
    for (std::size_t i = 0; i < schedule.speakers_.size(); ++i)
        schedule.speaker_index_.emplace(schedule.speakers_[i].id.value, i);
    return {std::move(schedule), std::move(problems)};
}

Speaker const& Schedule::speaker(SpeakerId const& id) const {
    auto const found = speaker_index_.find(id.value);
    assert(found != speaker_index_.end());
    return speakers_[found->second];
}

Room const& Schedule::room(RoomId const& id) const {
    auto const found = std::lower_bound(rooms_.begin(), rooms_.end(), id,
                                        [](Room const& room, RoomId const& wanted) { return room.id < wanted; });
    assert(found != rooms_.end() && found->id == id);
    return *found;
}

std::vector<Session const*> Schedule::in_rooms(std::vector<std::string> const& names) const {
    std::set<RoomId> wanted;
    for (auto const& name : names) wanted.insert(room_id_of(name));
    std::vector<Session const*> found;
    for (auto const& session : sessions_) {
        bool const here = wanted.empty() || session.rooms.empty() || session.is_for_all ||
                          std::any_of(session.rooms.begin(), session.rooms.end(),
                                      [&](RoomId const& room) { return wanted.contains(room); });
        if (here) found.push_back(&session);
    }
    return found;
}

Schedule Schedule::with_sessions(std::vector<Session> sessions, std::vector<Room> const& rooms) const {
    Schedule changed(event_, zone_);
    changed.sessions_ = sorted(std::move(sessions));
    changed.rooms_ = rooms_;
    for (auto const& room : rooms) {
        auto const place = std::lower_bound(changed.rooms_.begin(), changed.rooms_.end(), room.id,
                                            [](Room const& known, RoomId const& id) { return known.id < id; });
        if (place == changed.rooms_.end() || place->id != room.id) changed.rooms_.insert(place, room);
    }
    changed.speakers_ = speakers_;
    changed.speaker_index_ = speaker_index_;
    return changed;
}

RoomId room_id_of(std::string_view name) { return {comparison_key(name)}; }

}  // namespace kiosk
