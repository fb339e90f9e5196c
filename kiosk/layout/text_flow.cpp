#include "layout/text_flow.hpp"

#include <algorithm>
#include <cmath>
#include <mutex>

#include <linebreak.h>

#include "base/utf8.hpp"

namespace kiosk {
namespace {

constexpr std::string_view ellipsis = " …";

/// A piece of text that is never broken, and whether a line must end after it.
struct Piece {
    std::string_view text;  // with its trailing blanks
    bool ends_line = false;
};

std::string_view without_trailing_blanks(std::string_view text) {
    while (text.ends_with(' ') || text.ends_with('\n')) text.remove_suffix(1);
    return text;
}

/// UAX #14 through libunibreak.
std::vector<Piece> pieces_of(std::string_view text) {
    static std::once_flag initialised;
    std::call_once(initialised, init_linebreak);
    std::vector<char> breaks(text.size());
    set_linebreaks_utf8(reinterpret_cast<utf8_t const*>(text.data()), text.size(), "en", breaks.data());
    std::vector<Piece> pieces;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        bool const must = breaks[i] == LINEBREAK_MUSTBREAK;
        if (!must && breaks[i] != LINEBREAK_ALLOWBREAK) continue;
        pieces.push_back({text.substr(begin, i + 1 - begin), must && i + 1 < text.size()});
        begin = i + 1;
    }
    if (begin < text.size()) pieces.push_back({text.substr(begin), false});
    return pieces;
}

/// Lines of one text at one size: views into the text.
struct Broken {
    std::vector<std::string_view> lines;
    bool has_wide_word = false;
};

class Breaker {
public:
    Breaker(std::string_view text, Metrics const& metrics) : text_(text), pieces_(pieces_of(text)), metrics_(metrics) {}

    /// Stops at the first line more than `most`: a text may hold a thousand times what a screen does.
    Broken lines(FontRef font, int width, std::size_t most) const {
        Broken broken;
        std::size_t line = 0;  // byte at which the current line begins
        std::size_t end = 0;   // byte after its last piece
        auto const finish = [&](std::size_t next) {
            broken.lines.push_back(without_trailing_blanks(text_.substr(line, end - line)));
            line = end = next;
        };
        for (auto const& piece : pieces_) {
            if (broken.lines.size() > most) return broken;
            auto const begin = static_cast<std::size_t>(piece.text.data() - text_.data());
            auto const candidate = without_trailing_blanks(text_.substr(line, begin + piece.text.size() - line));
            if (end > line && metrics_.text_width(candidate, font) > width) finish(begin);
            end = begin + piece.text.size();
            auto const alone = without_trailing_blanks(text_.substr(line, end - line));
            if (line == begin && metrics_.text_width(alone, font) > width) {
                broken.has_wide_word = true;
                split_word(alone, font, width, broken.lines, line);
            }
            if (piece.ends_line) finish(end);
        }
        if (end > line) finish(end);
        return broken;
    }

private:
    /// Breaks a word that is wider than the box between its characters; the rest stays the current line.
    void split_word(std::string_view word, FontRef font, int width, std::vector<std::string_view>& lines,
                    std::size_t& line) const {
        while (metrics_.text_width(word, font) > width) {
            auto const points = decode_utf8(word);
            std::size_t fitting = points.empty() ? 0 : points.front().size;  // at least one character
            for (auto const& point : points) {
                if (metrics_.text_width(word.substr(0, point.begin + point.size), font) > width) break;
                fitting = point.begin + point.size;
            }
            if (fitting == 0 || fitting >= word.size()) return;
            lines.push_back(word.substr(0, fitting));
            word.remove_prefix(fitting);
            line += fitting;
        }
    }

    std::string_view text_;
    std::vector<Piece> pieces_;
    Metrics const& metrics_;
};

/// The narrowest width that still gives as many lines, so that they are all about as long.
Broken balance(Breaker const& breaker, FontRef font, int width, Broken full) {
    if (full.lines.size() < 2) return full;
    int low = width / 2, high = width;
    while (high - low > std::max(1, width / 200)) {
        int const middle = (low + high) / 2;
        auto attempt = breaker.lines(font, middle, full.lines.size());
        if (attempt.lines.size() <= full.lines.size() && !attempt.has_wide_word) {
            high = middle;
            full = std::move(attempt);
        } else {
            low = middle;
        }
    }
    return full;
}

std::size_t lines_that_fit(TextStyle const& style, Paragraph const& paragraph, int height) {
    int const by_height = height < paragraph.cap_height ? 0 : 1 + (height - paragraph.cap_height) / std::max(paragraph.pitch, 1);
    return static_cast<std::size_t>(std::max(1, std::min(style.max_lines, by_height)));
}

/// Keeps `count` lines and ends the last with an ellipsis, at a word where there is one.
void cut(Paragraph& paragraph, std::vector<std::string_view> const& lines, std::size_t count, int width,
         Metrics const& metrics) {
    paragraph.lines.assign(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(count));
    paragraph.is_cut = true;
    auto& last = paragraph.lines.back();
    while (!last.empty() && metrics.text_width(last + std::string(ellipsis), paragraph.font) > width) {
        auto const blank = last.find_last_of(' ');
        auto const points = decode_utf8(last);
        last.resize(blank != std::string::npos ? blank : points.back().begin);
    }
    while (!last.empty() && (last.back() == ',' || last.back() == ' ' || last.back() == ':')) last.pop_back();
    last += ellipsis;
}

void measure(Paragraph& paragraph, Metrics const& metrics) {
    for (auto const& line : paragraph.lines) paragraph.width = std::max(paragraph.width, metrics.text_width(line, paragraph.font));
}

Paragraph empty_paragraph(TextStyle const& style, int size, Geometry const& geometry, Metrics const& metrics) {
    Paragraph paragraph;
    paragraph.font = {style.weight, geometry.u(size)};
    paragraph.pitch = static_cast<int>(std::lround(style.line_height * paragraph.font.size_px));
    paragraph.cap_height = metrics.extents(paragraph.font).cap_height;
    return paragraph;
}

}  // namespace

Paragraph flow(std::string_view text, TextStyle const& style, int width, int height, Geometry const& geometry,
               Metrics const& metrics) {
    text = without_trailing_blanks(text);
    if (text.empty()) return empty_paragraph(style, style.sizes.back(), geometry, metrics);
    Breaker const breaker(text, metrics);
    for (int const size : style.sizes) {
        auto paragraph = empty_paragraph(style, size, geometry, metrics);
        bool const is_last = size == style.sizes.back();
        auto const count = lines_that_fit(style, paragraph, height);
        auto broken = breaker.lines(paragraph.font, width, count);
        bool const fits = broken.lines.size() <= count && !broken.has_wide_word && paragraph.cap_height <= height;
        if (!fits && !is_last) continue;
        if (broken.lines.size() > count) {
            cut(paragraph, broken.lines, count, width, metrics);
        } else {
            if (style.lines == Lines::balanced && !broken.has_wide_word)
                broken = balance(breaker, paragraph.font, width, std::move(broken));
            paragraph.lines.assign(broken.lines.begin(), broken.lines.end());
        }
        measure(paragraph, metrics);
        return paragraph;
    }
    return {};
}

Paragraph flow_sentences(std::string_view text, TextStyle const& style, int width, int height,
                         Geometry const& geometry, Metrics const& metrics) {
    auto whole = flow(text, style, width, height, geometry, metrics);
    if (!whole.is_cut) return whole;
    // Drop last sentences until the rest fits; try larger sizes again, as there is less to set.
    for (auto rest = without_trailing_blanks(text);;) {
        std::size_t end = std::string_view::npos;
        for (std::string_view const mark : {". ", "! ", "? ", ".\n", "!\n", "?\n", "。"}) {
            auto const found = rest.substr(0, rest.size() - 1).rfind(mark);
            if (found != std::string_view::npos && (end == std::string_view::npos || found + mark.size() > end)) end = found + mark.size();
        }
        if (end == std::string_view::npos || end == 0) return whole;
        rest = without_trailing_blanks(rest.substr(0, end));
        auto part = flow(rest, style, width, height, geometry, metrics);
        if (!part.is_cut) return part;
    }
}

}  // namespace kiosk
