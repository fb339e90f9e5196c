#include "base/source_text.hpp"

#include <algorithm>

namespace kiosk {

int line_at(std::string_view text, std::size_t offset) {
    auto const end = text.begin() + static_cast<std::ptrdiff_t>(std::min(offset, text.size()));
    return 1 + static_cast<int>(std::count(text.begin(), end, '\n'));
}

}  // namespace kiosk
