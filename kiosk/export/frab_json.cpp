#include "export/frab_json.hpp"

#include "export/json_writer.hpp"
#include "export/programme_days.hpp"

namespace kiosk {
namespace {

std::string_view to_word(Status status) {
    switch (status) {
        case Status::confirmed: return "confirmed";
        case Status::tentative: return "tentative";
        case Status::cancelled: return "cancelled";
        case Status::moved: return "moved";
        case Status::hidden: return "hidden";
    }
    return "confirmed";
}

/// Only what is known: a field for nothing says nothing.
void write_if_known(JsonWriter& json, JsonKey key, std::string_view value) {
    if (!value.empty()) json.key(key).text(value);
}

void write_text_or_null(JsonWriter& json, JsonKey key, std::string_view value) {
    json.key(key);
    if (value.empty()) json.null();
    else json.text(value);
}

void write_links(JsonWriter& json, std::vector<Link> const& links) {
    json.key("links").begin_list();
    for (auto const& link : links) {
        json.begin_object();
        json.key("title").text(link.text);
        json.key("url").text(link.url);
        json.end_object();
    }
    json.end_list();
}

void write_person(JsonWriter& json, Speaker const& speaker, std::string const& role) {
    json.begin_object();
    json.key("id").text(speaker.id.value);
    json.key("public_name").text(speaker.name);
    write_if_known(json, "role", role);
    write_if_known(json, "affiliation", speaker.affiliation);
    write_if_known(json, "biography", speaker.biography);
    write_if_known(json, "avatar", speaker.photo);
    if (!speaker.links.empty()) write_links(json, speaker.links);
    json.end_object();
}

/// What the format has no field for; import reads it back.
void write_extras(JsonWriter& json, Session const& session, Schedule const& schedule) {
    bool const has_rooms = session.rooms.size() != 1, has_status = session.status != Status::confirmed;
    auto const source = session.end_source;
    bool const is_stated = source == EndSource::given || source == EndSource::duration;
    if (!has_rooms && !has_status && !session.placeholder && !session.is_for_all && !session.parent && is_stated) return;
    json.key("kiosk").begin_object();
    if (has_rooms) {
        json.key("rooms").begin_list();
        for (auto const& room : session.rooms) json.text(schedule.room(room).name);
        json.end_list();
    }
    if (has_status) json.key("status").text(to_word(session.status));
    if (session.placeholder) json.key("placeholder").truth(true);
    if (session.is_for_all) json.key("for_all").truth(true);
    if (session.parent) json.key("parent").text(session.parent->value);
    if (!is_stated) json.key("end").text("inferred");
    json.end_object();
}

void write_event(JsonWriter& json, Session const& session, std::string const& room,
                 Schedule const& schedule) {
    auto const& zone = schedule.zone();
    auto const length = std::chrono::duration_cast<minutes>(session.when.length());
    json.begin_object();
    json.key("guid").text(session.id.value);
    json.key("id").text(session.id.value);
    json.key("date").text(zone.to_iso_with_offset(session.when.begin));
    json.key("start").text(start_clock(session, zone));
    json.key("duration").text(to_hours_and_minutes(length, 1));
    json.key("room").text(room);
    json.key("slug").text(session.id.value);
    json.key("title").text(session.title);
    json.key("subtitle").text(session.subtitle);
    write_text_or_null(json, "track", session.track);
    json.key("type").text(kiosk::to_word(session.kind));
    write_text_or_null(json, "language", session.language);
    json.key("abstract").text(session.abstract);
    json.key("description").text(session.description);
    json.key("persons").begin_list();
    for (std::size_t i = 0; i < session.speakers.size(); ++i)
        write_person(json, schedule.speaker(session.speakers[i]), session.roles[i]);
    json.end_list();
    write_links(json, session.links);
    bool const has_end = session.end_source == EndSource::given;
    if (has_end) json.key("end").text(zone.to_iso_with_offset(session.when.end));
    write_if_known(json, "label", session.label);
    write_if_known(json, "url", session.url);
    write_extras(json, session, schedule);
    json.end_object();
}

void write_facts(JsonWriter& json, EventFacts const& event) {
    EventFacts elsewhere;  // what stands in the conference's own fields
    elsewhere.name = event.name;
    elsewhere.zone_name = event.zone_name;
    elsewhere.url = event.url;
    if (event == elsewhere) return;
    json.key("kiosk").begin_object();
    write_if_known(json, "series", event.series);
    write_if_known(json, "venue", event.venue);
    write_if_known(json, "room", event.room);
    write_if_known(json, "contact", event.contact);
    if (event.first_day) json.key("first_day").text(to_iso(*event.first_day));
    if (event.opens) json.key("opens").text(to_hours_and_minutes(*event.opens, 2));
    if (event.closes) json.key("closes").text(to_hours_and_minutes(*event.closes, 2));
    json.end_object();
}

void write_days(JsonWriter& json, Schedule const& schedule, std::map<Day, RoomSessions> const& sorted) {
    auto const& zone = schedule.zone();
    json.key("days").begin_list();
    long long index = 0;
    for (auto const& [day, rooms] : sorted) {
        json.begin_object();
        json.key("index").number(++index);
        json.key("date").text(to_iso(day));
        json.key("day_start").text(zone.to_iso_with_offset(zone.start_of(day) + hours{4}));
        json.key("day_end").text(zone.to_iso_with_offset(zone.start_of(day + date::days{1}) + hours{4}));
        json.key("rooms").begin_object();
        for (auto const& [room, sessions] : rooms) {
            json.key_of_text(room).begin_list();
            for (Session const* session : sessions) write_event(json, *session, room, schedule);
            json.end_list();
        }
        json.end_object();
        json.end_object();
    }
    json.end_list();
}

void write_conference(JsonWriter& json, Schedule const& schedule) {
    auto const& event = schedule.event();
    auto const sorted = sessions_by_day(schedule);
    json.key("conference").begin_object();
    json.key("acronym").text(acronym_of(event));
    json.key("title").text(event.name);
    if (!sorted.empty()) {
        json.key("start").text(to_iso(sorted.begin()->first));
        json.key("end").text(to_iso(sorted.rbegin()->first));
    }
    json.key("daysCount").number(static_cast<long long>(sorted.size()));
    json.key("timeslot_duration").text("00:05");
    write_if_known(json, "time_zone_name", schedule.zone().name());
    write_if_known(json, "url", event.url);
    write_facts(json, event);
    write_days(json, schedule, sorted);
    json.end_object();
}

}  // namespace

void write_frab_json(Schedule const& schedule, ByteSink const& sink) {
    JsonWriter json(sink);
    json.begin_object();
    json.key("schedule").begin_object();
    json.key("generator").begin_object();
    json.key("name").text("kiosk");
    json.end_object();
    json.key("version").text("1.0");
    write_conference(json, schedule);
    json.end_object();
    json.end_object();
    json.finish();
}

}  // namespace kiosk
