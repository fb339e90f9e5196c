#include "import/page/cell_texts.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "import/kinds.hpp"
#include "import/names.hpp"

namespace kiosk {
namespace {

bool is_one_of(std::string const& key, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), key) != words.end();
}

}  // namespace

bool is_link_word(std::string_view text) {
    return is_one_of(comparison_key(text), {"slides", "slide", "recording", "video", "paper", "pdf",
                                            "abstract", "code", "poster", "arxiv", "website", "bio", "link",
                                            "zoom", "livestream", "talk video", "talk slides", "openreview"});
}

bool is_badge(std::string_view text) {
    std::string const key = comparison_key(text);
    return key.starts_with("best ") || key.ends_with(" award") ||
           is_one_of(key, {"virtual", "online", "remote", "in person", "hybrid", "live", "recorded",
                           "pre recorded"});
}

std::string_view unbracketed(std::string_view text) {
    bool const round = text.starts_with('(') && text.ends_with(')');
    bool const square = text.starts_with('[') && text.ends_with(']');
    return text.size() > 1 && (round || square) ? trimmed(text.substr(1, text.size() - 2)) : text;
}

bool is_clearly_title(std::string const& text, PageKnowledge const& known) {
    return count_words(text) >= 5 || text.find(':') != std::string::npos ||
           known.titles.contains(comparison_key(text));
}

bool is_person(std::string const& text, PageKnowledge const& known) {
    auto const people = read_people(text, People::several, true);
    if (people.empty()) return false;
    return looks_like_name(people.front().name) || known.names.contains(person_key(people.front().name));
}

bool is_name_with_bracket(std::string const& text) {
    if (!trimmed(text).ends_with(')') || kind_of_title(text)) return false;
    auto const people = read_people(text, People::one);
    return !people.empty() && std::all_of(people.begin(), people.end(), [](WrittenPerson const& person) {
        bool const has_digit = person.affiliation.find_first_of("0123456789") != std::string::npos;
        return !person.affiliation.empty() && !has_digit && looks_like_name(person.name);
    });
}

}  // namespace kiosk
