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

bool is_clock(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= ':'; });
}

/// Of two readings of one clock only what follows the digits that they share: a digit takes no notice of the next.
void leave_out_shared_digits(TextRun const& before, TextRun const& now, InkOf const& ink_of, Rect& damage) {
    auto same = before;
    same.text = now.text;
    if (same != now || !is_clock(before.text) || !is_clock(now.text)) return;
    auto const shared = std::mismatch(before.text.begin(), before.text.end(), now.text.begin(), now.text.end()).first - before.text.begin();
    same.text = now.text.substr(0, static_cast<std::size_t>(shared));
    auto const ink = ink_of(same);
    if (!ink || shared == 0) return;
    int const left = std::max(damage.x, ink->right() - now.font.size_px / 3);  // what the ink of both may share
    damage = {left, damage.y, damage.right() - left, damage.height};
}

/// What two lines, or one that changed, leave ink on.
std::optional<Rect> damage_of(Item const& before, Item const& now, InkOf const& ink_of) {
    auto const *old_run = std::get_if<TextRun>(&before), *new_run = std::get_if<TextRun>(&now);
    if (!old_run || !new_run) return {};
    auto const old_ink = ink_of(*old_run), new_ink = ink_of(*new_run);
    if (!old_ink || !new_ink) return {};
    auto damage = around(*old_ink, *new_ink);
    leave_out_shared_digits(*old_run, *new_run, ink_of, damage);
    return damage;
}

}  // namespace

std::optional<Rect> damage_of(Picture const& before, Picture const& now, InkOf const& ink_of) {
    if (before.area != now.area || before.ground != now.ground || before.items.size() != now.items.size()) return {};
    Rect damage;
    for (std::size_t i = 0; i < now.items.size(); ++i) {
        if (before.items[i] == now.items[i]) continue;
        auto const more = damage_of(before.items[i], now.items[i], ink_of);
        if (!more) return {};
        damage = around(damage, *more);
    }
    return intersection(damage, now.area);
}

}  // namespace kiosk
