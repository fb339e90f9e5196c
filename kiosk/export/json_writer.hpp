// JSON as text, written from front to back: a large schedule is never held beside itself, neither as a tree nor as a text.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

#include "base/byte_sink.hpp"

namespace kiosk {

/// A key of the program's own: one with a sign that JSON escapes does not compile.
class JsonKey {
public:
    consteval JsonKey(char const* literal) : text_(literal) {  // NOLINT: as if it were the text
        for (char const c : text_)
            if (c < 0x20 || c == '"' || c == '\\') throw "has to be escaped";
    }
    constexpr std::string_view text() const { return text_; }

private:
    std::string_view text_;
};

/// Each value goes into the object or list that was begun last; inside an object `key` comes before it.
/// Lines are indented by two blanks. Source: RFC 8259.
class JsonWriter {
public:
    /// `sink` gets pieces of some ten thousand bytes, the last by finish(). It must outlive the writer.
    explicit JsonWriter(ByteSink const& sink);

    JsonWriter& key(JsonKey name);
    JsonWriter& key_of_text(std::string_view name);  ///< must be UTF-8
    void begin_object() { begin('{'); }
    void end_object() { end('}'); }
    void begin_list() { begin('['); }
    void end_list() { end(']'); }
    void text(std::string_view value);  ///< bytes that are no UTF-8 become U+FFFD
    void number(long long value);
    void truth(bool value) { begin_value(), put(value ? "true" : "false"); }
    void null() { begin_value(), put("null"); }

    /// Everything that was begun is ended: a line end, and the rest for the sink.
    void finish();

private:
    void begin(char bracket);
    void end(char bracket);
    void begin_value();
    void begin_line();
    void put(char c) { *end_++ = c; }
    void put(std::string_view word);
    bool put_short(std::string_view text);
    void put_quoted(std::string_view text);
    void put_escaped(std::string_view part);
    void put_escape(char c);
    void make_room(std::size_t size);
    void give();

    ByteSink const& sink_;
    std::unique_ptr<char[]> piece_;  // what the sink has not yet
    char* end_;                      // of what stands in it
    int depth_ = 0;
    bool is_first_ = true;  // in its object or list
    bool has_key_ = false;  // and waits for the value
};

}  // namespace kiosk
