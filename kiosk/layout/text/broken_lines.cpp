#include "layout/text/broken_lines.hpp"

#include <algorithm>

#include "layout/text/clusters.hpp"

namespace kiosk {
namespace {

constexpr int short_word_share = 3;  // a last word under a third of the widest line looks lost

/// From the start of one view to the end of another behind it in the same text.
std::string_view spanning(std::string_view first, std::string_view last) {
    return {first.data(), static_cast<std::size_t>(last.data() + last.size() - first.data())};
}

}  // namespace

LineBreaker::LineBreaker(std::string_view text, Metrics const& metrics)
    : text_(text), parts_(unbroken_parts(text)), metrics_(metrics) {}

BrokenLines LineBreaker::greedy(FontRef font, int width, std::size_t most) const {
    BrokenLines broken;
    std::size_t line = 0;  // byte at which the current line begins
    std::size_t end = 0;   // byte after its last part
    auto const finish = [&](std::size_t next) {
        broken.lines.push_back(without_trailing_blanks(text_.substr(line, end - line)));
        line = end = next;
    };
    for (auto const& part : parts_) {
        if (broken.lines.size() > most) return broken;
        auto const begin = static_cast<std::size_t>(part.text.data() - text_.data());
        auto const candidate = without_trailing_blanks(text_.substr(line, begin + part.text.size() - line));
        if (end > line && metrics_.text_width(candidate, font) > width) finish(begin);
        end = begin + part.text.size();
        auto const alone = without_trailing_blanks(text_.substr(line, end - line));
        if (line == begin && metrics_.text_width(alone, font) > width) {
            broken.has_wide_word = true;
            split_word(alone, font, width, broken.lines, line);
        }
        if (part.ends_line) finish(end);
    }
    if (end > line) finish(end);
    return broken;
}

/// Breaks a word that is wider than the box between its clusters; the rest stays the current line.
void LineBreaker::split_word(std::string_view word, FontRef font, int width,
                             std::vector<std::string_view>& lines, std::size_t& line) const {
    auto const clusters = clusters_of(word);
    auto const from = [&](std::size_t first, std::size_t last) {  // to before `last`
        return spanning(clusters[first], clusters[last - 1]);
    };
    auto const fits = [&](std::size_t first, std::size_t last) {
        return metrics_.text_width(from(first, last), font) <= width;
    };
    for (std::size_t first = 0;;) {
        // Doubled until it is too wide, then halved: short pieces are measured, however long the word is.
        std::size_t low = first + 1, high = low;
        for (std::size_t step = 16; high < clusters.size(); step *= 2) {
            high = std::min(first + step, clusters.size());
            if (!fits(first, high)) break;
            low = high;
        }
        if (low == clusters.size()) return;
        while (high - low > 1) {
            auto const middle = low + (high - low) / 2;
            (fits(first, middle) ? low : high) = middle;
        }
        lines.push_back(without_trailing_blanks(from(first, low)));
        while (low + 1 < clusters.size() && clusters[low] == " ") ++low;  // "3.5 ]" is one word to UAX #14
        line += from(first, low).size();
        first = low;
    }
}

BrokenLines LineBreaker::balanced(FontRef font, int width, BrokenLines full) const {
    if (full.lines.size() < 2 || full.has_wide_word) return full;
    int low = width / 2, high = width;
    while (high - low > std::max(1, width / 200)) {
        int const middle = (low + high) / 2;
        auto attempt = greedy(font, middle, full.lines.size());
        if (attempt.lines.size() <= full.lines.size() && !attempt.has_wide_word) {
            high = middle;
            full = std::move(attempt);
        } else {
            low = middle;
        }
    }
    join_widow(font, width, full);
    return full;
}

/// The part of the text that `line` ends with, if the line has one before it; else empty.
std::string_view LineBreaker::last_part_of(std::string_view line) const {
    for (auto const& part : parts_) {
        auto const text = without_trailing_blanks(part.text);
        if (text.data() > line.data() && text.data() + text.size() == line.data() + line.size()) return text;
    }
    return {};
}

/// A short word alone on the last line gets the last word of the line before for company.
void LineBreaker::join_widow(FontRef font, int width, BrokenLines& broken) const {
    auto& lines = broken.lines;
    auto& last = lines.back();
    auto& before = lines[lines.size() - 2];
    bool const is_alone = last_part_of(last).empty();
    auto const spared = last_part_of(before);
    if (!is_alone || spared.empty() || before.data()[before.size()] == '\n') return;
    int widest = 0;
    for (auto const& line : lines) widest = std::max(widest, metrics_.text_width(line, font));
    if (metrics_.text_width(last, font) * short_word_share >= widest) return;
    auto const joined = spanning(spared, last);
    if (metrics_.text_width(joined, font) > width) return;
    last = joined;
    before = without_trailing_blanks(before.substr(0, before.size() - spared.size()));
}

}  // namespace kiosk
