#include <fmt/format.h>

#include <algorithm>
#include <cassert>

#include "base/utf8.hpp"
#include "settings/toml_table.hpp"
#include "words/words.hpp"

namespace kiosk {
namespace {

/// The blanks that a form of a phrase must have, and no others. A form for 0, 1 or 2 need not say the
/// number: "one more".
std::string blank_fault(std::string_view text, PhraseEntry const& entry, Plural category) {
    auto const found = blanks_in(text);
    std::vector<std::string> wanted;
    for (auto const name : entry.blanks)
        if (!name.empty()) wanted.emplace_back(name);
    bool const is_counted = entry.use == PhraseEntry::Use::counted;
    bool const may_lack_number =
        category == Plural::zero || category == Plural::one || category == Plural::two;
    auto const has = [](std::vector<std::string> const& names, std::string_view name) {
        return std::find(names.begin(), names.end(), name) != names.end();
    };
    for (auto const& name : found)
        if (!has(wanted, name) && !(is_counted && name == "n"))
            return fmt::format("nothing fills the blank \"{{{}}}\"", name);
    if (is_counted && !may_lack_number) wanted.emplace_back("n");
    for (auto const& name : wanted)
        if (!has(found, name)) return fmt::format("the blank \"{{{}}}\" is left out", name);
    return {};
}

class Reader {
public:
    Reader(TomlTable& file, Words& words) : file_(file), words_(words) {}

    void read() {
        auto language = file_.table("language");
        if (auto const rule = language.text("plural")) {
            if (auto const known = plural_rule_named(rule->value))
                words_.plural = *known;
            else
                report("value-range", fmt::format("there is no plural rule \"{}\"", rule->value),
                       "rules: none, one, zero-or-one, polish, arabic", rule->where);
        } else {
            missing("plural", language.where());
        }
        words_.is_right_to_left = language.flag("right_to_left").value_or(false);
        names(language, "weekdays", words_.weekdays);
        names(language, "short_weekdays", words_.short_weekdays);
        names(language, "months", words_.months);
        names(language, "short_months", words_.short_months);
        language.report_unknown_keys();
        auto phrases_table = file_.table("words");
        for (auto const& entry : phrases()) phrase(phrases_table, entry);
        phrases_table.report_unknown_keys();
        file_.report_unknown_keys();
    }

private:
    void report(std::string code, std::string message, std::string hint, SourceRef where) {
        file_.report(
            {Severity::warning, std::move(code), std::move(message), std::move(hint), std::move(where)});
    }
    void missing(std::string_view key, SourceRef where) {
        file_.report({Severity::warning, "key-missing",
                      fmt::format("\"{}\" is missing: shown in English", key),
                      "copy the line from config/lang/en.toml and translate it", std::move(where)});
    }

    template <std::size_t n>
    void names(TomlTable& table, std::string_view key, std::array<std::string, n>& into) {
        auto const given = table.texts(key);
        if (!given) return missing(key, table.where());
        if (given->size() != n)
            return report("value-range", fmt::format("\"{}\" must have {} names: shown in English", key, n),
                          "", table.where(key));
        std::transform(given->begin(), given->end(), into.begin(),
                       [](TomlText const& text) { return clean_line(text.value); });
    }

    void phrase(TomlTable& table, PhraseEntry const& entry) {
        auto& forms = words_.forms[static_cast<std::size_t>(entry.phrase)];
        if (entry.use != PhraseEntry::Use::counted) {
            bool const is_optional = entry.use == PhraseEntry::Use::optional;
            // What belongs to a region of one language must not be taken over by another.
            if (is_optional) forms = {};
            return form(table, entry.name, entry, Plural::other, forms, is_optional);
        }
        auto counted = table.table(entry.name);
        PhraseForms own;
        for (auto const category : plurals_of(words_.plural))
            form(counted, plural_names[static_cast<std::size_t>(category)], entry, category, own, false);
        counted.report_unknown_keys();
        // Forms of two languages do not go together: all of them, or the English ones for every number.
        auto const categories = plurals_of(words_.plural);
        bool const is_whole = std::all_of(categories.begin(), categories.end(), [&](Plural category) {
            return !own[static_cast<std::size_t>(category)].empty();
        });
        auto const english = forms[static_cast<std::size_t>(Plural::other)];
        if (is_whole)
            forms = std::move(own);
        else
            std::fill(forms.begin(), forms.end(), english);
    }

    void form(TomlTable& table, std::string_view key, PhraseEntry const& entry, Plural category,
              PhraseForms& forms, bool is_optional) {
        auto const given = table.text(key);
        auto text = given ? clean_line(given->value) : std::string();
        auto const name = key == entry.name ? std::string(key) : fmt::format("{}.{}", entry.name, key);
        if (text.empty()) {
            if (!is_optional) missing(name, given ? given->where : table.where());
            return;
        }
        if (auto const fault = blank_fault(text, entry, category); !fault.empty())
            return report("blank-wrong", fmt::format("\"{}\": {}: shown in English", name, fault),
                          "write the blanks as config/lang/en.toml has them", given->where);
        forms[static_cast<std::size_t>(category)] = std::move(text);
    }

    TomlTable& file_;
    Words& words_;
};

Outcome<Words> read_over(Words base, SourceText const& file) {
    auto root = TomlTable::parse(file);
    if (!root.value) return {{}, std::move(root.problems)};
    Reader(*root.value, base).read();
    return {std::move(base), root.value->problems()};
}

}  // namespace

Outcome<Words> parse_words(SourceText const& file, std::string_view language) {
    bool const is_known = file.text == english_file();  // as it comes along: it has been read
    auto words = is_known ? Outcome<Words>{english_words(), {}} : read_over(english_words(), file);
    if (!words.value) return words;
    words.value->language = language;
    words.value->habits = wording_for(language);
    return words;
}

Words const& english_words() {
    static Words const words = [] {
        auto read = read_over({}, {"config/lang/en.toml", std::string(english_file())});
        assert(read.value && read.problems.empty());
        return *read.value;
    }();
    return words;
}

Words english_words(std::string_view region) { return english_words(wording_for(region)); }

Words english_words(Wording const& habits) {
    auto words = english_words();
    words.habits = habits;
    return words;
}

}  // namespace kiosk
