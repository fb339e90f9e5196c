// YAML as a tree of texts: nothing is taken for a number, a date or a truth value.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "import/data_tree.hpp"

namespace kiosk {

using YamlNode = DataNode;

/// A key that stands twice in its mapping.
struct YamlDouble {
    std::string key;
    int line = 0;
};

struct YamlReading {
    YamlNode root;      ///< what came before the fault, if there is one
    std::string fault;  ///< empty: none
    int fault_line = 0;
    int tab_line = 0;  ///< indented with a tab; 0: none
    std::vector<YamlDouble> doubles;
};

/// The first document. Aliases are copies, "<<" adds what the mapping lacks. Range: valid UTF-8;
/// deeper than 64, or more copied than 4 MB, is a fault. Source: YAML 1.1, the failsafe schema.
YamlReading read_yaml(std::string_view text);

}  // namespace kiosk
