#include "paint/text_runs.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "layout/text/clusters.hpp"
#include "layout/text/direction.hpp"
#include "layout/text/script.hpp"

namespace kiosk {
namespace {

constexpr std::size_t most_code_points_in_cluster = 20;  // two people kissing have 10, Scotland's flag 7
constexpr int most_marks = 8;

struct Piece {
    std::u32string text;
    std::string_view script = "Zyyy";
    std::size_t family = 0;
    Level level = 0;
};

/// The clusters of a line that have something to draw, and where in `line` their first character is.
std::vector<Piece> pieces_of(std::string_view utf8, std::u32string& line, std::vector<std::size_t>& places) {
    std::vector<Piece> pieces;
    ClusterScanner scanner;
    int marks = 0;
    // What begins a cluster is left out where it is not seen; what follows then begins it.
    bool begins = true;
    for (auto const& point : decode_utf8(utf8)) {
        char32_t const c = point.value;
        if (c < 0x20) continue;  // a line has no line ends
        line.push_back(c);
        bool const continues = scanner.continues(c) && !begins;
        begins = !continues && is_ignorable(c);
        if (begins) continue;
        marks = continues && joins_previous(c) && !is_ignorable(c) ? marks + 1 : 0;
        if (!continues) {
            pieces.push_back({{}, script_of(c), 0, 0});
            places.push_back(line.size() - 1);
        }
        auto& text = pieces.back().text;
        if (marks <= most_marks && text.size() < most_code_points_in_cluster) text.push_back(c);
    }
    return pieces;
}

bool is_neutral(Piece const& piece) {
    char32_t const c = piece.text.front();
    return piece.script == "Zyyy" && !(c >= '0' && c <= '9') && piece.text.size() == 1;
}

/// Blanks and punctuation between two clusters of one fallback font are drawn in that font.
void adopt_neutrals(std::vector<Piece>& pieces, FontQuestions const& fonts) {
    for (std::size_t i = 1; i < pieces.size(); ++i) {
        auto const before = pieces[i - 1];
        if (before.family == 0 || before.script == "Zyyy" || !is_neutral(pieces[i])) continue;
        auto end = i;
        while (end < pieces.size() && is_neutral(pieces[end]) && fonts.has(before.family, pieces[end].text))
            ++end;
        if (end == pieces.size() || pieces[end].family != before.family) continue;
        for (; i < end; ++i) pieces[i].family = before.family;
    }
}

/// Runs in the order of the text, and the level of each.
std::vector<FontRun> joined(std::vector<Piece> const& pieces, std::vector<Level>& levels) {
    std::vector<FontRun> runs;
    for (auto const& piece : pieces) {
        bool const common = piece.script == "Zyyy";
        bool const same_script =
            !runs.empty() && (common || runs.back().script == "Zyyy" || runs.back().script == piece.script);
        if (!same_script || runs.back().family != piece.family || levels.back() != piece.level) {
            runs.push_back({{}, piece.family, "Zyyy", piece.level % 2 == 1});
            levels.push_back(piece.level);
        }
        if (!common) runs.back().script = piece.script;
        for (char32_t const c : piece.text) append_utf8(runs.back().text, c);
    }
    return runs;
}

}  // namespace

std::vector<FontRun> split_into_runs(std::string_view utf8, FontQuestions const& fonts) {
    std::u32string line;
    std::vector<std::size_t> places;
    auto pieces = pieces_of(utf8, line, places);
    for (auto& piece : pieces) piece.family = fonts.family_for(piece.text);
    bool const turns = has_right_to_left(utf8);
    if (turns) {
        auto const levels = levels_of(line);
        for (std::size_t i = 0; i < pieces.size(); ++i) pieces[i].level = levels[places[i]];
    }
    adopt_neutrals(pieces, fonts);
    std::vector<Level> levels;
    auto runs = joined(pieces, levels);
    if (!turns) return runs;
    std::vector<FontRun> seen;
    for (auto const i : visual_order(levels)) seen.push_back(std::move(runs[i]));
    return seen;
}

}  // namespace kiosk
