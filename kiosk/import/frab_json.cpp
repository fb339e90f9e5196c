#include "import/frab_json.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/json_pointer.hpp"
#include "import/feed/feed_draft.hpp"
#include "import/feed/json_fields.hpp"
#include "import/feed/json_source.hpp"
#include "import/feed/stamps.hpp"

namespace kiosk {
namespace {

using Json = nlohmann::json;

class FrabJson {
public:
    FrabJson(Json const& root, std::string const& file) : schedule_(member(root, "schedule")), file_(file) {}

    RawFeed read() {
        read_conference(schedule_, at("/schedule/conference"), feed_);
        feed_.is_ours = text_at(member(schedule_, "generator"), "name") == "kiosk";
        Json const& conference = member(schedule_, "conference");
        if (feed_.is_ours) read_facts(member(conference, "kiosk"));
        Json const& days = member(conference, "days");
        if (days.is_array())
            for (std::size_t i = 0; i < days.size(); ++i) read_day(days[i], fmt::format("/schedule/conference/days/{}", i));
        return std::move(feed_);
    }

private:
    SourceRef at(std::string pointer) const { return {file_, 0, std::move(pointer)}; }

    void read_facts(Json const& facts) {
        feed_.facts.series = text_at(facts, "series");
        feed_.facts.venue = text_at(facts, "venue");
        feed_.facts.room = text_at(facts, "room");
        feed_.facts.contact = text_at(facts, "contact");
        feed_.facts.first_day = parse_day(text_at(facts, "first_day"));
        feed_.facts.opens = read_time_of_day(text_at(facts, "opens"));
        feed_.facts.closes = read_time_of_day(text_at(facts, "closes"));
    }

    void read_day(Json const& day, std::string const& pointer) {
        feed_.days.push_back({text_at(day, "index"), text_at(day, "date"), text_at(day, "day_start"), text_at(day, "day_end"), at(pointer)});
        Json const& rooms = member(day, "rooms");
        if (!rooms.is_object() && !rooms.empty()) feed_.misshapen.push_back(at(pointer + "/rooms"));
        if (!rooms.is_object()) return;
        for (auto room = rooms.begin(); room != rooms.end(); ++room) {
            auto const place = fmt::format("{}/rooms/{}", pointer, pointer_token(room.key()));
            if (!room->is_array() && !room->empty()) feed_.misshapen.push_back(at(place));
            if (!room->is_array()) continue;
            for (std::size_t i = 0; i < room->size(); ++i)
                read_event((*room)[i], room.key(), fmt::format("{}/{}", place, i));
        }
    }

    void read_event(Json const& entry, std::string const& group, std::string const& pointer) {
        if (!entry.is_object()) return feed_.misshapen.push_back(at(pointer));
        auto event = event_from(entry, at(pointer));
        event.day = feed_.days.size() - 1;
        event.date = text_at(entry, "date");
        event.start = text_at(entry, "start");
        event.end = text_at(entry, "end");
        event.track = text_of(member(entry, "track"));
        event.room = text_at(entry, "room");
        if (trimmed(event.room).empty()) event.room = group;
        Json const& persons = member(entry, "persons");
        if (persons.is_array())
            for (std::size_t i = 0; i < persons.size(); ++i) event.add_person(person_from(persons[i], at(fmt::format("{}/persons/{}", pointer, i))));
        if (feed_.is_ours) read_extras(entry, event);
        feed_.add_event(std::move(event));
    }

    /// What only our own exports hold.
    static void read_extras(Json const& entry, RawEvent& event) {
        Json const& extras = member(entry, "kiosk");
        event.kind = event.type;
        event.label = text_at(entry, "label");
        event.status = text_at(extras, "status");
        event.parent = text_at(extras, "parent");
        event.placeholder = member(extras, "placeholder") == true;
        event.is_for_all = member(extras, "for_all") == true;
        event.has_inferred_end = member(extras, "end") == "inferred";
        if (Json const& rooms = member(extras, "rooms"); rooms.is_array()) {
            event.rooms.emplace();
            for (Json const& room : rooms) event.rooms->push_back(text_of(room));
        }
    }

    Json const& schedule_;
    SourceName file_;
    RawFeed feed_;
};

}  // namespace

int recognise_frab_json(std::string_view text) {
    return has_json_key(text, "schedule", '{') && has_json_key(text, "conference", '{') && has_json_key(text, "days", '[') ? 90 : 0;
}

Outcome<ScheduleDraft> import_frab_json(SourceText source, EventSettings const& event) {
    FeedProblems problems;
    auto const json = Json::parse(readable_json(source, problems), nullptr, false);
    return draft_of(FrabJson(json, source.name).read(), event, std::move(problems));
}

}  // namespace kiosk
