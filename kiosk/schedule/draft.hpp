// What importers fill: everything that a source says, as far as it says it.
// Nothing is thrown away here; Schedule::validate decides what it makes of it.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "schedule/session.hpp"

namespace kiosk {

/// A stamp with an offset is an instant; without one it is wall time at the venue.
using DraftTime = std::variant<WallTime, Instant>;

/// A person as one row or one speaker block names them.
struct DraftPerson {
    std::string source_id;  ///< the source's own id, empty where it has none
    std::string name, role, affiliation, biography, photo;
    std::vector<Link> links;
    SourceRef origin;
    SourceRef photo_origin;
};

/// What a row said before it was changed; for changes that visitors are told of.
struct DraftEarlier {
    std::optional<DraftTime> start;  ///< empty: as now
    std::string room;                ///< empty: as now
};

struct DraftSession {
    std::string source_id;  ///< the source's own id, empty where it has none
    std::string title, subtitle;
    std::string title_if_unknown;  ///< if no source describes it: the words of its id
    Kind kind = Kind::other;
    std::string label;
    std::optional<DraftTime> start, end;
    std::optional<milliseconds> duration;
    std::vector<std::string> rooms;  ///< names; none: the event's room, else all
    bool is_for_all = false;         ///< in its rooms, and for everybody
    std::vector<DraftPerson> people;  ///< biographies may stand in ScheduleDraft::people instead
    std::string track, language, abstract, description, url;
    std::vector<Link> links;  ///< slides, recording, paper
    Status status = Status::confirmed;
    bool placeholder = false;
    std::optional<std::size_t> parent;  ///< index into ScheduleDraft::sessions
    std::optional<DraftEarlier> earlier;
    std::string raw;                    ///< the row as it was written, for problems and people
    SourceRef origin;
};

struct ScheduleDraft {
    EventFacts event;
    std::vector<DraftSession> sessions;  ///< in source order
    std::vector<DraftPerson> people;     ///< speaker blocks; joined to the sessions by name or id
};

/// Adds a further source: its rows and people come after, and it fills the facts that are missing.
void merge(ScheduleDraft& whole, ScheduleDraft part);

/// Joins what several sources (or parts of one) say of the same thing, by their own ids: a person of
/// a row that has an id and no name takes everything from the one of `people` with that id; a row
/// without a start whose id another row has fills that row's empty fields and goes. What stays
/// without a name is called by the words of its id.
void join_by_id(ScheduleDraft& draft);

}  // namespace kiosk
