// JSON as a tree of texts.
#pragma once

#include <string>

#include "import/data_tree.hpp"

namespace kiosk {

/// More values than any schedule holds; a conference of 10,000 talks has half of them.
constexpr std::size_t most_values = 1'000'000;

struct JsonReading {
    DataNode root;
    bool is_whole = true;  ///< false: it holds more than `most_values`, the rest is missing
};

/// Range: well-formed JSON, as readable_json() makes it; anything else gives what comes before the
/// fault. Source: RFC 8259.
JsonReading read_json_tree(std::string const& json);

}  // namespace kiosk
