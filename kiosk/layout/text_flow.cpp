#include "layout/text_flow.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/utf8.hpp"
#include "layout/text/broken_lines.hpp"
#include "layout/text/clusters.hpp"
#include "layout/text/direction.hpp"
#include "layout/text/script.hpp"

namespace kiosk {
namespace {

constexpr double latin_depth = 0.19;  // em; what the gaps of the design allow for below a baseline

std::size_t lines_that_fit(TextStyle const& style, Paragraph const& paragraph, int height) {
    int const first = paragraph.cap_height + paragraph.depth;
    int const by_height = height < first ? 0 : 1 + (height - first) / std::max(paragraph.pitch, 1);
    return static_cast<std::size_t>(std::max(1, std::min(style.max_lines, by_height)));
}

/// What stands before an ellipsis without making sense there. Dashes and brackets that open, too.
std::string_view without_loose_end(std::string_view text) {
    static constexpr std::array<std::string_view, 14> loose{" ", ",", ":", ";", "-",  "–",  "—",
                                                            "(", "[", "/", "·", "、", "，", "\u00A0"};
    for (bool again = true; again;) {
        again = false;
        for (auto const end : loose) {
            if (!text.ends_with(end)) continue;
            text.remove_suffix(end.size());
            again = true;
        }
    }
    return text;
}

/// A blank sets the ellipsis off, but not in scripts that know no blanks.
std::string_view ellipsis_after(std::string_view text) {
    auto const clusters = clusters_of(text);
    if (clusters.empty()) return "…";
    auto const script = script_of(decode_utf8(clusters.back()).front().value);
    bool const close = has_no_blanks(script) || script == "Hani" || script == "Hira" || script == "Kana";
    return close ? "…" : " …";
}

/// `line`, ended earlier so that it and an ellipsis fit: after a word if that leaves anything, else
/// inside the first one.
std::string shortened(std::string_view line, FontRef font, int width, Metrics const& metrics) {
    auto const fits = [&](std::string_view text) {
        return metrics.text_width(std::string(text) + std::string(ellipsis_after(text)), font) <= width;
    };
    auto const end_of = [&](auto const& part) {
        return static_cast<std::size_t>(part.data() + part.size() - line.data());
    };
    auto const words = unbroken_parts(line);
    for (auto word = words.rbegin(); word != words.rend(); ++word) {
        auto const kept = without_trailing_blanks(line.substr(0, end_of(word->text)));
        // Half of "Learning-based" says less than the word before it.
        bool const inside_word = kept.size() == end_of(word->text) && word != words.rbegin() &&
                                 (kept.ends_with('-') || kept.ends_with('/'));
        auto const text = without_loose_end(kept);
        if (!inside_word && !text.empty() && fits(text))
            return std::string(text) + std::string(ellipsis_after(text));
    }
    auto const clusters = clusters_of(line);
    for (auto cluster = clusters.rbegin(); cluster != clusters.rend(); ++cluster) {
        auto const text = without_loose_end(line.substr(0, end_of(*cluster)));
        if (!text.empty() && fits(text)) return std::string(text) + std::string(ellipsis_after(text));
    }
    return "…";
}

/// Keeps `count` lines and ends the last with an ellipsis.
void cut(Paragraph& paragraph, std::vector<std::string_view> const& lines, std::size_t count, int width,
         Metrics const& metrics) {
    paragraph.lines.assign(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(count));
    paragraph.is_cut = true;
    paragraph.lines.back() = shortened(lines[count - 1], paragraph.font, width, metrics);
}

void measure(Paragraph& paragraph, Metrics const& metrics) {
    for (auto const& line : paragraph.lines) paragraph.width = std::max(paragraph.width, metrics.text_width(line, paragraph.font));
}

/// What holds for a text at every size.
struct Setting {
    double line_height;
    InkReach reach;
    HanShapes han;
};

Setting setting_for(std::string_view text, TextStyle const& style) {
    return {style.line_height, reach_of(text), han_shapes_of(text)};
}

/// Lines stand so far apart that what hangs from one does not touch what stands on the next.
int pitch_of(Setting const& setting, int size_px) {
    auto const pixels = [&](double em) { return static_cast<int>(std::lround(em * size_px)); };
    return std::max(pixels(setting.line_height), pixels(setting.reach.above + setting.reach.below) + 1);
}

Paragraph empty_paragraph(Setting const& setting, int weight, int size_px, Metrics const& metrics) {
    Paragraph paragraph;
    paragraph.font = {weight, size_px, setting.han};
    paragraph.pitch = pitch_of(setting, size_px);
    paragraph.cap_height = metrics.extents(paragraph.font).cap_height;
    paragraph.depth =
        static_cast<int>(std::lround(std::max(0.0, setting.reach.below - latin_depth) * size_px));
    return paragraph;
}

struct Flowed {
    Paragraph paragraph;
    std::size_t end = std::string_view::npos;  ///< bytes of the text that are on its lines, if it is cut
};

Flowed flowed(std::string_view text, TextStyle const& style, int whole_width, int height, Geometry const& geometry,
              Metrics const& metrics) {
    text = without_trailing_blanks(text);
    bool const turns = has_right_to_left(text);
    auto const setting = setting_for(text, style);
    if (text.empty()) return {empty_paragraph(setting, style.weight, geometry.u(style.sizes.back()), metrics)};
    LineBreaker const breaker(text, metrics);
    for (int const size : style.sizes) {
        auto paragraph = empty_paragraph(setting, style.weight, geometry.u(size), metrics);
        bool const is_last = size == style.sizes.back();
        // A line that stands by itself may join other letters than inside its paragraph, where it was
        // measured.
        int const width = turns ? std::max(1, whole_width - paragraph.font.size_px / 4) : whole_width;
        auto const count = lines_that_fit(style, paragraph, height);
        auto broken = breaker.greedy(paragraph.font, width, count);
        bool const fits = broken.lines.size() <= count && !broken.has_wide_word &&
                          paragraph.cap_height + paragraph.depth <= height;
        if (!fits && !is_last) continue;
        std::size_t end = std::string_view::npos;
        if (broken.lines.size() > count) {
            end = static_cast<std::size_t>(broken.lines[count].data() - text.data());
            cut(paragraph, broken.lines, count, width, metrics);
            // Not even an ellipsis has room.
            if (metrics.text_width(paragraph.lines.back(), paragraph.font) > width)
                paragraph.lines.pop_back();
        } else {
            if (style.lines == Lines::balanced)
                broken = breaker.balanced(paragraph.font, width, std::move(broken));
            paragraph.lines.assign(broken.lines.begin(), broken.lines.end());
        }
        measure(paragraph, metrics);
        keep_direction(paragraph.lines);
        return {std::move(paragraph), end};
    }
    return {};
}

}  // namespace

Paragraph flow(std::string_view text, TextStyle const& style, int width, int height, Geometry const& geometry, Metrics const& metrics) {
    return flowed(text, style, width, height, geometry, metrics).paragraph;
}

Paragraph flow_sentences(std::string_view text, TextStyle const& style, int width, int height,
                         Geometry const& geometry, Metrics const& metrics) {
    auto const whole = flowed(text, style, width, height, geometry, metrics);
    if (!whole.paragraph.is_cut) return whole.paragraph;
    // Drop last sentences until the rest fits; try larger sizes again, as there is less to set. What had no line at the
    // smallest size has none at any: a long text is not tried sentence by sentence.
    text = without_trailing_blanks(text);
    for (auto most = std::min(whole.end, text.size() - 1);;) {
        std::size_t end = std::string_view::npos;
        for (std::string_view const mark : {". ", "! ", "? ", ".\n", "!\n", "?\n", "。", "।", "؟ ", "۔ "}) {
            auto const found = text.substr(0, most).rfind(mark);
            if (found != std::string_view::npos && (end == std::string_view::npos || found + mark.size() > end)) end = found + mark.size();
        }
        if (end == std::string_view::npos || end == 0) return whole.paragraph;
        text = without_trailing_blanks(text.substr(0, end));
        auto part = flow(text, style, width, height, geometry, metrics);
        if (!part.is_cut) return part;
        most = text.size() - 1;
    }
}

}  // namespace kiosk
