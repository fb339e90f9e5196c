// Finds the rows, the talks and the people in the tree of a data file.
#pragma once

#include <string>
#include <vector>

#include "import/table_row.hpp"
#include "import/yaml_tree.hpp"
#include "schedule/draft.hpp"

namespace kiosk {

struct YamlRows {
    std::vector<TableRow> rows;
    std::vector<DraftPerson> people;
    EventFacts facts;  ///< what the top of the file says
};

/// `language` chooses among texts by language ("en", "de-DE").
YamlRows find_yaml_rows(YamlNode const& root, std::string const& file, std::string_view language);

}  // namespace kiosk
