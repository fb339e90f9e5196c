#include "layout/ticking.hpp"

#include <string_view>

namespace kiosk {
namespace {

/// The lines of a picture that say just this.
std::vector<TextRun*> runs_that_say(Picture& picture, std::string const& text) {
    std::vector<TextRun*> runs;
    for (auto& item : picture.items)
        if (auto* const run = std::get_if<TextRun>(&item); run && run->text == text) runs.push_back(run);
    return runs;
}

constexpr std::string_view digits = "0123456789";

/// Do the two differ in digits alone, all of which are as wide as each other? Then no text needs to be measured that is new each second.
bool differ_in_even_digits(std::string_view a, std::string_view b, FontRef font, Metrics const& metrics) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (a[i] != b[i] && (digits.find(a[i]) == digits.npos || digits.find(b[i]) == digits.npos)) return false;
    int const width = metrics.text_width(digits.substr(0, 1), font);
    for (std::size_t i = 1; i < digits.size(); ++i)
        if (metrics.text_width(digits.substr(i, 1), font) != width) return false;
    return true;
}

}  // namespace

bool set_clock(Frame& frame, std::string const& before, std::string const& now, Metrics const& metrics) {
    auto runs = runs_that_say(frame.spine, before);
    if (runs.empty()) return false;
    if (frame.level)
        for (auto* const picture : {&frame.level->drained, &frame.level->flooded})
            for (auto* const run : runs_that_say(*picture, before)) runs.push_back(run);
    for (auto const* run : runs)
        if (!differ_in_even_digits(before, now, run->font, metrics) &&
            metrics.text_width(now, run->font) != metrics.text_width(before, run->font))
            return false;
    for (auto* const run : runs) run->text = now;
    return true;
}

}  // namespace kiosk
