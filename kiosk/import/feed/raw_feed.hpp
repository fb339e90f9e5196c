// A feed as its file says it: texts, not yet understood. Each format fills one, draft_of() reads it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/limits.hpp"
#include "schedule/draft.hpp"

namespace kiosk {

struct RawEvent {
    std::string guid, id;  ///< the guid names the session; the id where there is none
    std::string title, subtitle, type, track, abstract, description, url;
    std::string kind, label, status;      ///< words of our own exports, or of the source's state
    std::optional<std::string> language;  ///< present and empty is worth a note
    std::string date;                     ///< ISO 8601, with or without time and offset
    std::string start;                    ///< clock time, "10:30"
    std::string end;                      ///< ISO 8601
    std::string duration;                 ///< "0:45", "D:HH:MM", minutes, "PT45M"
    std::string room;
    std::optional<std::vector<std::string>> rooms;  ///< exactly these, if the source lists them
    bool has_inferred_end = false;                  ///< our own export: the end was never stated
    bool placeholder = false;
    bool is_for_all = false;  ///< in its room, and for everybody
    std::string parent;  ///< guid of the block that this is a part of
    std::vector<DraftPerson> people;
    std::vector<Link> links;
    std::optional<std::size_t> day;  ///< index into RawFeed::days
    SourceRef origin;

    /// Up to `most_people_of_a_session`.
    void add_person(DraftPerson&& person) {
        if (people.size() < most_people_of_a_session) people.push_back(std::move(person));
        else ++people_left_out;
    }
    std::size_t people_left_out = 0;
};

struct RawDay {
    std::string index, date, start, end;
    SourceRef origin;
};

struct RawFeed {
    std::string title, start, end, day_count, day_change, zone_name, city, url;
    bool is_ours = false;  ///< our own export: texts are plain, names and titles are whole
    bool only_describes = false;  ///< the file is about the event or its people; its rows are in another
    bool has_people_by_id = false;  ///< who is named by an id alone may be described in another file
    EventFacts facts;      ///< what only our own exports state
    SourceRef header;
    std::vector<RawDay> days;
    std::vector<RawEvent> events;
    std::vector<DraftPerson> people;  ///< described apart from the rows, with their ids
    std::vector<SourceRef> misshapen;  ///< what stands where a day, a room or an event should

    /// Up to `most_sessions`.
    void add_event(RawEvent&& event) {
        if (events.size() < most_sessions) events.push_back(std::move(event));
        else ++events_left_out;
    }
    std::size_t events_left_out = 0;
};

}  // namespace kiosk
