#include "import/names.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/utf8.hpp"
#include "base/limits.hpp"

namespace kiosk {
namespace {

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t const end = std::min(text.find(' ', begin), text.size());
        if (end > begin) words.emplace_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return words;
}

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

bool is_particle(std::string_view word) {
    static constexpr auto particles = std::to_array<std::string_view>(
        {"van", "von", "de", "der", "den", "di",  "da",  "del", "della", "la", "le", "bin",
         "ibn", "al",  "el", "ten", "ter", "dos", "das", "du",  "zu",    "af", "av", "y"});
    return std::find(particles.begin(), particles.end(), word) != particles.end();
}

/// "Kung", "H.T.", "O'Neil", "Solar-Lezama", "Émile": letters, and a capital at the front.
bool is_name_word(std::string_view word) {
    if (!is_upper(word[0]) && static_cast<unsigned char>(word[0]) < 0x80) return false;
    if (word.size() == 1) return false;  // "Session A"; an initial has a dot
    std::size_t capitals = 0, letters = 0;
    for (auto const& point : decode_utf8(word)) {
        char32_t const c = point.value;
        bool const mark = c == '.' || c == '-' || c == '\'' || c == 0x2019 || c == 0x2010;
        bool const letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= 0xC0 && c != 0xFFFD);
        if (!mark && !letter) return false;
        if (c >= 'A' && c <= 'Z') ++capitals;
        if (letter) ++letters;
    }
    bool const acronym = capitals == letters && letters > 1 && word.find('.') == std::string_view::npos;
    return !acronym;
}

/// Words that organisations have in their names, and people do not.
bool names_an_organisation(std::string_view text) {
    static constexpr auto marks = std::to_array<std::string_view>(
        {"university",  "universite",   "universitat", "universidad",  "institute", "institut",
         "college",     "school",       "laboratory",  "laboratories", "lab",       "labs",
         "research",    "inc",          "gmbh",        "ltd",          "llc",       "corp",
         "corporation", "technologies", "technology",  "academy",      "center",    "centre",
         "foundation",  "systems",      "ai",          "department",   "company",   "group",
         "polytechnic", "eth",          "tu",          "uc",           "ut"});
    for (auto const& word : words_of(comparison_key(text)))
        if (std::find(marks.begin(), marks.end(), word) != marks.end()) return true;
    return false;
}

/// A person with what stands in brackets or after a dash.
WrittenPerson split_affiliation(std::string_view text) {
    text = trimmed(text);
    for (std::string_view const dash : {" - ", " -- ", " \u2013 ", " \u2014 "})
        if (auto const place = text.find(dash); place != std::string_view::npos)
            return {std::string(trimmed(text.substr(0, place))),
                    std::string(trimmed(text.substr(place + dash.size())))};
    if (text.ends_with(')'))
        if (auto const place = text.rfind('('); place != std::string_view::npos && place > 0)
            return {std::string(trimmed(text.substr(0, place))),
                    std::string(trimmed(text.substr(place + 1, text.size() - place - 2)))};
    return {std::string(text), ""};
}

/// At commas, semicolons, "and" and "&" outside of brackets.
std::vector<std::string> split_list(std::string_view text) {
    std::vector<std::string> parts(1);
    int depth = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        std::string_view const left = text.substr(i);
        if (text[i] == '(') ++depth;
        if (text[i] == ')') depth = std::max(0, depth - 1);
        std::size_t separator = 0;
        if (depth == 0)
            for (std::string_view const mark : {", and ", ", & ", ",", ";", " and ", " & "})
                if (left.starts_with(mark)) separator = std::max(separator, mark.size());
        if (separator > 0) {
            parts.emplace_back();
            i += separator - 1;
        } else {
            parts.back() += text[i];
        }
    }
    std::vector<std::string> filled;
    for (auto const& part : parts)
        if (!trimmed(part).empty()) filled.emplace_back(trimmed(part));
    return filled;
}

std::string without_nickname(std::string_view name) {
    auto const begin = name.find('(');
    auto const end = name.find(')', begin == std::string_view::npos ? 0 : begin);
    if (begin == std::string_view::npos || end == std::string_view::npos) return std::string(name);
    return std::string(trimmed(name.substr(0, begin))) + " " + std::string(trimmed(name.substr(end + 1)));
}

bool begins_like_one(std::string_view part) { return looks_like_name(split_affiliation(part).name); }

}  // namespace

bool looks_like_name(std::string_view text) {
    std::string const plain = clean_line(without_nickname(trimmed(text)));
    auto const words = words_of(plain);
    if (words.size() < 2 || words.size() > 5) return false;
    std::size_t names = 0;
    for (auto const& word : words) {
        bool const is_first = &word == &words.front();
        if (is_particle(to_lower_ascii(word)) && !is_first) continue;
        if (!is_name_word(word)) return false;
        ++names;
    }
    return names >= 2 && names <= 4 && !is_particle(words.back());
}

std::vector<WrittenPerson> read_people(std::string_view text, People expected, bool trusted) {
    std::string const line = clean_line(text);
    auto parts = split_list(line);
    if (parts.empty()) return {};
    if (parts.size() > most_people_of_a_session) parts.resize(most_people_of_a_session);
    bool const all_names = std::all_of(parts.begin(), parts.end(), begins_like_one);
    bool const organisation = std::any_of(parts.begin() + 1, parts.end(), [](std::string const& part) {
        return names_an_organisation(split_affiliation(part).name);
    });
    bool const has_word = line.find(" and ") != std::string::npos || line.find(" & ") != std::string::npos ||
                          line.find(')') != std::string::npos;
    if (all_names && !organisation && parts.size() > 1 &&
        (expected == People::several || has_word || parts.size() > 2)) {
        std::vector<WrittenPerson> people;
        for (auto const& part : parts) people.push_back(split_affiliation(part));
        return people;
    }
    WrittenPerson person = split_affiliation(line);
    if (auto const comma = person.name.find(','); comma != std::string::npos) {
        std::string affiliation = line.substr(line.find(',') + 1);
        person = {person.name.substr(0, comma), std::string(trimmed(affiliation))};
    }
    if (person.name.empty() || (!trusted && !looks_like_name(person.name))) return {};
    return {person};
}

}  // namespace kiosk
