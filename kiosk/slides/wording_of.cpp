#include "slides/wording_of.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/utf8.hpp"
#include "schedule/person_name.hpp"

namespace kiosk {
namespace {

std::string kind_label(Kind kind, Words const& words) {
    switch (kind) {
        case Kind::opening: return words[Phrase::kind_opening];
        case Kind::keynote: return words[Phrase::kind_keynote];
        case Kind::invited: return words[Phrase::kind_invited];
        case Kind::talk: return words[Phrase::kind_talk];
        case Kind::panel: return words[Phrase::kind_panel];
        case Kind::workshop: return words[Phrase::kind_workshop];
        case Kind::poster: return words[Phrase::kind_poster];
        case Kind::competition: return words[Phrase::kind_competition];
        case Kind::closing: return words[Phrase::kind_closing];
        case Kind::break_: return words[Phrase::kind_break];
        case Kind::meal: return words[Phrase::kind_meal];
        case Kind::social: return words[Phrase::kind_social];
        case Kind::service:
        case Kind::other: return "";
    }
    return "";
}

/// "Special Speaker" → "Special speaker"; words with capitals inside ("BoF", "AI") stay.
std::string sentence_case(std::string_view label) {
    std::string text(label);
    bool first = true, at_word = true;
    for (std::size_t i = 0; i < text.size(); ++i) {
        bool const is_upper = text[i] >= 'A' && text[i] <= 'Z';
        bool const next_is_lower = i + 1 < text.size() && text[i + 1] >= 'a' && text[i + 1] <= 'z';
        auto const word_end = std::min(text.find(' ', i), text.size());
        bool const has_capital_inside = std::any_of(text.begin() + static_cast<std::ptrdiff_t>(std::min(i + 1, text.size())),
                                                    text.begin() + static_cast<std::ptrdiff_t>(word_end),
                                                    [](char c) { return c >= 'A' && c <= 'Z'; });
        if (at_word && !first && is_upper && next_is_lower && !has_capital_inside) text[i] = static_cast<char>(text[i] + 32);
        first = false;
        at_word = text[i] == ' ';
    }
    return text;
}

bool contains_word(std::string_view key, std::initializer_list<std::string_view> words) {
    auto const padded = " " + std::string(key) + " ";
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return padded.find(" " + std::string(word) + " ") != std::string::npos;
    });
}

}  // namespace

std::string type_of(Session const& session, Words const& words) {
    return session.label.empty() ? kind_label(session.kind, words) : sentence_case(session.label);
}

std::string headline_of(Session const& session, Schedule const& schedule, Words const& words) {
    if (!session.title.empty()) return session.title;
    if (!session.speakers.empty()) return schedule.speaker(session.speakers.front()).name;
    if (!session.label.empty()) return session.label;
    auto const type = type_of(session, words);
    return type.empty() ? words[Phrase::to_be_announced] : type;
}

std::string list_title_of(Session const& session, Schedule const& schedule, Words const& words) {
    if (session.title.empty() && !session.speakers.empty())
        return with_affiliation(card_of(schedule.speaker(session.speakers.front())));
    auto const title = headline_of(session, schedule, words);
    bool const is_open = session.placeholder && session.title.empty();
    return is_open ? words.say(Phrase::title_to_be_announced, {title}) : title;
}

std::string short_title_of(Session const& session, Schedule const& schedule, Words const& words) {
    bool const by_speaker = session.kind == Kind::keynote || session.kind == Kind::invited;
    if (by_speaker && session.speakers.size() == 1) return with_affiliation(card_of(schedule.speaker(session.speakers.front())));
    return list_title_of(session, schedule, words);
}

std::string spoken_title_of(Session const& session, Schedule const& schedule, Words const& words) {
    auto const people = people_of(session, schedule);
    bool const by_speaker = people.size() == 1 && (session.kind == Kind::keynote || session.kind == Kind::invited);
    return by_speaker ? people.front().name : headline_of(session, schedule, words);
}

std::string place_of(Session const& session, SlideContext const& context) {
    auto shown = context.rooms;
    if (auto const& of_the_event = context.schedule.event().room; shown.empty() && !of_the_event.empty()) shown.push_back(of_the_event);
    std::string names;
    bool is_here = false;
    for (auto const& id : session.rooms) {
        names += (names.empty() ? "" : ", ") + context.schedule.room(id).name;
        is_here = is_here || std::any_of(shown.begin(), shown.end(), [&](std::string const& room) { return comparison_key(room) == id.value; });
    }
    bool const is_the_only_one = shown.empty() ? context.schedule.rooms().size() < 2 : shown.size() == 1 && is_here;
    return is_the_only_one ? std::string{} : names;
}

std::optional<Instant> earlier_start(Session const& session) {
    if (!session.earlier || !session.earlier->when || session.earlier->when->begin == session.when.begin) return {};
    return session.earlier->when->begin;
}

std::string rooms_text(Session const& session, SlideContext const& context) {
    std::string text;
    for (auto const& id : session.rooms) text += (text.empty() ? "" : ", ") + room_text(context.schedule.room(id).name, context.words);
    return text;
}

Mark mark_of(Session const& session) {
    switch (session.kind) {
        case Kind::keynote: return Mark::keynote;
        case Kind::invited: return Mark::invited;
        case Kind::talk: return Mark::talk;
        case Kind::poster: return Mark::posters;
        case Kind::competition: return Mark::competition;
        case Kind::break_:
        case Kind::meal:
        case Kind::social:
        case Kind::service: return Mark::pause;
        default: return Mark::other;
    }
}

Fill fill_of(Session const& session) {
    return is_pause(session.kind) || session.kind == Kind::poster ? Fill::fog : Fill::accent;
}

std::string pictogram_of(Session const& session) {
    auto const key = comparison_key(session.title);
    if (session.kind == Kind::poster) return "posters";
    if (contains_word(key, {"q a", "questions"})) return "questions";
    if (session.kind == Kind::meal) return "lunch";
    if (session.kind == Kind::break_) return "coffee";
    return "";
}

PersonCard card_of(Speaker const& speaker) {
    return {speaker.name, speaker.affiliation, speaker.photo, initials(speaker.name)};
}

std::vector<PersonCard> people_of(Session const& session, Schedule const& schedule) {
    std::vector<PersonCard> people;
    for (std::size_t i = 0; i < session.speakers.size(); ++i) {
        people.push_back(card_of(schedule.speaker(session.speakers[i])));
        auto& card = people.back();
        if (!leads(session.roles[i])) continue;
        auto role = session.roles[i];
        role[0] = static_cast<char>(role[0] - 'a' + 'A');
        card.affiliation = card.affiliation.empty() ? role : role + ", " + card.affiliation;
    }
    return people;
}

std::string names_of(std::vector<PersonCard> const& people, std::size_t most, Words const& words) {
    bool const all = people.size() <= most;
    std::string text;
    for (std::size_t i = 0; i < std::min(people.size(), most); ++i) {
        bool const is_last = all && i + 1 == people.size();
        text = i == 0 ? people[i].name : words.say(is_last ? Phrase::list_and : Phrase::list_comma, {text, people[i].name});
    }
    return all ? text : words.count(Phrase::and_more, static_cast<long long>(people.size() - most), {text});
}

std::string with_affiliation(PersonCard const& person) {
    return person.affiliation.empty() ? person.name : person.name + ", " + person.affiliation;
}

MetaPart person_meta(PersonCard const& person) {
    MetaPart part(with_affiliation(person));
    if (!person.affiliation.empty()) part.shorter.push_back(person.name);
    return part;
}

MetaPart people_meta(std::vector<PersonCard> const& people, std::size_t most, Words const& words) {
    MetaPart part(names_of(people, most, words));
    for (auto fewer = std::min(most, people.size()) - 1; fewer > 0 && fewer < people.size(); --fewer)
        part.shorter.push_back(names_of(people, fewer, words));
    return part;
}

RoomWords room_words(std::string_view room, Words const& words) {
    RoomWords result{words[Phrase::room], std::string(room)};
    if (room.empty()) return {"", ""};
    // The label says it already; schedules in English stand beside every language.
    for (auto const& said : {words[Phrase::room], english_words()[Phrase::room]})
        if (to_lower_ascii(room).starts_with(to_lower_ascii(said) + " ")) {
            result.name = trimmed(room.substr(said.size()));
            break;
        }
    // A range of rooms: en dash, as in "pages 211–213".
    for (std::size_t i = 1; i + 1 < result.name.size(); ++i) {
        bool const between_digits = std::isdigit(static_cast<unsigned char>(result.name[i - 1])) &&
                                    std::isdigit(static_cast<unsigned char>(result.name[i + 1]));
        if (result.name[i] == '-' && between_digits) result.name.replace(i, 1, "–");
    }
    return result;
}

std::string room_text(std::string_view room, Words const& words) {
    auto const [label, name] = room_words(room, words);
    bool const is_said = comparison_key(room) != comparison_key(name);  // "Hall A" has a name alone
    return is_said ? label + " " + name : name;
}

}  // namespace kiosk
