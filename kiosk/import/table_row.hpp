// One row of a table or of a data file: named fields in, a session of the draft out.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "import/column_names.hpp"
#include "import/plain_text.hpp"
#include "schedule/draft.hpp"

namespace kiosk {

struct TableField {
    Column column{};
    std::string text;
};

struct TableRow {
    std::vector<TableField> fields;    ///< in source order, those that say something
    std::vector<DraftPerson> people;   ///< those that the source lists as records of their own
    std::vector<std::string> rooms;    ///< from the columns of a grid; else Column::room counts
    std::optional<std::size_t> parent; ///< index of the block among all rows
    bool is_timed = true;              ///< false: it describes a talk that is scheduled elsewhere
    std::string raw;
    SourceRef origin;

    /// The first text of `column`; empty: none.
    std::string_view text(Column column) const;
};

/// The field as it can be shown: a name, a line or paragraphs, as its column is; several people stay one
/// a line. Addresses, ids and times have no marks.
PlainText plain_field(TableField const& field);

/// All that the row says but its times: kind, title, people, texts. Title and type decide the kind
/// as SCHEDULES.md says at the top; a row that says nothing of it keeps `other` if it only refers
/// to a talk (join_by_id fills it), and is a talk if it has a title or people.
DraftSession read_row(TableRow const& row);

/// "Jane-doe_2" as "Jane doe 2": what to call somebody or something of which only the id is known.
std::string words_of_id(std::string_view id);

/// One word that nobody would print: "jdoe", "talk-17", "2041"; not "Break", nor "registration".
bool looks_like_id(std::string_view text);

}  // namespace kiosk
