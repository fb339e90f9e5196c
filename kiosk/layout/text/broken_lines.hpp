// One text broken into lines at one size.
#pragma once

#include <string_view>
#include <vector>

#include "layout/metrics.hpp"
#include "layout/text/line_breaks.hpp"

namespace kiosk {

/// Views into the text, without the blanks at their ends.
struct BrokenLines {
    std::vector<std::string_view> lines;
    bool has_wide_word = false;  ///< a word is wider than a line and was broken between its characters
};

/// The text outlives the breaker.
class LineBreaker {
public:
    LineBreaker(std::string_view text, Metrics const& metrics);

    /// Each line as full as it gets. No line is wider than `width` pixels, unless it is a single
    /// cluster that is. Ends after the first line more than `most`: a text may hold a thousand times
    /// what a screen does.
    BrokenLines greedy(FontRef font, int width, std::size_t most) const;

    /// As many lines as `full` (greedy at the same font and width) has or fewer, all about as long
    /// as each other; the last is not one short word if the line before can spare another.
    BrokenLines balanced(FontRef font, int width, BrokenLines full) const;

private:
    void split_word(std::string_view word, FontRef font, int width, std::vector<std::string_view>& lines,
                    std::size_t& line) const;
    void join_widow(FontRef font, int width, BrokenLines& broken) const;
    std::string_view last_part_of(std::string_view line) const;

    std::string_view text_;
    std::vector<Unbroken> parts_;
    Metrics const& metrics_;
};

}  // namespace kiosk
