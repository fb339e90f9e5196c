#include "layout/spine_parts.hpp"

#include <algorithm>

namespace kiosk {

int filling_size(Sheet const& sheet, std::string_view text, int weight, int width, double most) {
    int const at_most = sheet.metrics.text_width(text, sheet.font(weight, most));
    if (at_most <= width) return static_cast<int>(most);
    int const size = static_cast<int>(most * width / std::max(at_most, 1));
    // Sizes are whole pixels: rounded up, a little too wide.
    return sheet.metrics.text_width(text, sheet.font(weight, size)) <= width ? size : size - 1;
}

FontRef SpineSizes::font(int weight, double size) const {
    return sheet_.font(weight, std::max(size * scale_, smallest));
}

std::vector<int> SpineSizes::steps(std::vector<int> sizes) const {
    for (int& size : sizes) size = static_cast<int>(std::max(size * scale_, smallest));
    return sizes;
}

}  // namespace kiosk
