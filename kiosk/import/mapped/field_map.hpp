// A format described by a file: where start, end, title, room and speakers stand in its records.
// README, "A format of your own", explains the file; config/formats/ holds those that come along.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/problem.hpp"
#include "base/source_text.hpp"
#include "import/mapped/data_path.hpp"

namespace kiosk {

/// One way to a text: "title", or a text with paths in braces, "{first_name} {last_name}".
struct FieldWay {
    std::vector<std::pair<std::string, DataPath>> pieces;  ///< words, and the path that follows them
    std::string last_words;                                ///< after the last path
};

/// Ways to one field, best first: the first that says something counts. None: the format lacks it.
using Field = std::vector<FieldWay>;

/// `[[session]]`: one kind of record that is a row of the programme.
struct SessionFields {
    std::vector<DataPath> at;  ///< where the records are
    Field id, title, subtitle, kind, track, tags, language, abstract, description, url, links, room, speakers, parent;
    Field start, end, date, time, minute, end_date, end_time, zone, duration;
    Field clock;  ///< the start on the venue's clocks, beside a stamp in UTC
    Field status;
    Field cancelled, hidden, published, confirmed;  ///< true or false; "published" false hides
    Field for_all, service;                         ///< true: for every room; true: nothing on stage
    Field unless;                                   ///< true, or anything there: not a row at all
};

/// `[person]`: the fields of a person, in a row or described apart. `family_first` is a name like
/// "Doe, Jane", for where there is no other.
struct PersonFields {
    Field id, name, family_first, role, affiliation, biography, photo, links;
};

/// `[room]` and `[tag]`: records that only give names to ids.
struct NameList {
    std::vector<DataPath> at;
    Field id, name, group;  ///< group: what the name is ("Track", "Language"); tags only
};

struct FieldMap {
    std::string name;         ///< of the file, without ".toml": as in `--from`
    std::string description;  ///< for `--list-formats`
    /// What a record has (without [[session]]: the file), so that it is this format; of each, one of
    /// its paths is enough.
    std::vector<std::vector<DataPath>> known_by;
    Field event_name, event_start, event_end, event_zone, event_city, event_url, event_venue;
    std::vector<SessionFields> sessions;
    std::vector<DataPath> people;  ///< described apart from the rows
    PersonFields person;
    NameList rooms, tags;
    std::map<std::string, std::string> states;  ///< the format's words for "confirmed", "hidden" …, lower case
};

/// The maps that there are. They take longer to read than most schedules, so that they are asked for only where one is needed.
using AskForMaps = std::function<std::vector<FieldMap> const&()>;

/// `name`: see FieldMap. Errors: `toml-invalid`, `key-unknown`, `key-type`, `format-map-invalid`; a
/// value comes if what is left can read anything.
Outcome<FieldMap> parse_field_map(SourceText const& file, std::string name);

}  // namespace kiosk
