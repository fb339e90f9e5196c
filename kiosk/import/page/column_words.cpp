#include "import/page/column_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "base/utf8.hpp"
#include "import/day_words.hpp"
#include "import/kinds.hpp"

namespace kiosk {
namespace {

bool has_word(std::string const& text, std::initializer_list<std::string_view> words) {
    std::string const key = fmt::format(" {} ", comparison_key(text));
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return key.find(fmt::format(" {} ", word)) != std::string::npos;
    });
}

/// Words by which a heading tells a role; without them it may be a lane.
bool names_a_role(std::string const& heading) {
    return has_word(
        heading,
        {"title",       "session",      "sessions",     "talk",       "event",       "section", "agenda",
         "program",     "programme",    "activity",     "topic",      "description", "notes",   "details",
         "speaker",     "speakers",     "presenter",    "presenters", "who",         "name",    "affiliation",
         "institution", "organisation", "organization", "type",       "category",    "kind",    "format",
         "duration",    "time",         "link",         "links",      "slides",      "what"});
}

CellColumn column_of(std::string const& heading) {
    if (has_word(heading, {"title", "session", "talk", "event", "section"})) return CellColumn::content;
    if (has_word(heading, {"speaker", "speakers", "presenter", "presenters", "who", "name"}))
        return CellColumn::speaker;
    if (has_word(heading, {"affiliation", "institution", "organisation", "organization"}))
        return CellColumn::affiliation;
    if (has_word(heading, {"room", "location", "where", "venue", "place"})) return CellColumn::room;
    if (has_word(heading, {"type", "category", "kind", "format"})) return CellColumn::kind;
    if (has_word(heading, {"track"})) return CellColumn::track;
    return CellColumn::content;
}

/// "Room" alone heads a column of rooms; "Room 1" is one.
bool is_lane(std::string const& heading) {
    if (names_a_day(heading)) return true;
    bool const is_alone = count_words(heading) < 2;
    return names_a_track(heading) ||
           (names_a_room(heading) &&
            (!is_alone || !has_word(heading, {"room", "venue", "location", "level", "floor"})));
}

}  // namespace

bool names_a_track(std::string const& heading) {
    return count_words(heading) >= 2 && count_words(heading) <= 6 &&
           has_word(heading,
                    {"track", "stage", "stream", "parallel", "workshop", "session", "buhne", "podium"});
}

std::vector<ColumnHeading> read_headings(GridRow const& row, std::size_t width, std::size_t time_column) {
    std::vector<ColumnHeading> headings(width);
    std::size_t lanes = 0, roles = 0;
    for (GridCell const& cell : row.cells) {
        std::string const text = text_of(*cell.node);
        if (cell.column <= time_column || text.empty() || cell.width > 1) continue;
        lanes += is_lane(text);
        roles += !is_lane(text) && names_a_role(text);
    }
    bool const has_lanes = lanes >= 2 || (lanes == 1 && roles == 0 && width > time_column + 2);
    for (GridCell const& cell : row.cells) {
        std::string const text = text_of(*cell.node);
        bool const lane = has_lanes && cell.column > time_column && !text.empty() && cell.width == 1 &&
                          (is_lane(text) || !names_a_role(text));
        for (std::size_t column = cell.column; column < std::min(width, cell.column + cell.width); ++column) {
            headings[column].column = lane ? CellColumn::content : column_of(text);
            headings[column].is_lane = lane;
            if (!lane) continue;
            if (names_a_day(text))
                headings[column].day = text;
            else if (names_a_track(text) && !names_a_room(text))
                headings[column].track = text;
            else
                headings[column].room = text;
        }
    }
    return headings;
}

}  // namespace kiosk
