#include "import/mapped/record_reader.hpp"

#include "base/utf8.hpp"
#include "import/column_names.hpp"
#include "import/kinds.hpp"
#include "import/mapped/record_times.hpp"

namespace kiosk {
namespace {

/// "Doe, Jane" is Jane Doe.
std::string with_given_name_first(std::string const& name) {
    auto const comma = name.find(',');
    if (comma == std::string::npos) return name;
    auto const whole = std::string_view(name);
    return std::string(trimmed(whole.substr(comma + 1))) + ' ' + std::string(trimmed(whole.substr(0, comma)));
}

}  // namespace

RecordReader::RecordReader(FieldMap const& map, DataPlace root, std::string file, std::string_view language)
    : map_(map), root_(std::move(root)), file_(std::move(file)), fields_(language) {
    rooms_ = names_of(map.rooms);
    tags_ = names_of(map.tags);
}

SourceRef RecordReader::where(DataPlace const& place) const {
    return {file_, place.node->line, place.node->line > 0 ? std::string{} : place.pointer};
}

RecordReader::Names RecordReader::names_of(NameList const& list) const {
    Names names;
    for (DataPath const& at : list.at)
        for (DataPlace const& record : at.places(root_))
            names.emplace(fields_.text(list.id, record), NamedThing{fields_.text(list.name, record), fields_.text(list.group, record)});
    return names;
}

RawFeed RecordReader::read() {
    RawFeed feed;
    read_facts(feed);
    read_people(feed);
    std::set<std::string> read;
    for (SessionFields const& fields : map_.sessions)
        for (DataPath const& at : fields.at)
            for (DataPlace const& record : at.places(root_)) {
                if (record.node->kind != DataNode::Kind::mapping || fields_.flag(fields.unless, record).value_or(false)) continue;
                // Two paths may lead to the same place.
                if (!read.insert(record.pointer).second) continue;
                auto event = event_of(fields, record);
                if (!event.title.empty() || !event.people.empty()) feed.add_event(std::move(event));
            }
    return feed;
}

void RecordReader::read_facts(RawFeed& feed) const {
    feed.header = {file_, 0, ""};
    feed.only_describes = map_.sessions.empty();
    feed.has_people_by_id = true;
    feed.title = fields_.text(map_.event_name, root_);
    feed.start = fields_.text(map_.event_start, root_);
    feed.end = fields_.text(map_.event_end, root_);
    feed.zone_name = fields_.text(map_.event_zone, root_);
    feed.city = fields_.text(map_.event_city, root_);
    feed.url = fields_.text(map_.event_url, root_);
    feed.facts.venue = clean_line(fields_.text(map_.event_venue, root_));
}

void RecordReader::read_people(RawFeed& feed) {
    for (DataPath const& path : map_.people)
        for (DataPlace const& place : path.places(root_)) {
            auto person = person_of(place);
            if (person.name.empty()) continue;
            if (!person.source_id.empty()) described_.emplace(person.source_id, NamedThing{person.name, ""});
            feed.people.push_back(std::move(person));
        }
}

DraftPerson RecordReader::person_of(DataPlace const& place) const {
    DraftPerson person;
    person.origin = person.photo_origin = where(place);
    if (place.node->kind == DataNode::Kind::scalar) {
        auto const known = described_.find(place.node->text);
        // A bare number is an id, here or in another file.
        bool const is_id = known != described_.end() || place.node->text.find_first_not_of("0123456789") == std::string::npos;
        (is_id ? person.source_id : person.name) = place.node->text;
        if (known != described_.end()) person.name = known->second.name;
        return person;
    }
    auto const& fields = map_.person;
    person.source_id = fields_.text(fields.id, place);
    person.name = fields_.text(fields.name, place);
    if (person.name.empty()) person.name = with_given_name_first(fields_.text(fields.family_first, place));
    person.role = clean_line(fields_.text(fields.role, place));
    person.affiliation = fields_.text(fields.affiliation, place);
    person.biography = fields_.text(fields.biography, place);
    person.photo = fields_.text(fields.photo, place);
    person.links = fields_.links(fields.links, place);
    if (auto const known = described_.find(person.source_id); person.name.empty() && known != described_.end())
        person.name = known->second.name;
    return person;
}

RawEvent RecordReader::event_of(SessionFields const& fields, DataPlace const& record) const {
    RawEvent event;
    event.origin = where(record);
    read_words(fields, record, event);
    auto const times = times_of(fields, record, fields_);
    event.date = times.start;
    event.end = times.end;
    event.start = fields_.text(fields.clock, record);
    event.duration = times.duration;
    read_rooms(fields, record, event);
    read_tags(fields, record, event);
    read_status(fields, record, event);
    for (DataPlace const& place : fields_.places(fields.speakers, record)) event.add_person(person_of(place));
    return event;
}

void RecordReader::read_words(SessionFields const& fields, DataPlace const& record, RawEvent& event) const {
    auto const text = [&](Field const& field) { return fields_.text(field, record); };
    event.id = text(fields.id);
    event.title = text(fields.title);
    event.subtitle = text(fields.subtitle);
    event.type = text(fields.kind);
    event.track = text(fields.track);
    event.abstract = text(fields.abstract);
    event.description = text(fields.description);
    event.url = text(fields.url);
    event.links = fields_.links(fields.links, record);
    event.parent = text(fields.parent);
    if (auto language = text(fields.language); !language.empty()) event.language = std::move(language);
    if (fields_.flag(fields.service, record).value_or(false))
        event.kind = to_word(kind_of_title(event.title).value_or(Kind::service));
}

void RecordReader::read_rooms(SessionFields const& fields, DataPlace const& record, RawEvent& event) const {
    auto rooms = fields_.texts(fields.room, record);
    for (auto& room : rooms)
        if (auto const known = rooms_.find(room); known != rooms_.end()) room = known->second.name;
    event.is_for_all = fields_.flag(fields.for_all, record).value_or(false);
    if (rooms.size() == 1) event.room = rooms[0];
    else if (rooms.size() > 1) event.rooms = std::move(rooms);
}

/// What a tag says depends on its group: "Type:Panel", "Track: Storage", {"group": "Language", ...}.
void RecordReader::read_tags(SessionFields const& fields, DataPlace const& record, RawEvent& event) const {
    for (DataPlace const& place : fields_.places(fields.tags, record)) {
        NamedThing tag{place.node->text, ""};
        if (place.node->kind == DataNode::Kind::mapping)
            tag = {fields_.text(map_.tags.name, place), fields_.text(map_.tags.group, place)};
        if (auto const known = tags_.find(tag.name); known != tags_.end()) tag = known->second;
        if (auto const colon = tag.name.find(':'); tag.group.empty() && colon != std::string::npos)
            tag = {std::string(trimmed(std::string_view(tag.name).substr(colon + 1))), tag.name.substr(0, colon)};
        auto const meaning = column_of(tag.group);
        if (meaning == Column::track && event.track.empty()) event.track = tag.name;
        if (meaning == Column::kind && event.type.empty()) event.type = tag.name;
        if (meaning == Column::language && !event.language) event.language = tag.name;
    }
}

void RecordReader::read_status(SessionFields const& fields, DataPlace const& record, RawEvent& event) const {
    auto const flag = [&](Field const& field) { return fields_.flag(field, record); };
    event.status = to_lower_ascii(trimmed(fields_.text(fields.status, record)));
    if (auto const known = map_.states.find(event.status); known != map_.states.end()) event.status = known->second;
    if (flag(fields.confirmed).value_or(false)) event.status = "confirmed";
    if (!flag(fields.published).value_or(true)) event.status = "draft";
    if (flag(fields.hidden).value_or(false)) event.status = "hidden";
    if (flag(fields.cancelled).value_or(false)) event.status = "cancelled";
}

}  // namespace kiosk
