#include "import/table_row.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "import/kinds.hpp"
#include "import/names.hpp"
#include "import/people_field.hpp"

namespace kiosk {
namespace {

std::string shown(TableRow const& row, Column column) {
    return plain_field({column, std::string(row.text(column))}).text;
}

/// "Keynote - Of mice and men": the word is a kind, not part of the title.
void take_kind_off_title(DraftSession& session) {
    auto const role = take_role(session.title);
    if (!role || !role->has_colon || role->rest.empty()) return;
    bool const is_talk = role->kind == Kind::keynote || role->kind == Kind::invited ||
                         role->kind == Kind::panel || role->kind == Kind::workshop ||
                         role->kind == Kind::talk;
    if (!is_talk) return;
    session.kind = role->kind;
    session.label = role->label;
    session.title = role->rest;
}

void read_kind(DraftSession& session, std::string const& type, bool refers_to_talk) {
    bool const has_people = !session.people.empty();
    if (auto const kind = has_people ? std::nullopt : kind_of_title(session.title)) {
        session.kind = *kind;
        return;
    }
    take_kind_off_title(session);
    bool const is_told = session.kind != Kind::other;
    if (auto const word = kind_from_word(to_lower_ascii(type)); word && !is_told) {
        session.kind = *word;
    } else if (auto const role = take_role(type); role && role->rest.empty() && !is_told) {
        session.kind = role->kind;
        session.label = role->label;
    } else if (auto const kind = kind_of_field(type); kind && !is_told) {
        session.kind = *kind;
        session.label = type;
    } else if (!type.empty() && !is_told) {
        session.label = type;
    } else if (!is_told && !refers_to_talk) {
        session.kind = Kind::talk;
    }
}

void read_links(TableRow const& row, DraftSession& session) {
    session.url = shown(row, Column::url);
    for (TableField const& field : row.fields) {
        if (field.text.find("://") == std::string::npos) continue;
        if (field.column == Column::recording) session.links.push_back({"Recording", clean_line(field.text)});
        if (field.column == Column::slides) session.links.push_back({"Slides", clean_line(field.text)});
    }
}

/// Several rooms stand between bars; commas and slashes are parts of names.
void read_rooms(TableRow const& row, DraftSession& session) {
    session.rooms = row.rooms;
    if (!session.rooms.empty()) return;
    std::string_view left = row.text(Column::room);
    while (!left.empty()) {
        auto const end = std::min(left.find('|'), left.size());
        if (auto room = plain_line(left.substr(0, end)).text; !room.empty())
            session.rooms.push_back(std::move(room));
        left.remove_prefix(std::min(end + 1, left.size()));
    }
}

/// What the row is called: its title, else what stands where the title would.
void read_title(TableRow const& row, DraftSession& session) {
    session.title = shown(row, Column::title);
    std::string const event = shown(row, Column::event), talk = shown(row, Column::talk);
    if (!talk.empty() && session.title.empty()) {
        bool const is_id = looks_like_id(talk);
        if (is_id) session.source_id = talk;
        (is_id ? session.title_if_unknown : session.title) = is_id ? words_of_id(talk) : talk;
    }
    std::string const name = shown(row, Column::name);
    if (!name.empty() && session.title.empty() && talk.empty() && row.is_timed) session.title = name;
    if (event.empty()) return;
    bool const is_person = looks_like_id(event) || (looks_like_name(event) && !kind_of_title(event));
    if (is_person) return;
    // "Panel Discussion" with a title: sites that have both show the event.
    if (session.subtitle.empty() && event != session.title) session.subtitle = session.title;
    session.title = event;
}

}  // namespace

std::string_view TableRow::text(Column column) const {
    auto const found = std::find_if(fields.begin(), fields.end(), [&](TableField const& field) {
        return field.column == column && !trimmed(field.text).empty();
    });
    return found == fields.end() ? std::string_view{} : trimmed(found->text);
}

PlainText plain_field(TableField const& field) {
    switch (field.column) {
        case Column::people:
        case Column::affiliation: return plain_names(field.text);
        case Column::abstract:
        case Column::description:
        case Column::biography: return plain_paragraphs(field.text);
        case Column::date:
        case Column::day:
        case Column::start:
        case Column::end:
        case Column::duration:
        case Column::id:
        case Column::photo:
        case Column::url:
        case Column::recording:
        case Column::slides:
        case Column::zone: {
            PlainText plain;
            plain.text = clean_line(field.text);
            return plain;
        }
        default: return plain_line(field.text);
    }
}

std::string words_of_id(std::string_view id) {
    std::string words(trimmed(id));
    std::replace_if(words.begin(), words.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
    words = clean_line(words);
    if (!words.empty() && words[0] >= 'a' && words[0] <= 'z')
        words[0] = static_cast<char>(words[0] - 'a' + 'A');
    return words;
}

bool looks_like_id(std::string_view text) {
    if (text.empty() || text.size() > 80) return false;
    bool const is_plain = std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
               c == '_' || c == '.';
    });
    bool const is_title_word =
        text[0] >= 'A' && text[0] <= 'Z' && text.find_first_of("-_0123456789") == text.npos;
    return is_plain && !is_title_word &&
           !(kind_of_title(text) && text.find_first_of("-_0123456789") == text.npos);
}

DraftSession read_row(TableRow const& row) {
    DraftSession session;
    session.source_id = shown(row, Column::id);
    session.subtitle = shown(row, Column::subtitle);
    read_title(row, session);
    session.people = row.people;
    for (DraftPerson& person : people_of_fields(row)) session.people.push_back(std::move(person));
    std::string const type = shown(row, Column::kind);
    bool const refers_to_talk = session.title.empty() && !session.title_if_unknown.empty();
    session.placeholder = is_to_come(session.title);
    read_kind(session, type, refers_to_talk || (session.title.empty() && session.people.empty()));
    bool const is_event = !session.title.empty() && session.title == shown(row, Column::event);
    if (is_event && (session.kind == Kind::other || session.kind == Kind::talk))
        session.kind = kind_of_title(session.title).value_or(session.kind);
    read_rooms(row, session);
    read_links(row, session);
    session.track = shown(row, Column::track);
    session.language = shown(row, Column::language);
    session.abstract = shown(row, Column::abstract);
    session.description = shown(row, Column::description);
    session.raw = row.raw;
    session.origin = row.origin;
    return session;
}

}  // namespace kiosk
