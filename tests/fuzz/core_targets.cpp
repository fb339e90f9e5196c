#include <iterator>

#include "fuzz/fuzz_target.hpp"

namespace kiosk {

std::vector<FuzzTarget> const& core_fuzz_targets() {
    static std::vector<FuzzTarget> const all = [] {
        std::vector<FuzzTarget> targets;
        for (auto part : {reader_targets(), settings_targets(), command_targets(), text_targets()})
            targets.insert(targets.end(), std::make_move_iterator(part.begin()), std::make_move_iterator(part.end()));
        return targets;
    }();
    return all;
}

}  // namespace kiosk
