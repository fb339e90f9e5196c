#include "import/page/markdown_inline.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace kiosk {
namespace {

constexpr int deepest = 6;                 // emphasis in emphasis in …
constexpr std::size_t most_work = 20'000;  // bytes looked at in search of closing marks: keeps time linear

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_word(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
}

std::string escaped_attribute(std::string_view text) {
    std::string out;
    for (char const c : text) {
        if (c == '"')
            out += "&quot;";
        else
            out += c;
    }
    return out;
}

class Converter {
public:
    Converter(std::string_view text, int depth) : text_(text), depth_(depth) {}

    std::string run() {
        while (place_ < text_.size()) step();
        return std::move(out_);
    }

private:
    std::string_view left() const { return text_.substr(place_); }

    void step() {
        char const c = text_[place_];
        bool const is_escape =
            c == '\\' && place_ + 1 < text_.size() &&
            std::string_view("\\`*_{}[]()#+-.!|~").find(text_[place_ + 1]) != std::string_view::npos;
        if (is_escape) {
            out_ += text_[place_ + 1];
            place_ += 2;
        } else if (c == '<') {
            copy_tag();
        } else if (!(c == '`'                 ? take_code()
                     : (c == '*' || c == '_') ? take_emphasis()
                                              : (c == '[' || c == '!') && take_link())) {
            out_ += c;
            ++place_;
        }
    }

    void copy_tag() {
        auto const end = text_.find('>', place_);
        if (end == std::string_view::npos) {
            out_ += text_[place_++];
            return;
        }
        std::string_view const inner = text_.substr(place_ + 1, end - place_ - 1);
        if (is_autolink(left())) {
            bool const is_mail = inner.find("://") == std::string_view::npos;
            out_ += "<a href=\"" + std::string(is_mail && !inner.starts_with("mailto:") ? "mailto:" : "") +
                    escaped_attribute(inner) + "\">";
            out_.append(inner).append("</a>");
        } else {
            out_.append(text_.substr(place_, end + 1 - place_));
        }
        place_ = end + 1;
    }

    bool take_code() {
        auto const end = text_.find('`', place_ + 1);
        if (end == std::string_view::npos || end == place_ + 1) return false;
        for (char const c : text_.substr(place_ + 1, end - place_ - 1)) {
            if (c == '<')
                out_ += "&lt;";
            else if (c == '&')
                out_ += "&amp;";
            else
                out_ += c;
        }
        place_ = end + 1;
        return true;
    }

    /// Marks open where a word begins and close where one ends; '_' does not count inside of words.
    bool take_emphasis() {
        char const mark = text_[place_];
        std::size_t size = 1;
        while (size < 3 && place_ + size < text_.size() && text_[place_ + size] == mark) ++size;
        std::size_t const begin = place_ + size;
        if (begin >= text_.size() || is_blank(text_[begin]) || depth_ >= deepest) return false;
        if (mark == '_' && place_ > 0 && is_word(text_[place_ - 1])) return false;
        std::size_t const end = closing_mark(begin, mark, size);
        if (end == std::string_view::npos) return false;
        std::string const inner = Converter(text_.substr(begin, end - begin), depth_ + 1).run();
        if (size == 1) out_ += "<i>" + inner + "</i>";
        if (size == 2) out_ += "<b>" + inner + "</b>";
        if (size == 3) out_ += "<b><i>" + inner + "</i></b>";
        place_ = end + size;
        return true;
    }

    std::size_t closing_mark(std::size_t begin, char mark, std::size_t size) {
        for (std::size_t at = text_.find(mark, begin + 1); at != std::string_view::npos;) {
            if ((work_ += 1 + at - begin) > most_work) break;
            std::size_t run = 1;
            while (at + run < text_.size() && text_[at + run] == mark) ++run;
            bool const inside_word = mark == '_' && at + run < text_.size() && is_word(text_[at + run]);
            if ((run == size || run == 3) && !is_blank(text_[at - 1]) && !inside_word)
                return at + (run - size);
            at = text_.find(mark, at + run);
        }
        return std::string_view::npos;
    }

    /// "[text](address)"; of "![text](image)" an image.
    bool take_link() {
        bool const is_image = text_[place_] == '!';
        std::size_t const open = place_ + (is_image ? 1 : 0);
        if (open >= text_.size() || text_[open] != '[' || depth_ >= deepest) return false;
        int depth = 0;
        std::size_t close = open;
        for (; close < text_.size(); ++close) {
            if (++work_ > most_work) return false;
            depth += text_[close] == '[' ? 1 : text_[close] == ']' ? -1 : 0;
            if (depth == 0) break;
        }
        if (close + 1 >= text_.size() || text_[close + 1] != '(') return false;
        std::size_t const end = text_.find(')', close);
        if (end == std::string_view::npos) return false;
        std::string_view address = trimmed(text_.substr(close + 2, end - close - 2));
        address = address.substr(0, address.find(' '));  // a title may follow
        std::string_view const label = text_.substr(open + 1, close - open - 1);
        if (is_image)
            out_ += "<img src=\"" + escaped_attribute(address) + "\">";
        else
            out_ += "<a href=\"" + escaped_attribute(address) + "\">" + Converter(label, depth_ + 1).run() +
                    "</a>";
        place_ = end + 1;
        return true;
    }

    std::string_view text_;
    int depth_;
    std::size_t place_ = 0, work_ = 0;
    std::string out_;
};

}  // namespace

std::string markdown_inline_to_html(std::string_view text) { return Converter(text, 0).run(); }

bool is_autolink(std::string_view text) {
    auto const end = text.find('>');
    if (!text.starts_with('<') || end == std::string_view::npos) return false;
    std::string_view const inner = text.substr(1, end - 1);
    if (inner.empty() || inner.find_first_of(" \t<\"'") != std::string_view::npos) return false;
    return inner.find("://") != std::string_view::npos || inner.find('@') != std::string_view::npos ||
           inner.starts_with("mailto:");
}

}  // namespace kiosk
