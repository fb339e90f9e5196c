#include "time/wording.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace kiosk {
namespace {

template <std::size_t n>
bool has(std::array<std::string_view, n> const& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// The region of a tag: "us" of "en-us", "cn" of "zh-hans-cn"; empty: none.
std::string_view region_of(std::string_view tag) {
    for (auto at = tag.find('-'); at != tag.npos; at = tag.find('-', at + 1)) {
        auto const part = tag.substr(at + 1, tag.find('-', at + 1) - at - 1);
        if (part.size() == 2) return part;
    }
    return {};
}

bool is_twelve_hour(std::string_view language, std::string_view region) {
    // Where no region is given, that of most who speak the language.
    static constexpr std::array<std::string_view, 4> languages{"ar", "en", "hi", "ko"};
    static constexpr std::array<std::string_view, 49> regions{
        "ae", "ar", "au", "bd", "bh", "bo", "ca", "cl", "co", "cr", "cu", "do", "dz", "ec", "eg", "gr",
        "gt", "hk", "hn", "in", "iq", "jo", "kr", "kw", "lb", "ly", "mo", "mx", "ni", "nz", "om", "pa",
        "pe", "ph", "pk", "pr", "ps", "py", "qa", "sa", "sd", "sg", "sv", "sy", "tn", "us", "uy", "ve", "ye"};
    if (region.empty()) return has(languages, language);
    return has(regions, region) && !(language == "fr" && region == "ca");
}

}  // namespace

Wording wording_for(std::string_view language) {
    auto const lower = to_lower_ascii(language);
    std::string_view const tag = lower;
    auto const spoken = tag.substr(0, tag.find('-'));
    static constexpr std::array<std::string_view, 4> month_first{"en", "en-us", "en-ca", "en-ph"};
    return {is_twelve_hour(spoken, region_of(tag)) ? ClockStyle::twelve_hour : ClockStyle::twenty_four_hour,
            has(month_first, tag)};
}

}  // namespace kiosk
