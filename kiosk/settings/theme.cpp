#include "settings/theme.hpp"

#include <array>
#include <utility>

#include <fmt/format.h>

#include "settings/toml_table.hpp"

namespace kiosk {
namespace {

constexpr std::array<std::pair<std::string_view, Color Theme::*>, 18> tokens{{
    {"stage", &Theme::stage}, {"text", &Theme::text}, {"text_2", &Theme::text_2}, {"muted", &Theme::muted},
    {"line", &Theme::line}, {"spine", &Theme::spine}, {"spine_text", &Theme::spine_text},
    {"spine_text_2", &Theme::spine_text_2}, {"tank", &Theme::tank}, {"fog", &Theme::fog},
    {"accent", &Theme::accent}, {"ink", &Theme::ink}, {"plate", &Theme::plate}, {"plate_text", &Theme::plate_text},
    {"plate_text_2", &Theme::plate_text_2}, {"monogram", &Theme::monogram}, {"silhouette", &Theme::silhouette},
    {"figure", &Theme::figure},
}};

}  // namespace

Outcome<Theme> parse_theme(SourceText const& file) {
    auto root = TomlTable::parse(file);
    if (!root.value) return {{}, std::move(root.problems)};
    Theme theme;
    if (auto const name = root.value->text("name")) theme.name = name->value;
    auto colors = root.value->table("colors");
    for (auto const& [key, token] : tokens) {
        auto const given = colors.text(key);
        if (!given) continue;
        if (auto const color = parse_color(given->value)) theme.*token = *color;
        else colors.report({Severity::error, "color-invalid", fmt::format("\"{}\" is no colour: ignored", given->value),
                            "write it like \"#FFC72C\"", given->where});
    }
    colors.report_unknown_keys();
    root.value->report_unknown_keys();
    return {theme, root.value->problems()};
}

}  // namespace kiosk
