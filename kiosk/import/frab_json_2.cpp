#include "import/frab_json_2.hpp"

#include <map>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/utf8.hpp"
#include "import/feed/feed_draft.hpp"
#include "import/feed/json_fields.hpp"
#include "import/feed/json_source.hpp"

namespace kiosk {
namespace {

using Json = nlohmann::json;

class FrabJson2 {
public:
    FrabJson2(Json const& root, std::string const& file) : schedule_(member(root, "schedule")), file_(file) {}

    RawFeed read() {
        read_conference(schedule_, at("/schedule/conference"), feed_);
        Json const& conference = member(schedule_, "conference");
        for (Json const& track : member(conference, "tracks")) tracks_[text_at(track, "slug")] = text_at(track, "name");
        read_days(member(conference, "days"));
        read_people();
        Json const& events = member(schedule_, "events");
        if (events.is_array())
            for (std::size_t i = 0; i < events.size(); ++i) read_event(events[i], fmt::format("/schedule/events/{}", i));
        return std::move(feed_);
    }

private:
    SourceRef at(std::string pointer) const { return {file_, 0, std::move(pointer)}; }

    void read_days(Json const& days) {
        if (!days.is_array()) return;
        for (std::size_t i = 0; i < days.size(); ++i)
            feed_.days.push_back({text_at(days[i], "index"), text_at(days[i], "date"), text_at(days[i], "start"), text_at(days[i], "end"),
                                  at(fmt::format("/schedule/conference/days/{}", i))});
    }

    void read_people() {
        Json const& persons = member(schedule_, "persons");
        if (!persons.is_array()) return;
        for (std::size_t i = 0; i < persons.size(); ++i) {
            auto person = person_from(persons[i], at(fmt::format("/schedule/persons/{}", i)));
            name_of_[person.source_id] = person.name;
            feed_.people.push_back(std::move(person));
        }
    }

    void read_event(Json const& entry, std::string const& pointer) {
        if (!entry.is_object()) return feed_.misshapen.push_back(at(pointer));
        auto event = event_from(entry, at(pointer));
        event.date = text_at(entry, "start");
        event.end = text_at(entry, "end");
        Json const& room = member(entry, "room");
        event.room = room.is_object() ? text_at(room, "name") : text_of(room);
        Json const& track = member(entry, "track");
        event.track = track.is_object() ? first_text_at(track, {"name", "slug"}) : text_of(track);
        if (auto const known = tracks_.find(event.track); known != tracks_.end() && !known->second.empty()) event.track = known->second;
        for (char const* list : {"participants", "persons"}) {
            Json const& people = member(entry, list);
            if (people.is_array())
                for (std::size_t i = 0; i < people.size(); ++i) add_person(people[i], fmt::format("{}/{}/{}", pointer, list, i), event);
        }
        feed_.add_event(std::move(event));
    }

    void add_person(Json const& entry, std::string const& pointer, RawEvent& event) {
        auto person = person_from(entry, at(pointer));
        if (auto const known = name_of_.find(person.source_id); person.name.empty() && known != name_of_.end()) person.name = known->second;
        event.add_person(std::move(person));
    }

    Json const& schedule_;
    SourceName file_;
    RawFeed feed_;
    std::map<std::string, std::string> tracks_, name_of_;  // by slug; by guid
};

}  // namespace

int recognise_frab_json_2(std::string_view text) {
    return has_json_key(text, "schedule", '{') && has_json_key(text, "conference", '{') && has_json_key(text, "events", '[') ? 95 : 0;
}

Outcome<ScheduleDraft> import_frab_json_2(SourceText source, EventSettings const& event) {
    FeedProblems problems;
    auto const json = Json::parse(readable_json(source, problems), nullptr, false);
    return draft_of(FrabJson2(json, source.name).read(), event, std::move(problems));
}

}  // namespace kiosk
