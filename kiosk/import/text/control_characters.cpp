#include "import/text/control_characters.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/byte_blocks.hpp"
#include "base/source_text.hpp"

namespace kiosk {
namespace {

bool is_control(char c) {
    auto const byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\n' && c != '\r' && c != '\t') || byte == 0x7F;
}

/// Where the first eight bytes begin that hold a control character.
std::size_t end_of_ordinary_blocks(std::string_view text) {
    std::size_t i = 0;
    for (; i + bytes_in_block <= text.size(); i += bytes_in_block) {
        auto const block = block_at(text, i);
        if (!has_byte_below(block, 0x20) && !has_byte_like(block, 0x7F)) continue;
        auto const usual = bytes_like(block, '\n') | bytes_like(block, '\r') | bytes_like(block, '\t');
        if ((bytes_below(block, 0x20) & ~usual) | bytes_like(block, 0x7F)) break;
    }
    return i;
}

}  // namespace

std::vector<Problem> drop_controls(std::string& text, std::string const& file) {
    auto const first = std::find_if(text.begin() + static_cast<std::ptrdiff_t>(end_of_ordinary_blocks(text)), text.end(), is_control);
    if (first == text.end()) return {};
    auto const count = std::count_if(first, text.end(), is_control);
    int const line = line_at(text, static_cast<std::size_t>(first - text.begin()));
    std::erase_if(text, is_control);
    auto const what = count == 1 ? "a control character stands"
                                 : fmt::format("{} control characters, the first here, stand", count);
    return {{Severity::warning,
             "not-well-formed",
             what + " in the text: dropped",
             "remove them",
             {file, line, ""}}};
}

}  // namespace kiosk
