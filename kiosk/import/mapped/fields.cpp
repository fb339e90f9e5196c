#include "import/mapped/fields.hpp"

#include "base/utf8.hpp"

namespace kiosk {
namespace {

using Shape = DataNode::Kind;

bool is_address(std::string_view text) { return text.starts_with("http://") || text.starts_with("https://"); }

std::string first_member(DataNode const& node, std::initializer_list<char const*> names) {
    for (char const* name : names)
        if (auto const* found = node.member(name); found && !trimmed(found->text).empty()) return found->text;
    return {};
}

void add_links(DataNode const& node, std::vector<Link>& links) {
    if (node.kind == Shape::scalar) {
        if (is_address(node.text)) links.push_back({"", node.text});
        return;
    }
    if (auto url = first_member(node, {"url", "href"}); !url.empty()) {
        links.push_back({first_member(node, {"title", "name", "text", "type"}), std::move(url)});
        return;
    }
    for (std::size_t i = 0; i < node.keys.size(); ++i)
        if (is_address(node.items[i].text)) links.push_back({node.keys[i], node.items[i].text});
}

}  // namespace

std::vector<std::string> FieldReader::texts(DataPath const& path, DataPlace const& record) const {
    std::vector<std::string> found;
    for (DataPlace const& place : path.places(record)) {
        auto text = path.asks_for_key() ? place.record->key : text_in_language(*place.node, language_);
        if (!trimmed(text).empty()) found.push_back(std::move(text));
    }
    return found;
}

std::vector<std::string> FieldReader::texts(Field const& field, DataPlace const& record) const {
    for (FieldWay const& way : field) {
        bool const is_path_alone = way.pieces.size() == 1 && way.pieces[0].first.empty() && way.last_words.empty();
        if (is_path_alone) {
            if (auto found = texts(way.pieces[0].second, record); !found.empty()) return found;
            continue;
        }
        std::string whole;
        bool says_something = false;
        for (auto const& [words, path] : way.pieces) {
            auto const found = texts(path, record);
            whole += words;
            if (found.empty()) continue;
            whole += found[0];
            says_something = true;
        }
        if (says_something) return {std::string(trimmed(whole + way.last_words))};
    }
    return {};
}

std::string FieldReader::text(Field const& field, DataPlace const& record) const {
    auto found = texts(field, record);
    return found.empty() ? std::string{} : std::move(found[0]);
}

std::vector<DataPlace> FieldReader::places(Field const& field, DataPlace const& record) const {
    for (FieldWay const& way : field) {
        if (way.pieces.size() != 1 || way.pieces[0].second.asks_for_key()) continue;
        auto found = way.pieces[0].second.places(record);
        std::erase_if(found, [](DataPlace const& place) { return !place.node->says_something(); });
        if (!found.empty()) return found;
    }
    return {};
}

std::optional<bool> FieldReader::flag(Field const& field, DataPlace const& record) const {
    auto const found = places(field, record);
    if (found.empty()) return {};
    auto const& node = *found[0].node;
    if (node.kind != Shape::scalar) return true;
    auto const word = to_lower_ascii(trimmed(node.text));
    return word != "false" && word != "no" && word != "0";
}

std::vector<Link> FieldReader::links(Field const& field, DataPlace const& record) const {
    std::vector<Link> links;
    for (DataPlace const& place : places(field, record)) add_links(*place.node, links);
    return links;
}

}  // namespace kiosk
