// DIRECTORY: several rooms, in words.
#include <algorithm>

#include "slides/makers.hpp"

namespace kiosk {
namespace {

constexpr std::size_t rooms_of_a_page = 4;

DirectoryRoom room_at(SlideContext const& context, RoomProgramme const& room) {
    auto const& words = context.words;
    auto const programme = room.programme.at(context.t);
    DirectoryRoom shown;
    shown.name = room_words(room.name, words).name;
    if (!programme.now.empty()) {
        Session const& session = *programme.now.front();
        shown.fill = fill_of(session);
        shown.type = type_of(session, words);
        shown.until = words.say(Phrase::until, {context.time(session.when.end)});
        shown.title = headline_of(session, context.schedule, words);
        auto const people = people_of(session, context.schedule);
        if (people.size() == 1 && !session.title.empty()) shown.person = with_affiliation(people.front());
        if (people.size() > 1) shown.person = names_of(people, 2, words);
        auto const all = std::chrono::ceil<minutes>(session.when.length()).count();
        auto const left = std::chrono::ceil<minutes>(session.when.end - context.t).count();
        if (all > 0) shown.level = static_cast<int>(std::clamp<long long>(left * 1000 / all, 0, 1000));
        if (shown.type == shown.title) shown.type.clear();
    }
    if (!programme.next.empty()) {
        Session const& next = *programme.next.front();
        shown.next_label = words[Phrase::next];
        shown.next_time = context.time(next.when.begin);
        shown.next_title = list_title_of(next, context.schedule, words);
        shown.next_is_pause = is_pause(next.kind);
        if (programme.now.empty()) shown.type = words.say(Phrase::nothing_until, {context.time(next.when.begin)});
    } else if (programme.now.empty()) {
        shown.type = words[Phrase::nothing_today];
    }
    return shown;
}

}  // namespace

std::size_t directory_pages(SlideContext const& context) {
    return (context.directory.size() + rooms_of_a_page - 1) / rooms_of_a_page;
}

std::optional<Slide> make_directory_slide(SlideContext const& context, std::size_t page) {
    if (page >= directory_pages(context)) return {};
    auto const& event = context.schedule.event();
    DirectorySlide slide;
    slide.title = context.words[Phrase::rooms_now];
    slide.event = event.name + (event.series.empty() ? "" : "  ·  " + event.series);
    slide.logo = event.logo;
    auto const clock = clock_reading(context.wall(context.t), context.words);
    auto const day = short_day(date::floor<date::days>(context.wall(context.t)), context.words);
    slide.clock = clock.digits;
    slide.clock_note = clock.half.empty() ? day : clock.half + "  ·  " + day;
    // Pages as even as can be: five rooms are three and two, not four and one.
    auto const count = context.directory.size(), pages = directory_pages(context);
    auto const first = page * count / pages, last = (page + 1) * count / pages;
    for (auto i = first; i < last; ++i) slide.rooms.push_back(room_at(context, context.directory[i]));
    return slide;
}

}  // namespace kiosk
