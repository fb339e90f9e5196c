#include "programme/timeline.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "slides/scene.hpp"

namespace kiosk {
namespace {

using Json = nlohmann::ordered_json;

Json session_json(Session const& session, Snapshot const& snapshot) {
    auto const& schedule = snapshot.schedule;
    auto const& zone = schedule.zone();
    Json speakers = Json::array();
    for (auto const& id : session.speakers) {
        auto const& speaker = schedule.speaker(id);
        Json one{{"name", speaker.name}, {"affiliation", speaker.affiliation}};
        auto const photo = snapshot.photos.find(speaker.photo);
        if (photo != snapshot.photos.end()) one["photo"] = photo->second.path.string();
        speakers.push_back(std::move(one));
    }
    Json json{{"id", session.id.value}, {"title", session.title}, {"kind", to_word(session.kind)}};
    if (!session.label.empty()) json["label"] = session.label;
    json["room"] = session.rooms.empty() ? schedule.event().room : schedule.room(session.rooms.front()).name;
    json["start"] = zone.to_iso_with_offset(session.when.begin);
    json["end"] = zone.to_iso_with_offset(session.when.end);
    if (session.placeholder) json["placeholder"] = true;
    json["speakers"] = std::move(speakers);
    return json;
}

/// What comes next: all that start at the earliest time.
std::vector<Session const*> next_of(Programme const& programme) {
    std::vector<Session const*> next;
    for (auto const* session : programme.next)
        if (session->when.begin == programme.next.front()->when.begin) next.push_back(session);
    return next;
}

std::string as_json(std::vector<Programme> const& programmes, SceneMaker const& scenes, Snapshot const& snapshot) {
    auto const& zone = snapshot.schedule.zone();
    Json list = Json::array();
    for (auto const& programme : programmes) {
        Json now = Json::array(), next = Json::array();
        for (auto const* session : programme.now) now.push_back(session_json(*session, snapshot));
        for (auto const* session : next_of(programme)) next.push_back(session_json(*session, snapshot));
        list.push_back({{"from", zone.to_iso_with_offset(programme.valid.begin)},
                        {"to", zone.to_iso_with_offset(programme.valid.end)},
                        {"phase", to_word(programme.phase)},
                        {"now", std::move(now)},
                        {"next", std::move(next)},
                        {"slides", scenes.slides_at(programme.valid.begin)}});
    }
    return list.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string as_text(std::vector<Programme> const& programmes, SceneMaker const& scenes, Snapshot const& snapshot) {
    auto const& schedule = snapshot.schedule;
    // For those who run the displays: in English, whatever the displays speak.
    auto const english = english_words(snapshot.languages.front().habits);
    std::string text;
    std::optional<Day> day;
    for (auto const& programme : programmes) {
        auto const begin = schedule.zone().to_wall(programme.valid.begin), end = schedule.zone().to_wall(programme.valid.end);
        if (auto const today = date::floor<date::days>(begin); today != day) {
            text += fmt::format("{}{}\n", day ? "\n" : "", long_day(today, english));
            day = today;
        }
        std::string what;
        for (auto const* session : programme.now) what += (what.empty() ? "" : " + ") + list_title_of(*session, schedule, english);
        std::string slides;
        for (auto const& slide : scenes.slides_at(programme.valid.begin)) slides += (slides.empty() ? "" : " ") + slide;
        text += fmt::format("{:>8} – {:<8}  {:<10}  {}{}[{}]\n", time_text(begin, english), time_text(end, english),
                            to_word(programme.phase), what, what.empty() ? "" : "  ", slides);
    }
    return text;
}

}  // namespace

Exit print_timeline(CommonOptions const& options, TimelineOptions const& wanted) {
    auto const snapshot = load(options);
    print(snapshot.problems, options);
    auto const scenes = scenes_of(snapshot);
    auto range = scenes.programme().whole();
    if (!wanted.from.empty()) range.begin = resolve(to_time_argument(wanted.from), snapshot.schedule);
    if (!wanted.to.empty()) range.end = resolve(to_time_argument(wanted.to), snapshot.schedule);
    auto const programmes = timeline(scenes.programme(), range);
    auto const written = write_result("-", wanted.json ? as_json(programmes, scenes, snapshot) : as_text(programmes, scenes, snapshot), options);
    if (written != Exit::done) return written;
    return has_error(snapshot.problems) ? Exit::input_has_errors : Exit::done;
}

}  // namespace kiosk
