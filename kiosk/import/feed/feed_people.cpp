#include "import/feed/feed_people.hpp"

#include <algorithm>
#include <iterator>
#include <memory_resource>
#include <unordered_map>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "import/kinds.hpp"
#include "import/names.hpp"

namespace kiosk {
namespace {

/// Something in the field speaks for more than a name. Angle brackets are somebody's joke.
bool may_hold_more(std::string const& name) {
    if (name.find('<') != std::string::npos) return false;
    bool const has_mark = std::any_of(name.begin(), name.end(), [](char c) { return c == ',' || c == ';' || c == '&' || c == '('; });
    return has_mark || name.find(" - ") != std::string::npos ||
           name.find(" \u2013 ") != std::string::npos || name.find(" and ") != std::string::npos;
}

/// "Jane Doe (moderator)": what she does is no part of her name, and no employer.
void take_role_in_brackets(DraftPerson& person) {
    auto const open = person.name.rfind('(');
    if (open == std::string::npos || open == 0 || !person.name.ends_with(')')) return;
    auto const inside = std::string_view(person.name).substr(open + 1, person.name.size() - open - 2);
    auto const role = take_person_role(std::string(inside) + ':');
    if (!role || !role->rest.empty()) return;
    if (person.role.empty()) person.role = role->role;
    person.name = trimmed(std::string_view(person.name).substr(0, open));
}

/// The people in one field: all but the name is the field's.
std::vector<DraftPerson> split(DraftPerson const& field, FeedProblems& problems) {
    auto const written = read_people(field.name, People::one, true);
    if (written.empty() || (written.size() == 1 && written[0].affiliation.empty())) return {field};
    std::vector<DraftPerson> people;
    std::string said;
    for (WrittenPerson const& one : written) {
        DraftPerson person = field;
        person.name = one.name;
        if (person.affiliation.empty()) person.affiliation = one.affiliation;
        if (written.size() > 1) person.source_id.clear();
        said += (said.empty() ? "" : "; ") + one.name + (one.affiliation.empty() ? "" : ", of " + one.affiliation);
        people.push_back(std::move(person));
    }
    problems.once(Severity::warning, "speakers-in-one-field", field.origin,
                  fmt::format("\"{}\" is more than a name: read as {}", field.name, said), "give each person a field");
    return people;
}

/// `are_whole`: a field is a person, whatever it looks like. `keeps_ids`: an id alone is somebody too.
void settle(std::vector<DraftPerson>& people, bool are_whole, bool keeps_ids, FeedTexts& texts, FeedProblems& problems) {
    std::vector<DraftPerson> settled;
    settled.reserve(people.size());
    for (DraftPerson& person : people) {
        texts.make_name(person.name, person.origin);
        texts.make_line(person.role, person.origin);
        if (person.role == "speaker") person.role.clear();  // as all are
        texts.make_line(person.affiliation, person.origin);
        texts.make_paragraphs(person.biography, person.origin);
        if (person.name.empty() && (!keeps_ids || person.source_id.empty())) continue;
        if (!are_whole) take_role_in_brackets(person);
        if (are_whole || !may_hold_more(person.name)) {
            settled.push_back(std::move(person));
            continue;
        }
        auto parts = split(person, problems);
        settled.insert(settled.end(), std::make_move_iterator(parts.begin()), std::make_move_iterator(parts.end()));
    }
    people = std::move(settled);
}

template <class Feed, class Use>
void for_each_person(Feed& feed, Use use) {
    for (auto& event : feed.events)
        for (auto& person : event.people) use(person);
    for (auto& person : feed.people) use(person);
}

/// Ids that stand for one person each, as far as the file shows.
void check_ids(RawFeed& feed, FeedProblems& problems) {
    std::pmr::monotonic_buffer_resource memory;  // for one entry a person
    std::pmr::unordered_map<std::string, std::string> id_of{&memory}, name_of{&memory};
    std::unordered_map<std::string, bool> has_several_ids, has_several_names;
    for_each_person(feed, [&](DraftPerson const& person) {
        if (person.source_id.empty()) return;
        if (id_of.try_emplace(person.name, person.source_id).first->second != person.source_id) has_several_ids[person.name] = true;
        auto const [known, is_new] = name_of.try_emplace(person.source_id, person.name);
        if (is_new || known->second == person.name || same_person(known->second, person.name) || has_several_names[person.source_id]) return;
        has_several_names[person.source_id] = true;
        problems.once(Severity::warning, "duplicate-id", person.origin,
                      fmt::format("{} and {} have the id {}: two people", known->second, person.name, person.source_id), "");
    });
    bool const are_row_numbers = has_several_ids.size() > 2 && has_several_ids.size() * 10 > id_of.size();
    for_each_person(feed, [&](DraftPerson& person) {
        auto const shared = has_several_names.find(person.source_id);
        if (are_row_numbers || (shared != has_several_names.end() && shared->second)) person.source_id.clear();
    });
}

}  // namespace

void settle_people(RawFeed& feed, FeedTexts& texts, FeedProblems& problems) {
    for (RawEvent& event : feed.events) settle(event.people, feed.is_ours, feed.has_people_by_id, texts, problems);
    settle(feed.people, true, false, texts, problems);
    if (!feed.is_ours) check_ids(feed, problems);
}

}  // namespace kiosk
