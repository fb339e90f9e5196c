#include "export/frab_json.hpp"

#include <map>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "schedule/ends.hpp"

namespace kiosk {
namespace {

using Json = nlohmann::ordered_json;

/// "1:05": hours and minutes.
std::string hours_and_minutes(minutes length) { return fmt::format("{}:{:02}", length.count() / 60, length.count() % 60); }

Json person_of(Speaker const& speaker) {
    Json person{{"id", speaker.id.value}, {"public_name", speaker.name}};
    if (!speaker.affiliation.empty()) person["affiliation"] = speaker.affiliation;
    if (!speaker.biography.empty()) person["biography"] = speaker.biography;
    if (!speaker.photo.empty()) person["avatar"] = speaker.photo;
    for (auto const& link : speaker.links) person["links"].push_back({{"title", link.text}, {"url", link.url}});
    return person;
}

Json event_of(Session const& session, std::string const& room, Schedule const& schedule) {
    auto const& zone = schedule.zone();
    auto const wall = zone.to_wall(session.when.begin);
    auto const midnight = date::floor<date::days>(wall);
    Json persons = Json::array(), links = Json::array();
    for (auto const& id : session.speakers) persons.push_back(person_of(schedule.speaker(id)));
    for (auto const& link : session.links) links.push_back({{"title", link.text}, {"url", link.url}});
    Json event{{"guid", session.id.value},
               {"id", session.id.value},
               {"date", zone.to_iso_with_offset(session.when.begin)},
               {"start", fmt::format("{:02}:{:02}", std::chrono::duration_cast<hours>(wall - midnight).count(),
                                     std::chrono::duration_cast<minutes>(wall - midnight).count() % 60)},
               {"duration", hours_and_minutes(std::chrono::duration_cast<minutes>(session.when.length()))},
               {"room", room},
               {"slug", session.id.value},
               {"title", session.title},
               {"subtitle", session.subtitle},
               {"track", session.track.empty() ? Json(nullptr) : Json(session.track)},
               {"type", to_word(session.kind)},
               {"language", session.language.empty() ? Json(nullptr) : Json(session.language)},
               {"abstract", session.abstract},
               {"description", session.description},
               {"persons", persons},
               {"links", links}};
    if (!session.label.empty()) event["label"] = session.label;
    if (!session.url.empty()) event["url"] = session.url;
    return event;
}

std::string room_of(Session const& session, Schedule const& schedule) {
    if (!session.rooms.empty()) return schedule.room(session.rooms.front()).name;
    return schedule.event().room.empty() ? "All rooms" : schedule.event().room;
}

}  // namespace

std::string to_frab_json(Schedule const& schedule) {
    auto const& zone = schedule.zone();
    std::map<Day, Json> rooms_by_day;
    Day first{}, last{};
    for (auto const& session : schedule.sessions()) {
        auto const day = logical_day(session.when.begin, zone);
        if (rooms_by_day.empty()) first = day;
        last = std::max(last, day);
        auto const room = room_of(session, schedule);
        auto& rooms = rooms_by_day.try_emplace(day, Json::object()).first->second;
        rooms[room].push_back(event_of(session, room, schedule));
    }
    Json days = Json::array();
    for (auto& [day, rooms] : rooms_by_day)
        days.push_back({{"index", days.size() + 1},
                        {"date", to_iso(day)},
                        {"day_start", zone.to_iso_with_offset(zone.start_of(day) + hours{4})},
                        {"day_end", zone.to_iso_with_offset(zone.start_of(day + date::days{1}) + hours{4})},
                        {"rooms", std::move(rooms)}});
    Json conference{{"title", schedule.event().name}};
    if (!schedule.event().series.empty()) conference["acronym"] = schedule.event().series;
    if (!rooms_by_day.empty()) {
        conference["start"] = to_iso(first);
        conference["end"] = to_iso(last);
    }
    conference["daysCount"] = days.size();
    conference["timeslot_duration"] = "00:05";
    if (!zone.name().empty()) conference["time_zone_name"] = zone.name();
    if (!schedule.event().url.empty()) conference["url"] = schedule.event().url;
    conference["days"] = std::move(days);
    Json const root{{"schedule", {{"version", "1.0"}, {"conference", std::move(conference)}}}};
    // Foreign text was cleaned on import; anything that slipped through is replaced, not thrown.
    return root.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace kiosk
