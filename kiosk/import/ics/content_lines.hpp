// iCalendar as lines: folds undone, names, parameters and values told apart. Nothing is decoded here.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kiosk {

/// `upper` is upper case already. Here, since each line of a large file is asked some twenty times.
inline bool equals_ignoring_case(std::string_view text, std::string_view upper) {
    if (text.size() != upper.size()) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char const c = text[i] >= 'a' && text[i] <= 'z' ? static_cast<char>(text[i] - 'a' + 'A') : text[i];
        if (c != upper[i]) return false;
    }
    return true;
}

/// One content line. Views point into the ContentLines that it came from. Source: RFC 5545 §3.1.
struct ContentLine {
    std::string_view name, parameters, value;
    int line = 0;  ///< where it begins in the source

    /// Names compare without case; `wanted` is upper case.
    bool is(std::string_view wanted) const { return equals_ignoring_case(name, wanted); }
    /// Value of a parameter without its quotes, RFC 6868 escapes undone. Empty: not there.
    std::string parameter(std::string_view wanted) const;
};

/// All lines of a calendar. Folds are undone on bytes, since some writers fold inside a character;
/// lines end in LF after any number of CR. A line that is no property belongs to the one before.
class ContentLines {
public:
    explicit ContentLines(std::string_view source);
    ContentLines(ContentLines const&) = delete;
    ContentLines& operator=(ContentLines const&) = delete;

    std::vector<ContentLine> const& all() const { return lines_; }
    int first_odd_line_end() const { return first_odd_line_end_; }  ///< CR CR LF; 0: none
    int first_stray_line() const { return first_stray_line_; }      ///< no property; 0: none

private:
    void add(std::string_view whole, int line);

    std::string text_;  // the whole source, unfolded
    std::vector<ContentLine> lines_;
    int first_odd_line_end_ = 0, first_stray_line_ = 0;
};

/// TEXT with `\,` `\;` `\\` `\n` undone. Source: RFC 5545 §3.3.11.
std::string unescaped(std::string_view value);

/// At commas (or `separator`) that no backslash hides; the parts are still escaped.
std::vector<std::string_view> split_values(std::string_view value, char separator = ',');

}  // namespace kiosk
