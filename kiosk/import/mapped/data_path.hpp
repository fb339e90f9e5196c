// Where a value stands in a data file: "sessions[*].room.name".
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "import/data_tree.hpp"

namespace kiosk {

/// One of many: a value to which `[*]` or `.*` led, or the root.
struct DataRecord {
    DataNode const* node = nullptr;
    std::string pointer;                      ///< RFC 6901
    std::string key;                          ///< its name or number among the others
    std::shared_ptr<DataRecord const> outer;  ///< the record that holds all of them; null: this is the root
};

/// A value, and the record that it belongs to.
struct DataPlace {
    DataNode const* node = nullptr;
    std::string pointer;  ///< RFC 6901
    std::shared_ptr<DataRecord const> record;
};

DataPlace place_of_root(DataNode const& root);

/// Steps with dots between them:
///   `room`   the member of that name            `speakers[0]`  one of a list, counted from 0
///   `x[*]`   each of a list; a single value counts as a list of one
///   `x.*`    each member of an object           `[*]`          the same of the value itself
///   `^`      the record around this one: of `days[*].talks[*]`, the day of the talk
///   `@`      (last step only) the name or number of the record among the others
class DataPath {
public:
    /// Empty: not of this form.
    static std::optional<DataPath> parse(std::string_view text);

    /// Every value that the path leads to, in order; none: there is nothing.
    std::vector<DataPlace> places(DataPlace const& from) const;
    /// The path ends in `@`: the keys of what places() gives are meant.
    bool asks_for_key() const { return asks_for_key_; }

private:
    struct Step {
        enum class Kind { member, index, each, every_member, outward } kind;
        std::string name;
        std::size_t index = 0;
    };
    static bool parse_step(std::string_view text, std::vector<Step>& steps);

    std::vector<Step> steps_;
    bool asks_for_key_ = false;
};

}  // namespace kiosk
