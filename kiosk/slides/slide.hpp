// What a slide says, in its final words. Where it stands on the screen is layout's business.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "settings/settings.hpp"

namespace kiosk {

/// The sign before a row; a word always goes with it.
enum class Mark { keynote, invited, talk, posters, competition, pause, other };

/// How the level and the plates are filled.
enum class Fill {
    accent,  ///< something is on
    fog,     ///< a pause, or waiting
    none,    ///< over
};

struct PersonCard {
    std::string name, affiliation;
    std::string photo;      ///< name of the image; empty, or unknown to Metrics: initials are drawn
    std::string initials;
    friend bool operator==(PersonCard const&, PersonCard const&) = default;
};

/// "Next 10:55 AM  Coffee Break"
struct StripCell {
    std::string label, time, title;
    bool is_pause = false;
    friend bool operator==(StripCell const&, StripCell const&) = default;
};

struct DayRow {
    std::string digits;
    Mark mark = Mark::other;
    std::string title;
    enum class State { past, current, ahead } state = State::ahead;
    bool is_pause = false;
    bool is_afternoon = false;
    bool is_cancelled = false;
    Fill fill = Fill::accent;  ///< of the bar while it is current
    friend bool operator==(DayRow const&, DayRow const&) = default;
};

enum class HeadlineIs { title, person };

/// What is on: a talk, a keynote, a panel.
struct NowSlide {
    std::string plate, type, time;
    std::string headline;
    HeadlineIs headline_is = HeadlineIs::title;
    std::string note;                     ///< under the headline: "Name to be announced"
    bool is_announced = true;             ///< false: a silhouette instead of a photo
    std::vector<PersonCard> people;       ///< the headline's person first
    std::string names;                    ///< theirs, in a line; "with …" where the headline is one of them
    std::string also_now;                 ///< "Also now: …", what else is on in the same room; empty: nothing
    std::vector<StripCell> strip;         ///< one or two cells: next, then
    std::string ahead_title;              ///< over the list that wide screens have instead of the strip
    std::vector<DayRow> ahead;            ///< what comes today
    friend bool operator==(NowSlide const&, NowSlide const&) = default;
};

/// A break, a meal, posters: nothing to sit down for.
struct PauseSlide {
    std::string plate, type, time, title;
    std::string pictogram;  ///< name of the pictogram; empty: none
    Fill fill = Fill::fog;
    /// What comes after it; an empty time: nothing does.
    struct After {
        std::string label, time, type, title;
        std::string who;  ///< in a line
        std::vector<PersonCard> people;
        std::string old_time = {};  ///< what it was before, struck out; empty: the same
        friend bool operator==(After const&, After const&) = default;
    } after;
    friend bool operator==(PauseSlide const&, PauseSlide const&) = default;
};

/// One fact in small print. Where it does not fit it is said in fewer words, or left out; never cut.
struct MetaPart {
    MetaPart(std::string text_, std::vector<std::string> shorter_ = {})
        : text(std::move(text_)), shorter(std::move(shorter_)) {}
    std::string text;
    std::vector<std::string> shorter;  ///< the same in fewer and fewer words
    friend bool operator==(MetaPart const&, MetaPart const&) = default;
};

struct UpcomingRow {
    std::string digits, half, relative;
    Mark mark = Mark::other;
    std::string title;
    std::vector<MetaPart> meta;  ///< the most important first
    std::string photo;           ///< as in PersonCard
    bool is_pause = false;
    friend bool operator==(UpcomingRow const&, UpcomingRow const&) = default;
};

struct UpcomingSlide {
    std::string title;
    std::vector<UpcomingRow> rows;
    std::string end_note;  ///< what to say after the last row: "Ends 5:00 PM"
    friend bool operator==(UpcomingSlide const&, UpcomingSlide const&) = default;
};

struct DaySlide {
    std::string title, morning, afternoon;
    std::vector<DayRow> rows;
    friend bool operator==(DaySlide const&, DaySlide const&) = default;
};

struct SpeakerSlide {
    PersonCard person;
    Fill fill = Fill::accent;  ///< of the plate
    std::string plate, time, relative, title, biography;
    std::string url;  ///< of the session, for phones; empty: none
    friend bool operator==(SpeakerSlide const&, SpeakerSlide const&) = default;
};

struct WelcomeItem {
    std::string digits, half, title;
    std::vector<MetaPart> meta;  ///< the most important first
    std::string photo;           ///< as in PersonCard
    friend bool operator==(WelcomeItem const&, WelcomeItem const&) = default;
};

/// Before the first session, and in gaps.
struct WelcomeSlide {
    std::string plate, date, headline, event, place;
    std::string logo;  ///< name of the event's logo; empty, or unknown to Metrics: none is drawn
    Fill fill = Fill::accent;
    std::vector<WelcomeItem> items;  ///< at most three
    friend bool operator==(WelcomeSlide const&, WelcomeSlide const&) = default;
};

/// After the last session of the day or of the event; also what is left without any schedule.
struct EndSlide {
    std::string plate, date, headline, text;
    std::vector<std::string> lines;  ///< link and contact
    std::string url;                 ///< the link whole, for phones; empty: none
    std::string logo;                ///< as in WelcomeSlide
    friend bool operator==(EndSlide const&, EndSlide const&) = default;
};

/// A change, or word from the organiser: the stage turned inside out.
struct NoticeSlide {
    std::string tag, pictogram, head, text;
    /// The session it is about; an empty title: none.
    struct Item {
        std::string old_time, time, type, title, person;
        friend bool operator==(Item const&, Item const&) = default;
    } item;
    friend bool operator==(NoticeSlide const&, NoticeSlide const&) = default;
};

/// Instead of everything, spine included.
struct EmergencySlide {
    AnnouncementState state = AnnouncementState::real;
    std::string tag, head, text, room, clock;
    std::string second_head, second_text;  ///< the same in the event's second language; empty: it is the same
    friend bool operator==(EmergencySlide const&, EmergencySlide const&) = default;
};

/// Next to nothing, while nobody looks. The whole screen.
struct NightSlide {
    std::string room, clock;
    int minute = 0;  ///< 0 to 34: the place
    friend bool operator==(NightSlide const&, NightSlide const&) = default;
};

struct DirectoryRoom {
    std::string name;
    Fill fill = Fill::none;
    int level = 0;  ///< 0 to 1000
    std::string type, until, title, person;
    std::string next_label, next_time, next_title;  ///< an empty time: nothing more
    bool next_is_pause = false;
    friend bool operator==(DirectoryRoom const&, DirectoryRoom const&) = default;
};

/// Several rooms side by side. The whole screen.
struct DirectorySlide {
    std::string title, event, clock, clock_note;
    std::string logo;                  ///< as in WelcomeSlide
    std::vector<DirectoryRoom> rooms;  ///< at most four
    friend bool operator==(DirectorySlide const&, DirectorySlide const&) = default;
};

using Slide = std::variant<NowSlide, PauseSlide, UpcomingSlide, DaySlide, SpeakerSlide, WelcomeSlide, EndSlide, NoticeSlide,
                           EmergencySlide, NightSlide, DirectorySlide>;

/// A strip over every slide.
struct Banner {
    std::string pictogram, head, text;
    friend bool operator==(Banner const&, Banner const&) = default;
};

/// Which of the kinds of slide in turn this one is.
struct Pager {
    int count = 0;    ///< under 2: not drawn
    int current = 0;  ///< from 0
    friend bool operator==(Pager const&, Pager const&) = default;
};

/// The column that never changes slides: where, when, how long.
struct Spine {
    std::string room_label, room;
    std::string event, series;
    std::string clock;       ///< "10:28"
    std::string clock_note;  ///< "AM · Sat, Dec 16"
    bool is_simulated = false;
    std::string simulated_label;  ///< what to say while it is
    Fill fill = Fill::none;
    int level = 0;  ///< 0 (empty) to 1000 (full)
    /// "27 min left": numbers large, what stands behind them small, in turn; words before the first
    /// number come without one. Empty: none.
    struct RidePart {
        std::string number, unit;
        friend bool operator==(RidePart const&, RidePart const&) = default;
    };
    std::vector<RidePart> ride;
    std::string until;       ///< "until 10:55 AM"; over: "Ended 5:00 PM"
    std::string now_label, now;  ///< shown while the stage shows something else; empty: none
    friend bool operator==(Spine const&, Spine const&) = default;
};

/// Which way the interface reads; the layout of one that reads from the right is mirrored.
enum class Reading { left_to_right, right_to_left };

/// Everything that is on one screen, in words.
struct Scene {
    Spine spine;
    Slide slide;
    std::optional<Banner> banner;
    Pager pager;
    std::string status = {};  ///< what is to be known of these words: "Times as planned"; empty: nothing
    Reading reading = Reading::left_to_right;
    friend bool operator==(Scene const&, Scene const&) = default;
};

/// Words to read on a slide; lists count half theirs. For the time that it stays.
int words_to_read(Slide const& slide);

}  // namespace kiosk
