#include "import/mapped/json_tree.hpp"

#include <nlohmann/json.hpp>

#include "base/limits.hpp"

namespace kiosk {
namespace {

using Json = nlohmann::json;

/// Hears the parser and builds the tree. The way down is kept as indices: pointers would not live.
class TreeBuilder final : public nlohmann::json_sax<Json> {
public:
    explicit TreeBuilder(JsonReading& reading) : reading_(reading), open_{&reading.root} {}

    bool null() override { return add_scalar("", true); }
    bool boolean(bool value) override { return add_scalar(value ? "true" : "false", true); }
    bool number_integer(number_integer_t value) override { return add_scalar(std::to_string(value), true); }
    bool number_unsigned(number_unsigned_t value) override { return add_scalar(std::to_string(value), true); }
    bool number_float(number_float_t, string_t const& written) override { return add_scalar(written, true); }
    bool string(string_t& value) override { return add_scalar(std::move(value), false); }
    bool binary(binary_t&) override { return true; }
    bool key(string_t& name) override {
        open_.back()->keys.push_back(std::move(name));
        return true;
    }
    bool start_object(std::size_t) override { return open(DataNode::Kind::mapping); }
    bool start_array(std::size_t) override { return open(DataNode::Kind::sequence); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool parse_error(std::size_t, std::string const&, nlohmann::detail::exception const&) override {
        // A key whose value is missing would break the pairs.
        for (auto* node : open_) node->keys.resize(std::min(node->keys.size(), node->items.size()));
        return false;
    }

private:
    /// Only the innermost open node grows, so the pointers to those around it stay valid.
    DataNode* add() {
        if (++count_ > most_parts) {
            reading_.is_whole = false;
            for (auto* node : open_) node->keys.resize(std::min(node->keys.size(), node->items.size()));
            return nullptr;
        }
        if (!has_root_) {
            has_root_ = true;
            return &reading_.root;
        }
        return &open_.back()->items.emplace_back();
    }

    bool add_scalar(std::string text, bool is_plain) {
        auto* node = add();
        if (!node) return false;
        node->text = std::move(text);
        node->is_plain = is_plain;
        return true;
    }

    bool open(DataNode::Kind kind) {
        auto* node = add();
        if (!node) return false;
        node->kind = kind;
        open_.push_back(node);
        return true;
    }

    bool close() {
        open_.pop_back();
        return true;
    }

    JsonReading& reading_;
    std::vector<DataNode*> open_;
    std::size_t count_ = 0;
    bool has_root_ = false;
};

}  // namespace

JsonReading read_json_tree(std::string const& json) {
    JsonReading reading;
    TreeBuilder builder(reading);
    Json::sax_parse(json, &builder);
    return reading;
}

}  // namespace kiosk
