#include "import/yaml_entries.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "import/table_times.hpp"

namespace kiosk {
namespace {

using Shape = YamlNode::Kind;

/// A scalar, the fitting one of texts by language, or a list of texts on lines of their own.
std::string text_of(YamlNode const& node, std::string_view language) {
    if (node.kind != Shape::sequence) return text_in_language(node, language);
    std::string text;
    for (YamlNode const& item : node.items)
        if (item.kind == Shape::scalar) text += (text.empty() ? "" : "\n") + item.text;
    return text;
}

}  // namespace

YamlNode const* YamlEntries::node(Column column) const {
    if (node_->kind != Shape::mapping) return nullptr;
    for (std::size_t i = 0; i < node_->keys.size(); ++i)
        if (column_of(node_->keys[i]) == column && node_->items[i].says_something()) return &node_->items[i];
    return nullptr;
}

std::string YamlEntries::text(Column column) const {
    auto const* value = node(column);
    return value ? text_of(*value, language_) : std::string();
}

bool YamlEntries::has_time() const {
    for (Column const column : {Column::start, Column::end}) {
        auto const* value = node(column);
        if (!value) continue;
        if (value->kind == Shape::mapping && YamlEntries(*value, language_).has_time()) return true;
        if (value->kind == Shape::scalar && looks_like_time(value->text)) return true;
    }
    return false;
}

bool YamlEntries::has_content() const {
    if (node_->kind == Shape::scalar) return node_->says_something();
    auto const is_scalar = [](YamlNode const* value) { return value && value->kind == Shape::scalar; };
    return has_text(Column::title) || has_text(Column::name) || is_scalar(node(Column::event)) ||
           is_scalar(node(Column::talk));
}

bool YamlEntries::lists_rows() const {
    if (node_->kind != Shape::mapping) return false;
    for (std::size_t i = 0; i < node_->keys.size(); ++i) {
        auto const& value = node_->items[i];
        bool const is_list =
            value.kind == Shape::sequence && !value.items.empty() && value.items[0].kind == Shape::mapping;
        if (is_list && column_of(node_->keys[i]) != Column::people) return true;
    }
    return false;
}

std::vector<TableField> YamlEntries::fields() const {
    std::vector<TableField> fields;
    if (node_->kind != Shape::mapping) return fields;
    for (std::size_t i = 0; i < node_->keys.size(); ++i) {
        auto const column = column_of(node_->keys[i]);
        auto const& value = node_->items[i];
        if (!column || !value.says_something()) continue;
        if (*column == Column::start && value.kind == Shape::mapping) {
            auto const inner = YamlEntries(value, language_).fields();
            fields.insert(fields.end(), inner.begin(), inner.end());
            continue;
        }
        bool const is_list = value.kind != Shape::scalar;
        bool const is_read_elsewhere = *column == Column::people || *column == Column::talk ||
                                       *column == Column::event || *column == Column::parts;
        if (is_list && is_read_elsewhere) continue;
        if (auto text = text_of(value, language_); !trimmed(text).empty())
            fields.push_back({*column, std::move(text)});
    }
    return fields;
}

std::vector<std::pair<std::string, YamlNode const*>> YamlEntries::unknown() const {
    std::vector<std::pair<std::string, YamlNode const*>> found;
    if (node_->kind != Shape::mapping) return found;
    for (std::size_t i = 0; i < node_->keys.size(); ++i)
        if (!column_of(node_->keys[i])) found.emplace_back(node_->keys[i], &node_->items[i]);
    return found;
}

std::string YamlEntries::name_of_all() const {
    if (node_->kind == Shape::scalar) return node_->text;
    return has_text(Column::title) ? text(Column::title) : text(Column::name);
}

}  // namespace kiosk
