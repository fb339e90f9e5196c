#include "import/data_tree.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace kiosk {
namespace {

bool is_language(std::string_view key) {
    return key.size() == 2 || (key.size() == 5 && (key[2] == '-' || key[2] == '_'));
}

}  // namespace

DataNode const* DataNode::member(std::string_view key) const {
    if (kind != Kind::mapping) return nullptr;
    auto const found = std::find(keys.begin(), keys.end(), key);
    return found == keys.end() ? nullptr : &items[static_cast<std::size_t>(found - keys.begin())];
}

bool DataNode::says_something() const {
    return kind == Kind::scalar ? !trimmed(text).empty() : !items.empty();
}

std::string text_in_language(DataNode const& node, std::string_view language) {
    if (node.kind == DataNode::Kind::scalar) return node.text;
    if (node.kind != DataNode::Kind::mapping || !std::all_of(node.keys.begin(), node.keys.end(), is_language)) return "";
    auto const wanted = to_lower_ascii(language.substr(0, 2));
    std::string text;
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
        if (node.items[i].kind != DataNode::Kind::scalar) continue;
        bool const fits = to_lower_ascii(node.keys[i]).substr(0, 2) == wanted;
        if (text.empty() || fits) text = node.items[i].text;
        if (fits) break;
    }
    return text;
}

}  // namespace kiosk
