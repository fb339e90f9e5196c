// A clock that shows seconds: its line as pixels, of which a tick draws one digit. To draw all of it again would take the most of
// what a second costs.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "paint/fonts.hpp"

namespace kiosk {

/// Keeps the last clock that was drawn, and each digit as it looked in its place.
class TickingLine {
public:
    using Draw = std::function<std::vector<DrawnRun>(std::string_view)>;
    using Width = std::function<int(std::string_view)>;

    /// "10:12:47"
    static bool is_clock(std::string_view text);
    /// As `draw` would draw the line. A digit looks the same wherever all before it are as wide, so that one which has been drawn in its
    /// place is copied. Range: is_clock(text). `width`: the pen's way over a text in the same font.
    std::vector<DrawnRun> draw(std::string_view text, FontRef font, Draw const& draw, Width const& width);

private:
    struct Digit {
        std::vector<std::uint8_t> coverage;  // row by row
    };
    struct Face {
        FontRef font;
        std::string text;
        DrawnRun run;
        std::vector<int> edges;  // columns at which the characters begin, and the end
        std::map<std::pair<std::size_t, char>, Digit> digits;
    };
    bool copy_known(std::string_view text);
    void remember(std::string_view text);
    std::vector<DrawnRun> shown() const;

    std::optional<Face> face_;
};

}  // namespace kiosk
