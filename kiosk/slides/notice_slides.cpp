// NOTICE, the banner, EMERGENCY and NIGHT, in words.
#include <algorithm>

#include "base/utf8.hpp"
#include "slides/makers.hpp"

namespace kiosk {
namespace {

/// "Room 211–213", "Hall A, Hall B".
std::string room_line(SlideContext const& context) {
    auto rooms = context.rooms;
    if (rooms.empty()) rooms.push_back(context.schedule.event().room);
    if (rooms.size() > 1) {
        std::string text;
        for (auto const& room : rooms) text += (text.empty() ? "" : ", ") + room;
        return text;
    }
    auto const [label, name] = room_words(rooms.front(), context.words);
    bool const is_said = comparison_key(rooms.front()) != comparison_key(name);  // "Hall A" has a name alone
    return is_said ? label + " " + name : name;
}

/// What comes after a session that is off.
Session const* after(Session const& session, SlideContext const& context) {
    for (auto const* other : context.programme.today)
        if (other->status != Status::cancelled && other->status != Status::hidden && other->when.begin >= session.when.end) return other;
    return nullptr;
}

NoticeSlide cancelled_slide(SlideContext const& context, Session const& session) {
    auto const& words = context.words;
    NoticeSlide slide;
    slide.tag = words[Phrase::change_to_program];
    slide.pictogram = "cancelled";
    slide.head = words[Phrase::cancelled];
    slide.text = words[Phrase::does_not_take_place];
    if (auto const* next = after(session, context))
        slide.text += " " + words.say(Phrase::continue_with, {context.time(next->when.begin), headline_of(*next, context.schedule, words)});
    slide.item.old_time = context.range(session.when);
    slide.item.type = type_of(session, words);
    slide.item.title = headline_of(session, context.schedule, words);
    auto const people = people_of(session, context.schedule);
    if (!session.title.empty()) slide.item.person = names_of(people, 3, words);
    if (slide.item.type == slide.item.title) slide.item.type.clear();
    return slide;
}

}  // namespace

std::optional<Slide> make_notice_slide(SlideContext const& context, std::string_view name) {
    for (auto const& one : context.notices.slides) {
        if (one.name != name && name != "notice") continue;
        if (one.session) return cancelled_slide(context, *one.session);
        NoticeSlide slide;
        slide.tag = context.words[Phrase::notice];
        slide.pictogram = one.announcement->pictogram;
        slide.head = one.announcement->head;
        slide.text = one.announcement->text;
        if (slide.head.empty()) std::swap(slide.head, slide.text);
        return slide;
    }
    return {};
}

std::optional<Banner> make_banner(SlideContext const& context) {
    if (auto const* posted = context.notices.banner) {
        Banner banner{posted->pictogram, posted->head, posted->text};
        if (banner.head.empty()) std::swap(banner.head, banner.text);
        return banner;
    }
    if (auto const* session = context.notices.cancelled)
        return Banner{"cancelled", context.words[Phrase::cancelled],
                      context.time(session->when.begin) + "  " + short_title_of(*session, context.schedule, context.words)};
    return {};
}

Slide make_emergency_slide(SlideContext const& context) {
    auto const& posted = *context.notices.emergency;
    auto const& words = context.words;
    EmergencySlide slide;
    slide.state = posted.state;
    slide.head = posted.head;
    slide.text = posted.text;
    if (posted.state == AnnouncementState::test) slide.tag = words[Phrase::emergency_test];
    if (posted.state == AnnouncementState::lifted) slide.tag = words[Phrase::emergency_lifted];
    if (slide.head.empty()) slide.head = words[posted.state == AnnouncementState::lifted ? Phrase::all_clear : Phrase::emergency];
    slide.room = room_line(context);
    slide.clock = context.time(context.t);
    return slide;
}

Slide make_night_slide(SlideContext const& context) {
    NightSlide slide;
    slide.room = room_line(context);
    slide.clock = context.time(context.t);
    constexpr long long places = 35;
    auto const minute = std::chrono::floor<minutes>(context.t.time_since_epoch()).count() % places;
    slide.minute = static_cast<int>((minute + places) % places);
    return slide;
}

}  // namespace kiosk
