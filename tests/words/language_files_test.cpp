// Every file of config/lang: nothing missing, nothing left in braces.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "support/catch.hpp"
#include "words/times.hpp"

using namespace kiosk;
namespace fs = std::filesystem;

namespace {

struct LanguageFile {
    std::string name, text;
};

std::vector<LanguageFile> language_files() {
    std::vector<LanguageFile> files;
    for (auto const& entry : fs::directory_iterator(KIOSK_SOURCE_DIR "/config/lang")) {
        std::ifstream stream(entry.path(), std::ios::binary);
        files.push_back({entry.path().stem().string(), {std::istreambuf_iterator<char>(stream), {}}});
    }
    std::sort(files.begin(), files.end(),
              [](LanguageFile const& a, LanguageFile const& b) { return a.name < b.name; });
    return files;
}

}  // namespace

TEST_CASE("no language lacks a word, and none has a blank that nothing fills", "[words]") {
    for (auto const& file : language_files()) {
        auto const read = parse_words({file.name + ".toml", file.text}, file.name);
        std::string problems;
        for (auto const& problem : read.problems) problems += to_line(problem) + "\n";
        CHECK(problems == "");
        REQUIRE(read.value);
        auto const& words = *read.value;
        for (auto const& entry : phrases()) {
            INFO(file.name << " " << entry.name);
            if (entry.use == PhraseEntry::Use::counted) {
                for (long long n = 0; n < 120; ++n) {
                    auto const text = entry.blanks[0].empty() ? words.count(entry.phrase, n)
                                                              : words.count(entry.phrase, n, {"x"});
                    CHECK_FALSE(text.empty());
                    CHECK(text.find_first_of("{}") == std::string::npos);
                }
                continue;
            }
            auto const& text =
                words.forms[static_cast<std::size_t>(entry.phrase)][static_cast<std::size_t>(Plural::other)];
            CHECK((entry.use == PhraseEntry::Use::optional || !text.empty()));
            auto const blanks = blanks_in(text);
            for (auto const& blank : blanks)
                CHECK(std::find(entry.blanks.begin(), entry.blanks.end(), blank) != entry.blanks.end());
        }
        for (auto const& names : {words.weekdays, words.short_weekdays})
            for (auto const& name : names) CHECK_FALSE(name.empty());
        for (auto const& names : {words.months, words.short_months})
            for (auto const& name : names) CHECK_FALSE(name.empty());
    }
}

TEST_CASE("a language file holds no other keys than English, in the same order", "[words]") {
    auto const keys = [](std::string const& text) {
        std::string all;
        for (std::size_t at = text.find('\n', text.find("[words]")); at != std::string::npos;
             at = text.find('\n', at)) {
            auto const end = text.find_first_of(" =\n", ++at);
            if (end != std::string::npos && end > at && text[at] >= 'a' && text[at] <= 'z')
                all += text.substr(at, end - at) + "\n";
        }
        return all;
    };
    auto const english = keys(std::string(english_file()));
    CHECK(std::count(english.begin(), english.end(), '\n') == static_cast<std::ptrdiff_t>(phrase_count));
    std::string own = english;
    for (auto const& entry : phrases())  // a language whose regions do not differ leaves these out
        if (entry.use == PhraseEntry::Use::optional)
            own.erase(own.find(std::string(entry.name)), entry.name.size() + 1);
    for (auto const& file : language_files()) {
        INFO(file.name);
        auto const found = keys(file.text);
        CHECK((found == english || found == own));
    }
}
