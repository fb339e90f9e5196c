#include "import/page/cell.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/utf8.hpp"
#include "import/page/folds.hpp"

namespace kiosk {
namespace {

struct Style {
    bool bold = false, italic = false;
    std::string href;
    CellMark mark = CellMark::none;
    friend bool operator==(Style const&, Style const&) = default;
};

struct Piece {
    std::string text;
    Style style;
    int line = 0;
    std::size_t segment = 0, item = 0;
};

/// "paper-title", "talk_authors", "speaker": the last word that is one of ours decides.
CellMark mark_of(std::string_view classes) {
    if (classes.empty()) return CellMark::none;
    std::string const key = fmt::format(" {} ", comparison_key(classes));
    auto const names = [&](std::initializer_list<std::string_view> words) {
        return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
            return key.find(fmt::format(" {} ", word)) != std::string::npos;
        });
    };
    if (names({"title", "titles", "subtitle"})) return CellMark::title;
    if (names({"affiliation", "affiliations", "institution", "organisation", "organization"}))
        return CellMark::affiliation;
    if (names({"authors", "speakers", "presenters", "people"})) return CellMark::people;
    if (names({"author", "speaker", "presenter"})) return CellMark::person;
    if (names({"room", "location", "venue"})) return CellMark::room;
    if (names({"type", "kind", "badge", "category", "label"})) return CellMark::label;
    return CellMark::none;
}

class Reader {
public:
    explicit Reader(HtmlNode const& cell) : controls_(fold_controls(cell)) {}

    void read(HtmlNode const& node, Style const& style) {
        if (node.is_text()) {
            text_ += node.text;
            add_text(node, style);
            return;
        }
        if (node.tag == "br") {
            text_ += ' ';
            ++segment_;
            return;
        }
        if (is_fold(node, controls_)) {
            add_fold(node, style);
            return;
        }
        bool const opens_fold = node.tag == "button" || !node.attribute("aria-controls").empty();
        if (opens_fold && is_fold_label(text_of(node))) return;
        read_children(node, style);
    }

    Cell cell() {
        Cell cell;
        std::vector<std::size_t> runs_before;  // each piece
        for (std::size_t i = 0; i < pieces_.size(); ++i) {
            runs_before.push_back(cell.runs.size());
            add_run(i, cell.runs);
        }
        runs_before.push_back(cell.runs.size());
        for (Fold& fold : folds_) fold.run = runs_before[fold.run];
        cell.folds = std::move(folds_);
        cell.text = clean_line(text_);
        return cell;
    }

private:
    void read_children(HtmlNode const& node, Style const& style) {
        Style inner = style;
        if (node.tag == "b" || node.tag == "strong") inner.bold = true;
        if (node.tag == "i" || node.tag == "em" || node.tag == "cite") inner.italic = true;
        if (node.tag == "a") inner.href = clean_line(node.attribute("href"));
        if (CellMark const mark = mark_of(node.attribute("class")); mark != CellMark::none) inner.mark = mark;
        bool const block = is_block(node.tag);
        if (block) text_ += ' ';
        segment_ += block;
        std::size_t const outer_item = item_;
        if (node.tag == "li") item_ = ++items_;
        for (HtmlNode const& child : node.children) read(child, inner);
        item_ = outer_item;
        segment_ += block;
        if (block) text_ += ' ';
    }

    /// The words to click on count as text where they say something.
    void add_fold(HtmlNode const& node, Style const& style) {
        if (node.tag == "details")
            for (HtmlNode const& child : node.children)
                if (child.tag == "summary" && !is_fold_label(text_of(child))) read_children(child, style);
        Fold fold = read_fold(node, controls_);
        fold.run = pieces_.size();
        if (!fold.text.empty()) folds_.push_back(std::move(fold));
        ++segment_;
    }

    void add_text(HtmlNode const& node, Style const& style) {
        bool const is_blank = trimmed(node.text).empty();
        bool const continues =
            !pieces_.empty() && pieces_.back().segment == segment_ && pieces_.back().style == style;
        if (continues)
            pieces_.back().text += node.text;
        else if (!is_blank)
            pieces_.push_back({node.text, style, line_of_text(node), segment_, item_});
    }

    void add_run(std::size_t i, std::vector<Run>& runs) const {
        Piece const& piece = pieces_[i];
        Run run{clean_line(piece.text),
                piece.style.bold,
                piece.style.italic,
                piece.style.href,
                piece.line,
                piece.segment,
                {},
                piece.style.mark,
                piece.item};
        if (run.text.empty()) return;
        bool const first = i == 0 || pieces_[i - 1].segment != piece.segment;
        bool const last = i + 1 == pieces_.size() || pieces_[i + 1].segment != piece.segment;
        if (is_untidy(piece, first, last)) run.untidy = piece.text;
        runs.push_back(std::move(run));
    }

    /// Blanks inside a tag that neither separate words nor come from indenting the source.
    static bool is_untidy(Piece const& piece, bool first, bool last) {
        Style const& style = piece.style;
        if (!style.bold && !style.italic && style.href.empty()) return false;
        if (piece.text.find('\n') != std::string::npos) return false;
        return (first && piece.text.front() == ' ') || (last && piece.text.back() == ' ');
    }

    std::map<std::string, std::string> controls_;
    std::vector<Piece> pieces_;
    std::vector<Fold> folds_;
    std::string text_;
    std::size_t segment_ = 0, item_ = 0, items_ = 0;
};

}  // namespace

Cell read_cell_runs(HtmlNode const& node) {
    Reader reader(node);
    for (HtmlNode const& child : node.children) reader.read(child, {});
    Cell cell = reader.cell();
    cell.line = node.line;
    return cell;
}

}  // namespace kiosk
