#include "import/feed/json_source.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/limits.hpp"
#include "base/utf8.hpp"

namespace kiosk {
namespace {

using Json = nlohmann::json;

/// Takes note of where the first fault is, and of nothing else.
struct FaultFinder final : nlohmann::json_sax<Json> {
    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, string_t const&) override { return true; }
    bool string(string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }
    bool start_object(std::size_t) override { return true; }
    bool key(string_t&) override { return true; }
    bool end_object() override { return true; }
    bool start_array(std::size_t) override { return true; }
    bool end_array() override { return true; }
    bool parse_error(std::size_t position, std::string const&, nlohmann::detail::exception const&) override {
        fault = position > 0 ? position - 1 : 0;  // counted from 1
        return false;
    }
    std::size_t fault = 0;
};

/// Reads brackets outside of strings.
class Nesting {
public:
    void read(char c) {
        if (in_string_) {
            if (is_escaped_) is_escaped_ = false;
            else if (c == '\\') is_escaped_ = true;
            else if (c == '"') in_string_ = false;
            return;
        }
        if (c == '"') in_string_ = true;
        if (c == ',') ++commas_;
        if (c == '{') open_ += '}';
        if (c == '[') open_ += ']';
        if ((c == '}' || c == ']') && !open_.empty()) open_.pop_back();
    }
    bool has_just_closed(char c) const { return !in_string_ && (c == '}' || c == ']'); }
    std::string const& open() const { return open_; }  ///< the closing brackets that are owed, innermost last
    std::size_t commas() const { return commas_; }

private:
    std::string open_;
    std::size_t commas_ = 0;
    bool in_string_ = false, is_escaped_ = false;
};

/// Whether the text is read at all: a tree of it must fit into memory, and into the stack.
bool is_within_limits(std::string_view text, SourceRef const& file, FeedProblems& problems) {
    Nesting nesting;
    for (char const c : text) {
        nesting.read(c);
        if (nesting.open().size() <= deepest_data) continue;
        problems.each(Severity::error, "not-well-formed", file,
                      fmt::format("nested more than {} levels deep, as no schedule is: not read", deepest_data),
                      "check the file");
        return false;
    }
    if (nesting.commas() <= most_parts) return true;
    problems.each(Severity::error, "too-large", file,
                  fmt::format("more than {} values, as no schedule has: not read", most_parts), "check the file");
    return false;
}

/// Up to the last object or list that ends before `fault`, with what it lies in closed.
std::string closed_before(std::string_view text, std::size_t fault) {
    Nesting nesting;
    std::size_t end = 0;
    std::string owed;
    for (std::size_t i = 0; i < text.size() && i < fault; ++i) {
        nesting.read(text[i]);
        if (!nesting.has_just_closed(text[i])) continue;
        end = i + 1;
        owed = nesting.open();
    }
    return std::string(text.substr(0, end)) + std::string(owed.rbegin(), owed.rend());
}

}  // namespace

std::string readable_json(SourceText const& source, FeedProblems& problems) {
    std::string text = to_valid_utf8(source.text);
    if (text.size() > source.text.size())
        problems.each(Severity::warning, "text-damaged", {source.name, line_at(text, text.find("\xEF\xBF\xBD")), ""},
                      "bytes that are no UTF-8 stand here: replaced", "save the file as UTF-8");
    if (!is_within_limits(text, {source.name, 0, ""}, problems)) return {};
    FaultFinder finder;
    if (Json::sax_parse(text, &finder)) return text;
    problems.each(Severity::error, "not-well-formed", {source.name, line_at(text, finder.fault), ""},
                  "the JSON breaks off here: what comes before is read", "correct the file, or export it again");
    auto closed = closed_before(text, finder.fault);
    return Json::accept(closed) ? closed : std::string{};
}

bool has_json_key(std::string_view text, std::string_view key, char opening) {
    auto const quoted = fmt::format("\"{}\"", key);
    constexpr std::string_view blanks = " \t\r\n";
    for (auto at = text.find(quoted); at != text.npos; at = text.find(quoted, at + 1)) {
        auto const colon = text.find_first_not_of(blanks, at + quoted.size());
        if (colon == text.npos || text[colon] != ':') continue;
        auto const value = text.find_first_not_of(blanks, colon + 1);
        if (value != text.npos && text[value] == opening) return true;
    }
    return false;
}

}  // namespace kiosk
