// iCalendar as lines: folds undone, names, parameters and values told apart. Nothing is decoded here.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
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

/// One content line, NAME;PARAMETERS:VALUE. It points into the ContentLines that it came from, with few bytes of its own: a
/// large calendar has a hundred thousand. Source: RFC 5545 §3.1.
class ContentLine {
public:
    ContentLine() = default;
    /// Range: `name_size` is not after `colon`; what is between them are parameters. Less than 4 GB.
    ContentLine(std::string_view whole, std::size_t name_size, std::size_t colon, int line)
        : begin_(whole.data()), name_size_(static_cast<std::uint32_t>(name_size)), colon_(static_cast<std::uint32_t>(colon)),
          size_(static_cast<std::uint32_t>(whole.size())), line_(line) {}

    std::string_view name() const { return {begin_, name_size_}; }
    std::string_view parameters() const { return colon_ > name_size_ ? std::string_view(begin_ + name_size_ + 1, colon_ - name_size_ - 1) : std::string_view(); }
    std::string_view value() const { return {begin_ + colon_ + 1, size_ - colon_ - 1}; }
    int line() const { return line_; }  ///< where it begins in the source

    /// Names compare without case; `wanted` is upper case.
    bool is(std::string_view wanted) const { return equals_ignoring_case(name(), wanted); }
    /// Value of a parameter without its quotes, RFC 6868 escapes undone. Empty: not there.
    std::string parameter(std::string_view wanted) const;
    /// The same for several, in one look at the line.
    template <std::size_t count>
    std::array<std::string, count> parameters_of(std::array<std::string_view, count> const& wanted) const {
        std::array<std::string, count> found;
        read_parameters(wanted, found);
        return found;
    }

private:
    void read_parameters(std::span<std::string_view const> wanted, std::span<std::string> found) const;

    char const* begin_ = "";
    std::uint32_t name_size_ = 0, colon_ = 0, size_ = 1;
    int line_ = 0;
};

/// All lines of a calendar. Folds are undone on bytes, since some writers fold inside a character;
/// lines end in LF after any number of CR. A line that is no property belongs to the one before.
class ContentLines {
public:
    explicit ContentLines(std::string source);
    ContentLines(ContentLines const&) = delete;
    ContentLines& operator=(ContentLines const&) = delete;

    std::vector<ContentLine> const& all() const { return lines_; }
    /// The same, for whoever sorts them. They are views into this object all the same.
    std::vector<ContentLine> take() { return std::move(lines_); }
    int first_odd_line_end() const { return first_odd_line_end_; }  ///< CR CR LF; 0: none
    int first_stray_line() const { return first_stray_line_; }      ///< no property; 0: none

private:
    void add(std::string_view whole, std::size_t name_size, int line);

    std::string text_;  // the whole source; what was unfolded stands at its front
    std::vector<ContentLine> lines_;
    int first_odd_line_end_ = 0, first_stray_line_ = 0;
};

/// TEXT with `\,` `\;` `\\` `\n` undone. Source: RFC 5545 §3.3.11.
std::string unescaped(std::string_view value);
/// The same, as most texts have nothing to undo: `value` itself, or what stands at the front of `own` now.
std::string_view unescaped(std::string_view value, std::string& own);

/// At commas (or `separator`) that no backslash hides; the parts are still escaped.
std::vector<std::string_view> split_values(std::string_view value, char separator = ',');

}  // namespace kiosk
