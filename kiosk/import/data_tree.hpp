// A data file as a tree of texts: nothing is taken for a number, a date or a truth value.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kiosk {

struct DataNode {
    enum class Kind { scalar, sequence, mapping } kind = Kind::scalar;
    std::string text;               ///< of a scalar; "null" of JSON is empty
    bool is_plain = false;          ///< a scalar without quotes
    int line = 0;                   ///< from 1; 0: unknown
    std::vector<std::string> keys;  ///< of a mapping, one an item; a key may stand twice
    std::vector<DataNode> items;    ///< of a mapping or sequence

    /// The first member of that name; null: there is none, or this is no mapping.
    DataNode const* member(std::string_view key) const;
    bool says_something() const;
};

/// A scalar's own text, or of texts by language ({"en": ..., "fr-CA": ...}) the one in `language`,
/// else the first. Empty: it is something else. `language` is BCP 47.
std::string text_in_language(DataNode const& node, std::string_view language);

}  // namespace kiosk
