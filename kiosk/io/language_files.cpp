#include "io/language_files.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.hpp"
#include "io/files.hpp"

namespace kiosk {
namespace fs = std::filesystem;
namespace {

/// A tag that may be the name of a file: letters, digits and hyphens, nothing that leads elsewhere.
bool is_tag(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    });
}

std::string known_languages(fs::path const& folder) {
    std::vector<std::string> names;
    std::error_code error;
    for (auto const& entry : fs::directory_iterator(folder, error))
        if (entry.path().extension() == ".toml") names.push_back(entry.path().stem().string());
    std::sort(names.begin(), names.end());
    return names.empty() ? "en" : fmt::format("{}", fmt::join(names, ", "));
}

/// Empty: no file of that name can be read.
std::optional<Words> read_file(fs::path const& file, std::string_view tag, std::vector<Problem>& problems) {
    std::error_code error;
    if (!fs::is_regular_file(file, error)) return {};
    auto text = read_text(file.string(), file.string());
    append(problems, std::move(text.problems));
    if (!text.value) return {};
    auto words = parse_words(*text.value, tag);
    append(problems, std::move(words.problems));
    return std::move(words.value);
}

Words read_language(LanguageSettings const& language, fs::path const& folder,
                    std::vector<Problem>& problems) {
    auto const spoken = to_lower_ascii(language.tag.substr(0, language.tag.find('-')));
    if (is_tag(language.tag))
        for (auto const& name : {language.tag, spoken})
            if (auto words = read_file(folder / (name + ".toml"), language.tag, problems)) return *words;
    if (spoken != "en")
        problems.push_back(
            {Severity::warning, "language-unknown",
             fmt::format("there are no words for the language \"{}\": English is shown", language.tag),
             fmt::format("known languages: {}; to add one, see config/lang/en.toml", known_languages(folder)),
             language.where});
    return english_words(language.tag);
}

}  // namespace

std::vector<Words> read_languages(EventSettings const& event, fs::path const& data,
                                  std::vector<Problem>& problems) {
    std::vector<Words> languages;
    for (auto const& language : event.languages) {
        languages.push_back(read_language(language, data / "config" / "lang", problems));
        if (event.clock) languages.back().habits.clock = *event.clock;
    }
    if (languages.empty()) languages.push_back(english_words(event.language));
    return languages;
}

}  // namespace kiosk
