#include "programme/timeline.hpp"

#include <algorithm>

namespace kiosk {

std::vector<Programme> timeline(ProgrammeMaker const& maker, Span range) {
    std::vector<Programme> programmes;
    for (auto t = range.begin; t < range.end;) {
        auto programme = maker.at(t);
        programme.valid = {std::max(programme.valid.begin, range.begin), std::min(programme.valid.end, range.end)};
        t = programme.valid.end;
        programmes.push_back(std::move(programme));
    }
    return programmes;
}

}  // namespace kiosk
