#include "settings/font_chain.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <tuple>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "settings/toml_table.hpp"

namespace kiosk {
namespace {

void leave_out(TomlTable& table, std::string message) {
    table.report({Severity::warning, "font-chain", std::move(message), "it is left out", table.where()});
}

std::optional<FontFace> read_face(TomlTable table) {
    auto const file = table.text("file");
    auto const weight = table.integer("weight").value_or(400), index = table.integer("index").value_or(0);
    table.report_unknown_keys();
    if (file && !file->value.empty() && weight >= 100 && weight <= 1000 && index >= 0 && index < 1000)
        return FontFace{static_cast<int>(weight), file->value, static_cast<int>(index)};
    leave_out(table, "a face needs a file, a weight of 100 to 1000 and an index from 0");
    return {};
}

std::optional<FontFamily> read_family(TomlTable table) {
    FontFamily family;
    if (auto const name = table.text("name")) family.name = name->value;
    if (auto const package = table.text("package")) family.package = package->value;
    family.color = table.flag("color").value_or(false);
    if (auto const language = table.text("language")) family.han = han_shapes_for(language->value);
    if (auto const scripts = table.texts("scripts"))
        for (auto const& script : *scripts) family.scripts.push_back(script.value);
    for (auto& face : table.tables("faces"))
        if (auto read = read_face(std::move(face))) family.faces.push_back(std::move(*read));
    table.report_unknown_keys();
    if (!family.name.empty() && !family.faces.empty()) {
        std::stable_sort(family.faces.begin(), family.faces.end(),
                         [](FontFace const& a, FontFace const& b) { return a.weight < b.weight; });
        return family;
    }
    leave_out(table, family.name.empty() ? "a family has no name" : fmt::format("the family \"{}\" has no faces", family.name));
    return {};
}

}  // namespace

HanShapes han_shapes_for(std::string_view language) {
    auto tag = to_lower_ascii(language);
    std::replace(tag.begin(), tag.end(), '_', '-');
    auto const begins = [&](std::string_view start) {
        return tag.starts_with(start) && (tag.size() == start.size() || tag[start.size()] == '-');
    };
    if (begins("ja")) return HanShapes::japanese;
    if (begins("ko")) return HanShapes::korean;
    if (begins("yue")) return HanShapes::hong_kong;
    if (!begins("zh")) return HanShapes::by_text;
    auto const has = [&](std::string_view subtag) {
        return (tag + "-").find(fmt::format("-{}-", subtag)) != std::string::npos;
    };
    if (has("hk") || has("mo")) return HanShapes::hong_kong;
    return has("hant") || has("tw") ? HanShapes::traditional : HanShapes::simplified;
}

Outcome<FontChain> parse_font_chain(SourceText const& file) {
    auto root = TomlTable::parse(file);
    if (!root.value) return {{}, std::move(root.problems)};
    FontChain chain;
    for (auto& family : root.value->tables("family"))
        if (auto read = read_family(std::move(family))) chain.families.push_back(std::move(*read));
    root.value->report_unknown_keys();
    auto problems = root.value->problems();
    if (!chain.families.empty()) return {std::move(chain), std::move(problems)};
    problems.push_back({Severity::error, "font-chain", "there is no [[family]]",
                        "take the fonts/chain.toml that came with the program", {file.name, 0, {}}});
    return {{}, std::move(problems)};
}

FontFace const& nearest_face(std::vector<FontFace> const& faces, int weight) {
    bool const bold = weight >= 600;
    auto distance = [&](FontFace const& face) {
        return std::tuple((face.weight >= 600) != bold, std::abs(face.weight - weight));
    };
    return *std::min_element(faces.begin(), faces.end(), [&](FontFace const& a, FontFace const& b) {
        return distance(a) < distance(b);
    });
}

}  // namespace kiosk
