// Where the small pictures of a storyboard stand on its pages.
#pragma once

#include <vector>

#include "layout/picture.hpp"
#include "slides/storyboard.hpp"

namespace kiosk {

/// Pixels.
struct StoryboardFormat {
    Size tile;            ///< of a small picture
    int columns = 1;
    Size page;            ///< a height of 0: one page, as high as it takes
};

struct StoryboardPage {
    struct Heading {
        std::size_t row;
        int y;  ///< its top
    };
    struct Tile {
        std::size_t row, picture;
        Rect place;
    };
    std::vector<Heading> headings;  ///< a row that goes on from the page before has one here, too
    std::vector<Tile> tiles;
    Size size;
};

inline constexpr int storyboard_margin = 64, storyboard_header = 200;  // the header is on the first page

/// One endless page that is as wide as the longest row.
StoryboardFormat poster_format(std::vector<StoryboardRow> const& rows, Size picture);
/// A3, landscape, 150 dots per inch.
StoryboardFormat paper_format(Size picture);

/// At least one page; rows in order, none of their pictures lost.
std::vector<StoryboardPage> storyboard_pages(std::vector<StoryboardRow> const& rows, StoryboardFormat const& format);

}  // namespace kiosk
