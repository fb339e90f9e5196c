#include "export/json_writer.hpp"

#include <algorithm>
#include <cstring>
#include <string>

#include <fmt/format.h>

#include "base/byte_blocks.hpp"
#include "base/utf8.hpp"

namespace kiosk {
namespace {

constexpr std::size_t piece_size = 64 << 10;  // bytes; in the processor's cache until the sink has them
constexpr std::size_t part_size = 1 << 10, longest_escape = 6;
constexpr std::size_t signs = 64;  // bytes for what stands between two values, but the indent; each value leaves room for them
constexpr char step[] = "        ";  // of an indent: a call for each one takes longer than the short value behind it
constexpr std::size_t step_size = sizeof step - 1;

ByteBlock escaped_bytes(ByteBlock block) { return bytes_below(block, 0x20) | bytes_like(block, '"') | bytes_like(block, '\\'); }

}  // namespace

JsonWriter::JsonWriter(ByteSink const& sink) : sink_(sink), piece_(std::make_unique<char[]>(piece_size)), end_(piece_.get()) {}

JsonWriter& JsonWriter::key(JsonKey name) {
    begin_value();
    put('"');
    put(name.text());
    end_ = std::copy_n("\": ", 3, end_);
    has_key_ = true;
    return *this;
}

JsonWriter& JsonWriter::key_of_text(std::string_view name) {
    begin_value();
    put_quoted(name);
    put(':');
    put(' ');
    has_key_ = true;
    return *this;
}

void JsonWriter::text(std::string_view value) {
    begin_value();
    if (value.size() <= bytes_in_block && put_short(value)) return;
    bool const is_valid = is_valid_utf8(value) && !value.starts_with("\xEF\xBB\xBF");
    put_quoted(is_valid ? value : std::string_view(to_valid_utf8(value)));
}

void JsonWriter::number(long long value) {
    begin_value();
    put(fmt::format_int(value).str());
}

void JsonWriter::finish() {
    put('\n');
    give();
}

void JsonWriter::begin(char bracket) {
    begin_value();
    put(bracket);
    ++depth_;
    is_first_ = true;
}

void JsonWriter::end(char bracket) {
    --depth_;
    if (!is_first_) begin_line();  // what is empty stays on one line
    put(bracket);
    is_first_ = false;
}

void JsonWriter::begin_value() {
    if (has_key_) {
        has_key_ = false;
        return;
    }
    if (!is_first_) put(',');
    if (depth_ > 0) begin_line();
    else make_room(signs);
    is_first_ = false;
}

void JsonWriter::begin_line() {
    auto const indent = 2 * static_cast<std::size_t>(depth_);
    make_room(indent + signs);
    put('\n');
    for (std::size_t done = 0; done < indent; done += step_size) std::memcpy(end_ + done, step, step_size);
    end_ += indent;
}

/// A number, true, false, null.
void JsonWriter::put(std::string_view word) {
    make_room(word.size() + signs);
    end_ += word.copy(end_, word.size());
}

/// At most a block of ASCII without anything to escape, as most values are. False: it is not, and nothing was put.
bool JsonWriter::put_short(std::string_view text) {
    make_room(2 + bytes_in_block + signs);
    auto const block = last_block(text);
    if (has_any(escaped_bytes(block) | high_bytes(block))) return false;
    put('"');
    std::memcpy(end_, &block, sizeof block);
    end_ += text.size();
    put('"');
    return true;
}

void JsonWriter::put_quoted(std::string_view text) {
    put('"');
    for (; text.size() > part_size; text.remove_prefix(part_size)) put_escaped(text.substr(0, part_size));
    put_escaped(text);
    put('"');
}

/// Block by block, each as it is up to what is escaped in it.
void JsonWriter::put_escaped(std::string_view part) {
    make_room(longest_escape * part.size() + signs);
    for (std::size_t i = 0; i < part.size();) {
        auto const size = std::min(bytes_in_block, part.size() - i);
        if (size == bytes_in_block) std::memcpy(end_, part.data() + i, bytes_in_block);
        else std::memcpy(end_, part.data() + i, size);
        auto const plain = std::min(size, bytes_before(escaped_bytes(block_at({end_, bytes_in_block}, 0))));
        end_ += plain;
        i += plain;
        if (plain < size) put_escape(part[i++]);
    }
}

void JsonWriter::put_escape(char c) {
    constexpr std::string_view named = "\"\\\b\f\n\r\t", names = "\"\\bfnrt";
    put('\\');
    if (auto const known = named.find(c); known != named.npos) return put(names[known]);
    for (char const digit : fmt::format("u{:04x}", static_cast<unsigned char>(c))) put(digit);
}

void JsonWriter::make_room(std::size_t size) {
    if (size > piece_size - static_cast<std::size_t>(end_ - piece_.get())) give();
}

void JsonWriter::give() {
    sink_({piece_.get(), static_cast<std::size_t>(end_ - piece_.get())});
    end_ = piece_.get();
}

}  // namespace kiosk
