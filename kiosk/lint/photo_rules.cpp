#include <algorithm>

#include <fmt/format.h>

#include "lint/rules.hpp"

namespace kiosk {
namespace {

constexpr int shortest_side_px = 200, longest_side_px = 3000;

/// What is done to a photo so that it stands upright. Source: EXIF 2.3 §4.6.4.
std::string_view turn_of(int orientation) {
    switch (orientation) {
        case 2: return "is mirrored: shown the right way round";
        case 3: return "stands on its head: turned upright";
        case 4: return "stands on its head and is mirrored: turned upright";
        case 5:
        case 7: return "lies on its side and is mirrored: turned upright";
        default: return "lies on its side: turned upright";
    }
}

}  // namespace

std::vector<Problem> find_photo_doubts(std::string_view person, std::string const& file,
                                       ImageHeader const& header) {
    std::vector<Problem> problems;
    auto const report = [&](Severity severity, std::string code, std::string message, std::string hint) {
        problems.push_back({severity, std::move(code), std::move(message), std::move(hint), {file, 0, ""}});
    };
    int const width = header.lies_on_its_side() ? header.height : header.width;
    int const height = header.lies_on_its_side() ? header.width : header.height;
    if (header.is_turned())
        report(Severity::note, "photo-turned",
               fmt::format("the photo of {} {}, as its EXIF orientation {} says", person,
                           turn_of(header.orientation), header.orientation),
               "");
    if (width <= 0 || height <= 0) return problems;
    if (std::min(width, height) < shortest_side_px)
        report(Severity::warning, "photo-unusable",
               fmt::format(
                   "the photo of {} has {} x {} pixels, fewer than {} at a side: scaled up, it looks coarse",
                   person, width, height, shortest_side_px),
               "use a larger one, 800 x 1000 pixels do");
    else if (std::max(width, height) > longest_side_px)
        report(Severity::warning, "photo-unusable",
               fmt::format("the photo of {} has {} x {} pixels, more than {} at a side: scaled down, it "
                           "costs time and memory",
                           person, width, height, longest_side_px),
               "save it smaller, 800 x 1000 pixels do");
    return problems;
}

}  // namespace kiosk
