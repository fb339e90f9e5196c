#include "schedule/draft.hpp"

#include <algorithm>
#include <iterator>
#include <map>

#include "base/utf8.hpp"

namespace kiosk {
namespace {

/// Takes `other` where nothing is known yet.
template <class T>
void fill(T& known, T const& other) {
    if (known == T{}) known = other;
}

void fill(DraftPerson& person, DraftPerson const& other) {
    fill(person.name, other.name);
    fill(person.role, other.role);
    fill(person.affiliation, other.affiliation);
    fill(person.biography, other.biography);
    fill(person.links, other.links);
    if (!person.photo.empty()) return;
    person.photo = other.photo;
    person.photo_origin = other.photo_origin;
}

void fill(DraftSession& row, DraftSession const& other) {
    fill(row.title, other.title);
    fill(row.subtitle, other.subtitle);
    fill(row.label, other.label);
    fill(row.duration, other.duration);
    fill(row.rooms, other.rooms);
    if (row.people.empty()) row.people = other.people;
    fill(row.track, other.track);
    fill(row.language, other.language);
    fill(row.abstract, other.abstract);
    fill(row.description, other.description);
    fill(row.url, other.url);
    fill(row.links, other.links);
    if (row.kind == Kind::other) row.kind = other.kind;
    row.placeholder = row.placeholder && other.placeholder;
    row.is_for_all = row.is_for_all || other.is_for_all;
}

/// What no source describes still needs something that can be read.
void name_by_id(DraftSession& row) {
    bool const is_nameless = row.title.empty() && row.people.empty();
    if (is_nameless) row.title = row.title_if_unknown;
    if (is_nameless && !row.title.empty() && row.kind == Kind::other) row.kind = Kind::talk;
    for (auto& person : row.people) {
        if (!person.name.empty()) continue;
        person.name = clean_line(person.source_id);  // an id is nothing that anybody meant to be read
        std::replace_if(person.name.begin(), person.name.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
    }
}

/// Removes rows; indexes of parents follow.
void remove_rows(std::vector<DraftSession>& rows, std::vector<bool> const& goes) {
    std::vector<std::size_t> new_index(rows.size());
    std::size_t kept = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        new_index[i] = kept;
        if (!goes[i]) {
            if (kept != i) rows[kept] = std::move(rows[i]);
            ++kept;
        }
    }
    rows.resize(kept);
    for (auto& row : rows)
        if (row.parent) row.parent = goes[*row.parent] ? std::optional<std::size_t>{} : new_index[*row.parent];
}

}  // namespace

void merge(ScheduleDraft& whole, ScheduleDraft part) {
    fill(whole.event.name, part.event.name);
    fill(whole.event.series, part.event.series);
    fill(whole.event.venue, part.event.venue);
    fill(whole.event.room, part.event.room);
    fill(whole.event.zone_name, part.event.zone_name);
    fill(whole.event.url, part.event.url);
    fill(whole.event.contact, part.event.contact);
    fill(whole.event.first_day, part.event.first_day);
    fill(whole.event.opens, part.event.opens);
    fill(whole.event.closes, part.event.closes);
    auto const offset = whole.sessions.size();
    for (auto& session : part.sessions) {
        if (session.parent) *session.parent += offset;
        whole.sessions.push_back(std::move(session));
    }
    whole.people.insert(whole.people.end(), std::make_move_iterator(part.people.begin()),
                        std::make_move_iterator(part.people.end()));
}

void join_by_id(ScheduleDraft& draft) {
    std::map<std::string, DraftPerson const*> people;
    for (auto const& person : draft.people)
        if (!person.source_id.empty()) people.emplace(person.source_id, &person);
    bool const all_start = std::all_of(draft.sessions.begin(), draft.sessions.end(), [](DraftSession const& row) { return row.start.has_value(); });
    std::map<std::string, std::size_t> scheduled;  // asked where a row has no start
    for (std::size_t i = 0; i < draft.sessions.size() && !all_start; ++i)
        if (draft.sessions[i].start && !draft.sessions[i].source_id.empty()) scheduled.emplace(draft.sessions[i].source_id, i);

    std::vector<bool> goes(draft.sessions.size(), false);
    for (std::size_t i = 0; i < draft.sessions.size(); ++i) {
        auto const& row = draft.sessions[i];
        if (row.start) continue;
        auto const found = scheduled.find(row.source_id);
        if (row.source_id.empty() || found == scheduled.end()) continue;
        fill(draft.sessions[found->second], row);
        goes[i] = true;
    }
    if (!all_start) remove_rows(draft.sessions, goes);
    for (auto& row : draft.sessions) {
        // "talk: jane" where only the person is described.
        if (auto const found = people.find(row.source_id);
            !row.title_if_unknown.empty() && row.title.empty() && row.people.empty() && found != people.end())
            row.people.push_back(*found->second);
        for (auto& person : row.people) {
            if (!person.name.empty()) continue;
            if (auto const found = people.find(person.source_id); found != people.end()) fill(person, *found->second);
        }
        name_by_id(row);
    }
}

}  // namespace kiosk
