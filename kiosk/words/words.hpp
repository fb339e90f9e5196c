// One language as the screen speaks it: its phrases, its plurals, its names of days.
#pragma once

#include <array>
#include <initializer_list>
#include <string>
#include <string_view>

#include "base/problem.hpp"
#include "base/source_text.hpp"
#include "time/wording.hpp"
#include "words/phrases.hpp"
#include "words/plural.hpp"

namespace kiosk {

/// A phrase in the forms that the plural categories have; what is not counted has `other` alone.
using PhraseForms = std::array<std::string, plural_count>;

/// Everything that a language file says, and how the region writes times and dates.
class Words {
public:
    std::string language = "en";      ///< the name of the file, a BCP 47 tag
    bool is_right_to_left = false;    ///< the layout is mirrored
    Wording habits;                   ///< of the region
    PluralRule plural = PluralRule::one;
    std::array<std::string, 7> weekdays, short_weekdays;  ///< from Sunday on
    std::array<std::string, 12> months, short_months;     ///< as they stand in a date
    std::array<PhraseForms, phrase_count> forms;

    /// A phrase without blanks.
    std::string const& operator[](Phrase phrase) const;
    /// A phrase with its blanks filled, in the order of its entry. Range: as many as the entry has.
    std::string say(Phrase phrase, std::initializer_list<std::string_view> fillings) const;
    /// A counted phrase for the number `n`, which is written as `number` (empty: in digits).
    std::string count(Phrase phrase, long long n, std::initializer_list<std::string_view> fillings = {},
                      std::string_view number = {}) const;
    /// Not empty. An optional phrase may be.
    bool has(Phrase phrase) const;
};

/// English with the habits of a region: "en-US" has 12 hours and the month first. Never fails.
/// Source: config/lang/en.toml as it was when the program was built.
Words const& english_words();
Words english_words(std::string_view region);
Words english_words(Wording const& habits);
/// That file's text.
std::string_view english_file();

/// Reads a language file. What it lacks or has wrong is reported and stays English, so that nothing is
/// blank; the habits are those of `language`.
/// Errors: `toml-invalid`. Problems: `key-missing`, `key-unknown`, `key-type`, `value-range`, and
/// `blank-wrong` for a blank that nothing fills, or that has been left out.
Outcome<Words> parse_words(SourceText const& file, std::string_view language);

/// The names in the blanks of a text, in order: "{from} – {to}" has "from" and "to".
std::vector<std::string> blanks_in(std::string_view text);

}  // namespace kiosk
