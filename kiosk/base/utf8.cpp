#include "base/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <utility>

#include <fmt/format.h>

#include "base/byte_blocks.hpp"
#include "base/limits.hpp"

namespace kiosk {
namespace {

bool is_continuation(unsigned char byte) { return (byte & 0xC0) == 0x80; }

/// Bytes of the well-formed sequence at the front of `text`; 0: none. Source: Unicode 15, table 3-7.
std::size_t sequence_size(std::string_view text) {
    auto const byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    unsigned char const lead = byte(0);
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead <= 0xDF) return text.size() >= 2 && is_continuation(byte(1)) ? 2 : 0;  // most of what is no ASCII
    std::size_t const size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() < size) return 0;
    for (std::size_t i = 1; i < size; ++i)
        if (!is_continuation(byte(i))) return 0;
    if ((lead == 0xE0 && byte(1) < 0xA0) || (lead == 0xED && byte(1) > 0x9F)) return 0;
    if ((lead == 0xF0 && byte(1) < 0x90) || (lead == 0xF4 && byte(1) > 0x8F)) return 0;
    return size;
}

bool is_no_break_space(char32_t c) { return c == 0xA0 || c == 0x202F; }

bool is_blank(char32_t c) {
    return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) ||
           c == 0x2028 || c == 0x2029 || c == 0x205F || c == 0x3000;
}

bool is_combining(char32_t c) {
    if (c < 0x0300) return false;
    return c <= 0x036F || (c >= 0x0483 && c <= 0x0489) || (c >= 0x1AB0 && c <= 0x1AFF) ||
           (c >= 0x1DC0 && c <= 0x1DFF) || (c >= 0x20D0 && c <= 0x20FF) || (c >= 0xFE20 && c <= 0xFE2F);
}

/// Characters that have no picture of their own and can spoil that of their neighbours.
/// ZWNJ and ZWJ (200C, 200D) stay: Persian, Devanagari and emoji need them.
bool is_unwanted(char32_t c) {
    if (c >= 0x20 && c < 0x7F) return false;
    return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || (c >= 0x2061 && c <= 0x2064) ||
           (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xFFF9 && c <= 0xFFFB) || c >= 0xE0000 ||
           (c & 0xFFFE) == 0xFFFE;
}

/// The Latin letters that differ from an ASCII letter by an accent; upper and lower case alike.
struct Fold {
    char32_t first, last;
    char base;
};
constexpr std::array<Fold, 34> folds{{
    {0xC0, 0xC5, 'a'},   {0xC7, 0xC7, 'c'},   {0xC8, 0xCB, 'e'},   {0xCC, 0xCF, 'i'},   {0xD1, 0xD1, 'n'},
    {0xD2, 0xD6, 'o'},   {0xD8, 0xD8, 'o'},   {0xD9, 0xDC, 'u'},   {0xDD, 0xDD, 'y'},   {0xE0, 0xE5, 'a'},
    {0xE7, 0xE7, 'c'},   {0xE8, 0xEB, 'e'},   {0xEC, 0xEF, 'i'},   {0xF1, 0xF1, 'n'},   {0xF2, 0xF6, 'o'},
    {0xF8, 0xF8, 'o'},   {0xF9, 0xFC, 'u'},   {0xFD, 0xFD, 'y'},   {0xFF, 0xFF, 'y'},   {0x100, 0x105, 'a'},
    {0x106, 0x10D, 'c'}, {0x10E, 0x111, 'd'}, {0x112, 0x11B, 'e'}, {0x11C, 0x123, 'g'}, {0x124, 0x127, 'h'},
    {0x128, 0x131, 'i'}, {0x139, 0x142, 'l'}, {0x143, 0x148, 'n'}, {0x14C, 0x151, 'o'}, {0x154, 0x159, 'r'},
    {0x15A, 0x161, 's'}, {0x162, 0x167, 't'}, {0x168, 0x173, 'u'}, {0x179, 0x17E, 'z'},
}};

/// Of a letter beyond ASCII: without its accent, in lower case.
std::string key_of_letter(char32_t c) {
    auto const fold = std::find_if(folds.begin(), folds.end(), [&](Fold const& f) { return f.first <= c && c <= f.last; });
    if (fold != folds.end()) return {fold->base};
    if (c == 0xDF) return "ss";
    bool const is_capital = (c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F);  // Greek, Cyrillic
    std::string key;
    append_utf8(key, is_capital ? c + 0x20 : c);
    return key;
}

constexpr bool is_word_character(char32_t c) {
    if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (c < 0xC0 || c == 0xD7 || c == 0xF7) return c == 0xAA || c == 0xB5 || c == 0xBA;
    return !(c >= 0x2000 && c <= 0x206F) && !(c >= 0x3000 && c <= 0x3004) && !(c >= 0x3008 && c <= 0x3020) &&
           !(c >= 0xFF00 && c <= 0xFF0F) && c != 0xFFFD;
}

/// What an ASCII character is in a key: a letter in lower case, a digit, a blank for what parts words.
constexpr char unseen = 0;
constexpr std::array<char, 128> ascii_keys = [] {
    std::array<char, 128> keys{};
    for (char32_t c = 0x20; c < 0x7F; ++c) keys[c] = is_word_character(c) ? static_cast<char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c) : ' ';
    return keys;
}();

bool is_cjk(char32_t c) {
    return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7AF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0x20000 && c <= 0x3FFFF);
}

enum class LineEnds { are_blanks, are_kept };

/// The code point at byte `i`, which is no ASCII.
CodePoint decode_sequence_at(std::string_view text, std::size_t i) {
    std::size_t const size = sequence_size(text.substr(i));
    if (size == 0) return {0xFFFD, i, 1};
    static constexpr std::array<unsigned char, 5> lead_bits{0, 0x7F, 0x1F, 0x0F, 0x07};
    char32_t value = static_cast<unsigned char>(text[i]) & lead_bits[size];
    for (std::size_t k = 1; k < size; ++k) value = value << 6 | (static_cast<unsigned char>(text[i + k]) & 0x3FU);
    return {value, i, size};
}

/// The code point at byte `i`, which must exist. Short, so that it is compiled into the loops that ask for most characters.
inline CodePoint decode_at(std::string_view text, std::size_t i) {
    auto const byte = static_cast<unsigned char>(text[i]);
    return byte < 0x80 ? CodePoint{byte, i, 1} : decode_sequence_at(text, i);
}

bool is_latin_lead(unsigned char byte) { return byte >= 0xC3 && byte <= 0xCB; }
ByteBlock latin_leads(ByteBlock block) { return bytes_from(block, 0xC3, 0xCB); }
ByteBlock continuations(ByteBlock block) { return bytes_from(block, 0x80, 0xBF); }

/// Bytes of the character at `i` if it needs no looking at: printing ASCII but blanks, Latin letters from
/// U+00C0 to U+02FF. 0: it does.
std::size_t plain_size(std::string_view text, std::size_t i) {
    auto const byte = static_cast<unsigned char>(text[i]);
    if (byte > 0x20 && byte < 0x7F) return 1;
    bool const is_latin = is_latin_lead(byte) && i + 1 < text.size() && is_continuation(static_cast<unsigned char>(text[i + 1]));
    return is_latin ? 2 : 0;
}

/// Controls of ASCII, and blanks behind a blank. `before`: the block that begins one byte earlier.
ByteBlock odd_bytes(ByteBlock block, ByteBlock before) {
    return bytes_below(block, 0x20) | bytes_like(block, 0x7F) | (bytes_like(block, ' ') & bytes_like(before, ' '));
}

/// The same for whole blocks. Range: a plain character stands before `i`, more than a block behind it.
std::size_t end_of_plain_blocks(std::string_view text, std::size_t i) {
    while (i + bytes_in_block < text.size()) {
        auto const block = block_at(text, i), before = block_at(text, i - 1);
        auto odd = odd_bytes(block, before);
        if (auto const high = high_bytes(block); has_any(high)) {
            auto const in_pairs = (latin_leads(block) & continuations(block_at(text, i + 1))) | (continuations(block) & latin_leads(before));
            odd |= high & ~in_pairs;
        }
        auto const plain = bytes_before(odd);
        bool const ends_blank = plain > 0 && text[i + plain - 1] == ' ';  // which counts by what follows it
        i += ends_blank ? plain - 1 : plain;
        if (plain < bytes_in_block) break;
    }
    bool const is_inside = is_continuation(static_cast<unsigned char>(text[i])) && is_latin_lead(static_cast<unsigned char>(text[i - 1]));
    return is_inside ? i - 1 : i;  // of a character that goes on in the next block
}

/// Is the end of a text, at most a block, all plain ASCII? Range: a plain character stands before it.
bool is_plain_end(std::string_view end) {
    char filled_up[] = "aaaaaaaaaaaaaaaaa";  // the character before, and a block
    end.copy(filled_up + 1, end.size());
    auto const block = block_at(filled_up, 1), before = block_at(filled_up, 0);
    return !end.ends_with(' ') && !has_any(odd_bytes(block, before) | high_bytes(block));
}

/// Where the run of such characters, with single spaces inside, that begins at `i` ends. Most of every
/// text is such runs.
std::size_t end_of_plain(std::string_view text, std::size_t i) {
    bool is_end_tried = false;
    for (std::size_t size = plain_size(text, i); size > 0;) {
        i += size;
        if (i + bytes_in_block < text.size()) i = end_of_plain_blocks(text, i);
        else if (!std::exchange(is_end_tried, true) && is_plain_end(text.substr(i))) return text.size();
        if (i == text.size()) break;
        size = plain_size(text, i);
        if (text[i] == ' ' && i + 1 < text.size() && plain_size(text, i + 1) > 0) size = 1;
    }
    return i;
}

/// Where the run of printing ASCII that begins at `i` ends.
std::size_t end_of_printing(std::string_view text, std::size_t i) {
    for (; i + bytes_in_block <= text.size(); i += bytes_in_block)
        if (auto const other = ~bytes_from(block_at(text, i), 0x20, 0x7E); has_any(other)) return i + bytes_before(other);
    if (!has_any(~bytes_from(last_block(text), 0x20, 0x7E))) return text.size();
    while (i < text.size() && text[i] >= 0x20 && text[i] < 0x7F) ++i;
    return i;
}

/// Whole blocks of ASCII and of characters of two bytes, from `i` on. Range: `i` is not 0, and begins a character or is `bytes.size()`.
std::size_t end_of_valid_blocks(std::string_view bytes, std::size_t i) {
    auto const leads = [](ByteBlock block) { return bytes_from(block, 0xC2, 0xDF); };
    while (i + bytes_in_block < bytes.size()) {
        auto const block = block_at(bytes, i), high = high_bytes(block);
        if (has_any(high)) {
            auto const in_pairs = (leads(block) & continuations(block_at(bytes, i + 1))) | (continuations(block) & leads(block_at(bytes, i - 1)));
            if (auto const other = high & ~in_pairs; has_any(other)) return i + bytes_before(other);
        }
        i += bytes_in_block;
    }
    bool const is_inside = i < bytes.size() && is_continuation(static_cast<unsigned char>(bytes[i])) && (static_cast<unsigned char>(bytes[i - 1]) & 0xE0) == 0xC0;
    return is_inside ? i - 1 : i;
}

/// The first byte from `i` on that begins no well-formed sequence; the size: none.
std::size_t find_invalid(std::string_view bytes, std::size_t i) {
    bool is_end_tried = false;
    while (i < bytes.size()) {
        auto const byte = static_cast<unsigned char>(bytes[i]);
        std::size_t const size = byte < 0x80 ? 1 : sequence_size(bytes.substr(i));
        if (size == 0) return i;
        i += size;
        if (i + bytes_in_block < bytes.size()) i = end_of_valid_blocks(bytes, i);
        else if (!std::exchange(is_end_tried, true) && !has_any(high_bytes(last_block(bytes)))) return bytes.size();
    }
    return i;
}

/// A byte that is no UTF-8.
bool is_broken(CodePoint const& point) { return point.value == 0xFFFD && point.size == 1; }

/// In a line that nobody can forge.
bool is_written_as_number(CodePoint const& point) {
    return is_broken(point) || is_unwanted(point.value) || point.value == 0x2028 || point.value == 0x2029;
}

std::string clean(std::string_view text, LineEnds line_ends) {
    std::string out;
    out.reserve(text.size());
    int marks = 0;
    enum class Pending { nothing, space, line_end } pending = Pending::nothing;
    auto const put_blank = [&] {
        if (pending != Pending::nothing && !out.empty()) out += pending == Pending::line_end ? '\n' : ' ';
        pending = Pending::nothing;
    };
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] == ' ' || (text[i] == '\n' && line_ends == LineEnds::are_kept)) {  // the blanks of most texts
            if (text[i++] == '\n') pending = Pending::line_end;
            else if (pending == Pending::nothing) pending = Pending::space;
            continue;
        }
        if (auto const end = end_of_plain(text, i); end > i) {
            put_blank();
            out.append(text, i, end - i);
            marks = 0;
            i = end;
            continue;
        }
        CodePoint const point = decode_at(text, i);
        char32_t const c = point.value;
        i += point.size;
        if (is_blank(c)) {
            bool const ends_line = line_ends == LineEnds::are_kept && (c == '\n' || c == 0x2028 || c == 0x2029);
            if (ends_line) pending = Pending::line_end;
            else if (pending == Pending::nothing) pending = Pending::space;
            continue;
        }
        if (is_unwanted(c)) continue;
        marks = is_combining(c) ? marks + 1 : 0;
        if (marks > most_marks_of_a_base) continue;
        put_blank();
        out.append(text, point.begin, point.size);
        if (is_broken(point)) out.replace(out.size() - 1, 1, "\xEF\xBF\xBD");
    }
    auto const kept = trimmed(out);
    if (kept.size() == out.size()) return out;
    return std::string(kept);
}

}  // namespace

std::vector<CodePoint> decode_utf8(std::string_view text) {
    std::vector<CodePoint> points;
    points.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); i += points.back().size) points.push_back(decode_at(text, i));
    return points;
}

void append_utf8(std::string& out, char32_t c) {
    auto const put = [&](char32_t bits) { out += static_cast<char>(static_cast<unsigned char>(bits)); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | c >> 6);
        put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        put(0xE0 | c >> 12);
        put(0x80 | (c >> 6 & 0x3F));
        put(0x80 | (c & 0x3F));
    } else {
        put(0xF0 | c >> 18);
        put(0x80 | (c >> 12 & 0x3F));
        put(0x80 | (c >> 6 & 0x3F));
        put(0x80 | (c & 0x3F));
    }
}

bool is_valid_utf8(std::string_view bytes) { return find_invalid(bytes, 0) == bytes.size(); }

std::string to_valid_utf8(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    std::string out;
    out.reserve(bytes.size());
    std::size_t done = 0;
    for (std::size_t i = find_invalid(bytes, 0); i < bytes.size(); i = find_invalid(bytes, done)) {
        out.append(bytes, done, i - done);
        append_utf8(out, 0xFFFD);
        done = i + 1;
    }
    out.append(bytes, done);
    return out;
}

std::string clean_line(std::string_view text) { return clean(text, LineEnds::are_blanks); }
std::string clean_paragraphs(std::string_view text) { return clean(text, LineEnds::are_kept); }

bool is_escaped_line(std::string_view text) {
    for (std::size_t i = end_of_printing(text, 0); i < text.size(); i = end_of_printing(text, i)) {
        auto const point = decode_at(text, i);
        if (is_written_as_number(point)) return false;
        i += point.size;
    }
    return true;
}

std::string escaped_line(std::string_view text) {
    std::string line;
    line.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        auto const point = decode_at(text, i);
        auto const value = is_broken(point) ? static_cast<unsigned char>(text[i]) : static_cast<unsigned>(point.value);
        if (!is_written_as_number(point)) line.append(text, i, point.size);
        else line += value < 0x100 ? fmt::format("\\x{:02X}", value) : fmt::format("\\u{:04X}", value);
        i += point.size;
    }
    return line;
}

std::string_view trimmed(std::string_view text) {
    auto const is_printing = [](char c) { return c > 0x20 && c < 0x7F; };
    if (!text.empty() && is_printing(text.front()) && is_printing(text.back())) return text;
    auto const is_outside = [](char32_t c) { return is_blank(c) || is_no_break_space(c); };
    while (!text.empty()) {
        auto const first = decode_at(text, 0);
        if (!is_outside(first.value)) break;
        text.remove_prefix(first.size);
    }
    while (!text.empty()) {
        std::size_t last = text.size() - 1;
        while (last > 0 && text.size() - last < 4 && is_continuation(static_cast<unsigned char>(text[last]))) --last;
        auto const point = decode_at(text, last);
        if (point.size != text.size() - last || !is_outside(point.value)) break;
        text = text.substr(0, last);
    }
    return text;
}

std::string to_lower_ascii(std::string_view text) {
    std::string lower(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

std::string comparison_key(std::string_view text) {
    std::string key(text.size(), '\0');  // no character has a longer key than it is
    char* end = key.data();
    bool gap = false;
    for (std::size_t i = 0; i < text.size();) {
        CodePoint const point = decode_at(text, i);
        char32_t const c = point.value;
        i += point.size;
        if (c < 0x80 ? ascii_keys[c] == unseen : is_combining(c) || is_unwanted(c)) continue;
        if (c < 0x80 ? ascii_keys[c] == ' ' : !is_word_character(c)) {
            gap = true;
            continue;
        }
        if (gap && end != key.data()) *end++ = ' ';
        gap = false;
        if (c < 0x80) *end++ = ascii_keys[c];
        else end = std::ranges::copy(key_of_letter(c), end).out;
    }
    key.resize(static_cast<std::size_t>(end - key.data()));
    return key;
}

int count_words(std::string_view text) {
    int words = 0, cjk = 0;
    bool inside = false;
    for (auto const& point : decode_utf8(text)) {
        if (is_cjk(point.value)) {
            ++cjk;
            inside = false;
        } else if (is_blank(point.value)) {
            inside = false;
        } else if (!inside) {
            inside = true;
            ++words;
        }
    }
    return words + (cjk + 1) / 2;
}

}  // namespace kiosk
