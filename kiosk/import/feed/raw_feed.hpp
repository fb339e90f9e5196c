// A feed as its file says it: texts, not yet understood. Each format fills one, draft_of() reads it.
#pragma once

#include <optional>
#include <string>
#include <vector>

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
    std::string parent;  ///< guid of the block that this is a part of
    std::vector<DraftPerson> people;
    std::vector<Link> links;
    std::optional<std::size_t> day;  ///< index into RawFeed::days
    SourceRef origin;
};

struct RawDay {
    std::string index, date, start, end;
    SourceRef origin;
};

struct RawFeed {
    std::string title, start, end, day_count, day_change, zone_name, city, url;
    bool is_ours = false;  ///< our own export: texts are plain, names and titles are whole
    EventFacts facts;      ///< what only our own exports state
    SourceRef header;
    std::vector<RawDay> days;
    std::vector<RawEvent> events;
    std::vector<DraftPerson> people;  ///< described apart from the rows, with their ids
    std::vector<SourceRef> misshapen;  ///< what stands where a day, a room or an event should
};

}  // namespace kiosk
