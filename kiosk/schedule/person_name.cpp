#include "schedule/person_name.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace kiosk {
namespace {

constexpr std::array<std::string_view, 12> titles{"dr", "prof", "professor", "mr", "mrs", "ms", "mx",
                                                  "sir", "dame", "phd", "dipl", "ing"};

bool is_title(std::string_view word) { return std::find(titles.begin(), titles.end(), word) != titles.end(); }

/// Views into `key`.
std::vector<std::string_view> words_of(std::string_view key) {
    std::vector<std::string_view> words;
    words.reserve(static_cast<std::size_t>(std::count(key.begin(), key.end(), ' ')) + 1);
    while (!key.empty()) {
        auto const end = std::min(key.find(' '), key.size());
        if (end > 0) words.push_back(key.substr(0, end));
        key.remove_prefix(std::min(end + 1, key.size()));
    }
    return words;
}

/// The text inside the first pair of brackets or quotes, and the name without it; most have none.
struct Nickname {
    std::string nickname, rest;
};

bool may_hold_nickname(std::string_view name) {
    return std::any_of(name.begin(), name.end(), [](char c) { return c == '(' || c == '"' || c == '[' || c == '\xE2'; });
}

Nickname split_nickname(std::string_view name) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> pairs{
        {{"(", ")"}, {"\"", "\""}, {"“", "”"}, {"[", "]"}}};
    for (auto const& [open, close] : pairs) {
        auto const begin = name.find(open);
        if (begin == std::string_view::npos) continue;
        auto const end = name.find(close, begin + open.size());
        if (end == std::string_view::npos) continue;
        std::string rest(name.substr(0, begin));
        rest += ' ';
        rest += name.substr(end + close.size());
        return {std::string(name.substr(begin + open.size(), end - begin - open.size())), rest};
    }
    return {"", std::string(name)};
}

/// Words of a name that identify: no titles; no single letters between the first and the last. Views into `key`, its comparison_key.
std::vector<std::string_view> identifying_words(std::string_view key) {
    auto words = words_of(key);
    std::erase_if(words, is_title);
    if (words.size() > 2) {
        bool const starts_with_initial = words.front().size() == 1;  // "H. T. Kung": all initials count
        if (!starts_with_initial)
            words.erase(std::remove_if(words.begin() + 1, words.end() - 1,
                                       [](std::string_view word) { return word.size() == 1; }),
                        words.end() - 1);
    }
    return words;
}

std::string joined(std::vector<std::string_view> const& words) {
    std::string text;
    for (auto const word : words) {
        if (!text.empty()) text += ' ';
        text += word;
    }
    return text;
}

}  // namespace

std::string person_key(std::string_view name) { return joined(identifying_words(comparison_key(split_nickname(name).rest))); }

std::vector<std::string> person_keys(std::string_view name) { return person_keys(name, comparison_key(name)); }

std::vector<std::string> person_keys(std::string_view name, std::string_view key) {
    auto const [nickname, rest] = may_hold_nickname(name) ? split_nickname(name) : Nickname{};
    auto const key_of_rest = rest.empty() ? std::string() : comparison_key(rest);
    auto const words = identifying_words(rest.empty() ? key : key_of_rest);
    if (words.empty()) return {};
    std::vector<std::string> keys;
    keys.push_back(joined(words));
    if (nickname.empty() || words.size() < 2) return keys;
    auto const short_key = comparison_key(nickname);
    auto const short_name = words_of(short_key);
    if (short_name.size() != 1) return keys;
    keys.push_back(joined({short_name.front(), words.back()}));
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
}

bool same_person(std::string_view a, std::string_view b) {
    auto const keys = person_keys(a), others = person_keys(b);
    return std::any_of(keys.begin(), keys.end(), [&](std::string const& key) {
        return std::find(others.begin(), others.end(), key) != others.end();
    });
}

std::string initials(std::string_view name) {
    auto const rest = split_nickname(name).rest;
    std::vector<std::string> letters;
    bool at_word = true;
    std::string word_start;
    std::string word;
    std::string of_title;  // stands in where nothing but a title is known
    auto const finish = [&] {
        if (is_title(comparison_key(word)))
            of_title = word_start;
        else if (!word.empty())
            letters.push_back(word_start);
        word.clear();
    };
    for (auto const& point : decode_utf8(rest)) {
        if (point.value == ' ' || point.value == '-' || point.value == 0xA0) {
            finish();
            at_word = true;
            continue;
        }
        auto const character = std::string_view(rest).substr(point.begin, point.size);
        if (comparison_key(character).empty()) continue;
        if (at_word) word_start = character;
        at_word = false;
        word += character;
    }
    finish();
    if (letters.empty() && !of_title.empty()) letters.push_back(of_title);
    if (letters.empty()) return {};
    auto const first = decode_utf8(letters.front()).front().value;
    bool const has_capitals = first < 0x590;  // Latin, Greek, Cyrillic, Armenian
    auto upper = [](std::string letter) {
        if (letter.size() == 1 && letter[0] >= 'a' && letter[0] <= 'z') letter[0] = static_cast<char>(letter[0] - 32);
        return letter;
    };
    if (!has_capitals || letters.size() == 1) return upper(letters.front());
    return upper(letters.front()) + upper(letters.back());
}

std::string slug(std::string_view text) { return slug_of_key(comparison_key(text)); }

std::string slug_of_key(std::string key) {
    std::replace(key.begin(), key.end(), ' ', '-');
    return key;
}

}  // namespace kiosk
