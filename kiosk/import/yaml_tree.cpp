// libyaml and not yaml-cpp: its events cross this file without exceptions, scalars stay text, and
// aliases are ours to copy, so that a bomb of them meets a limit.
#include "import/yaml_tree.hpp"

#include <yaml.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "base/limits.hpp"

namespace kiosk {
namespace {

std::size_t weight(YamlNode const& node) {
    std::size_t sum = 64 + node.text.size();
    for (auto const& key : node.keys) sum += key.size();
    for (auto const& item : node.items) sum += weight(item);
    return sum;
}

class Builder {
public:
    explicit Builder(std::string_view text) {
        if (!yaml_parser_initialize(&parser_)) return;
        is_ready_ = true;
        yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
        yaml_parser_set_input_string(&parser_, reinterpret_cast<unsigned char const*>(text.data()),
                                     text.size());
    }
    ~Builder() {
        if (is_ready_) yaml_parser_delete(&parser_);
    }
    Builder(Builder const&) = delete;
    Builder& operator=(Builder const&) = delete;

    YamlReading run() {
        for (bool is_open = is_ready_; is_open;) {
            Event const event(*this);
            switch (event.type()) {
                case YAML_STREAM_START_EVENT:
                case YAML_DOCUMENT_START_EVENT: break;
                case YAML_SCALAR_EVENT:
                case YAML_ALIAS_EVENT:
                case YAML_SEQUENCE_START_EVENT:
                case YAML_MAPPING_START_EVENT: is_open = build(event, reading_.root, 0); break;
                default: is_open = false;
            }
        }
        return std::move(reading_);
    }

private:
    /// One event of the parser, freed with its scope.
    class Event {
    public:
        explicit Event(Builder& builder) {
            if (yaml_parser_parse(&builder.parser_, &event_)) return;
            event_.type = YAML_NO_EVENT;
            builder.fail(builder.parser_.problem ? builder.parser_.problem : "unreadable",
                         static_cast<int>(builder.parser_.problem_mark.line) + 1);
        }
        ~Event() { yaml_event_delete(&event_); }
        Event(Event const&) = delete;
        Event& operator=(Event const&) = delete;

        yaml_event_type_t type() const { return event_.type; }
        int line() const { return static_cast<int>(event_.start_mark.line) + 1; }
        yaml_event_t const& raw() const { return event_; }
        std::string anchor() const {
            yaml_char_t const* name = nullptr;
            if (type() == YAML_ALIAS_EVENT) name = event_.data.alias.anchor;
            if (type() == YAML_SCALAR_EVENT) name = event_.data.scalar.anchor;
            if (type() == YAML_SEQUENCE_START_EVENT) name = event_.data.sequence_start.anchor;
            if (type() == YAML_MAPPING_START_EVENT) name = event_.data.mapping_start.anchor;
            return name ? reinterpret_cast<char const*>(name) : "";
        }

    private:
        yaml_event_t event_{};
    };

    bool fail(std::string what, int line) {
        if (reading_.fault.empty()) {
            reading_.fault = std::move(what);
            reading_.fault_line = line;
        }
        return false;
    }

    /// False: the text ends here; `node` holds what came before.
    bool build(Event const& event, YamlNode& node, std::size_t depth) {
        node.line = event.line();
        if (depth > deepest_data) return fail("more deeply nested than any schedule", node.line);
        switch (event.type()) {
            case YAML_ALIAS_EVENT: return copy(event, node);
            case YAML_SCALAR_EVENT: {
                auto const& scalar = event.raw().data.scalar;
                node.text.assign(reinterpret_cast<char const*>(scalar.value), scalar.length);
                node.is_plain = scalar.style == YAML_PLAIN_SCALAR_STYLE;
                if (node.is_plain && (node.text == "~" || node.text == "null")) node.text.clear();
                break;
            }
            case YAML_SEQUENCE_START_EVENT:
                node.kind = YamlNode::Kind::sequence;
                if (!build_items(node, depth)) return false;
                break;
            case YAML_MAPPING_START_EVENT:
                node.kind = YamlNode::Kind::mapping;
                if (!build_entries(node, depth)) return false;
                break;
            default: return false;
        }
        auto const anchor = event.anchor();
        return anchor.empty() || (spend(node) && remember(anchor, node));
    }

    bool build_items(YamlNode& node, std::size_t depth) {
        for (;;) {
            Event const event(*this);
            if (event.type() == YAML_SEQUENCE_END_EVENT) return true;
            if (event.type() == YAML_NO_EVENT) return false;
            node.items.emplace_back();
            if (!build(event, node.items.back(), depth + 1)) return false;
        }
    }

    bool build_entries(YamlNode& node, std::size_t depth) {
        std::set<std::string> seen;
        std::vector<YamlNode> merged;
        bool is_whole = true;
        while (is_whole) {
            Event const key_event(*this);
            if (key_event.type() == YAML_MAPPING_END_EVENT) break;
            YamlNode key, value;
            is_whole = key_event.type() != YAML_NO_EVENT && build(key_event, key, depth + 1);
            if (!is_whole) break;
            Event const event(*this);
            is_whole = event.type() != YAML_NO_EVENT && build(event, value, depth + 1);
            if (key.text == "<<" && key.is_plain) {
                merged.push_back(std::move(value));
                continue;
            }
            if (!seen.insert(key.text).second) reading_.doubles.push_back({key.text, key.line});
            node.keys.push_back(std::move(key.text));
            node.items.push_back(std::move(value));
        }
        for (auto& other : merged)
            for (std::size_t i = 0; i < other.keys.size(); ++i)
                if (seen.insert(other.keys[i]).second) {
                    node.keys.push_back(std::move(other.keys[i]));
                    node.items.push_back(std::move(other.items[i]));
                }
        return is_whole;
    }

    bool copy(Event const& event, YamlNode& node) {
        auto const found = anchors_.find(event.anchor());
        if (found == anchors_.end()) return true;  // of itself: it has no end
        if (!spend(found->second)) return false;
        int const line = node.line;
        node = found->second;
        node.line = line;
        return true;
    }

    bool remember(std::string const& anchor, YamlNode const& node) {
        anchors_.insert_or_assign(anchor, node);
        return true;
    }

    bool spend(YamlNode const& node) {
        copied_ += weight(node);
        return copied_ <= most_alias_bytes || fail("its aliases unfold to more than any schedule", node.line);
    }

    yaml_parser_t parser_{};
    bool is_ready_ = false;
    YamlReading reading_;
    std::map<std::string, YamlNode> anchors_;
    std::size_t copied_ = 0;
};

/// Tabs before the first other character of a line as blanks; other controls go.
std::string without_tabs(std::string_view text, std::size_t width, int& tab_line) {
    std::string plain;
    int line = 1;
    bool is_indent = true;
    for (char const c : text) {
        if (c == '\n') ++line;
        if (c == '\t' && is_indent) {
            plain.append(width, ' ');
            if (tab_line == 0) tab_line = line;
            continue;
        }
        is_indent = c == '\n' || (is_indent && c == ' ');
        auto const byte = static_cast<unsigned char>(c);
        bool const is_control = (byte < 0x20 && c != '\n' && c != '\r' && c != '\t') || byte == 0x7F;
        plain += is_control ? ' ' : c;
    }
    return plain;
}

}  // namespace

YamlReading read_yaml(std::string_view text) {
    YamlReading first;
    for (std::size_t const width : {2U, 4U, 8U}) {
        int tab_line = 0;
        std::string const plain = without_tabs(text, width, tab_line);
        YamlReading reading = Builder(plain).run();
        reading.tab_line = tab_line;
        if (reading.fault.empty() || tab_line == 0) return reading;
        if (width == 2) first = std::move(reading);
    }
    return first;
}

}  // namespace kiosk
