#include "settings/theme.hpp"

#include <array>

#include <fmt/format.h>

#include "settings/toml_table.hpp"

namespace kiosk {
namespace {

struct Token {
    std::string_view key;
    Color Theme::*color;
};

constexpr auto tokens = std::to_array<Token>({
    {"stage", &Theme::stage}, {"text", &Theme::text}, {"text_2", &Theme::text_2}, {"muted", &Theme::muted},
    {"line", &Theme::line}, {"pager", &Theme::pager}, {"spine", &Theme::spine}, {"spine_text", &Theme::spine_text},
    {"spine_text_2", &Theme::spine_text_2}, {"tank", &Theme::tank}, {"fog", &Theme::fog},
    {"accent", &Theme::accent}, {"ink", &Theme::ink}, {"plate", &Theme::plate}, {"plate_text", &Theme::plate_text},
    {"plate_text_2", &Theme::plate_text_2}, {"cancel", &Theme::cancel}, {"monogram", &Theme::monogram},
    {"silhouette", &Theme::silhouette}, {"figure", &Theme::figure}, {"frame", &Theme::frame},
});

constexpr int widest = 20;  // u

struct Pair {
    std::string_view on, ground;
    double least;
};

// Text 7:1, muted text 5:1, graphics 3:1. What only decorates (rules, pager, figure) is not listed.
constexpr auto pairs = std::to_array<Pair>({
    {"text", "stage", 7}, {"text_2", "stage", 7}, {"muted", "stage", 5},
    {"spine_text", "spine", 7}, {"spine_text_2", "spine", 7}, {"spine_text", "tank", 7}, {"spine_text_2", "tank", 7},
    {"ink", "accent", 6}, {"ink", "fog", 7}, {"accent", "spine", 3}, {"accent", "tank", 3}, {"fog", "spine", 3},
    {"fog", "tank", 3}, {"plate_text", "plate", 7}, {"plate_text_2", "plate", 7}, {"cancel", "plate", 4.5},
    {"plate", "stage", 3}, {"text", "monogram", 7},
});

Color token_named(Theme const& theme, std::string_view key) {
    for (Token const& token : tokens)
        if (token.key == key) return theme.*token.color;
    return {};
}

void read_width(TomlTable& table, std::string_view key, int& width) {
    auto const given = table.integer(key);
    if (!given) return;
    if (*given >= 0 && *given <= widest) width = static_cast<int>(*given);
    else table.report({Severity::error, "value-range", fmt::format("{} is {}: ignored", key, *given),
                       fmt::format("write 0 to {}", widest), table.where(key)});
}

}  // namespace

Theme with_accent(Theme theme, std::optional<Color> accent) {
    if (accent && theme.takes_event_accent) theme.accent = *accent;
    theme.accent = readable_accent(theme.accent, theme.ink);
    return theme;
}

Theme dimmed_for_oled(Theme theme) {
    auto const dim = [](std::uint8_t channel) { return static_cast<std::uint8_t>(channel * 4 / 5); };
    for (auto* const fill : {&theme.accent, &theme.fog}) *fill = {dim(fill->r), dim(fill->g), dim(fill->b), fill->a};
    theme.accent = readable_accent(theme.accent, theme.ink);
    return theme;
}

std::vector<ColorPair> color_pairs(Theme const& theme) {
    std::vector<ColorPair> all;
    for (Pair const& pair : pairs)
        all.push_back({pair.on, pair.ground, token_named(theme, pair.on), token_named(theme, pair.ground), pair.least});
    // On a light stage the accent's small marks are told by their outline.
    if (theme.mark_outline == 0) all.push_back({"accent", "stage", theme.accent, theme.stage, 3});
    return all;
}

Outcome<Theme> parse_theme(SourceText const& file) {
    auto root = TomlTable::parse(file);
    if (!root.value) return {{}, std::move(root.problems)};
    Theme theme;
    if (auto const name = root.value->text("name")) theme.name = name->value;
    auto colors = root.value->table("colors");
    for (auto const& [key, color_of] : tokens) {
        auto const given = colors.text(key);
        if (!given) continue;
        if (auto const color = parse_color(given->value)) theme.*color_of = *color;
        else colors.report({Severity::error, "color-invalid", fmt::format("\"{}\" is no colour: ignored", given->value),
                            "write it like \"#FFC72C\"", given->where});
    }
    colors.report_unknown_keys();
    auto widths = root.value->table("widths");
    read_width(widths, "rule", theme.rule_width);
    read_width(widths, "frame", theme.frame_width);
    read_width(widths, "mark_outline", theme.mark_outline);
    widths.report_unknown_keys();
    theme.takes_event_accent = root.value->flag("takes_event_accent").value_or(true);
    root.value->report_unknown_keys();
    return {theme, root.value->problems()};
}

}  // namespace kiosk
