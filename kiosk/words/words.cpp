#include "words/words.hpp"

#include <cassert>

namespace kiosk {
namespace {

constexpr auto other = static_cast<std::size_t>(Plural::other);

/// `text` with "{name}" replaced, every time that it occurs. Fillings are never looked into.
struct Filling {
    std::string_view name, value;
};

std::string filled(std::string_view text, std::vector<Filling> const& fillings) {
    std::string result;
    for (std::size_t i = 0; i < text.size();) {
        auto const end = text[i] == '{' ? text.find('}', i) : std::string_view::npos;
        if (end == std::string_view::npos) {
            result += text[i++];
            continue;
        }
        auto const name = text.substr(i + 1, end - i - 1);
        for (auto const& filling : fillings)
            if (filling.name == name) result += filling.value;
        i = end + 1;
    }
    return result;
}

std::vector<Filling> named(PhraseEntry const& entry, std::initializer_list<std::string_view> values) {
    std::vector<Filling> fillings;
    for (auto const value : values) {
        assert(fillings.size() < entry.blanks.size() && !entry.blanks[fillings.size()].empty());
        fillings.push_back({entry.blanks[fillings.size()], value});
    }
    assert(fillings.size() == entry.blanks.size() || entry.blanks[fillings.size()].empty());
    return fillings;
}

}  // namespace

std::string const& Words::operator[](Phrase phrase) const {
    assert(entry_of(phrase).blanks[0].empty() && entry_of(phrase).use != PhraseEntry::Use::counted);
    return forms[static_cast<std::size_t>(phrase)][other];
}

std::string Words::say(Phrase phrase, std::initializer_list<std::string_view> fillings) const {
    return filled(forms[static_cast<std::size_t>(phrase)][other], named(entry_of(phrase), fillings));
}

std::string Words::count(Phrase phrase, long long n, std::initializer_list<std::string_view> fillings,
                         std::string_view number) const {
    assert(entry_of(phrase).use == PhraseEntry::Use::counted);
    auto const digits = number.empty() ? std::to_string(n) : std::string(number);
    auto blanks = named(entry_of(phrase), fillings);
    blanks.push_back({"n", digits});
    return filled(forms[static_cast<std::size_t>(phrase)][static_cast<std::size_t>(plural_of(plural, n))],
                  blanks);
}

bool Words::has(Phrase phrase) const { return !forms[static_cast<std::size_t>(phrase)][other].empty(); }

std::vector<std::string> blanks_in(std::string_view text) {
    std::vector<std::string> names;
    for (auto begin = text.find('{'); begin != std::string_view::npos; begin = text.find('{', begin + 1)) {
        auto const end = text.find('}', begin);
        names.emplace_back(text.substr(begin + 1, end == std::string_view::npos ? end : end - begin - 1));
    }
    return names;
}

}  // namespace kiosk
