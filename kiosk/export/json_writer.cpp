#include "export/json_writer.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/byte_blocks.hpp"
#include "base/utf8.hpp"

namespace kiosk {
namespace {

constexpr std::size_t piece = 32 << 10;  // bytes; in the processor's cache until the sink has them

bool is_ascii(std::string_view text) {
    std::size_t i = 0;
    for (; i + bytes_in_block <= text.size(); i += bytes_in_block)
        if (has_any(high_bytes(block_at(text, i)))) return false;
    if (i > 0) return !has_any(high_bytes(block_at(text, text.size() - bytes_in_block)));  // some of it once more
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_escaped(char c) { return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\'; }

/// The first character from `i` on that is written otherwise than it is; the size: none.
std::size_t find_escaped(std::string_view text, std::size_t i) {
    for (; i + bytes_in_block <= text.size(); i += bytes_in_block) {
        auto const block = block_at(text, i);
        auto const escaped = bytes_below(block, 0x20) | bytes_like(block, '"') | bytes_like(block, '\\');
        if (has_any(escaped)) return i + bytes_before(escaped);
    }
    while (i < text.size() && !is_escaped(text[i])) ++i;
    return i;
}

}  // namespace

JsonWriter::JsonWriter(ByteSink const& sink) : sink_(sink) { out_.reserve(2 * piece); }

JsonWriter& JsonWriter::key(std::string_view name) {
    begin_value();
    put_quoted(name);
    out_ += ": ";
    has_key_ = true;
    return *this;
}

void JsonWriter::text(std::string_view value) {
    begin_value();
    if (is_ascii(value)) put_quoted(value);
    else put_quoted(to_valid_utf8(value));
}

void JsonWriter::number(long long value) { put(fmt::format_int(value).str()); }

void JsonWriter::finish() {
    out_ += '\n';
    give();
}

void JsonWriter::give() {
    sink_(out_);
    out_.clear();
}

void JsonWriter::begin(char bracket) {
    begin_value();
    out_ += bracket;
    ++depth_;
    is_first_ = true;
}

void JsonWriter::end(char bracket) {
    --depth_;
    if (!is_first_) begin_line();  // what is empty stays on one line
    out_ += bracket;
    is_first_ = false;
}

void JsonWriter::put(std::string_view value) {
    begin_value();
    out_ += value;
}

void JsonWriter::begin_value() {
    if (has_key_) {
        has_key_ = false;
        return;
    }
    if (!is_first_) out_ += ',';
    if (depth_ > 0) begin_line();
    is_first_ = false;
}

void JsonWriter::begin_line() {
    if (out_.size() >= piece) give();
    out_ += '\n';
    out_.append(2 * static_cast<std::size_t>(depth_), ' ');
}

void JsonWriter::put_quoted(std::string_view text) {
    out_ += '"';
    std::size_t done = 0;
    for (std::size_t i = find_escaped(text, 0); i < text.size(); i = find_escaped(text, done)) {
        out_.append(text, done, i - done);
        done = i + 1;
        switch (text[i]) {
            case '"': out_ += "\\\""; break;
            case '\\': out_ += "\\\\"; break;
            case '\b': out_ += "\\b"; break;
            case '\f': out_ += "\\f"; break;
            case '\n': out_ += "\\n"; break;
            case '\r': out_ += "\\r"; break;
            case '\t': out_ += "\\t"; break;
            default: out_ += fmt::format("\\u{:04x}", static_cast<unsigned char>(text[i]));
        }
    }
    out_.append(text, done);
    out_ += '"';
}

}  // namespace kiosk
