#include "cli/storyboard_pages.hpp"

#include "support/catch.hpp"

using namespace kiosk;

namespace {

std::vector<StoryboardRow> rows_of(std::vector<std::size_t> const& pictures) {
    std::vector<StoryboardRow> rows;
    for (auto const count : pictures) {
        StoryboardRow row;
        row.pictures.resize(count);
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace

TEST_CASE("a poster is one page that holds every picture", "[cli]") {
    auto const rows = rows_of({3, 7, 0, 1});
    auto const pages = storyboard_pages(rows, poster_format(rows, {1920, 1080}));
    REQUIRE(pages.size() == 1);
    CHECK(pages[0].tiles.size() == 11);
    for (auto const& tile : pages[0].tiles) {
        CHECK(tile.place.right() <= pages[0].size.width - storyboard_margin);
        CHECK(tile.place.bottom() <= pages[0].size.height);
    }
}

TEST_CASE("on paper no picture leaves its page, none is lost, and a row that goes on says so", "[cli]") {
    for (Size const picture : {Size{1920, 1080}, Size{1080, 1920}, Size{800, 480}}) {
        auto const rows = rows_of({4, 30, 2, 9, 1, 60, 3});
        auto const pages = storyboard_pages(rows, paper_format(picture));
        CHECK(pages.size() > 1);
        std::size_t count = 0;
        for (auto const& page : pages) {
            CHECK_FALSE(page.tiles.empty());
            count += page.tiles.size();
            for (auto const& tile : page.tiles) {
                CHECK(tile.place.right() <= page.size.width - storyboard_margin);
                CHECK(tile.place.bottom() <= page.size.height);
                bool const has_heading = std::any_of(page.headings.begin(), page.headings.end(), [&](auto const& heading) {
                    return heading.row == tile.row && heading.y < tile.place.y;
                });
                CHECK(has_heading);
            }
        }
        CHECK(count == 109);
    }
}
