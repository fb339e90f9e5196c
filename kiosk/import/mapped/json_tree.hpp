// JSON as a tree of texts.
#pragma once

#include <string>

#include "import/data_tree.hpp"

namespace kiosk {

struct JsonReading {
    DataNode root;
    bool is_whole = true;  ///< false: it holds more than `most_parts`, the rest is missing
};

/// Range: well-formed JSON, as readable_json() makes it; anything else gives what comes before the
/// fault. Source: RFC 8259.
JsonReading read_json_tree(std::string const& json);

}  // namespace kiosk
