#include "run/damage.hpp"

#include <algorithm>

#include "layout/geometry.hpp"

namespace kiosk {
namespace {

Rect around(Rect const& a, Rect const& b) {
    if (a.width <= 0 || a.height <= 0) return b;
    int const x = std::min(a.x, b.x), y = std::min(a.y, b.y);
    return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

}  // namespace

std::optional<Rect> damage_of(Picture const& before, Picture const& now, InkOf const& ink_of) {
    if (before.area != now.area || before.ground != now.ground || before.items.size() != now.items.size()) return {};
    Rect damage;
    for (std::size_t i = 0; i < now.items.size(); ++i) {
        if (before.items[i] == now.items[i]) continue;
        for (auto const* item : {&before.items[i], &now.items[i]}) {
            auto const* run = std::get_if<TextRun>(item);
            auto const ink = run ? ink_of(*run) : std::nullopt;
            if (!ink) return {};
            damage = around(damage, *ink);
        }
    }
    return intersection(damage, now.area);
}

}  // namespace kiosk
