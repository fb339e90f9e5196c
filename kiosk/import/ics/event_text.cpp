#include "import/ics/event_text.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "import/kinds.hpp"
#include "import/names.hpp"

namespace kiosk {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// End of the tag that begins at `text[from]`; npos: a "<" that begins none.
std::size_t tag_end(std::string_view text, std::size_t from) {
    std::size_t const name = from + 1 < text.size() && text[from + 1] == '/' ? from + 2 : from + 1;
    if (name >= text.size() || !is_letter(text[name])) return text.npos;
    auto const end = text.find_first_of("<>", name);
    return end != text.npos && text[end] == '>' ? end + 1 : text.npos;
}

bool breaks_line(std::string_view tag) {
    static constexpr auto blocks = std::to_array<std::string_view>({"p", "br", "div", "li", "ul", "ol", "tr", "h1", "h2", "h3"});
    tag.remove_prefix(tag.starts_with("</") ? 2 : 1);
    auto const name = to_lower_ascii(tag.substr(0, tag.find_first_of(" />")));
    return std::find(blocks.begin(), blocks.end(), name) != blocks.end();
}

struct Entity {
    std::string_view name, text;
};
constexpr auto entities = std::to_array<Entity>({{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""},
                                                 {"&#39;", "'"}, {"&apos;", "'"}, {"&nbsp;", "\u00A0"}});

std::string without_markup(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        auto const special = std::min(text.find_first_of("<&", i), text.size());
        out.append(text.substr(i, special - i));
        i = special;
        if (i == text.size()) break;
        auto const end = text[i] == '<' ? tag_end(text, i) : text.npos;
        auto const entity = std::find_if(entities.begin(), entities.end(),
                                         [&](Entity const& e) { return text.substr(i).starts_with(e.name); });
        if (end != text.npos) {
            if (breaks_line(text.substr(i, end - i))) out += '\n';
            i = end;
        } else if (entity != entities.end()) {
            out += entity->text;
            i += entity->name.size();
        } else {
            out += text[i++];
        }
    }
    return out;
}

/// Two searches: each is several times faster than one for either character.
bool has_markup(std::string_view text) { return text.find('<') != text.npos || text.find('&') != text.npos; }

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

std::string calendar_text(std::string_view text) {
    return has_markup(text) ? clean_paragraphs(without_markup(text)) : clean_paragraphs(text);
}

std::string readable_line(std::string_view text) {
    return has_markup(text) ? clean_line(without_markup(text)) : clean_line(text);
}

SpeakerLine take_speaker_line(std::string const& description, SourceRef const& origin) {
    std::size_t const line_end = std::min(description.find('\n'), description.size());
    std::size_t const colon = description.find(':');
    if (colon >= line_end || colon > 20) return {{}, description};
    auto word = comparison_key(description.substr(0, colon));
    if (word == "speaker s") word = "speakers";
    if (std::find(speaker_words.begin(), speaker_words.end(), word) == speaker_words.end()) return {{}, description};
    auto const names = trimmed(std::string_view(description).substr(colon + 1, line_end - colon - 1));
    auto people = people_of(read_people(names, People::several, true), origin);
    if (people.empty()) return {{}, description};
    return {std::move(people), line_end < description.size() ? description.substr(line_end + 1) : ""};
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
