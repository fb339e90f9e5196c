#include "settings/toml_traps.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/limits.hpp"
#include "base/utf8.hpp"

namespace kiosk {
namespace {

constexpr std::string_view only_ascii = "outside of quotes only ASCII letters, digits, signs and blanks may stand";
constexpr std::string_view too_deep = "a key of more than 64 parts";

/// Reads over the text as far as strings and comments are concerned.
class TomlScan {
public:
    explicit TomlScan(std::string_view text) : text_(text) {}

    std::optional<TomlTrap> run() {
        if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
        while (at_ < text_.size() && !trap_) {
            char const c = text_[at_];
            if (c == '#') at_ = std::min(text_.find('\n', at_), text_.size());
            else if ((c == '"' || c == '\'') && may_begin_string()) skip_string(c);
            else take(c);
        }
        return trap_;
    }
    /// After run().
    std::vector<std::size_t> const& stumbles() const { return stumbles_; }

private:
    /// A quote within a word, as in 1st'x', begins nothing: the library reads on to the end of the word, or of the line.
    bool may_begin_string() const {
        constexpr std::string_view before = " \t\r\n=[{,.\xBF";  // the last: of a byte order mark
        return !is_in_broken_word_ && (at_ == 0 || before.find(text_[at_ - 1]) != std::string_view::npos);
    }

    void take(char c) {
        if (c == '"' || c == '\'') is_in_broken_word_ = true;
        if (c == '\n') is_in_broken_word_ = false;
        if (static_cast<unsigned char>(c) >= 0x80) report(only_ascii);
        if (c == '.' && ++dots_ >= most_key_parts) report(too_deep);
        if (std::string_view("=,{}[]\n").find(c) != std::string_view::npos) dots_ = 0;
        ++at_;
    }

    void skip_string(char quote) {
        std::string_view const rest = text_.substr(at_);
        bool const has_lines = rest.size() > 2 && rest[1] == quote && rest[2] == quote;
        at_ += has_lines ? 3 : 1;
        while (at_ < text_.size()) {
            char const c = text_[at_];
            if (c == '\\' && quote == '"') {
                at_ += 1;
                note_stumble();
                if (at_ < text_.size() && static_cast<unsigned char>(text_[at_]) >= 0x80) return report(only_ascii);
                at_ += at_ < text_.size() && text_[at_] != '\n' ? 1 : 0;
            } else if (c == quote && (!has_lines || text_.substr(at_).starts_with(std::string(3, quote)))) {
                at_ += has_lines ? 3 : 1;
                return;
            } else if (c == '\n' && !has_lines) {
                return;  // never closed: toml++ says so
            } else {
                ++at_;
            }
        }
    }

    /// What follows a backslash and blanks.
    void note_stumble() {
        auto const next = std::min(text_.find_first_not_of(" \t\r\n", at_), text_.size());
        if (next > at_ && next < text_.size() && static_cast<unsigned char>(text_[next]) >= 0x80) stumbles_.push_back(next);
    }

    void report(std::string_view what) {
        trap_ = TomlTrap{1 + static_cast<int>(std::count(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(at_), '\n')), what};
    }

    std::string_view text_;
    std::vector<std::size_t> stumbles_;  // bytes, in order
    std::size_t at_ = 0;
    int dots_ = 0;
    bool is_in_broken_word_ = false;
    std::optional<TomlTrap> trap_;
};

}  // namespace

std::optional<TomlTrap> find_toml_trap(std::string_view text) { return TomlScan(text).run(); }

std::string without_toml_stumbles(std::string_view text) {
    TomlScan scan(text);
    scan.run();
    std::string out;
    std::size_t done = 0;
    for (auto const at : scan.stumbles()) {
        constexpr std::size_t longest = 4;  // bytes of a character
        auto const point = decode_utf8(text.substr(at, longest)).front();
        if (point.size == 1) continue;  // no UTF-8: toml++ says so
        out.append(text, done, at - done);
        out += fmt::format("\\U{:08X}", static_cast<std::uint32_t>(point.value));
        done = at + point.size;
    }
    return out.append(text, done);
}

}  // namespace kiosk
