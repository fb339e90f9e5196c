#include "import/page/folds.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace kiosk {
namespace {

std::string class_key(HtmlNode const& node) { return to_lower_ascii(node.attribute("class")); }

/// The id that a link or button opens; empty: it opens nothing.
std::string controlled_id(HtmlNode const& node) {
    std::string_view id = node.attribute("aria-controls");
    bool const toggles = !node.attribute("data-toggle").empty() || !node.attribute("data-bs-toggle").empty();
    if (id.empty()) id = node.attribute("data-bs-target");
    if (id.empty()) id = node.attribute("data-target");
    if (id.empty() && toggles) id = node.attribute("href");
    if (id.starts_with('#')) id.remove_prefix(1);
    return std::string(id);
}

void collect_controls(HtmlNode const& node, std::map<std::string, std::string>& controls) {
    if (!node.is_text())
        if (std::string const id = controlled_id(node); !id.empty()) controls.emplace(id, text_of(node));
    for (HtmlNode const& child : node.children) collect_controls(child, controls);
}

HtmlNode const* summary_of(HtmlNode const& node) {
    if (node.tag != "details") return nullptr;
    for (HtmlNode const& child : node.children)
        if (child.tag == "summary") return &child;
    return nullptr;
}

/// Blocks become lines.
void collect_lines(HtmlNode const& node, HtmlNode const* without, std::string& out) {
    if (&node == without) return;
    if (node.is_text()) {
        for (char const c : node.text) out += c == '\n' ? ' ' : c;
        return;
    }
    bool const breaks = is_block(node.tag) || node.tag == "br";
    if (breaks) out += '\n';
    for (HtmlNode const& child : node.children) collect_lines(child, without, out);
    if (breaks) out += '\n';
}

std::size_t count_items(HtmlNode const& node) {
    std::size_t items = node.tag == "li" ? 1 : 0;
    for (HtmlNode const& child : node.children) items += count_items(child);
    return items;
}

bool speaks_of_person(std::string_view label) {
    std::string const key = " " + comparison_key(label) + " ";
    static constexpr auto words = std::to_array<std::string_view>(
        {" bio ", " biography ", " about the speaker ", " speaker ", " vita ", " cv "});
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return key.find(word) != std::string::npos; });
}

}  // namespace

std::map<std::string, std::string> fold_controls(HtmlNode const& node) {
    std::map<std::string, std::string> controls;
    collect_controls(node, controls);
    return controls;
}

bool is_fold(HtmlNode const& node, std::map<std::string, std::string> const& controls) {
    if (node.tag == "details") return true;
    if (node.is_text() || node.tag == "a" || node.tag == "button") return false;
    for (auto const& [name, value] : node.attributes)
        if (name == "hidden") return true;
    std::string const classes = ' ' + class_key(node) + ' ';
    for (std::string_view const word :
         {" collapse ", " collapsed ", " collapsible ", "-collapse ", " accordion-body "})
        if (classes.find(word) != std::string::npos) return true;
    std::string const id(node.attribute("id"));
    return !id.empty() && controls.contains(id);
}

Fold read_fold(HtmlNode const& node, std::map<std::string, std::string> const& controls) {
    HtmlNode const* summary = summary_of(node);
    Fold fold;
    std::string lines;
    collect_lines(node, summary, lines);
    fold.text = clean_paragraphs(lines);
    auto const control = controls.find(std::string(node.attribute("id")));
    std::string label = summary ? text_of(*summary) : control != controls.end() ? control->second : "";
    label += ' ' + std::string(node.attribute("id")) + ' ' + std::string(node.attribute("class"));
    bool const says_abstract = comparison_key(label).find("abstract") != std::string::npos;
    if (!says_abstract && speaks_of_person(label))
        fold.is = Fold::Is::biography;
    else if (!says_abstract && count_items(node) > 1)
        fold.is = Fold::Is::list;
    return fold;
}

bool is_fold_label(std::string_view text) {
    std::string const key = comparison_key(text);
    static constexpr auto labels = std::to_array<std::string_view>({"abstract",
                                                                    "show abstract",
                                                                    "bio",
                                                                    "speaker bio",
                                                                    "biography",
                                                                    "speaker biography",
                                                                    "details",
                                                                    "more",
                                                                    "show more",
                                                                    "read more",
                                                                    "unfold",
                                                                    "expand",
                                                                    "show",
                                                                    "info",
                                                                    "more info",
                                                                    "description",
                                                                    "about the speaker",
                                                                    "abstract and bio",
                                                                    "abstract bio",
                                                                    "show details"});
    return std::find(labels.begin(), labels.end(), key) != labels.end();
}

}  // namespace kiosk
