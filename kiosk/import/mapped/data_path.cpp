#include "import/mapped/data_path.hpp"

#include <charconv>

#include "base/json_pointer.hpp"
#include "base/utf8.hpp"

namespace kiosk {
namespace {

constexpr std::size_t most_steps = 20;

DataPlace inside(DataPlace const& place, DataNode const& node, std::string_view token) {
    return {&node, place.pointer + '/' + pointer_token(token), place.record};
}

DataPlace new_record(DataPlace const& place, DataNode const& node, std::string pointer, std::string key) {
    auto record = std::make_shared<DataRecord const>(DataRecord{&node, pointer, std::move(key), place.record});
    return {&node, std::move(pointer), std::move(record)};
}

}  // namespace

DataPlace place_of_root(DataNode const& root) {
    return {&root, "", std::make_shared<DataRecord const>(DataRecord{&root, "", "", nullptr})};
}

bool DataPath::parse_step(std::string_view text, std::vector<Step>& steps) {
    auto const bracket = std::min(text.find('['), text.size());
    auto const name = text.substr(0, bracket);
    if (name.find(']') != name.npos) return false;
    if (name == "*") steps.push_back({Step::Kind::every_member, "", 0});
    else if (name == "^") steps.push_back({Step::Kind::outward, "", 0});
    else if (!name.empty()) steps.push_back({Step::Kind::member, std::string(name), 0});
    for (text.remove_prefix(bracket); !text.empty();) {
        auto const end = text.find(']');
        if (text[0] != '[' || end == text.npos) return false;
        auto const inner = text.substr(1, end - 1);
        std::size_t index = 0;
        auto const [stop, error] = std::from_chars(inner.data(), inner.data() + inner.size(), index);
        if (inner == "*") steps.push_back({Step::Kind::each, "", 0});
        else if (error == std::errc{} && stop == inner.data() + inner.size()) steps.push_back({Step::Kind::index, "", index});
        else return false;
        text.remove_prefix(end + 1);
    }
    return bracket > 0 || !steps.empty();
}

std::optional<DataPath> DataPath::parse(std::string_view text) {
    DataPath path;
    text = trimmed(text);
    while (!text.empty()) {
        auto const dot = std::min(text.find('.'), text.size());
        auto const step = text.substr(0, dot);
        bool const is_last = dot == text.size();
        text.remove_prefix(is_last ? dot : dot + 1);
        if (step.empty() || path.asks_for_key_ || (!is_last && text.empty())) return {};
        if (step == "@") path.asks_for_key_ = true;
        else if (!parse_step(step, path.steps_)) return {};
    }
    if (path.steps_.size() > most_steps) return {};
    return path;
}

std::vector<DataPlace> DataPath::places(DataPlace const& from) const {
    std::vector<DataPlace> now{from}, next;
    for (Step const& step : steps_) {
        next.clear();
        for (DataPlace const& place : now) {
            auto const& node = *place.node;
            switch (step.kind) {
                case Step::Kind::member:
                    if (auto const* found = node.member(step.name)) next.push_back(inside(place, *found, step.name));
                    break;
                case Step::Kind::index:
                    if (node.kind == DataNode::Kind::sequence && step.index < node.items.size())
                        next.push_back(inside(place, node.items[step.index], std::to_string(step.index)));
                    break;
                case Step::Kind::outward:
                    if (auto const& outer = place.record->outer) next.push_back({outer->node, outer->pointer, outer});
                    break;
                case Step::Kind::each:
                    if (node.kind != DataNode::Kind::sequence) {
                        if (node.says_something()) next.push_back(new_record(place, node, place.pointer, ""));
                        break;
                    }
                    [[fallthrough]];
                case Step::Kind::every_member: {
                    if (node.kind == DataNode::Kind::scalar) break;
                    for (std::size_t i = 0; i < node.items.size(); ++i) {
                        auto key = node.keys.empty() ? std::to_string(i) : node.keys[i];
                        auto pointer = place.pointer + '/' + pointer_token(key);
                        next.push_back(new_record(place, node.items[i], std::move(pointer), std::move(key)));
                    }
                }
            }
        }
        now.swap(next);
    }
    return now;
}

}  // namespace kiosk
