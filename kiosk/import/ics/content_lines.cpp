#include "import/ics/content_lines.hpp"

#include <algorithm>

namespace kiosk {
namespace {

bool is_name_character(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
}

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

/// The colon that ends the parameters: the first one outside of quotes.
std::size_t value_begin(std::string_view line, std::size_t from) {
    bool quoted = false;
    for (std::size_t i = from; i < line.size(); ++i) {
        if (line[i] == '"') quoted = !quoted;
        else if (line[i] == ':' && !quoted) return i;
    }
    return line.find(':', from);  // a quote without its partner hides nothing
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
    std::string_view rest = parameters;
    while (!rest.empty()) {
        bool quoted = false;
        std::size_t end = 0;
        while (end < rest.size() && (quoted || rest[end] != ';')) quoted ^= rest[end++] == '"';
        std::string_view const one = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        auto const equal = one.find('=');
        if (equal == one.npos || !equals_ignoring_case(one.substr(0, equal), wanted)) continue;
        std::string_view text = one.substr(equal + 1);
        if (text.size() > 1 && text.front() == '"' && text.back() == '"') text = text.substr(1, text.size() - 2);
        return without_carets(text);
    }
    return {};
}

ContentLines::ContentLines(std::string_view source) {
    if (source.starts_with("\xEF\xBB\xBF")) source.remove_prefix(3);
    struct Start {
        std::size_t offset;
        int line;
    };
    std::vector<Start> starts;
    starts.reserve(source.size() / 40);
    text_.reserve(source.size() + 64);
    int number = 0;
    for (std::size_t begin = 0; begin < source.size();) {
        ++number;
        std::size_t const line_end = std::min(source.find('\n', begin), source.size());
        std::size_t end = line_end;
        while (end > begin && source[end - 1] == '\r') --end;
        if (line_end - end > 1 && first_odd_line_end_ == 0) first_odd_line_end_ = number;
        std::string_view const line = source.substr(begin, end - begin);
        std::string_view const rest = source.substr(begin);
        begin = line_end + 1;
        if (line.empty()) continue;
        bool const fold = !starts.empty() && is_fold_mark(line[0]);
        if (fold) {
            text_.append(line, 1, std::string_view::npos);
        } else if (name_size(line) == 0 && !begins_property(rest) && !starts.empty()) {
            if (first_stray_line_ == 0) first_stray_line_ = number;
            text_.append("\\n").append(line);
        } else {
            starts.push_back({text_.size(), number});
            text_.append(line);
        }
    }
    lines_.reserve(starts.size());
    std::string_view const text = text_;
    for (std::size_t i = 0; i < starts.size(); ++i) {
        std::size_t const end = i + 1 < starts.size() ? starts[i + 1].offset : text.size();
        add(text.substr(starts[i].offset, end - starts[i].offset), starts[i].line);
    }
}

void ContentLines::add(std::string_view whole, int line) {
    std::size_t const size = name_size(whole);
    if (size == 0) return;  // the very first line is no property
    std::size_t const colon = whole[size] == ':' ? size : value_begin(whole, size);
    if (colon == whole.npos) return;
    std::string_view const parameters = colon > size ? whole.substr(size + 1, colon - size - 1) : std::string_view{};
    lines_.push_back({whole.substr(0, size), parameters, whole.substr(colon + 1), line});
}

std::string unescaped(std::string_view value) {
    std::string out;
    out.reserve(value.size());
    while (!value.empty()) {
        std::size_t const slash = value.find('\\');
        out.append(value.substr(0, slash));
        if (slash == value.npos) break;
        char const next = slash + 1 < value.size() ? value[slash + 1] : '\\';
        out += next == 'n' || next == 'N' ? '\n' : next;
        value.remove_prefix(std::min(slash + 2, value.size()));
    }
    return out;
}

std::vector<std::string_view> split_values(std::string_view value, char separator) {
    std::vector<std::string_view> parts;
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
