#include "settings/font_chain.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <string_view>
#include <tuple>

#include <fmt/format.h>
#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

namespace kiosk {
namespace {

class Reader {
public:
    explicit Reader(std::string const& name) : name_(name) {}

    FontChain chain(toml::table const& root) {
        expect_keys(root, {"family"});
        FontChain chain;
        auto const* families = root["family"].as_array();
        if (!families) return chain;
        for (auto const& node : *families) {
            if (auto family = this->family(node)) chain.families.push_back(std::move(*family));
        }
        return chain;
    }

    std::vector<Problem> problems;

private:
    std::optional<FontFamily> family(toml::node const& node) {
        auto const* table = node.as_table();
        if (!table) return wrong(node, "a family is not a table");
        expect_keys(*table, {"name", "package", "scripts", "faces", "color"});
        FontFamily family;
        family.name = (*table)["name"].value_or(std::string());
        family.package = (*table)["package"].value_or(std::string());
        family.color = (*table)["color"].value_or(false);
        if (auto const* scripts = (*table)["scripts"].as_array()) {
            for (auto const& script : *scripts) family.scripts.push_back(script.value_or(std::string()));
        }
        if (auto const* faces = (*table)["faces"].as_array()) {
            for (auto const& entry : *faces) {
                if (auto read = face(entry)) family.faces.push_back(std::move(*read));
            }
        }
        if (family.name.empty()) return wrong(node, "a family has no name");
        if (family.faces.empty()) return wrong(node, fmt::format("the family \"{}\" has no faces", family.name));
        std::stable_sort(family.faces.begin(), family.faces.end(),
                         [](FontFace const& a, FontFace const& b) { return a.weight < b.weight; });
        return family;
    }

    std::optional<FontFace> face(toml::node const& node) {
        auto const* table = node.as_table();
        if (table) expect_keys(*table, {"weight", "file", "index"});
        auto const file = table ? (*table)["file"].value<std::string>() : std::nullopt;
        auto const weight = table ? (*table)["weight"].value_or(400) : 0;
        auto const index = table ? (*table)["index"].value_or(0) : 0;
        if (file && !file->empty() && weight >= 100 && weight <= 1000 && index >= 0)
            return FontFace{weight, *file, index};
        wrong(node, "a face needs a file, a weight of 100 to 1000 and an index from 0");
        return {};
    }

    std::optional<FontFamily> wrong(toml::node const& node, std::string message) {
        add(node, "font-chain", std::move(message), "it is left out");
        return {};
    }

    void expect_keys(toml::table const& table, std::vector<std::string_view> const& known) {
        for (auto const& [key, node] : table) {
            if (std::find(known.begin(), known.end(), key.str()) != known.end()) continue;
            add(node, "key-unknown", fmt::format("unknown key \"{}\"", key.str()),
                fmt::format("known here: {}", fmt::join(known, ", ")));
        }
    }

    void add(toml::node const& node, std::string code, std::string message, std::string hint) {
        problems.push_back({Severity::warning, std::move(code), std::move(message), std::move(hint),
                            {name_, static_cast<int>(node.source().begin.line), {}}});
    }

    std::string const& name_;
};

}  // namespace

Outcome<FontChain> parse_font_chain(SourceText const& file) {
    auto const parsed = toml::parse(std::string_view(file.text), std::string_view(file.name));
    if (!parsed) {
        auto const& error = parsed.error();
        return {{}, {{Severity::error, "toml-syntax", std::string(error.description()), "",
                      {file.name, static_cast<int>(error.source().begin.line), {}}}}};
    }
    Reader reader(file.name);
    auto chain = reader.chain(parsed.table());
    if (!chain.families.empty()) return {std::move(chain), std::move(reader.problems)};
    reader.problems.push_back({Severity::error, "font-chain", "there is no [[family]]",
                               "take the fonts/chain.toml that came with the program", {file.name, 0, {}}});
    return {{}, std::move(reader.problems)};
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
