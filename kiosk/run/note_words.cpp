#include "run/note_words.hpp"

#include "words/times.hpp"

namespace kiosk {
namespace {

Announcement banner(std::string pictogram, Span shown) {
    Announcement one;
    one.form = Announcement::Form::banner;
    one.pictogram = std::move(pictogram);
    one.from = TimeArgument{};
    one.from->instant = shown.begin;
    one.until = TimeArgument{};
    one.until->instant = shown.end;
    return one;
}

/// "Running 10 min late", and from when on no more.
std::pair<std::string, std::string> words_of(DelayNote const& note, Schedule const& schedule, Words const& words) {
    auto head = words.say(Phrase::running_late, {length_text(note.late, words)});
    if (!note.on_time_from) return {std::move(head), {}};
    return {std::move(head), words.say(Phrase::on_time_from, {time_text(schedule.zone().to_wall(*note.on_time_from), words)})};
}

}  // namespace

std::vector<Announcement> announcements_of(Adjusted const& adjusted, Schedule const& schedule, std::vector<Words> const& languages) {
    std::vector<Announcement> all;
    for (auto const& note : adjusted.delays) {
        if (note.late <= minutes{0}) continue;  // early: the new times say it
        auto one = banner("late", note.shown);
        for (auto const& room : note.rooms) one.rooms.push_back(schedule.room(room).name);
        std::tie(one.head, one.text) = words_of(note, schedule, languages.front());
        if (languages.size() > 1) std::tie(one.second_head, one.second_text) = words_of(note, schedule, languages[1]);
        all.push_back(std::move(one));
    }
    for (auto const& note : adjusted.full) {
        auto one = banner("", note.shown);
        one.rooms = note.rooms;
        one.head = languages.front()[Phrase::full];
        one.text = note.text;
        if (languages.size() > 1) one.second_head = languages[1][Phrase::full];
        all.push_back(std::move(one));
    }
    return all;
}

}  // namespace kiosk
