#include "base/utf8.hpp"
#include "slides/slide.hpp"

namespace kiosk {
namespace {

int count(std::string const& text) { return count_words(text); }
int count(std::vector<std::string> const& texts) {
    int words = 0;
    for (auto const& text : texts) words += count(text);
    return words;
}
int count(std::vector<MetaPart> const& parts) {
    int words = 0;
    for (auto const& part : parts) words += count(part.text);
    return words;
}
int count(std::vector<PersonCard> const& people) {
    int words = 0;
    for (auto const& person : people) words += count(person.name) + count(person.affiliation);
    return words;
}

struct Counter {
    int operator()(NowSlide const& s) const {
        int words = count(s.plate) + count(s.type) + count(s.time) + count(s.headline) + count(s.note) +
                    count(s.people) + count(s.also_now);
        for (auto const& cell : s.strip) words += count(cell.label) + count(cell.time) + count(cell.title);
        return words;
    }
    int operator()(PauseSlide const& s) const {
        return count(s.plate) + count(s.type) + count(s.time) + count(s.title) + count(s.after.label) +
               count(s.after.time) + count(s.after.type) + count(s.after.title) + count(s.after.people);
    }
    // Nobody reads a list from end to end: half its words.
    int operator()(UpcomingSlide const& s) const {
        int words = count(s.title);
        for (std::size_t i = 0; i < s.rows.size() && i < 6; ++i)
            words += count(s.rows[i].digits) + count(s.rows[i].relative) + count(s.rows[i].title) + count(s.rows[i].meta);
        return words / 2;
    }
    int operator()(DaySlide const& s) const {
        int words = count(s.title);
        for (auto const& row : s.rows) words += count(row.digits) + count(row.title);
        return words / 2;
    }
    int operator()(SpeakerSlide const& s) const {
        return count(s.person.name) + count(s.person.affiliation) + count(s.plate) + count(s.time) + count(s.title) +
               count(s.biography);
    }
    int operator()(WelcomeSlide const& s) const {
        int words = count(s.plate) + count(s.date) + count(s.headline) + count(s.event) + count(s.place);
        for (auto const& item : s.items) words += count(item.digits) + count(item.title) + count(item.meta);
        return words;
    }
    int operator()(NoticeSlide const& s) const {
        auto const& item = s.item;
        return count(s.tag) + count(s.head) + count(s.text) + count(item.time) + count(item.type) + count(item.title) + count(item.person);
    }
    int operator()(EmergencySlide const& s) const { return count(s.tag) + count(s.head) + count(s.text); }
    int operator()(NightSlide const&) const { return 0; }
    int operator()(DirectorySlide const& s) const {
        int words = count(s.title);
        for (auto const& room : s.rooms)
            words += count(room.name) + count(room.type) + count(room.until) + count(room.title) + count(room.person) + count(room.next_title);
        return words;
    }
    int operator()(EndSlide const& s) const {
        return count(s.plate) + count(s.date) + count(s.headline) + count(s.text) + count(s.lines);
    }
};

}  // namespace

int words_to_read(Slide const& slide) { return std::visit(Counter{}, slide); }

}  // namespace kiosk
