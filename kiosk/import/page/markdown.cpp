#include "import/page/markdown.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/utf8.hpp"
#include "import/page/html_tree.hpp"
#include "import/page/markdown_inline.hpp"

namespace kiosk {
namespace {

std::vector<std::string_view> lines_of(std::string_view page) {
    std::vector<std::string_view> lines;
    for (std::size_t begin = 0; begin < page.size();) {
        std::size_t const end = std::min(page.find('\n', begin), page.size());
        std::string_view line = page.substr(begin, end - begin);
        if (line.ends_with('\r')) line.remove_suffix(1);
        lines.push_back(line);
        begin = end + 1;
    }
    return lines;
}

std::size_t indent_of(std::string_view line) { return std::min(line.find_first_not_of(" \t"), line.size()); }

/// "{: .table}" speaks of the block above.
bool is_attribute_line(std::string_view line) {
    std::string_view const text = trimmed(line);
    return text.starts_with("{:") && text.ends_with('}');
}

/// "|---|:--:|", also without the outer bars.
bool is_delimiter_row(std::string_view line) {
    bool const has_marks =
        line.find('-') != std::string_view::npos && line.find('|') != std::string_view::npos;
    return has_marks && line.find_first_not_of("|-:+= \t") == std::string_view::npos;
}

/// The cells of a row of a pipe table; bars behind a backslash or in code do not divide.
std::vector<std::string_view> cells_of(std::string_view line) {
    line = trimmed(line);
    if (line.starts_with('|')) line.remove_prefix(1);
    std::vector<std::string_view> cells;
    std::size_t begin = 0;
    bool in_code = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '`') in_code = !in_code;
        if (line[i] == '\\')
            ++i;
        else if (line[i] == '|' && !in_code) {
            cells.push_back(trimmed(line.substr(begin, i - begin)));
            begin = i + 1;
        }
    }
    if (begin < line.size() && !trimmed(line.substr(begin)).empty())
        cells.push_back(trimmed(line.substr(begin)));
    return cells;
}

std::size_t heading_marks(std::string_view line) {
    std::size_t const marks = std::min(line.find_first_not_of('#'), line.size());
    bool const ends = marks == line.size() || line[marks] == ' ' || line[marks] == '\t';
    return marks >= 1 && marks <= 6 && ends ? marks : 0;
}

/// The bytes of "- ", "* ", "+ " or "12. " at the front; 0: no list item.
std::size_t item_mark(std::string_view text) {
    if (text.size() > 1 && (text[0] == '-' || text[0] == '*' || text[0] == '+') && text[1] == ' ') return 2;
    std::size_t digits = 0;
    while (digits < text.size() && digits < 3 && text[digits] >= '0' && text[digits] <= '9') ++digits;
    bool const ordered =
        digits > 0 && digits + 1 < text.size() && text[digits] == '.' && text[digits + 1] == ' ';
    return ordered ? digits + 2 : 0;
}

bool is_rule(std::string_view text) {
    return text.size() >= 3 && text.find_first_not_of("-*_ ") == std::string_view::npos;
}

bool is_reference_character(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool begins_entity(std::string_view text) {
    std::size_t size = text.size() > 1 && text[1] == '#' ? 2 : 1;
    while (size < text.size() && size < 12 && is_reference_character(text[size])) ++size;
    return size > 1 && size < text.size() && text[size] == ';';
}

/// In Markdown a bare "&" is one; in HTML it is a slip that people want to know of.
std::string with_escaped_ampersands(std::string_view page) {
    std::string out;
    for (std::size_t i = 0; i < page.size(); ++i) {
        out += page[i];
        if (page[i] == '&' && !begins_entity(page.substr(i, 16))) out += "amp;";
    }
    return out;
}

bool begins_html(std::string_view text) {
    bool const is_tag = text.size() > 1 && text[0] == '<' &&
                        (text[1] == '/' || text[1] == '!' || (text[1] >= 'a' && text[1] <= 'z') ||
                         (text[1] >= 'A' && text[1] <= 'Z'));
    return is_tag && !is_autolink(text);
}

class Converter {
public:
    explicit Converter(std::string page) : page_(std::move(page)), lines_(lines_of(page_)) {}

    std::string run() {
        for (place_ = 0; place_ < lines_.size(); ++place_) {
            convert(lines_[place_]);
            out_ += '\n';
        }
        close_block();
        return std::move(out_);
    }

private:
    /// What the lines before left open.
    enum class Block { none, paragraph, item, table, html };

    void close_block() {
        if (block_ == Block::paragraph) out_ += "</p>";
        if (block_ == Block::item) out_ += "</li></ul>";
        if (block_ == Block::table) out_ += "</table>";
        block_ = Block::none;
    }

    void convert(std::string_view line) {
        std::size_t const indent = indent_of(line);
        std::string_view const text = line.substr(indent);
        if (text.empty()) {
            close_block();
        } else if (text.starts_with("<!--") || in_comment_) {
            copy_comment(line);
        } else if (block_ == Block::html) {
            out_ += line;
        } else if (is_attribute_line(line)) {
            return;
        } else if (begins_table(line)) {
            add_header_row(line);
        } else if (block_ == Block::table && text.find('|') != std::string_view::npos) {
            if (!is_delimiter_row(line)) add_row(line, "td");
        } else {
            convert_text(line, text, indent);
        }
    }

    void copy_comment(std::string_view line) {
        auto const begin = in_comment_ ? 0 : line.find("<!--");
        auto const end = line.find("-->", begin);
        in_comment_ = end == std::string_view::npos;
        if (block_ == Block::none && !in_comment_) block_ = Block::html;
        out_ += line;
    }

    void convert_text(std::string_view line, std::string_view text, std::size_t indent) {
        bool const inside_text = block_ == Block::item || block_ == Block::paragraph;
        if (begins_html(text) && (!inside_text || begins_block(text))) {
            close_block();
            block_ = Block::html;
            out_ += line;
        } else if (indent >= 4 && !inside_text) {
            out_ += line;  // code, or HTML that goes on after a blank line
        } else if (std::size_t const marks = heading_marks(text)) {
            close_block();
            add_heading(text, marks);
        } else if (is_rule(text) && block_ != Block::paragraph) {
            close_block();
            out_ += "<hr>";
        } else if (std::size_t const mark = item_mark(text)) {
            close_block();
            out_ += "<ul><li>" + markdown_inline_to_html(text.substr(mark));
            block_ = Block::item;
        } else {
            add_paragraph_line(line);
        }
    }

    static bool begins_block(std::string_view text) {
        text.remove_prefix(text.starts_with("</") ? 2 : 1);
        return is_block(to_lower_ascii(text.substr(0, text.find_first_of(" \t/>"))));
    }

    bool begins_table(std::string_view line) const {
        if (block_ == Block::table || line.find('|') == std::string_view::npos) return false;
        bool const has_header = place_ + 1 < lines_.size() && is_delimiter_row(lines_[place_ + 1]);
        bool const is_headless =
            trimmed(line).starts_with('|') && trimmed(line).ends_with('|') && trimmed(line).size() > 2;
        return has_header || is_headless;
    }

    void add_header_row(std::string_view line) {
        close_block();
        block_ = Block::table;
        out_ += "<table>";
        bool const has_header = place_ + 1 < lines_.size() && is_delimiter_row(lines_[place_ + 1]);
        if (!is_delimiter_row(line)) add_row(line, has_header ? "th" : "td");
    }

    void add_row(std::string_view line, std::string_view tag) {
        out_ += "<tr>";
        for (std::string_view const cell : cells_of(line)) {
            out_.append("<").append(tag).append(">");
            out_ += markdown_inline_to_html(cell);
            out_.append("</").append(tag).append(">");
        }
        out_ += "</tr>";
    }

    void add_heading(std::string_view text, std::size_t marks) {
        std::string_view title = trimmed(text.substr(marks));
        if (auto const id = title.rfind("{#"); id != std::string_view::npos && title.ends_with('}'))
            title = trimmed(title.substr(0, id));
        while (title.ends_with('#')) title.remove_suffix(1);
        std::string const tag = "h" + std::to_string(marks) + ">";
        out_ += "<" + tag + markdown_inline_to_html(trimmed(title)) + "</" + tag;
    }

    void add_paragraph_line(std::string_view line) {
        bool const next_is_underline =
            place_ + 1 < lines_.size() && block_ == Block::none && is_underline(lines_[place_ + 1]);
        if (next_is_underline) {
            std::string const tag = trimmed(lines_[place_ + 1])[0] == '=' ? "h1>" : "h2>";
            out_ += "<" + tag + markdown_inline_to_html(trimmed(line)) + "</" + tag + "\n";
            ++place_;
            return;
        }
        if (block_ == Block::table) close_block();
        if (block_ == Block::none) {
            out_ += "<p>";
            block_ = Block::paragraph;
        }
        out_ += markdown_inline_to_html(trimmed(line));
        if (line.ends_with("  ")) out_ += "<br>";
    }

    static bool is_underline(std::string_view line) {
        std::string_view const text = trimmed(line);
        return text.size() >= 3 && (text.find_first_not_of('=') == std::string_view::npos ||
                                    text.find_first_not_of('-') == std::string_view::npos);
    }

    std::string page_;
    std::vector<std::string_view> lines_;  // of page_
    std::size_t place_ = 0;
    Block block_ = Block::none;
    bool in_comment_ = false;
    std::string out_;
};

bool is_html_document(std::string_view page) {
    std::string const start = to_lower_ascii(trimmed(page.substr(0, 2000)));
    return start.starts_with("<!doctype") || start.starts_with("<html") || start.starts_with("<head");
}

}  // namespace

std::string markdown_to_html(std::string_view page) {
    if (is_html_document(page)) return std::string(page);
    auto const lines = lines_of(page);
    bool const is_mixed = std::any_of(lines.begin(), lines.end(),
                                      [](std::string_view line) { return begins_html(trimmed(line)); });
    return is_mixed ? Converter(std::string(page)).run() : Converter(with_escaped_ampersands(page)).run();
}

int recognise_markdown(std::string_view text) {
    if (is_html_document(text)) return 0;
    bool const has_front_matter = text.starts_with("---\n") || text.starts_with("---\r\n");
    bool past_front_matter = !has_front_matter, has_heading = false, has_link = false;
    std::size_t number = 0;
    for (std::string_view const line : lines_of(text.substr(0, 500'000))) {
        if (number++ > 0 && has_front_matter && trimmed(line) == "---") past_front_matter = true;
        if (!past_front_matter) continue;
        bool const is_table = is_delimiter_row(line) && line.find("--") != std::string_view::npos;
        if (is_table) return 70;
        has_heading |= heading_marks(line) > 0;
        has_link |= line.find("](") != std::string_view::npos || line.find("**") != std::string_view::npos;
    }
    if (!has_heading) return 0;
    return has_front_matter ? 40 : has_link ? 20 : 0;
}

}  // namespace kiosk
