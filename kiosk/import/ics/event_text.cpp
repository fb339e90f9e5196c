#include "import/ics/event_text.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "import/kinds.hpp"
#include "import/names.hpp"

namespace kiosk {
namespace {

std::vector<DraftPerson> people_of(std::vector<WrittenPerson> const& written, SourceRef const& origin) {
    std::vector<DraftPerson> people;
    for (auto const& one : written) {
        DraftPerson person;
        person.name = one.name;
        person.affiliation = one.affiliation;
        person.origin = origin;
        people.push_back(std::move(person));
    }
    return people;
}

constexpr auto speaker_words = std::to_array<std::string_view>(
    {"speaker", "speakers", "presenter", "presenters", "presented by", "von", "referent", "referentin", "referenten",
     "vortragende", "orateur", "orateurs", "intervenant", "intervenants", "ponente", "ponentes", "relatore", "relatori"});

constexpr auto format_words = std::to_array<std::string_view>(
    {"in person", "online", "virtual", "hybrid", "remote", "zoom", "microsoft teams", "teams", "webinar", "google meet",
     "livestream", "tba", "tbd", "tbc"});

}  // namespace

SpeakerLine take_speaker_line(std::string description, SourceRef const& origin) {
    std::size_t const line_end = std::min(description.find('\n'), description.size());
    std::size_t const colon = description.find(':');
    if (colon >= line_end || colon > 20) return {{}, std::move(description)};
    auto word = comparison_key(description.substr(0, colon));
    if (word == "speaker s") word = "speakers";
    if (std::find(speaker_words.begin(), speaker_words.end(), word) == speaker_words.end()) return {{}, std::move(description)};
    auto const names = trimmed(std::string_view(description).substr(colon + 1, line_end - colon - 1));
    auto people = people_of(read_people(names, People::several, true), origin);
    if (people.empty()) return {{}, std::move(description)};
    description.erase(0, line_end + 1);
    return {std::move(people), std::move(description)};
}

TitleWithNames split_names_off(std::string const& title, SourceRef const& origin) {
    auto const dash = title.rfind(" - ");
    if (dash == title.npos || dash == 0) return {title, {}};
    auto const written = read_people(std::string_view(title).substr(dash + 3), People::several);
    bool const names = !written.empty() && std::all_of(written.begin(), written.end(), [](WrittenPerson const& one) {
        return one.affiliation.empty() && looks_like_name(one.name);
    });
    if (!names) return {title, {}};
    return {title.substr(0, dash), people_of(written, origin)};
}

bool is_filler(std::string_view text) {
    auto const key = comparison_key(text);
    return key.empty() || key == "no description" || key == "none" || key == "n a" || is_to_come(text);
}

Place kind_of_place(std::string_view location) {
    auto const lower = to_lower_ascii(location.substr(0, 8));
    if (lower.starts_with("http://") || lower.starts_with("https://")) return Place::address;
    bool format = false;
    for (std::size_t begin = 0; begin <= location.size();) {
        std::size_t const end = std::min(location.find_first_of(";,/", begin), location.size());
        auto const key = comparison_key(location.substr(begin, end - begin));
        bool const is_format = std::find(format_words.begin(), format_words.end(), key) != format_words.end();
        // After a format and a semicolon stands what else the writer could not place elsewhere.
        bool const added = format && location[begin - 1] == ';' && !names_a_room(key);
        if (!is_format && !key.empty() && !kind_of_field(key) && !added) return Place::room;
        format = format || is_format;
        begin = end + 1;
    }
    return format ? Place::format : Place::room;
}

}  // namespace kiosk
