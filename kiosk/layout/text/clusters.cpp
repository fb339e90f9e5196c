#include "layout/text/clusters.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "layout/text/script.hpp"

namespace kiosk {
namespace {

bool is_flag_letter(char32_t c) { return c >= 0x1F1E6 && c <= 0x1F1FF; }

/// Kills its consonant's vowel and ties the next consonant to it. Tamil's only kills.
bool is_virama(char32_t c) {
    static constexpr std::array<char32_t, 9> viramas{0x094D, 0x09CD, 0x0A4D, 0x0ACD, 0x0B4D,
                                                     0x0C4D, 0x0CCD, 0x1039, 0x17D2};
    return c == 0x0D4D || std::find(viramas.begin(), viramas.end(), c) != viramas.end();
}

/// Thai and Lao vowels that are spoken after the consonant they stand before.
bool is_leading_vowel(char32_t c) { return (c >= 0x0E40 && c <= 0x0E44) || (c >= 0x0EC0 && c <= 0x0EC4); }

}  // namespace

bool ClusterScanner::continues(char32_t next) {
    auto const before = after_;
    bool const has_letter = script_of(next) != "Zyyy";
    after_ = next == 0x200D                                         ? After::joiner
             : is_flag_letter(next) && before != After::flag_letter ? After::flag_letter
             : is_virama(next)                                      ? After::virama
             : is_leading_vowel(next)                               ? After::leading_vowel
                                                                    : After::anything;
    if (before == After::nothing) {
        has_emoji_ = is_emoji(next);
        return false;
    }
    if (joins_previous(next)) {
        // The joiner of "क्‍ष" leaves the tie as it is; nothing ends it but a letter.
        if (before == After::virama && next != 0x200C) after_ = After::virama;
        return true;
    }
    bool const joined = (before == After::joiner && has_emoji_ && is_emoji(next)) ||
                        (before == After::flag_letter && is_flag_letter(next)) ||
                        (before == After::virama && has_letter) ||
                        (before == After::leading_vowel && has_letter);
    if (!joined) has_emoji_ = is_emoji(next);
    return joined;
}

std::vector<std::string_view> clusters_of(std::string_view utf8) {
    std::vector<std::string_view> clusters;
    ClusterScanner scanner;
    std::size_t begin = 0;
    for (auto const& point : decode_utf8(utf8)) {
        if (scanner.continues(point.value) || point.begin == 0) continue;
        clusters.push_back(utf8.substr(begin, point.begin - begin));
        begin = point.begin;
    }
    if (begin < utf8.size()) clusters.push_back(utf8.substr(begin));
    return clusters;
}

}  // namespace kiosk
