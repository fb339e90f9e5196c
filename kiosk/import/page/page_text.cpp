#include "import/page/page_text.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace kiosk {
namespace {

/// The address in `background-image: url(...)`; empty: none.
std::string background_of(std::string_view style) {
    std::string const lower = to_lower_ascii(style);
    auto const property = lower.find("background");
    auto const begin = property == std::string::npos ? property : lower.find("url(", property);
    if (begin == std::string::npos) return "";
    auto const end = style.find(')', begin);
    std::string_view url =
        trimmed(style.substr(begin + 4, end == std::string_view::npos ? end : end - begin - 4));
    bool const quoted =
        url.size() > 1 && (url.front() == '"' || url.front() == '\'') && url.back() == url.front();
    return std::string(quoted ? url.substr(1, url.size() - 2) : url);
}

void collect_links(HtmlNode const& node, std::vector<Link>& links) {
    std::string_view const href = node.tag == "a" ? node.attribute("href") : std::string_view{};
    if (!href.empty() && !href.starts_with('#')) links.push_back({text_of(node), std::string(href)});
    for (HtmlNode const& child : node.children) collect_links(child, links);
}

bool holds_block(HtmlNode const& node) {
    return std::any_of(node.children.begin(), node.children.end(),
                       [](HtmlNode const& child) { return is_block(child.tag) || holds_block(child); });
}

class Reader {
public:
    explicit Reader(HtmlNode const* programme) : programme_(programme) {}

    void read(HtmlNode const& node) {
        note_anchor(node);
        if (&node == programme_) {
            text.programme = text.items.size();
            for (HtmlNode const& child : node.children) note_anchors(child);
            return;
        }
        if (node.tag == "head") return;
        add_image(node);
        bool const is_leaf = heading_level(node.tag) > 0 || (is_block(node.tag) && !holds_block(node));
        if (is_leaf)
            add_leaf(node);
        else
            read_children(node);
    }

    PageText text;

private:
    void note_anchor(HtmlNode const& node) {
        for (std::string_view const name :
             {node.attribute("id"), node.tag == "a" ? node.attribute("name") : ""})
            if (!name.empty()) text.anchors.emplace(name, text.items.size());
    }
    void note_anchors(HtmlNode const& node) {
        note_anchor(node);
        for (HtmlNode const& child : node.children) note_anchors(child);
    }

    void add_image(HtmlNode const& node) {
        std::string source =
            node.tag == "img" ? std::string(node.attribute("src")) : background_of(node.attribute("style"));
        source = std::string(trimmed(source));
        if (!source.empty())
            text.items.push_back({PageItem::What::image, source, 0, "", {}, node.line, path_});
    }

    void add_leaf(HtmlNode const& node) {
        for (HtmlNode const& child : node.children) add_inner(child);
        PageItem item;
        item.text = text_of(node);
        if (item.text.empty()) return;
        item.level = heading_level(node.tag);
        item.what = item.level > 0 ? PageItem::What::heading : PageItem::What::paragraph;
        item.style = node.tag + '.' + std::string(node.attribute("class"));
        collect_links(node, item.links);
        item.line = std::max(line_of_text(node), 1);
        item.path = path_;
        text.items.push_back(std::move(item));
    }

    /// Images and anchors inside of a heading or paragraph.
    void add_inner(HtmlNode const& node) {
        note_anchor(node);
        add_image(node);
        for (HtmlNode const& child : node.children) add_inner(child);
    }

    /// Loose text between blocks is a paragraph too.
    void read_children(HtmlNode const& node) {
        HtmlNode loose;
        loose.tag = "p";
        auto const flush = [&] {
            if (!loose.children.empty()) add_leaf(loose);
            loose.children.clear();
        };
        int number = 0;
        for (HtmlNode const& child : node.children) {
            path_.push_back(number++);
            if (child.is_text() || (!is_block(child.tag) && !holds_block(child) && child.tag != "head")) {
                loose.children.push_back(child);
            } else {
                flush();
                read(child);
            }
            path_.pop_back();
        }
        flush();
    }

    HtmlNode const* programme_;
    std::vector<int> path_;
};

}  // namespace

PageText read_page_text(HtmlNode const& page, HtmlNode const* programme) {
    Reader reader(programme);
    reader.text.programme = 0;
    reader.read(page);
    return std::move(reader.text);
}

}  // namespace kiosk
