#include "cli/storyboard_pages.hpp"

#include <algorithm>

namespace kiosk {
namespace {

constexpr int gap = 24, row_header = 64, caption = 56;
constexpr int narrowest_poster = 1280;
constexpr Size a3{2480, 1754};

Size tile_for(Size picture, int long_side) {
    int const longest = std::max(picture.width, picture.height);
    return {std::max(1, picture.width * long_side / longest), std::max(1, picture.height * long_side / longest)};
}

class Pages {
public:
    explicit Pages(StoryboardFormat const& format) : format_(format) { start_page(); }

    void add(std::size_t row, std::size_t pictures) {
        int const line = format_.tile.height + caption + gap;
        int column = format_.columns;  // so that the first picture begins a line
        bool has_heading = false;
        for (std::size_t i = 0; i < pictures; ++i, ++column) {
            if (column == format_.columns) {
                if (i > 0) y_ += line;
                column = 0;
                bool const fits = format_.page.height == 0 || y_ + (has_heading ? 0 : row_header) + line <= format_.page.height - storyboard_margin / 2;
                if (!fits && !is_fresh_) {
                    start_page();
                    has_heading = false;
                }
                if (!has_heading) {
                    pages_.back().headings.push_back({row, y_});
                    y_ += row_header;
                    has_heading = true;
                }
                is_fresh_ = false;
            }
            int const x = storyboard_margin + column * (format_.tile.width + gap);
            pages_.back().tiles.push_back({row, i, {x, y_, format_.tile.width, format_.tile.height}});
        }
        if (pictures > 0) y_ += line;
    }

    std::vector<StoryboardPage> take() {
        if (format_.page.height == 0) pages_.back().size.height = y_ + storyboard_margin;
        return std::move(pages_);
    }

private:
    void start_page() {
        y_ = pages_.empty() ? storyboard_header : storyboard_margin;
        pages_.push_back({{}, {}, format_.page});
        is_fresh_ = true;
    }

    StoryboardFormat format_;
    std::vector<StoryboardPage> pages_;
    int y_ = 0;
    bool is_fresh_ = true;
};

}  // namespace

StoryboardFormat poster_format(std::vector<StoryboardRow> const& rows, Size picture) {
    StoryboardFormat format{tile_for(picture, 480), 1, {}};
    for (auto const& row : rows) format.columns = std::max(format.columns, static_cast<int>(row.pictures.size()));
    int const width = 2 * storyboard_margin + format.columns * (format.tile.width + gap) - gap;
    format.page = {std::max(narrowest_poster, width), 0};
    return format;
}

StoryboardFormat paper_format(Size picture) {
    StoryboardFormat format{tile_for(picture, 440), 1, a3};
    format.columns = std::max(1, (a3.width - 2 * storyboard_margin + gap) / (format.tile.width + gap));
    return format;
}

std::vector<StoryboardPage> storyboard_pages(std::vector<StoryboardRow> const& rows, StoryboardFormat const& format) {
    Pages pages(format);
    for (std::size_t row = 0; row < rows.size(); ++row) pages.add(row, rows[row].pictures.size());
    return pages.take();
}

}  // namespace kiosk
