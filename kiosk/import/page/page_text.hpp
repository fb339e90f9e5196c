// A page outside of its programme, as a plain list of headings, paragraphs and images.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "import/page/html_tree.hpp"
#include "schedule/session.hpp"

namespace kiosk {

struct PageItem {
    enum class What { heading, paragraph, image } what = What::paragraph;
    std::string text;                ///< of an image: its path or URL
    int level = 0;                   ///< of a heading: 1 to 6
    std::string style;               ///< of a heading: tag and class, by which like headings are told
    std::vector<std::string> lines;  ///< the text, divided at line breaks; empty: there are none
    std::vector<Link> links;
    int line = 0;
    std::vector<int> path;  ///< child numbers from the root: what it stands in
};

struct PageText {
    std::vector<PageItem> items;                 ///< in page order, without the programme
    std::map<std::string, std::size_t> anchors;  ///< each id, and the item that it stands at
    std::size_t programme = 0;                   ///< the items before it come before the programme
};

/// An anchor inside of the programme.
inline constexpr std::size_t in_programme = static_cast<std::size_t>(-1);

/// `programme`: what to leave out; its ids count as anchors all the same.
PageText read_page_text(HtmlNode const& page, std::vector<HtmlNode const*> const& programme);

}  // namespace kiosk
