#include "import/page/html_tree.hpp"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <memory>

#include "base/limits.hpp"
#include "base/utf8.hpp"

namespace kiosk {
namespace {

bool is_never_read(std::string_view tag) {
    static constexpr auto tags =
        std::to_array<std::string_view>({"script", "style", "select", "nav", "template", "svg", "math",
                                         "noscript", "iframe", "textarea", "object"});
    return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

std::string tag_name(GumboElement const& element) {
    if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
    GumboStringPiece name = element.original_tag;
    if (!name.data || name.length < 2) return "unknown";
    gumbo_tag_from_original_text(&name);
    std::string tag = to_lower_ascii(std::string_view(name.data, name.length));
    return tag.empty() ? "unknown" : tag;
}

void add_children(HtmlNode& parent, GumboVector const& children, std::size_t depth);

void add_node(HtmlNode& parent, GumboNode const& node, std::size_t depth) {
    switch (node.type) {
        case GUMBO_NODE_TEXT:
        case GUMBO_NODE_CDATA:
        case GUMBO_NODE_WHITESPACE: {
            HtmlNode text;
            text.text = node.v.text.text;
            text.line = static_cast<int>(node.v.text.start_pos.line);
            parent.children.push_back(std::move(text));
            return;
        }
        case GUMBO_NODE_ELEMENT: break;
        default: return;
    }
    GumboElement const& element = node.v.element;
    HtmlNode child;
    child.tag = tag_name(element);
    if (is_never_read(child.tag)) return;
    child.line = static_cast<int>(element.start_pos.line);
    for (unsigned i = 0; i < element.attributes.length; ++i) {
        auto const* attribute = static_cast<GumboAttribute const*>(element.attributes.data[i]);
        child.attributes.emplace_back(attribute->name, attribute->value);
    }
    add_children(child, element.children, depth + 1);
    parent.children.push_back(std::move(child));
}

void add_children(HtmlNode& parent, GumboVector const& children, std::size_t depth) {
    if (depth > deepest_html_tree) return;  // the parser itself is guarded by the limits of scan_tags
    for (unsigned i = 0; i < children.length; ++i)
        add_node(parent, *static_cast<GumboNode const*>(children.data[i]), depth);
}

void collect_text(HtmlNode const& node, std::string& out) {
    if (node.is_text()) {
        out += node.text;
        return;
    }
    bool const breaks = is_block(node.tag) || node.tag == "br";
    if (breaks) out += ' ';
    for (HtmlNode const& child : node.children) collect_text(child, out);
    if (breaks) out += ' ';
}

}  // namespace

std::string_view HtmlNode::attribute(std::string_view name) const {
    for (auto const& [key, value] : attributes)
        if (key == name) return value;
    return {};
}

HtmlNode parse_html(std::string const& page) {
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    auto const destroy = [&](GumboOutput* output) { gumbo_destroy_output(&options, output); };
    std::unique_ptr<GumboOutput, decltype(destroy)> const output(
        gumbo_parse_with_options(&options, page.data(), page.size()), destroy);
    HtmlNode root;
    root.tag = "document";
    if (output) add_node(root, *output->root, 0);
    return root;
}

std::string text_of(HtmlNode const& node) {
    std::string text;
    collect_text(node, text);
    return clean_line(text);
}

int line_of_text(HtmlNode const& node) {
    if (node.is_text()) {
        auto const first = node.text.find_first_not_of(" \t\r\n\f");
        if (first == std::string::npos) return 0;
        return node.line +
               static_cast<int>(std::count(node.text.begin(),
                                           node.text.begin() + static_cast<std::ptrdiff_t>(first), '\n'));
    }
    for (HtmlNode const& child : node.children)
        if (int const line = line_of_text(child); line > 0) return line;
    return node.line;
}

bool is_block(std::string_view tag) {
    static constexpr auto tags = std::to_array<std::string_view>(
        {"p",          "div",     "ul",      "ol",      "li",         "dl",    "dt", "dd",
         "table",      "tbody",   "thead",   "tfoot",   "tr",         "td",    "th", "caption",
         "section",    "article", "header",  "footer",  "main",       "aside", "h1", "h2",
         "h3",         "h4",      "h5",      "h6",      "blockquote", "pre",   "hr", "figure",
         "figcaption", "details", "summary", "address", "center",     "body"});
    return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

int heading_level(std::string_view tag) {
    bool const is_heading = tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6';
    return is_heading ? tag[1] - '0' : 0;
}

}  // namespace kiosk
