// What a column of a table or a key of a data file means, whatever its author called it.
#pragma once

#include <optional>
#include <string_view>

namespace kiosk {

enum class Column {
    room, date, day, start, end, duration, title, subtitle, id, abstract, description, language,
    people, role, affiliation, biography, photo, track, kind, url, recording, slides,
    name,   ///< of a person, or of a session that has no other title
    event,  ///< a person's id, or free text
    talk,   ///< the id of a talk that is described elsewhere, or its title
    parts,  ///< what a block or a day consists of
    venue, zone,
};

/// "Start time", "start_time", "timeStart" and "Beginn" are one column. English and German.
/// Empty: the name is not known.
std::optional<Column> column_of(std::string_view name);

}  // namespace kiosk
