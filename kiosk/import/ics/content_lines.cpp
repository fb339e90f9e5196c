#include "import/ics/content_lines.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace kiosk {
namespace {

constexpr std::array<bool, 256> name_characters = [] {
    std::array<bool, 256> are{};
    for (char const c : std::string_view("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.")) are[static_cast<unsigned char>(c)] = true;
    return are;
}();

bool is_name_character(char c) { return name_characters[static_cast<unsigned char>(c)]; }

bool is_fold_mark(char c) { return c == ' ' || c == '\t'; }

/// Bytes of the name at the front of a line; 0: the line is no property.
std::size_t name_size(std::string_view line) {
    std::size_t i = 0;
    while (i < line.size() && is_name_character(line[i])) ++i;
    return i < line.size() && (line[i] == ':' || line[i] == ';') ? i : 0;
}

/// Some writers fold lines at so many bytes, within a name as well: whether a property begins here, its folds undone.
bool begins_property(std::string_view text) {
    bool is_named = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_name_character(text[i])) {
            is_named = true;
            continue;
        }
        std::size_t const line_end = text.find_first_not_of('\r', i);
        bool const is_fold = line_end < text.size() - 1 && text[line_end] == '\n' && is_fold_mark(text[line_end + 1]);
        if (!is_fold) return is_named && (text[i] == ':' || text[i] == ';');
        i = line_end + 1;
    }
    return false;
}

/// The first `mark` from `from` on that is outside of quotes.
std::size_t find_unquoted(std::string_view text, char mark, std::size_t from) {
    std::size_t found = text.find(mark, from);
    while (found != text.npos) {
        std::size_t const quote = text.substr(0, found).find('"', from);
        if (quote == text.npos) return found;
        from = text.find('"', quote + 1);
        if (from++ == text.npos) return text.npos;
        if (from > found) found = text.find(mark, from);  // else it may be far, behind a million of quotes
    }
    return found;
}

/// The colon that ends the parameters.
std::size_t value_begin(std::string_view line, std::size_t from) {
    std::size_t const colon = find_unquoted(line, ':', from);
    return colon != line.npos ? colon : line.find(':', from);  // a quote without its partner hides nothing
}

/// Source: RFC 6868 §3.1.
std::string without_carets(std::string_view text) {
    if (text.find('^') == text.npos) return std::string(text);
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char const next = i + 1 < text.size() ? text[i + 1] : ' ';
        bool const escape = text[i] == '^' && (next == 'n' || next == '^' || next == '\'');
        out += !escape ? text[i] : next == 'n' ? '\n' : next == '^' ? '^' : '"';
        if (escape) ++i;
    }
    return out;
}

}  // namespace

std::string ContentLine::parameter(std::string_view wanted) const {
    return std::move(parameters_of(std::array{wanted})[0]);
}

/// Of two that share a name the first counts.
void ContentLine::read_parameters(std::span<std::string_view const> wanted, std::span<std::string> found) const {
    std::uint32_t seen = 0;  // a bit for each of `wanted`
    for (std::string_view rest = parameters(); !rest.empty();) {
        std::string_view const one = rest.substr(0, find_unquoted(rest, ';', 0));
        rest.remove_prefix(std::min(one.size() + 1, rest.size()));
        auto const equal = one.find('=');
        if (equal == one.npos) continue;
        auto const at = std::find_if(wanted.begin(), wanted.end(), [&](std::string_view name) { return equals_ignoring_case(one.substr(0, equal), name); });
        auto const index = static_cast<std::size_t>(at - wanted.begin());
        if (at == wanted.end() || (seen >> index & 1) != 0) continue;
        seen |= std::uint32_t{1} << index;
        std::string_view text = one.substr(equal + 1);
        if (text.size() > 1 && text.front() == '"' && text.back() == '"') text = text.substr(1, text.size() - 2);
        found[index] = without_carets(text);
        if (wanted.size() == 1) return;
    }
}

ContentLines::ContentLines(std::string source) : text_(std::move(source)) {
    constexpr std::size_t usual_line = 48;  // bytes, or more
    lines_.reserve(text_.size() / usual_line + 1);
    std::string_view const text = text_;
    // In its own place, as a large file is nothing to have twice: what is kept of a line is shorter than the line with its end,
    // and so is what stands for the end.
    std::size_t kept = 0;
    auto const keep = [&](std::string_view part) {
        if (text_.data() + kept != part.data()) std::memmove(text_.data() + kept, part.data(), part.size());
        kept += part.size();
    };
    std::size_t open = 0;       // where the line that may go on begins
    std::size_t open_name = 0;  // bytes of its name; 0: its folds may hide one
    int opened_in = 0;          // line of the source; 0: there is none yet
    auto const close = [&] {
        auto const whole = text.substr(open, kept - open);
        if (opened_in > 0) add(whole, open_name > 0 ? open_name : name_size(whole), opened_in);
        open = kept;
    };
    int number = 0;
    for (std::size_t begin = text.starts_with("\xEF\xBB\xBF") ? 3 : 0; begin < text.size();) {
        ++number;
        std::size_t const line_end = std::min(text.find('\n', begin), text.size());
        std::size_t end = line_end;
        while (end > begin && text[end - 1] == '\r') --end;
        if (line_end - end > 1 && first_odd_line_end_ == 0) first_odd_line_end_ = number;
        std::string_view const line = text.substr(begin, end - begin);
        std::string_view const rest = text.substr(begin);
        begin = line_end + 1;
        if (line.empty()) continue;
        if (opened_in > 0 && is_fold_mark(line[0])) {
            keep(line.substr(1));
            continue;
        }
        auto const name = name_size(line);
        if (opened_in > 0 && name == 0 && !begins_property(rest)) {
            if (first_stray_line_ == 0) first_stray_line_ = number;
            text_[kept++] = '\n';
            keep(line);
        } else {
            close();
            open_name = name;
            opened_in = number;
            keep(line);
        }
    }
    close();
}

void ContentLines::add(std::string_view whole, std::size_t size, int line) {
    if (size == 0) return;  // the very first line is no property
    std::size_t const colon = whole[size] == ':' ? size : value_begin(whole, size);
    if (colon == whole.npos) return;
    lines_.emplace_back(whole, size, colon, line);
}

std::string unescaped(std::string_view value) {
    std::string own;
    return std::string(unescaped(value, own));
}

std::string_view unescaped(std::string_view value, std::string& own) {
    if (value.find('\\') == value.npos) return value;
    own.resize(value.size());
    char* end = own.data();
    for (std::size_t slash = value.find('\\'); slash != value.npos; slash = value.find('\\')) {
        end = std::copy_n(value.data(), slash, end);
        char const next = slash + 1 < value.size() ? value[slash + 1] : '\\';
        *end++ = next == 'n' || next == 'N' ? '\n' : next;
        value.remove_prefix(std::min(slash + 2, value.size()));
    }
    end = std::copy(value.begin(), value.end(), end);
    return {own.data(), static_cast<std::size_t>(end - own.data())};
}

std::vector<std::string_view> split_values(std::string_view value, char separator) {
    std::vector<std::string_view> parts;
    parts.reserve(static_cast<std::size_t>(std::count(value.begin(), value.end(), separator)) + 1);
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= value.size(); ++i) {
        if (i < value.size() && value[i] == '\\') {
            ++i;
        } else if (i == value.size() || value[i] == separator) {
            parts.push_back(value.substr(begin, i - begin));
            begin = i + 1;
        }
    }
    if (begin < value.size()) parts.push_back(value.substr(begin));  // the last byte is a lone backslash
    return parts;
}

}  // namespace kiosk
