#include "import/page/cell.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace kiosk {
namespace {

struct Style {
    bool bold = false, italic = false;
    std::string href;
    friend bool operator==(Style const&, Style const&) = default;
};

struct Piece {
    std::string text;
    Style style;
    int line = 0;
    std::size_t segment = 0;
};

class Reader {
public:
    void read(HtmlNode const& node, Style const& style) {
        if (node.is_text()) {
            add_text(node, style);
            return;
        }
        if (node.tag == "br") {
            ++segment_;
            return;
        }
        if (node.tag == "details") {
            folded_ += ' ' + text_of(node);
            return;
        }
        Style inner = style;
        if (node.tag == "b" || node.tag == "strong") inner.bold = true;
        if (node.tag == "i" || node.tag == "em" || node.tag == "cite") inner.italic = true;
        if (node.tag == "a") inner.href = node.attribute("href");
        bool const block = is_block(node.tag);
        segment_ += block;
        for (HtmlNode const& child : node.children) read(child, inner);
        segment_ += block;
    }

    std::vector<Run> runs() const {
        std::vector<Run> runs;
        for (std::size_t i = 0; i < pieces_.size(); ++i) {
            Piece const& piece = pieces_[i];
            Run run{clean_line(piece.text),
                    piece.style.bold,
                    piece.style.italic,
                    piece.style.href,
                    piece.line,
                    piece.segment,
                    {}};
            if (run.text.empty()) continue;
            bool const first = i == 0 || pieces_[i - 1].segment != piece.segment;
            bool const last = i + 1 == pieces_.size() || pieces_[i + 1].segment != piece.segment;
            if (is_untidy(piece, first, last)) run.untidy = piece.text;
            runs.push_back(std::move(run));
        }
        return runs;
    }

    std::string folded() const { return clean_line(folded_); }

private:
    void add_text(HtmlNode const& node, Style const& style) {
        bool const is_blank = trimmed(node.text).empty();
        bool const continues =
            !pieces_.empty() && pieces_.back().segment == segment_ && pieces_.back().style == style;
        if (continues)
            pieces_.back().text += node.text;
        else if (!is_blank)
            pieces_.push_back({node.text, style, line_of_text(node), segment_});
    }

    /// Blanks inside a tag that neither separate words nor come from indenting the source.
    static bool is_untidy(Piece const& piece, bool first, bool last) {
        Style const& style = piece.style;
        if (!style.bold && !style.italic && style.href.empty()) return false;
        if (piece.text.find('\n') != std::string::npos) return false;
        return (first && piece.text.front() == ' ') || (last && piece.text.back() == ' ');
    }

    std::vector<Piece> pieces_;
    std::string folded_;
    std::size_t segment_ = 0;
};

}  // namespace

Cell read_cell_runs(HtmlNode const& node) {
    Reader reader;
    for (HtmlNode const& child : node.children) reader.read(child, {});
    Cell cell;
    cell.runs = reader.runs();
    cell.folded = reader.folded();
    cell.text = text_of(node);
    cell.line = node.line;
    return cell;
}

}  // namespace kiosk
