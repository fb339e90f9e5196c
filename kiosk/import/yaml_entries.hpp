// A mapping of a data file, asked by the meaning of its keys.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "import/table_row.hpp"
#include "import/yaml_tree.hpp"

namespace kiosk {

class YamlEntries {
public:
    /// `node` must outlive this. A scalar or a sequence has no entries.
    YamlEntries(YamlNode const& node, std::string_view language) : node_(&node), language_(language) {}

    bool has(Column column) const { return node(column) != nullptr; }
    bool has_text(Column column) const { return !text(column).empty(); }
    /// The first value of that meaning that says something; null: none.
    YamlNode const* node(Column column) const;
    /// Its text in the event's language; empty: none, or not a text.
    std::string text(Column column) const;

    /// A start or an end that reads as a time.
    bool has_time() const;
    /// It says what happens, not only when.
    bool has_content() const;
    /// It holds a list of further records, so it is a level and not a row.
    bool lists_rows() const;
    /// Everything that is text and whose key is known, people excepted if they are a list.
    std::vector<TableField> fields() const;
    /// Values whose key is not known, by key.
    std::vector<std::pair<std::string, YamlNode const*>> unknown() const;
    /// What the record is called: title, name, or the scalar itself.
    std::string name_of_all() const;

private:
    YamlNode const* node_;
    std::string_view language_;
};

}  // namespace kiosk
