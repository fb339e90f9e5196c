#include "import/completion.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "schedule/person_name.hpp"

namespace kiosk {
namespace {

DraftPerson person_named(std::string const& name, SourceRef const& where) {
    DraftPerson person;
    person.name = name;
    person.origin = where;
    return person;
}

bool is_called(DraftPerson const& person, SpeakerSettings const& speaker) {
    if (same_person(person.name, speaker.name)) return true;
    return std::any_of(speaker.also.begin(), speaker.also.end(), [&](std::string const& other) { return same_person(person.name, other); });
}

void rename_rooms(ScheduleDraft& draft, std::vector<RoomSettings> const& rooms) {
    if (rooms.empty()) return;
    draft.event.room = room_name(draft.event.room, rooms);
    for (auto& row : draft.sessions) {
        for (auto& room : row.rooms) room = room_name(room, rooms);
        if (row.earlier) row.earlier->room = room_name(row.earlier->room, rooms);
    }
}

void complete_speaker(ScheduleDraft& draft, SpeakerSettings const& speaker, std::vector<Problem>& problems) {
    bool is_known = false;
    auto const rename = [&](DraftPerson& person) {
        if (!is_called(person, speaker)) return;
        is_known = true;
        person.name = speaker.name;
        if (!speaker.affiliation.empty()) person.affiliation = speaker.affiliation;
        if (!speaker.biography.empty()) person.biography = speaker.biography;
        if (speaker.photo.empty()) return;
        person.photo = speaker.photo;
        person.photo_origin = speaker.where;
    };
    for (auto& row : draft.sessions)
        for (auto& person : row.people) rename(person);
    for (auto& person : draft.people) rename(person);
    if (!is_known)
        problems.push_back({Severity::warning, "correction-unmatched", fmt::format("nobody is called \"{}\"", speaker.name),
                            "write the name as the schedule does, or add its spelling to also = [...]", speaker.where});
}

/// The day on which a corrected time lies: as told, else the row's own, else the event's first.
std::optional<Day> day_for(SessionSettings const& wanted, DraftSession const& row, EventFacts const& event) {
    if (wanted.date) return wanted.date;
    if (row.start)
        if (auto const* wall = std::get_if<WallTime>(&*row.start)) return date::floor<date::days>(*wall);
    return event.first_day;
}

/// How long a row is, as far as it says; both of its times are of one kind.
std::optional<milliseconds> length_of(DraftSession const& row) {
    if (!row.start || !row.end) return row.duration;
    if (auto const *start = std::get_if<WallTime>(&*row.start), *end = std::get_if<WallTime>(&*row.end); start && end) return *end - *start;
    if (auto const *start = std::get_if<Instant>(&*row.start), *end = std::get_if<Instant>(&*row.end); start && end) return *end - *start;
    return {};
}

/// What visitors who know the old plan have to be told. The end moves with the start.
void keep_earlier(DraftSession& row, SessionSettings const& wanted, EventFacts const& event) {
    DraftEarlier earlier;
    auto const& room = row.rooms.empty() ? event.room : row.rooms.front();
    if (!wanted.room.empty() && comparison_key(room) != comparison_key(wanted.room)) earlier.room = room;
    if (wanted.start) {
        earlier.start = row.start;
        row.duration = length_of(row);
        row.end.reset();
    }
    row.earlier = std::move(earlier);
}

void correct(DraftSession& row, SessionSettings const& wanted, EventFacts const& event) {
    auto const day = day_for(wanted, row, event);
    if (wanted.is_announced) keep_earlier(row, wanted, event);
    if (!wanted.title.empty()) row.title = wanted.title;
    if (auto const kind = kind_from_word(wanted.kind)) row.kind = *kind;
    if (!wanted.room.empty()) row.rooms = {wanted.room};
    if (wanted.is_cancelled) row.status = Status::cancelled;
    if (wanted.speakers) {
        row.people.clear();
        for (auto const& name : *wanted.speakers) row.people.push_back(person_named(name, wanted.where));
    }
    if (!wanted.title.empty() || wanted.speakers) row.placeholder = false;
    if (!day) return;
    if (wanted.start) row.start = WallTime{*day} + *wanted.start;
    if (!wanted.end) return;
    row.duration.reset();
    row.end = WallTime{*day} + *wanted.end;
}

void add_session(ScheduleDraft& draft, SessionSettings const& wanted) {
    DraftSession row;
    row.kind = Kind::talk;
    row.origin = wanted.where;
    correct(row, wanted, draft.event);
    draft.sessions.push_back(std::move(row));
}

void apply_to_sessions(ScheduleDraft& draft, SessionSettings const& wanted, std::vector<Problem>& problems) {
    if (wanted.match.empty()) {
        if (!wanted.title.empty() && wanted.start) add_session(draft, wanted);
        return;
    }
    auto const key = comparison_key(wanted.match);
    int matched = 0;
    for (auto& row : draft.sessions) {
        bool const by_person = row.title.empty() && !row.people.empty() && same_person(row.people.front().name, wanted.match);
        if (row.source_id != wanted.match && comparison_key(row.title) != key && !by_person) continue;
        ++matched;
        if (wanted.leave_out) row.status = Status::hidden;
        else correct(row, wanted, draft.event);
    }
    if (matched == 0)
        problems.push_back({Severity::warning, "correction-unmatched", fmt::format("no session is called \"{}\"", wanted.match),
                            "write its title or id as `kiosk import` prints it", wanted.where});
    if (matched > 1)
        problems.push_back({Severity::note, "correction-ambiguous", fmt::format("{} sessions are called \"{}\": all are changed", matched, wanted.match),
                            "name one by its id", wanted.where});
}

}  // namespace

std::string room_name(std::string const& written, std::vector<RoomSettings> const& rooms) {
    auto const key = comparison_key(written);
    for (auto const& room : rooms) {
        if (room.name.empty()) continue;
        bool const is_alias = std::any_of(room.aliases.begin(), room.aliases.end(), [&](std::string const& alias) { return comparison_key(alias) == key; });
        if (is_alias || comparison_key(room.name) == key) return room.name;
    }
    return written;
}

std::vector<Problem> complete(ScheduleDraft& draft, Settings const& settings) {
    std::vector<Problem> problems;
    // Sessions first: one that is added may use any spelling of a room or a name.
    for (auto const& session : settings.sessions) apply_to_sessions(draft, session, problems);
    rename_rooms(draft, settings.rooms);
    for (auto const& speaker : settings.speakers)
        if (!speaker.name.empty()) complete_speaker(draft, speaker, problems);
    return problems;
}

}  // namespace kiosk
