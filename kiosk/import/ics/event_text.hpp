// What organisers put into the texts of an event: people, rooms, kinds.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schedule/draft.hpp"

namespace kiosk {

/// "Speaker: A, B" as the first line of a description: who is named, and what is left of it.
struct SpeakerLine {
    std::vector<DraftPerson> people;
    std::string rest;
};
/// Nobody: `rest` is the whole description. Source: SCHEDULES.md 3.1 (speakers).
SpeakerLine take_speaker_line(std::string description, SourceRef const& origin);

/// "Title - A, B": title and names at the last " - ". Nobody: the title has no such end.
struct TitleWithNames {
    std::string title;
    std::vector<DraftPerson> people;
};
TitleWithNames split_names_off(std::string const& title, SourceRef const& origin);

/// "No description", "TBA": a text that says nothing.
bool is_filler(std::string_view text);

enum class Place { room, address, format };
/// A URL is an address; "In-person; Training" and "Online" are formats.
Place kind_of_place(std::string_view location);

}  // namespace kiosk
