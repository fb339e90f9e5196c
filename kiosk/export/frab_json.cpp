#include "export/frab_json.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "export/programme_days.hpp"

namespace kiosk {
namespace {

using Json = nlohmann::ordered_json;

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

Json links_of(std::vector<Link> const& links) {
    Json list = Json::array();
    for (auto const& link : links) list.push_back({{"title", link.text}, {"url", link.url}});
    return list;
}

Json person_of(Speaker const& speaker) {
    Json person{{"id", speaker.id.value}, {"public_name", speaker.name}};
    if (!speaker.affiliation.empty()) person["affiliation"] = speaker.affiliation;
    if (!speaker.biography.empty()) person["biography"] = speaker.biography;
    if (!speaker.photo.empty()) person["avatar"] = speaker.photo;
    if (!speaker.links.empty()) person["links"] = links_of(speaker.links);
    return person;
}

/// What the format has no field for; import reads it back.
Json extras_of(Session const& session, Schedule const& schedule) {
    Json extras = Json::object();
    if (session.rooms.size() != 1) {
        extras["rooms"] = Json::array();
        for (auto const& room : session.rooms) extras["rooms"].push_back(schedule.room(room).name);
    }
    if (session.status != Status::confirmed) extras["status"] = to_word(session.status);
    if (session.placeholder) extras["placeholder"] = true;
    if (session.parent) extras["parent"] = session.parent->value;
    bool const is_stated = session.end_source == EndSource::given || session.end_source == EndSource::duration;
    if (!is_stated) extras["end"] = "inferred";
    return extras;
}

Json event_of(Session const& session, std::string const& room, Schedule const& schedule) {
    auto const& zone = schedule.zone();
    Json persons = Json::array();
    for (std::size_t i = 0; i < session.speakers.size(); ++i) {
        persons.push_back(person_of(schedule.speaker(session.speakers[i])));
        if (!session.roles[i].empty()) persons.back()["role"] = session.roles[i];
    }
    Json event{{"guid", session.id.value},
               {"id", session.id.value},
               {"date", zone.to_iso_with_offset(session.when.begin)},
               {"start", start_clock(session, zone)},
               {"duration", to_hours_and_minutes(std::chrono::duration_cast<minutes>(session.when.length()), 1)},
               {"room", room},
               {"slug", session.id.value},
               {"title", session.title},
               {"subtitle", session.subtitle},
               {"track", session.track.empty() ? Json(nullptr) : Json(session.track)},
               {"type", kiosk::to_word(session.kind)},
               {"language", session.language.empty() ? Json(nullptr) : Json(session.language)},
               {"abstract", session.abstract},
               {"description", session.description},
               {"persons", persons},
               {"links", links_of(session.links)}};
    if (session.end_source == EndSource::given) event["end"] = zone.to_iso_with_offset(session.when.end);
    if (!session.label.empty()) event["label"] = session.label;
    if (!session.url.empty()) event["url"] = session.url;
    if (auto extras = extras_of(session, schedule); !extras.empty()) event["kiosk"] = std::move(extras);
    return event;
}

Json facts_of(EventFacts const& event) {
    Json facts = Json::object();
    auto const add = [&](char const* key, std::string const& value) {
        if (!value.empty()) facts[key] = value;
    };
    add("series", event.series);
    add("venue", event.venue);
    add("room", event.room);
    add("contact", event.contact);
    if (event.first_day) facts["first_day"] = to_iso(*event.first_day);
    if (event.opens) facts["opens"] = to_hours_and_minutes(*event.opens, 2);
    if (event.closes) facts["closes"] = to_hours_and_minutes(*event.closes, 2);
    return facts;
}

Json days_of(Schedule const& schedule, std::map<Day, RoomSessions> const& sorted) {
    auto const& zone = schedule.zone();
    Json days = Json::array();
    for (auto const& [day, rooms] : sorted) {
        Json lists = Json::object();
        for (auto const& [room, sessions] : rooms)
            for (Session const* session : sessions) lists[room].push_back(event_of(*session, room, schedule));
        days.push_back({{"index", days.size() + 1},
                        {"date", to_iso(day)},
                        {"day_start", zone.to_iso_with_offset(zone.start_of(day) + hours{4})},
                        {"day_end", zone.to_iso_with_offset(zone.start_of(day + date::days{1}) + hours{4})},
                        {"rooms", std::move(lists)}});
    }
    return days;
}

}  // namespace

std::string to_frab_json(Schedule const& schedule) {
    auto const& event = schedule.event();
    auto const sorted = sessions_by_day(schedule);
    Json conference{{"acronym", acronym_of(event)}, {"title", event.name}};
    if (!sorted.empty()) {
        conference["start"] = to_iso(sorted.begin()->first);
        conference["end"] = to_iso(sorted.rbegin()->first);
    }
    conference["daysCount"] = sorted.size();
    conference["timeslot_duration"] = "00:05";
    if (!schedule.zone().name().empty()) conference["time_zone_name"] = schedule.zone().name();
    if (!event.url.empty()) conference["url"] = event.url;
    if (auto facts = facts_of(event); !facts.empty()) conference["kiosk"] = std::move(facts);
    conference["days"] = days_of(schedule, sorted);
    Json const root{{"schedule", {{"generator", {{"name", "kiosk"}}}, {"version", "1.0"}, {"conference", std::move(conference)}}}};
    // Foreign text was cleaned on import; anything that slipped through is replaced, not thrown.
    return root.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace kiosk
