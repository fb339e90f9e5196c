// How a session is put into words: its type, its headline, its people.
#pragma once

#include <string>
#include <vector>

#include "programme/programme.hpp"
#include "slides/notices.hpp"
#include "slides/slide.hpp"
#include "words/times.hpp"

namespace kiosk {

/// One room of a directory, and what is on in it.
struct RoomProgramme {
    std::string name;
    ProgrammeMaker programme;
};

/// What the makers of slides work from; references live as long as the snapshot.
struct SlideContext {
    Schedule const& schedule;
    Programme const& programme;
    Words const& words;
    std::vector<std::string> const& rooms;  ///< of the display; none: the event's room, else all
    Notices notices;
    std::vector<RoomProgramme> const& directory;  ///< empty: the display is that of one room
    Instant t;

    WallTime wall(Instant instant) const { return schedule.zone().to_wall(instant); }
    std::string time(Instant instant) const { return time_text(wall(instant), words); }
    std::string range(Span span) const { return range_text(wall(span.begin), wall(span.end), words); }
};

/// "Keynote", "Special speaker", "Talk"; empty for kinds that say nothing ("other").
std::string type_of(Session const& session, Words const& words);
/// The title, else the first speaker's name, else the type and "to be announced".
std::string headline_of(Session const& session, Schedule const& schedule, Words const& words);
/// The same as one line of a list: a person comes with the affiliation.
std::string list_title_of(Session const& session, Schedule const& schedule, Words const& words);
/// By what people call it in passing: keynotes and invited talks by the speaker, others by title.
std::string short_title_of(Session const& session, Schedule const& schedule, Words const& words);
/// The same, shorter: of a keynote or an invited talk the speaker's name alone.
std::string spoken_title_of(Session const& session, Schedule const& schedule, Words const& words);
/// Where to go for it, if the display does not say so already: it shows several rooms, or the session is
/// for everybody and in another room. Else empty.
std::string place_of(Session const& session, SlideContext const& context);
/// When it was to begin before it changed. Empty: it did not, or visitors need not know.
std::optional<Instant> earlier_start(Session const& session);
/// "Room 214", "Hall A, Hall B": all of its rooms as people say them.
std::string rooms_text(Session const& session, SlideContext const& context);
Mark mark_of(Session const& session);
Fill fill_of(Session const& session);
/// "coffee", "lunch", "posters", "questions"; empty: none fits.
std::string pictogram_of(Session const& session);
/// Who leads the session has that beside the affiliation: "Moderator, University of Paper".
std::vector<PersonCard> people_of(Session const& session, Schedule const& schedule);
PersonCard card_of(Speaker const& speaker);
/// "Ada Lovelace", "Ada Lovelace, Alan Turing and 3 more" for at most `most` names.
std::string names_of(std::vector<PersonCard> const& people, std::size_t most, Words const& words);
/// "Chris Lattner, Modular.ai"
std::string with_affiliation(PersonCard const& person);
/// The same as small print: the affiliation goes where there is no room for it.
MetaPart person_meta(PersonCard const& person);
/// names_of(people, most) as small print: with fewer names where there is less room.
MetaPart people_meta(std::vector<PersonCard> const& people, std::size_t most, Words const& words);

/// "Room 211-213" as a label and a name: {"Room", "211–213"}; "Raum 5" as {"Raum", "5"} in German.
struct RoomWords {
    std::string label, name;
};
RoomWords room_words(std::string_view room, Words const& words);
/// Both in a line: "Room 211–213", "Hall A".
std::string room_text(std::string_view room, Words const& words);

}  // namespace kiosk
