#include "import/page/front_matter.hpp"

#include <algorithm>
#include <optional>

#include "base/utf8.hpp"

namespace kiosk {
namespace {

std::string_view line_from(std::string_view page, std::size_t begin) {
    std::string_view const line = page.substr(begin, page.find('\n', begin) - begin);
    return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
}

std::size_t next_line(std::string_view page, std::size_t begin) {
    auto const end = page.find('\n', begin);
    return end == std::string_view::npos ? page.size() : end + 1;
}

std::optional<FrontMatterEntry> entry_of(std::string_view text, int line) {
    auto const colon = text.find(':');
    if (colon == std::string_view::npos || colon == 0 || colon > 40) return {};
    std::string_view const key = text.substr(0, colon);
    auto const is_key = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
               c == '-' || c == ' ';
    };
    if (key.front() == ' ' || !std::all_of(key.begin(), key.end(), is_key)) return {};
    std::string_view value = trimmed(text.substr(colon + 1));
    bool const quoted =
        value.size() > 1 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front();
    if (quoted) value = value.substr(1, value.size() - 2);
    return FrontMatterEntry{to_lower_ascii(trimmed(key)), std::string(value), line};
}

FrontMatter between_dashes(std::string_view page) {
    FrontMatter found;
    int line = 2;
    for (std::size_t begin = next_line(page, 0); begin < page.size();
         begin = next_line(page, begin), ++line) {
        std::string_view const text = line_from(page, begin);
        if (trimmed(text) == "---" || trimmed(text) == "...") {
            found.size = next_line(page, begin);
            return found;
        }
        if (auto entry = entry_of(text, line)) found.entries.push_back(std::move(*entry));
    }
    return {};
}

FrontMatter leading_lines(std::string_view page) {
    FrontMatter found;
    int line = 1;
    for (std::size_t begin = 0; begin < page.size(); begin = next_line(page, begin), ++line) {
        auto entry = entry_of(line_from(page, begin), line);
        if (!entry) break;
        found.entries.push_back(std::move(*entry));
        found.size = next_line(page, begin);
    }
    return found;
}

}  // namespace

std::string_view FrontMatter::value(std::string_view key) const {
    for (auto const& entry : entries)
        if (entry.key == key) return entry.value;
    return {};
}

FrontMatter read_front_matter(std::string_view page) {
    return trimmed(line_from(page, 0)) == "---" ? between_dashes(page) : leading_lines(page);
}

std::string without_front_matter(std::string_view page, FrontMatter const& front_matter) {
    std::string blanked(page);
    auto const end = blanked.begin() + static_cast<std::ptrdiff_t>(std::min(front_matter.size, page.size()));
    std::replace_if(
        blanked.begin(), end, [](char c) { return c != '\n'; }, ' ');
    return blanked;
}

}  // namespace kiosk
