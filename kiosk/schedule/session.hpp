// What an event consists of. The words of this file are the words of the whole program.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.hpp"
#include "time/instant.hpp"

namespace kiosk {

enum class Kind {
    opening, keynote, invited, talk, panel, workshop, poster, competition,
    closing, break_, meal, social, service, other,
};

/// The name in `timeline --json` and in exports: "opening" … "break" … "other".
std::string_view to_word(Kind kind);
std::optional<Kind> kind_from_word(std::string_view word);
/// Nothing happens on stage: break, meal, social, service.
bool is_pause(Kind kind);

/// Where an end time came from.
enum class EndSource { given, duration, next_start, event_end, assumed };

enum class Status { confirmed, tentative, cancelled, moved, hidden };

struct SpeakerId {
    std::string value;
    friend auto operator<=>(SpeakerId const&, SpeakerId const&) = default;
};
struct RoomId {
    std::string value;
    friend auto operator<=>(RoomId const&, RoomId const&) = default;
};
struct SessionId {
    std::string value;
    friend auto operator<=>(SessionId const&, SessionId const&) = default;
};

struct Link {
    std::string text, url;
    friend bool operator==(Link const&, Link const&) = default;
};

struct Room {
    RoomId id;
    std::string name;  ///< as the schedule writes it
    friend bool operator==(Room const&, Room const&) = default;
};

struct Speaker {
    SpeakerId id;
    std::string name, affiliation, biography;
    std::string photo;  ///< as the source names it: a path or URL; empty: none
    std::vector<Link> links;
    SourceRef origin;        ///< the block that describes the person, else the row
    SourceRef photo_origin;  ///< the place that names the photo
    friend bool operator==(Speaker const&, Speaker const&) = default;
};

/// What was said of a session before it changed. Empty members: the same as now.
struct EarlierPlan {
    std::optional<Span> when;
    std::string room;  ///< a room's name
    std::string title;
    Instant known_since = beginning_of_time;  ///< when the change became known
    friend bool operator==(EarlierPlan const&, EarlierPlan const&) = default;
};

struct Session {
    SessionId id;
    std::string title;  ///< empty: the source names none
    std::string subtitle;
    Kind kind = Kind::other;
    std::string label;  ///< the source's own wording of the kind, where it has one ("Special Speaker")
    Span when;          ///< begin == end: a moment, listed but never "now"
    EndSource end_source = EndSource::given;
    std::vector<RoomId> rooms;  ///< none: all rooms
    std::vector<SpeakerId> speakers;
    std::string track, language, abstract, description, url;
    std::vector<Link> links;          ///< slides, recording, paper
    Status status = Status::confirmed;
    bool placeholder = false;         ///< who or what is still to be announced
    std::optional<SessionId> parent;  ///< the block that this is a part of
    SourceRef origin;
    std::vector<std::string> roles = {};  ///< one a speaker: "moderator", "chair", "panelist"; empty: they speak
    bool is_for_all = false;  ///< everybody is expected in its rooms: the displays of all others show it too
    std::optional<EarlierPlan> earlier = {};  ///< set where visitors should be told of a change
    friend bool operator==(Session const&, Session const&) = default;
};

/// Moderators, chairs and hosts lead a session and give no talk.
bool leads(std::string_view role);

/// What is known of the event as a whole.
struct EventFacts {
    std::string name;    ///< "ML For Systems"
    std::string series;  ///< the conference around it: "NeurIPS 2023"; may be empty
    std::string venue, room, zone_name, url, contact;
    std::string logo;    ///< as the event file names it; no source has one
    std::optional<Day> first_day;
    std::optional<minutes> opens, closes;  ///< stated hours, from midnight at the venue
    friend bool operator==(EventFacts const&, EventFacts const&) = default;
};

}  // namespace kiosk
