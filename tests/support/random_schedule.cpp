#include "support/random_schedule.hpp"

#include <array>
#include <cstdio>

#include "programme/timeline.hpp"
#include "support/schedule_builder.hpp"

namespace kiosk {
namespace {

constexpr std::array kinds{Kind::talk,     Kind::talk,    Kind::talk,    Kind::keynote,
                           Kind::break_,   Kind::invited, Kind::poster,  Kind::panel,
                           Kind::meal,     Kind::opening, Kind::closing, Kind::competition,
                           Kind::workshop, Kind::social,  Kind::service, Kind::other};

std::string clock_of(int minute) {
    std::array<char, 8> text{};
    std::snprintf(text.data(), text.size(), "%02d:%02d", minute / 60 % 24, minute % 60);
    return text.data();
}

DraftPerson random_person(Chance& chance) {
    DraftPerson person;
    person.name = chance.one_in(3) ? random_line(chance, 70) : random_line(chance, 20);
    if (!chance.one_in(4)) person.affiliation = random_line(chance, chance.one_in(4) ? 200 : 40);
    if (chance.one_in(2)) person.biography = random_prose(chance, chance.one_in(3) ? 2000 : 400);
    static constexpr std::array photos{"",         "",          "upright.jpg", "upright.jpg",
                                       "wide.jpg", "small.jpg", "missing.jpg"};
    person.photo = chance.pick(photos);
    if (chance.one_in(10)) person.role = "moderator";
    return person;
}

/// 0 to 12, most often 0 to 2.
int number_of_people(Chance& chance) {
    return chance.one_in(4) ? chance.between(0, 12) : chance.between(0, 2);
}

Status random_status(Chance& chance) {
    if (chance.one_in(12)) return Status::cancelled;
    if (chance.one_in(20)) return Status::moved;
    if (chance.one_in(20)) return Status::tentative;
    return chance.one_in(30) ? Status::hidden : Status::confirmed;
}

std::string random_url(Chance& chance) {
    std::string url = "https://example.org/";
    for (int i = chance.between(0, 60); i > 0; --i) url += static_cast<char>('a' + chance.below(26));
    return url;
}

std::string random_room(Chance& chance, int number) {
    static constexpr std::array usual{"Room 211-213", "Hall A", "Room ", "Salle des fêtes ", "第", "قاعة "};
    if (chance.one_in(3)) return random_line(chance, 60) + " " + std::to_string(number);
    return chance.pick(usual) + std::to_string(number);
}

class EventMaker {
public:
    explicit EventMaker(unsigned seed) : chance_(seed) {}

    RandomEvent make() {
        facts();
        for (int i = chance_.one_in(2) ? 1 : chance_.between(2, 6); i > 0; --i)
            rooms_.push_back(random_room(chance_, i));
        if (rooms_.size() == 1) builder_.draft.event.room = rooms_.front();
        int const days = chance_.between(1, 3);
        for (int day = 0; day < days; ++day)
            if (day == 0 || !chance_.one_in(4)) add_day(day);
        return {builder_.build(), rooms_, display(), announcements()};
    }

private:
    void facts() {
        auto& event = builder_.draft.event;
        event.name = chance_.one_in(12) ? "" : random_line(chance_, chance_.one_in(3) ? 120 : 30);
        if (chance_.one_in(2)) event.series = random_line(chance_, chance_.one_in(3) ? 80 : 16);
        if (chance_.one_in(2)) event.venue = random_line(chance_, chance_.one_in(3) ? 120 : 30);
        if (chance_.one_in(2)) event.url = random_url(chance_);
        static constexpr std::array logos{"", "wide.svg", "tall.png", "opaque.png", "missing.svg"};
        event.logo = chance_.pick(logos);
        if (chance_.one_in(2)) event.contact = random_line(chance_, 60);
    }

    void add_day(int day) {
        int minute = chance_.between(2, 22) * 30;
        int const end = std::min(minute + chance_.between(1, 24) * 30, 24 * 60 - 10);
        bool const dense = chance_.one_in(4);
        while (minute < end) {
            int const length = dense ? chance_.between(2, 4) * 5 : chance_.between(1, 18) * 5;
            int const stop = std::min(minute + length, 24 * 60 - 1);
            add_session(day, minute, stop);
            if (chance_.one_in(8)) add_session(day, minute + length / 5, stop);  // beside it
            minute += length + (chance_.one_in(5) ? 25 : 0);
        }
    }

    void add_session(int day, int start, int end) {
        auto const kind = chance_.pick(kinds);
        auto const title = chance_.one_in(8) ? "" : random_title(chance_);
        auto& row = builder_.add(kind, clock_of(start), clock_of(end), title, day);
        if (chance_.one_in(4)) row.label = random_line(chance_, chance_.one_in(4) ? 60 : 16);
        if (chance_.one_in(10)) row.title = "Questions and answers";
        int const people = is_pause(kind) && !chance_.one_in(6) ? 0 : number_of_people(chance_);
        for (int i = 0; i < people; ++i) row.people.push_back(random_person(chance_));
        if (chance_.one_in(3)) row.abstract = random_prose(chance_, 600);
        if (chance_.one_in(3)) row.url = random_url(chance_);
        row.status = random_status(chance_);
        row.placeholder = (row.title.empty() && row.people.empty()) || chance_.one_in(15);
        if (rooms_.size() > 1 && !chance_.one_in(4)) row.rooms = {chance_.pick(rooms_)};
        if (chance_.one_in(8)) row.earlier = random_plan(start);
        row.is_for_all = !row.rooms.empty() && chance_.one_in(10);
    }

    /// What was said before: another time, another room, or both.
    DraftEarlier random_plan(int start) {
        DraftEarlier plan;
        if (chance_.one_in(2)) plan.room = chance_.pick(rooms_);
        int const before = std::max(0, start - chance_.between(1, 90));
        if (plan.room.empty() || chance_.one_in(2)) plan.start = ScheduleBuilder::wall(clock_of(before));
        return plan;
    }

    std::vector<std::string> display() {
        if (chance_.one_in(2)) return {};
        if (chance_.one_in(3)) return rooms_;
        return {chance_.pick(rooms_)};
    }

    std::vector<Announcement> announcements() {
        using Form = Announcement::Form;
        std::vector<Announcement> posted;
        for (auto const form : {Form::banner, Form::notice, Form::notice, Form::emergency}) {
            if (!chance_.one_in(3)) continue;
            Announcement one;
            one.form = form;
            one.head = random_line(chance_, chance_.one_in(2) ? 120 : 25);
            one.text = chance_.one_in(4) ? "" : random_line(chance_, chance_.one_in(2) ? 300 : 60);
            if (chance_.one_in(5)) std::swap(one.head, one.text);
            if (chance_.one_in(3)) one.second_head = random_line(chance_, 80);
            if (chance_.one_in(3)) one.second_text = random_line(chance_, 200);
            static constexpr std::array pictograms{"", "late", "moved", "alert", "cancelled"};
            one.pictogram = chance_.pick(pictograms);
            one.state = static_cast<AnnouncementState>(chance_.below(3));
            int const from = chance_.between(6, 18);
            one.from = parse_time_argument(clock_of(from * 60));
            one.until = parse_time_argument(clock_of((from + (form == Form::emergency ? 2 : 5)) * 60));
            posted.push_back(std::move(one));
        }
        return posted;
    }

    Chance chance_;
    ScheduleBuilder builder_;
    std::vector<std::string> rooms_;
};

}  // namespace

RandomEvent random_event(unsigned seed) { return EventMaker(seed).make(); }

std::map<std::string, Size> const& random_photos() {
    static std::map<std::string, Size> const photos{
        {"upright.jpg", {800, 1000}}, {"wide.jpg", {1600, 900}}, {"small.jpg", {60, 60}}};
    return photos;
}

std::map<std::string, LogoLook> const& random_logos() {
    constexpr Color white{255, 255, 255}, dark{20, 20, 60}, red{200, 30, 30};
    static std::map<std::string, LogoLook> const logos{
        {"wide.svg", {{600, 100}, true, true, dark, dark, red}},
        {"tall.png", {{300, 900}, false, true, white, red, white}},
        {"opaque.png", {{400, 400}, false, false, red, dark, white}}};
    return logos;
}

std::vector<Instant> random_instants(Chance& chance, Schedule const& schedule,
                                     std::vector<std::string> const& rooms) {
    ProgrammeMaker const maker(schedule, rooms);
    auto whole = maker.whole();
    whole.begin -= hours{48};
    whole.end += hours{3};
    std::map<Phase, std::vector<Span>> spans;
    for (auto const& programme : timeline(maker, whole)) spans[programme.phase].push_back(programme.valid);
    std::vector<Instant> instants;
    for (auto const& [phase, of_phase] : spans) {
        auto const span = chance.pick(of_phase);
        auto const length = std::chrono::duration_cast<seconds>(span.length()).count();
        auto const into = chance.below(static_cast<unsigned>(std::max<long long>(length, 1)));
        instants.push_back(span.begin + seconds{into});
    }
    return instants;
}

}  // namespace kiosk
