#include "import/text/control_characters.hpp"

#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "base/byte_blocks.hpp"
#include "base/source_text.hpp"

namespace kiosk {
namespace {

/// Bytes of the control at `i`: of ASCII, of C1 (U+0080 to U+009F but NEL), or of what is no character (U+FFFE, U+FFFF).
/// 0: there is none.
std::size_t control_size(std::string_view text, std::size_t i) {
    auto const byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) return (byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t') || byte == 0x7F ? 1 : 0;
    auto const next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0;
    if (byte == 0xC2) return next >= 0x80 && next <= 0x9F && next != 0x85 ? 2 : 0;
    bool const is_none = byte == 0xEF && (text.substr(i, 3) == "\xEF\xBF\xBE" || text.substr(i, 3) == "\xEF\xBF\xBF");
    return is_none ? 3 : 0;
}

/// Do these bytes hold neither a control nor what one may begin with?
bool is_ordinary(ByteBlock block) {
    auto const low = bytes_below(block, 0x20), others = bytes_like(block, 0x7F) | bytes_like(block, 0xC2) | bytes_like(block, 0xEF);
    if (!has_any(low | others)) return true;
    auto const usual = bytes_like(block, '\n') | bytes_like(block, '\r') | bytes_like(block, '\t');
    return !has_any((low & ~usual) | others);
}

/// The first control from `i` on, or the end.
std::size_t next_control(std::string_view text, std::size_t i) {
    while (i < text.size()) {
        while (i + bytes_in_block <= text.size() && is_ordinary(block_at(text, i))) i += bytes_in_block;
        for (auto const end = std::min(i + bytes_in_block, text.size()); i < end; ++i)
            if (control_size(text, i) > 0) return i;
    }
    return i;
}

}  // namespace

std::vector<Problem> drop_controls(std::string& text, std::string const& file) {
    auto const first = next_control(text, 0);
    if (first == text.size()) return {};
    int const line = line_at(text, first);
    std::string kept = text.substr(0, first);
    int count = 0;
    for (auto at = first; at < text.size(); ++count) {
        at += control_size(text, at);
        auto const next = next_control(text, at);
        kept.append(text, at, next - at);
        at = next;
    }
    text = std::move(kept);
    auto const what = count == 1 ? "a control character stands"
                                 : fmt::format("{} control characters, the first here, stand", count);
    return {{Severity::warning,
             "not-well-formed",
             what + " in the text: dropped",
             "remove them",
             {file, line, ""}}};
}

}  // namespace kiosk
