#include "import/page/page_text.hpp"

#include <algorithm>
#include <set>

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

void collect_lines(HtmlNode const& node, std::vector<std::string>& lines) {
    if (node.is_text())
        lines.back() += node.text;
    else if (node.tag == "br")
        lines.emplace_back();
    for (HtmlNode const& child : node.children) collect_lines(child, lines);
}

std::vector<std::string> lines_of(HtmlNode const& node) {
    std::vector<std::string> lines(1);
    collect_lines(node, lines);
    for (std::string& line : lines) line = clean_line(line);
    std::erase_if(lines, [](std::string const& line) { return line.empty(); });
    if (lines.size() < 2) lines.clear();
    return lines;
}

bool holds_block(HtmlNode const& node) {
    return std::any_of(node.children.begin(), node.children.end(),
                       [](HtmlNode const& child) { return is_block(child.tag) || holds_block(child); });
}

class Reader {
public:
    explicit Reader(std::vector<HtmlNode const*> const& programme)
        : programme_(programme.begin(), programme.end()) {}

    void read(HtmlNode const& node) {
        if (programme_.contains(&node)) {
            leave_out(node);
            return;
        }
        note_anchor(node);
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
    void leave_out(HtmlNode const& node) {
        if (!is_past_programme_) text.programme = text.items.size();
        is_past_programme_ = true;
        note_anchors(node);
    }

    void note_anchor(HtmlNode const& node, bool inside = false) {
        for (std::string_view const name :
             {node.attribute("id"), node.tag == "a" ? node.attribute("name") : ""})
            if (!name.empty()) text.anchors.emplace(name, inside ? in_programme : text.items.size());
    }
    void note_anchors(HtmlNode const& node) {
        note_anchor(node, true);
        for (HtmlNode const& child : node.children) note_anchors(child);
    }

    void add_image(HtmlNode const& node) {
        std::string source =
            node.tag == "img" ? std::string(node.attribute("src")) : background_of(node.attribute("style"));
        source = std::string(trimmed(source));
        if (!source.empty())
            text.items.push_back({PageItem::What::image, source, 0, "", {}, {}, node.line, path_});
    }

    void add_leaf(HtmlNode const& node) {
        for (HtmlNode const& child : node.children) add_inner(child);
        PageItem item;
        item.text = text_of(node);
        if (item.text.empty()) return;
        item.level = heading_level(node.tag);
        item.what = item.level > 0 ? PageItem::What::heading : PageItem::What::paragraph;
        item.style = node.tag + '.' + std::string(node.attribute("class"));
        item.lines = lines_of(node);
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
            if (programme_.contains(&child)) {
                flush();
                leave_out(child);
            } else if (child.is_text() ||
                       (!is_block(child.tag) && !holds_block(child) && child.tag != "head")) {
                loose.children.push_back(child);
            } else {
                flush();
                read(child);
            }
            path_.pop_back();
        }
        flush();
    }

    std::set<HtmlNode const*> programme_;
    bool is_past_programme_ = false;
    std::vector<int> path_;
};

}  // namespace

PageText read_page_text(HtmlNode const& page, std::vector<HtmlNode const*> const& programme) {
    Reader reader(programme);
    reader.read(page);
    if (programme.empty()) reader.text.programme = reader.text.items.size();
    return std::move(reader.text);
}

}  // namespace kiosk
