#include "io/last_face.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace kiosk {
namespace {

/// A basic string. Source: TOML 1.0, String.
std::string toml_string(std::string_view text) {
    std::string out = "\"";
    for (char const c : text) {
        bool const is_control = static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
        if (c == '"' || c == '\\') out += '\\';
        out += is_control ? ' ' : c;
    }
    return out + '"';
}

/// Empty values are left out.
std::string entry(std::string_view key, std::string_view value) { return value.empty() ? "" : fmt::format("{} = {}\n", key, toml_string(value)); }

template <class Words, class Say>
std::string list_of(Words const& words, Say say) {
    std::string list;
    for (auto const& one : words) list += (list.empty() ? "" : ", ") + toml_string(say(one));
    return "[" + list + "]";
}

std::string banner(std::string const& head) { return fmt::format("\n[[announcement]]\nhead = {}\npictogram = \"alert\"\n", head); }

/// In each language once.
std::string whom_to_call(std::vector<Words> const& languages, std::string const& contact) {
    std::string text;
    for (auto const& words : languages) {
        auto const said = contact.empty() ? words[Phrase::tell_the_organisers] : words.say(Phrase::please_call, {contact});
        if (text.find(said) == text.npos) text += (text.empty() ? "" : " / ") + said;
    }
    return text;
}

}  // namespace

std::string face_of(Snapshot const& snapshot) {
    auto const& event = snapshot.schedule.event();
    auto const& display = snapshot.display;
    std::string text = "# Written by kiosk: what this display shows when it dies again and again. See README.md, \"Safe mode\".\n[event]\n";
    text += entry("name", event.name) + entry("series", event.series) + 
            // Where the venue stands, under the event's name, there is room for whom to call.
            entry("venue", whom_to_call(snapshot.languages, event.contact));
    if (snapshot.is_zone_known) text += entry("time_zone", snapshot.schedule.zone().name());
    text += fmt::format("language = {}\n", list_of(snapshot.settings.event.languages, [](auto const& language) { return language.tag; }));
    text += "\n[[display]]\n" + entry("name", display.name) + entry("output", display.output);
    if (!display.rooms.empty()) text += fmt::format("rooms = {}\n", list_of(display.rooms, [](auto const& room) { return room; }));
    else text += entry("room", event.room);
    text += fmt::format("rotate = {}\n", display.rotate);
    return text + banner(list_of(snapshot.languages, [](Words const& words) { return words[Phrase::needs_help]; }));
}

std::string unknown_face() {
    auto const& words = english_words();
    return "[event]\nname = " + toml_string(words[Phrase::needs_help]) + "\nvenue = " + toml_string(words[Phrase::tell_the_organisers]) + "\n";
}

}  // namespace kiosk
