#include "import/people_field.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "import/kinds.hpp"
#include "import/names.hpp"

namespace kiosk {
namespace {

std::vector<std::string> split(std::string_view text, std::string_view marks) {
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin <= text.size();) {
        auto const end = std::min(text.find_first_of(marks, begin), text.size());
        parts.emplace_back(trimmed(text.substr(begin, end - begin)));
        begin = end + 1;
    }
    return parts;
}

/// "12:Jane Doe": the id before the colon, which has no blanks around it.
std::size_t id_size(std::string_view part) {
    auto const colon = part.find(':');
    if (colon == part.npos || colon == 0 || colon + 1 >= part.size()) return 0;
    bool const is_tight = part[colon + 1] != ' ' && part[colon + 1] != '/';
    bool const is_id = part.substr(0, colon).find_first_of(" ()\t") == part.npos;
    return is_tight && is_id ? colon : 0;
}

DraftPerson person(std::string name, std::string affiliation, SourceRef const& origin) {
    DraftPerson one;
    one.name = clean_line(name);
    one.affiliation = clean_line(affiliation);
    one.origin = origin;
    return one;
}

/// Names as people write them in one field.
void add_written(std::string_view text, SourceRef const& origin, std::vector<DraftPerson>& people) {
    if (is_to_come(text)) return;
    auto const role = take_person_role(text);
    for (auto const& written : read_people(role ? std::string_view(role->rest) : text, People::several, true)) {
        people.push_back(person(written.name, written.affiliation, origin));
        if (role) people.back().role = role->role;
    }
}

void add_field(std::string_view field, SourceRef const& origin, std::vector<DraftPerson>& people) {
    std::string const plain = plain_names(field).text;
    bool const has_marks = plain.find_first_of("|;\n") != std::string::npos;
    for (std::string const& part : split(plain, has_marks ? "|;\n" : "\n")) {
        if (part.empty()) continue;
        auto const ids = split(part, ",");
        bool const are_ids = std::all_of(ids.begin(), ids.end(), [](auto const& id) { return looks_like_id(id); });
        if (auto const size = id_size(part)) {
            people.push_back(person(part.substr(size + 1), "", origin));
            people.back().source_id = part.substr(0, size);
        } else if (are_ids) {
            for (auto const& id : ids) people.push_back(person_of_entry(id, origin));
        } else {
            add_written(part, origin, people);
        }
    }
}

/// One part for each of them, in their order, or all of it for the only person. Empty: it is not clear whose it is.
std::vector<std::string> one_each(std::string const& field, std::size_t people) {
    if (field.empty()) return {};
    auto parts = people == 1 ? std::vector<std::string>{field} : split(field, "|;\n");
    if (parts.size() != people) parts.clear();
    return parts;
}

/// What the columns beside theirs say of them.
void add_details(TableRow const& row, std::vector<DraftPerson>& people) {
    auto const affiliations = one_each(plain_names(row.text(Column::affiliation)).text, people.size());
    for (std::size_t i = 0; i < affiliations.size(); ++i)
        if (people[i].affiliation.empty()) people[i].affiliation = clean_line(affiliations[i]);
    auto const photos = one_each(std::string(row.text(Column::photo)), people.size());
    for (std::size_t i = 0; i < photos.size(); ++i) {
        people[i].photo = clean_line(photos[i]);
        people[i].photo_origin = row.origin;
    }
    if (people.size() == 1) people[0].biography = plain_paragraphs(row.text(Column::biography)).text;
}

}  // namespace

DraftPerson person_of_entry(std::string_view text, SourceRef const& origin) {
    if (looks_like_id(text)) {
        DraftPerson by_id;
        by_id.source_id = std::string(text);
        by_id.origin = origin;
        return by_id;
    }
    std::vector<DraftPerson> people;
    add_written(text, origin, people);
    return people.size() == 1 ? people.front() : person(std::string(text), "", origin);
}

std::vector<DraftPerson> people_of_fields(TableRow const& row) {
    std::vector<DraftPerson> people;
    for (TableField const& field : row.fields)
        if (field.column == Column::people) add_field(field.text, row.origin, people);
    auto const event = plain_line(row.text(Column::event)).text;
    if (looks_like_id(event) || (looks_like_name(event) && !kind_of_title(event)))
        people.push_back(person_of_entry(event, row.origin));
    bool const has_title = !row.text(Column::title).empty() || !row.text(Column::talk).empty();
    if (has_title && people.empty() && row.people.empty()) add_field(row.text(Column::name), row.origin, people);
    add_details(row, people);
    return people;
}

}  // namespace kiosk
