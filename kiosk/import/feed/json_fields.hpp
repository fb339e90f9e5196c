// Fields of foreign JSON, whatever type they turn out to have. For nlohmann's values.
#pragma once

#include <string>
#include <vector>

#include "base/utf8.hpp"
#include "import/feed/raw_feed.hpp"
#include "base/limits.hpp"

namespace kiosk {

/// The member, or null: `object` may be anything.
template <class Json>
Json const& member(Json const& object, char const* key) {
    static Json const nothing;
    if (!object.is_object()) return nothing;
    auto const found = object.find(key);
    return found == object.end() ? nothing : *found;
}

/// Texts and numbers as text; of texts by language the English one, else the first; else empty.
template <class Json>
std::string text_of(Json const& value) {
    if (value.is_string()) return value.template get<std::string>();
    if (value.is_number_integer()) return value.dump();
    if (value.is_object() && !value.empty()) {
        Json const& english = member(value, "en");
        Json const& chosen = english.is_string() ? english : *value.begin();
        if (chosen.is_string()) return chosen.template get<std::string>();
    }
    return {};
}

template <class Json>
std::string text_at(Json const& object, char const* key) {
    return text_of(member(object, key));
}

/// The first of `keys` that holds a text.
template <class Json>
std::string first_text_at(Json const& object, std::initializer_list<char const*> keys) {
    for (char const* key : keys)
        if (auto text = text_at(object, key); !text.empty()) return text;
    return {};
}

template <class Json>
std::vector<Link> links_at(Json const& object, char const* key) {
    std::vector<Link> links;
    for (Json const& entry : member(object, key)) {
        if (links.size() == most_links) break;
        Link link{first_text_at(entry, {"title", "name", "service", "type"}), first_text_at(entry, {"url", "href"})};
        if (entry.is_string()) link.url = text_of(entry);
        if (!link.url.empty()) links.push_back(std::move(link));
    }
    return links;
}

/// "avatar": a text, or an object with its url.
template <class Json>
std::string photo_at(Json const& person) {
    Json const& avatar = member(person, "avatar");
    if (avatar.is_object()) return text_at(avatar, "url");
    return first_text_at(person, {"avatar", "avatar_url"});
}

template <class Json>
DraftPerson person_from(Json const& entry, SourceRef const& where) {
    DraftPerson person;
    person.source_id = first_text_at(entry, {"guid", "id", "code"});
    person.name = first_text_at(entry, {"public_name", "name", "full_public_name"});
    if (entry.is_string()) person.name = text_of(entry);
    person.affiliation = text_at(entry, "affiliation");
    person.role = to_lower_ascii(text_at(entry, "role"));
    person.biography = first_text_at(entry, {"biography", "description", "abstract"});
    person.photo = photo_at(entry);
    person.links = links_at(entry, "links");
    person.origin = person.photo_origin = where;
    return person;
}

/// What both versions of the format have in an event.
template <class Json>
RawEvent event_from(Json const& entry, SourceRef const& where) {
    RawEvent event;
    event.origin = where;
    event.guid = text_at(entry, "guid");
    event.id = first_text_at(entry, {"id", "code"});
    event.title = text_at(entry, "title");
    event.subtitle = text_at(entry, "subtitle");
    event.type = text_at(entry, "type");
    event.abstract = text_at(entry, "abstract");
    event.description = text_at(entry, "description");
    event.url = text_at(entry, "url");
    event.status = first_text_at(entry, {"status", "state"});
    event.duration = text_at(entry, "duration");
    if (Json const& language = member(entry, "language"); language.is_string()) event.language = text_of(language);
    event.links = links_at(entry, "links");
    for (Link& link : links_at(entry, "attachments")) event.links.push_back(std::move(link));
    return event;
}

template <class Json>
void read_conference(Json const& schedule, SourceRef const& where, RawFeed& feed) {
    Json const& conference = member(schedule, "conference");
    feed.header = where;
    feed.title = text_at(conference, "title");
    feed.start = text_at(conference, "start");
    feed.end = text_at(conference, "end");
    feed.day_count = text_at(conference, "daysCount");
    feed.zone_name = text_at(conference, "time_zone_name");
    feed.city = text_at(conference, "city");
    feed.url = first_text_at(conference, {"url"});
    if (feed.url.empty()) feed.url = text_at(schedule, "base_url");
}

}  // namespace kiosk
