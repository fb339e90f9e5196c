// A command's line as words, and words as a line.
#include "command/command_words.hpp"

#include <algorithm>

namespace kiosk {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// Letters that mean nothing but themselves, in our lines and in a shell.
bool is_plain(char c) {
    bool const is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return is_letter || static_cast<unsigned char>(c) >= 0x80 ||
           std::string_view("-_=.,:/+@%").find(c) != std::string_view::npos;
}

/// Reads one word from the front of a line.
class WordReader {
public:
    explicit WordReader(std::string_view line) : rest_(line) {}

    bool is_at_end() {
        while (!rest_.empty() && is_blank(rest_.front())) rest_.remove_prefix(1);
        return rest_.empty();
    }

    /// Empty: the word does not end.
    std::optional<std::string> take() {
        std::string word;
        while (!rest_.empty() && !is_blank(rest_.front())) {
            char const c = take_char();
            bool const is_whole = c == '\''  ? take_single_quoted(word)
                                  : c == '"' ? take_double_quoted(word)
                                             : take_bare(c, word);
            if (!is_whole) return {};
        }
        return word;
    }

private:
    char take_char() {
        char const c = rest_.front();
        rest_.remove_prefix(1);
        return c;
    }

    bool take_bare(char c, std::string& word) {
        if (c == '\\') {
            if (rest_.empty()) return false;
            c = take_char();
        }
        word += c;
        return true;
    }

    bool take_single_quoted(std::string& word) {
        auto const end = rest_.find('\'');
        if (end == rest_.npos) return false;
        word += rest_.substr(0, end);
        rest_.remove_prefix(end + 1);
        return true;
    }

    bool take_double_quoted(std::string& word) {
        while (!rest_.empty()) {
            char c = take_char();
            if (c == '"') return true;
            bool const escapes =
                c == '\\' && !rest_.empty() && (rest_.front() == '"' || rest_.front() == '\\');
            if (escapes) c = take_char();
            word += c;
        }
        return false;
    }

    std::string_view rest_;
};

}  // namespace

std::optional<std::vector<std::string>> split_words(std::string_view line) {
    std::vector<std::string> words;
    for (WordReader reader(line); !reader.is_at_end();) {
        auto word = reader.take();
        if (!word) return {};
        words.push_back(std::move(*word));
    }
    return words;
}

std::string quote_word(std::string_view word) {
    if (!word.empty() && std::all_of(word.begin(), word.end(), is_plain)) return std::string(word);
    std::string quoted = "\"";
    for (char const c : word) {
        if (c == '"' || c == '\\') quoted += '\\';
        quoted += c == '\n' || c == '\r' ? ' ' : c;
    }
    return quoted + '"';
}

std::string join_words(std::vector<std::string> const& words) {
    std::string line;
    for (auto const& word : words) {
        if (!line.empty()) line += ' ';
        line += quote_word(word);
    }
    return line;
}

}  // namespace kiosk
