#include "import/text/markdown_marks.hpp"

#include <algorithm>
#include <array>

#include "import/text/tex_text.hpp"

namespace kiosk {
namespace {

constexpr std::size_t longest_span = 2000;  // bytes between two marks that belong together

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// find_first_of asks a library for each byte; a tenth of the time for a large feed went there.
bool holds_any(std::string_view text, std::string_view characters) {
    std::array<bool, 256> wanted{};
    for (char const c : characters) wanted[static_cast<unsigned char>(c)] = true;
    return std::any_of(text.begin(), text.end(), [&](char c) { return wanted[static_cast<unsigned char>(c)]; });
}

bool is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           static_cast<unsigned char>(c) >= 0x80;
}

/// Marks inside of lines, read from left to right.
class Inline {
public:
    Inline(std::string_view text, MarkdownExtent extent) : text_(text), extent_(extent) {}

    std::string run(bool& changed) {
        out_.reserve(text_.size());
        while (at_ < text_.size()) {
            auto const next = std::min(text_.find_first_of("[!*_`$\\~", at_), text_.size());
            out_ += text_.substr(at_, next - at_);
            at_ = next;
            if (at_ == text_.size()) break;
            if (take_formula() || take_link() || take_code() || take_command() || take_escape() || take_emphasis()) continue;
            out_ += text_[at_++];
        }
        changed = changed || changed_;
        return std::move(out_);
    }

private:
    std::string_view rest() const { return text_.substr(at_, longest_span); }

    /// Goes on with `inside`, which holds further marks, then after it.
    void keep(std::string_view inside, std::size_t size) {
        bool ignored = false;
        if (depth_ < deepest) {
            Inline inner(inside, extent_);
            inner.depth_ = depth_ + 1;
            out_ += inner.run(ignored);
        } else {
            out_ += inside;
        }
        at_ += size;
        changed_ = true;
    }

    /// `$x_i^2$`
    bool take_formula() {
        auto const left = rest();
        if (left[0] != '$') return false;
        auto const end = left.find('$', 1);
        if (end == left.npos || !is_formula(left.substr(1, end - 1))) return false;
        out_ += tex_to_text(left.substr(1, end - 1));
        at_ += end + 1;
        return changed_ = true;
    }

    /// `[text](url)`, `![text](url)`, `[text][reference]`; bracketed text alone is text.
    bool take_link() {
        auto left = rest();
        std::size_t const mark = left.starts_with("![") ? 1 : 0;
        left.remove_prefix(mark);
        if (left[0] != '[') return false;
        std::size_t close = 1;
        for (int depth = 1; close < left.size(); ++close) {
            if (left[close] == '[') ++depth;
            if (left[close] == ']' && --depth == 0) break;
        }
        if (close + 1 >= left.size() || close == 1 || left[close + 1] != '(') return false;
        auto const end = left.find_first_of(")\n", close);
        if (end == left.npos || left[end] != ')') return false;
        // An address has no blanks, but a title may follow it in quotes.
        auto const address = left.substr(close + 2, end - close - 2);
        if (address.find(' ') != address.npos && address.find('"') == address.npos) return false;
        keep(left.substr(1, close - 1), mark + end + 1);
        return true;
    }

    bool take_code() {
        auto const left = rest();
        if (left[0] != '`') return false;
        auto const ticks = std::min(left.find_first_not_of('`'), left.size());
        if (ticks == 2 && left.find("''") != left.npos) {  // ``quoted'' in TeX
            auto const end = left.find("''");
            out_ += "\u201C";
            out_ += left.substr(2, end - 2);
            out_ += "\u201D";
            at_ += end + 2;
            return changed_ = true;
        }
        auto const end = left.find(left.substr(0, ticks), ticks);
        if (end == left.npos || end == ticks) return false;
        out_ += left.substr(ticks, end - ticks);
        at_ += end + ticks;
        return changed_ = true;
    }

    /// `\emph{so}`: what is inside.
    bool take_command() {
        auto const left = rest();
        for (std::string_view const command : {"\\emph{", "\\textbf{", "\\textit{", "\\texttt{", "\\textsc{", "\\url{"}) {
            if (!left.starts_with(command)) continue;
            auto const end = left.find('}');
            if (end == left.npos) return false;
            keep(left.substr(command.size(), end - command.size()), end + 1);
            return true;
        }
        return false;
    }

    bool take_escape() {
        if (text_[at_] != '\\' || at_ + 1 == text_.size()) return false;
        if (std::string_view("*_`[]()#>-+.!&%$~").find(text_[at_ + 1]) == std::string_view::npos) return false;
        out_ += text_[at_ + 1];
        at_ += 2;
        return changed_ = true;
    }

    /// `**strong**`, `*so*`, `_so_`, `~~gone~~`: marks that hug their words.
    bool take_emphasis() {
        auto const left = rest();
        char const sign = left[0];
        if (sign != '*' && sign != '_' && sign != '~') return false;
        auto const width = std::min(left.find_first_not_of(sign), left.size());
        bool const usual = sign == '~' ? width == 2 : sign == '*' || extent_ == MarkdownExtent::paragraphs;
        bool const wide_enough = extent_ == MarkdownExtent::paragraphs || width == 2;
        char const before = at_ == 0 ? ' ' : text_[at_ - 1];
        if (!usual || !wide_enough || width > 3 || width == left.size() || is_space(left[width]) || (sign == '_' && is_word(before)))
            return skip(width);
        auto const marks = left.substr(0, width);
        for (auto end = left.find(marks, width + 1); end != left.npos; end = left.find(marks, end + 1)) {
            char const after = end + width < left.size() ? left[end + width] : ' ';
            if (is_space(left[end - 1]) || left[end - 1] == '\\' || after == sign) continue;
            if ((sign == '_' || width == 1) && is_word(after)) continue;
            if (left.substr(0, end).find("\n\n") != left.npos) break;
            keep(left.substr(width, end - width), end + width);
            return true;
        }
        return skip(width);
    }

    /// The marks are text, all of them.
    bool skip(std::size_t width) {
        out_ += text_.substr(at_, width);
        at_ += width;
        return true;
    }

    static constexpr int deepest = 4;
    std::string_view text_;
    MarkdownExtent extent_;
    std::string out_;
    std::size_t at_ = 0;
    int depth_ = 0;
    bool changed_ = false;
};

std::string_view without_indent(std::string_view line) {
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    return line;
}

bool is_rule(std::string_view line) {
    while (!line.empty() && is_space(line.back())) line.remove_suffix(1);
    if (line.size() < 3) return false;
    char const sign = line[0];
    return std::string_view("-*_=").find(sign) != std::string_view::npos && line.find_first_not_of(sign) == line.npos;
}

/// The mark at the front of a line, as it is shown.
std::string without_line_mark(std::string_view line, bool& changed) {
    auto text = without_indent(line);
    if (text.empty() || std::string_view("#>*+-_=`~").find(text[0]) == std::string_view::npos) return std::string(line);
    if (is_rule(text) || text.starts_with("```") || text.starts_with("~~~")) {
        changed = true;
        return {};
    }
    while (text.starts_with("> ") || text == ">") {
        changed = true;
        text = without_indent(text.substr(1));
    }
    if (auto const level = text.find_first_not_of('#'); level != text.npos && level > 0 && level <= 6 && text[level] == ' ') {
        changed = true;
        text = without_indent(text.substr(level));
        while (text.ends_with('#') || text.ends_with(' ')) text.remove_suffix(1);
    }
    for (std::string_view const bullet : {"* ", "- ", "+ "}) {
        if (!text.starts_with(bullet)) continue;
        changed = changed || bullet != "- ";
        return "\u2022 " + std::string(without_indent(text.substr(2)));
    }
    return std::string(text);
}

}  // namespace

std::string without_marks(std::string_view text, MarkdownExtent extent, bool& changed) {
    if (!holds_any(text, extent == MarkdownExtent::line ? "[*`\\$~" : "[*_`\\$~#>+-=")) return std::string(text);
    if (extent == MarkdownExtent::line) return Inline(text, extent).run(changed);
    std::string lines;
    lines.reserve(text.size() + 16);
    while (!text.empty()) {
        auto const end = std::min(text.find('\n'), text.size());
        lines += without_line_mark(text.substr(0, end), changed);
        if (end < text.size()) lines += '\n';
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    if (lines.find_first_of("[*_`$\\~") == std::string::npos) return lines;
    return Inline(lines, extent).run(changed);
}

}  // namespace kiosk
