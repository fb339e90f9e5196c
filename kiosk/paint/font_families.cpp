#include "paint/font_families.hpp"

#include <algorithm>

#include <SDL_ttf.h>

#include "layout/text/script.hpp"
#include "paint/built_in_font.hpp"

namespace kiosk {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_remembered = 20'000;
constexpr int color_strike_px = 109;  // the only size that Noto Color Emoji has

std::string find(std::string const& file, std::vector<fs::path> const& folders) {
    std::error_code ignored;
    for (auto const& folder : folders) {
        for (auto const& path : {folder / file, folder / fs::path(file).filename()}) {
            if (fs::is_regular_file(path, ignored)) return path.string();
        }
    }
    return {};
}

}  // namespace

FontFamilies::FontFamilies(FontChain const& chain, std::vector<fs::path> const& folders,
                           std::string_view language)
    : han_(han_shapes_for(language)) {
    for (auto family : chain.families) {
        auto const wanted = family;
        for (auto& face : family.faces) face.file = find(face.file, folders);
        std::erase_if(family.faces, [](FontFace const& face) { return face.file.empty(); });
        if (family.faces.empty())
            missing_.push_back(wanted);
        else
            families_.push_back(std::move(family));
    }
}

RunFont FontFamilies::open(std::size_t family, FontRef font) {
    if (families_.empty()) return {nullptr, font.size_px, false};
    auto const& chosen = families_.at(family);
    auto const& face = nearest_face(chosen.faces, font.weight);
    int const size = chosen.color ? color_strike_px : std::clamp(font.size_px, 4, 2000);
    return {open_.open(face.file, face.index, size), font.size_px, chosen.color};
}

bool FontFamilies::has_character(std::size_t family, char32_t character, FontRef font) {
    if (has_.size() > most_remembered) has_.clear();
    auto const [entry, is_new] = has_.try_emplace({family, character}, false);
    if (is_new) {
        auto const opened = open(family, font);
        entry->second =
            opened.font ? TTF_GlyphIsProvided32(opened.font, character) != 0 : is_built_in(character);
    }
    return entry->second;
}

bool FontFamilies::has(std::size_t family, std::u32string_view cluster, FontRef font) {
    return std::all_of(cluster.begin(), cluster.end(), [&](char32_t c) {
        return is_ignorable(c) || has_character(family, c, font);
    });
}

std::vector<std::size_t> FontFamilies::order_for(std::u32string_view cluster, HanShapes han) const {
    auto const script = script_of(cluster.front());
    bool const as_emoji = cluster.find(char32_t{0xFE0F}) != cluster.npos;
    // 0: asked for in colour; 1: of the script, or of any; 2: so, but for other readers; 3: other scripts.
    auto rank = [&](FontFamily const& family) {
        if (as_emoji && family.color) return 0;
        bool const fits =
            script == "Zyyy" || family.scripts.empty() ||
            std::find(family.scripts.begin(), family.scripts.end(), script) != family.scripts.end();
        if (!fits) return 3;
        return han != HanShapes::by_text && family.han != HanShapes::by_text && family.han != han ? 2 : 1;
    };
    std::vector<std::size_t> order(families_.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(),
                     [&](auto a, auto b) { return rank(families_[a]) < rank(families_[b]); });
    return order;
}

std::size_t FontFamilies::family_for(std::u32string_view cluster, FontRef font) {
    if (cluster.empty() || (cluster.size() == 1 && has(0, cluster, font))) return 0;
    if (chosen_.size() > most_remembered) chosen_.clear();
    auto const han = font.han == HanShapes::by_text ? han_ : font.han;
    auto const [entry, is_new] = chosen_.try_emplace({han, std::u32string(cluster)}, std::size_t{0});
    if (!is_new) return entry->second;
    auto const order = order_for(cluster, han);
    for (auto const& wanted : {cluster, cluster.substr(0, 1)}) {
        auto const found = std::find_if(order.begin(), order.end(),
                                        [&](std::size_t family) { return has(family, wanted, font); });
        if (found != order.end()) return entry->second = *found;
    }
    return 0;
}

std::string FontFamilies::missing_package_for(char32_t character) const {
    // Marks that no script owns, but that only fonts for Chinese and Japanese have: "、", "（".
    bool const is_wide =
        (character >= 0x3000 && character <= 0x33FF) || (character >= 0xFF00 && character <= 0xFFEF);
    auto const script = is_wide ? "Hani" : script_of(character);
    for (auto const& family : missing_) {
        bool const of_script =
            std::find(family.scripts.begin(), family.scripts.end(), script) != family.scripts.end();
        if (of_script || (family.color && is_emoji(character))) return family.package;
    }
    // Signs that are of no script: any family that is for what the others lack.
    for (auto const& family : missing_)
        if (script == "Zyyy" && family.scripts.empty() && !family.color) return family.package;
    return {};
}

}  // namespace kiosk
