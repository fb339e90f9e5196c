#include "import/page/tag_scan.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "base/limits.hpp"
#include "base/utf8.hpp"

namespace kiosk {
namespace {

// Formatting elements that are left open, times tags: the parser opens them again in each block.
constexpr std::size_t most_clones = 4'000'000;

template <std::size_t size>
bool holds(std::array<std::string_view, size> const& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_void(std::string_view name) {
    static constexpr auto names = std::to_array<std::string_view>(
        {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
         "track", "wbr", "image", "frame", "keygen", "basefont", "bgsound"});
    return holds(names, name);
}

/// Elements that end by themselves, in the order in which they stand inside each other; 0: others.
int implied_end_rank(std::string_view name) {
    if (name == "p" || name == "option" || name == "rt" || name == "rp") return 1;
    if (name == "li" || name == "dt" || name == "dd" || name == "optgroup") return 2;
    if (name == "td" || name == "th" || name == "caption" || name == "colgroup") return 3;
    if (name == "tr") return 4;
    if (name == "tbody" || name == "thead" || name == "tfoot") return 5;
    if (name == "body" || name == "html" || name == "head") return 6;
    return 0;
}

bool is_formatting(std::string_view name) {
    static constexpr auto names = std::to_array<std::string_view>(
        {"a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"});
    return holds(names, name);
}

bool is_raw_text(std::string_view name) {
    static constexpr auto names = std::to_array<std::string_view>(
        {"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"});
    return holds(names, name);
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

class Scanner {
public:
    explicit Scanner(std::string_view page) : page_(page) {}

    TagScan run() {
        while (place_ < page_.size()) {
            if (page_[place_] == '<')
                read_markup();
            else if (page_[place_] == '&')
                read_ampersand();
            else
                step();
        }
        for (Open const& open : open_) report_open(open);
        std::stable_sort(found_.unbalanced.begin(), found_.unbalanced.end(),
                         [](UnbalancedTag const& a, UnbalancedTag const& b) { return a.line < b.line; });
        bool const are_too_many = tags_ > most_html_tags || found_.unbalanced.size() > most_html_tags;
        if (are_too_many || most_open_formatting_ * tags_ > most_clones) found_.is_within_limits = false;
        return std::move(found_);
    }

private:
    struct Open {
        std::string name;
        int line;
    };

    void step() { line_ += page_[place_++] == '\n'; }
    void go_to(std::size_t end) {
        end = std::min(end, page_.size());
        while (place_ < end) step();
    }
    void go_past(std::string_view mark) {
        auto const end = page_.find(mark, place_);
        go_to(end == std::string_view::npos ? page_.size() : end + mark.size());
    }

    void read_ampersand() {
        std::string_view const left = page_.substr(place_ + 1, 40);
        std::size_t size = left.starts_with('#') ? 1 : 0;
        std::size_t const first = size;
        while (size < left.size() && (is_letter(left[size]) || (left[size] >= '0' && left[size] <= '9')))
            ++size;
        bool const is_reference = size > first && size < left.size() && left[size] == ';';
        auto& lines = found_.bare_ampersand_lines;
        if (!is_reference && (lines.empty() || lines.back() != line_)) lines.push_back(line_);
        step();
    }

    void read_markup() {
        std::string_view const left = page_.substr(place_);
        if (left.starts_with("<!--")) {
            step();
            go_past("-->");
        } else if (left.starts_with("<!") || left.starts_with("<?")) {
            go_past(">");
        } else if (left.size() > 1 && is_letter(left[1])) {
            read_start();
        } else if (left.size() > 2 && left[1] == '/' && is_letter(left[2])) {
            read_end();
        } else {
            step();
        }
    }

    std::string take_name() {
        std::size_t end = place_;
        while (end < page_.size() && !is_blank(page_[end]) && page_[end] != '>' && page_[end] != '/') ++end;
        std::string name = to_lower_ascii(page_.substr(place_, end - place_));
        go_to(end);
        return name;
    }

    /// To the end of the tag; quotes hide '>'. True: it ends in "/>".
    bool skip_attributes() {
        char quote = 0, last = 0;
        std::size_t attributes = 0;
        for (; place_ < page_.size(); step()) {
            char const c = page_[place_];
            if (quote) {
                if (c == quote) quote = 0;
            } else if (c == '>') {
                step();
                break;
            } else if ((c == '"' || c == '\'') && last == '=') {
                quote = c;
            } else if (is_blank(c) || c == '/') {
                ++attributes;
            }
            if (!is_blank(c)) last = c;
        }
        if (attributes > most_html_attributes) found_.is_within_limits = false;
        return last == '/';
    }

    void read_start() {
        int const line = line_;
        step();
        std::string const name = take_name();
        bool const closed = skip_attributes();
        ++tags_;
        if (is_void(name)) return;
        bool const in_drawing =
            !open_.empty() && (open_.back().name == "svg" || open_.back().name == "g" ||
                               open_.back().name == "math" || open_.back().name == "defs");
        if (closed && (in_drawing || name == "svg" || name == "math")) return;
        if (is_raw_text(name)) {
            skip_raw_text(name, line);
            return;
        }
        end_implied(name);
        open_.push_back({name, line});
        open_formatting_ += is_formatting(name);
        most_open_formatting_ = std::max(most_open_formatting_, open_formatting_);
        grow_depth(name);
    }

    /// A second, careful count: an end tag ends only what is on top, as a parser may ignore it else.
    void grow_depth(std::string const& name) {
        certain_.push_back(name);
        if (certain_.size() > deepest_html) found_.is_within_limits = false;
        if (!found_.is_within_limits) certain_.clear();
    }

    void end_implied(std::string_view name) {
        int const rank = implied_end_rank(name);
        auto const ends = [&](std::string const& top) {
            int const other = implied_end_rank(top);
            if (rank == 0 || other == 0 || other > rank) return false;
            return other == 1 || rank > 2 || top == name || (rank == 2 && top != "li" && name != "li");
        };
        while (!open_.empty() && ends(open_.back().name)) open_.pop_back();
        while (!certain_.empty() && ends(certain_.back())) certain_.pop_back();
    }

    void skip_raw_text(std::string const& name, int line) {
        std::string const mark = "</" + name;
        for (std::size_t at = page_.find("</", place_); at != std::string_view::npos;
             at = page_.find("</", at + 2))
            if (to_lower_ascii(page_.substr(at, mark.size())) == mark) {
                go_to(at);
                go_past(">");
                return;
            }
        go_to(page_.size());
        report_open({name, line});
    }

    void read_end() {
        int const line = line_;
        step();
        step();
        std::string const name = take_name();
        go_past(">");
        if (is_void(name)) return;
        while (certain_.size() > 1 && certain_.back() != name && implied_end_rank(certain_.back()) > 0 &&
               implied_end_rank(name) == 0 && holds_below_implied(name))
            certain_.pop_back();
        if (!certain_.empty() && certain_.back() == name) certain_.pop_back();
        close(name, line);
    }

    bool holds_below_implied(std::string const& name) const {
        auto top = certain_.rbegin();
        while (top != certain_.rend() && implied_end_rank(*top) > 0) ++top;
        return top != certain_.rend() && *top == name;
    }

    void close(std::string const& name, int line) {
        auto const is_barrier = [&](std::string const& other) {
            bool const is_cell = other == "td" || other == "th";
            return (is_cell || other == "table") && other != name && name != "table" &&
                   implied_end_rank(name) < 3;
        };
        auto place = open_.rbegin();
        while (place != open_.rend() && place->name != name && !is_barrier(place->name)) ++place;
        if (place == open_.rend() || place->name != name) {
            bool const is_row_or_cell = name == "tr" || name == "td" || name == "th";
            if (implied_end_rank(name) == 0 || is_row_or_cell)
                found_.unbalanced.push_back({line, name, UnbalancedTag::Fault::closes_nothing});
            return;
        }
        for (auto above = open_.rbegin(); above != place; ++above) report_open(*above);
        while (open_.back().name != name) pop();
        pop();
    }

    void pop() {
        open_formatting_ -= is_formatting(open_.back().name);
        open_.pop_back();
    }

    void report_open(Open const& open) {
        if (implied_end_rank(open.name) == 0)
            found_.unbalanced.push_back({open.line, open.name, UnbalancedTag::Fault::never_closed});
    }

    std::string_view page_;
    std::size_t place_ = 0;
    int line_ = 1;
    std::vector<Open> open_;
    std::vector<std::string> certain_;
    std::size_t tags_ = 0, open_formatting_ = 0, most_open_formatting_ = 0;
    TagScan found_;
};

}  // namespace

TagScan scan_tags(std::string_view page) { return Scanner(page).run(); }

}  // namespace kiosk
