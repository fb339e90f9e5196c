// Text into a box: broken at the right places, as large as fits, never outside.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "layout/geometry.hpp"
#include "layout/metrics.hpp"

namespace kiosk {

enum class Lines {
    greedy,    ///< each line as full as it gets
    balanced,  ///< the same number of lines, all about as long: for headlines
};

/// How a text may be set.
struct TextStyle {
    std::vector<int> sizes;   ///< u, in the order to try
    int weight = 400;
    double line_height = 1.2; ///< of the size
    int max_lines = 1;
    Lines lines = Lines::greedy;
};

/// Text that has been set. Its box runs from the first line's cap-top to the last line's baseline, or
/// lower, where letters hang deeper below it than Latin ones.
struct Paragraph {
    FontRef font;
    std::vector<std::string> lines;
    int pitch = 0;       ///< baseline to baseline, pixels
    int cap_height = 0;  ///< pixels
    int depth = 0;       ///< pixels below the last baseline
    int width = 0;       ///< of the widest line
    bool is_cut = false; ///< ends with an ellipsis

    int height() const {
        return lines.empty() ? 0 : cap_height + pitch * (static_cast<int>(lines.size()) - 1) + depth;
    }
};

/// The first size of the style at which the text fits the box: at most max_lines lines, none wider
/// than `width`, not higher than `height` (pixels), no word broken. If there is none, the last
/// size, cut at a word, with " …" ("…" after Han, Kana and Thai). Breaks: UAX #14; each line
/// stands by itself: it is read in the direction that it has in the whole.
/// Range: any text; an empty one gives no lines, nor does a box too narrow for an ellipsis. Lines
/// never exceed `width`, whatever it holds, but for a single character that does.
Paragraph flow(std::string_view text, TextStyle const& style, int width, int height, Geometry const& geometry,
               Metrics const& metrics);

/// As many whole sentences of `text` as fit, at the first size at which all of them do, else at the
/// last. For biographies: nothing is cut inside a sentence, unless the first alone is too long.
Paragraph flow_sentences(std::string_view text, TextStyle const& style, int width, int height,
                         Geometry const& geometry, Metrics const& metrics);

}  // namespace kiosk
