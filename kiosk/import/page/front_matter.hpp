// The facts that static site generators keep above a page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kiosk {

struct FrontMatterEntry {
    std::string key;  ///< in lower case
    std::string value;
    int line = 0;
};

struct FrontMatter {
    std::vector<FrontMatterEntry> entries;
    std::size_t size = 0;  ///< bytes that it takes at the front of the page; 0: there is none

    /// The first value of `key`; empty: none.
    std::string_view value(std::string_view key) const;
};

/// Between two lines of `---`, or leading `Key: value` lines up to the first other line.
/// Range: any text; front matter that never ends is none.
FrontMatter read_front_matter(std::string_view page);

/// The page with its front matter blanked out, so that lines and offsets stay what they were.
std::string without_front_matter(std::string_view page, FrontMatter const& front_matter);

}  // namespace kiosk
