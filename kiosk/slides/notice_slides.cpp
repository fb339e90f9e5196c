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
    return room_text(rooms.front(), context.words);
}

/// What comes after a session that is off.
Session const* after(Session const& session, SlideContext const& context) {
    for (auto const* other : context.programme.today)
        if (other->status != Status::cancelled && other->status != Status::hidden && other->when.begin >= session.when.end) return other;
    return nullptr;
}

/// The session that a notice is about.
NoticeSlide::Item item_of(SlideContext const& context, Session const& session) {
    auto const& words = context.words;
    NoticeSlide::Item item;
    item.type = type_of(session, words);
    item.title = headline_of(session, context.schedule, words);
    if (!session.title.empty()) item.person = names_of(people_of(session, context.schedule), 3, words);
    if (item.type == item.title) item.type.clear();
    if (change_of(session) == PlanChange::cancelled) {
        item.old_time = context.range(session.when);
        return item;
    }
    item.time = context.range(session.when);
    if (auto const old = earlier_start(session)) item.old_time = context.time(*old);
    return item;
}

/// "Delayed by 10 min"; much later, or earlier: only that the time is new.
std::string time_head(SlideContext const& context, Session const& session) {
    constexpr hours longest_delay{3};
    auto const delay = session.when.begin - session.earlier->when->begin;
    if (delay <= milliseconds{0} || delay > longest_delay) return context.words[Phrase::new_time];
    return context.words.say(Phrase::delayed_by, {length_text(delay, context.words)});
}

NoticeSlide cancelled_slide(SlideContext const& context, Session const& session) {
    auto const& words = context.words;
    NoticeSlide slide{words[Phrase::change_to_program], "cancelled", words[Phrase::cancelled], words[Phrase::does_not_take_place], {}};
    if (auto const* next = after(session, context))
        slide.text += " " + words.say(Phrase::continue_with, {context.time(next->when.begin), headline_of(*next, context.schedule, words)});
    return slide;
}

NoticeSlide other_room_slide(SlideContext const& context, Session const& session) {
    auto const& words = context.words;
    auto const room = rooms_text(session, context);
    return {words[Phrase::room_change], "moved", words.say(Phrase::moved_to, {room}), words.say(Phrase::please_go_to, {room}), {}};
}

NoticeSlide other_time_slide(SlideContext const& context, Session const& session) {
    auto const& words = context.words;
    auto const old = context.time(session.earlier->when->begin);
    return {words[Phrase::change_to_program], "late", time_head(context, session),
            words.say(Phrase::starts_at, {context.time(session.when.begin)}) + " " + words.say(Phrase::instead_of, {old}), {}};
}

NoticeSlide changed_slide(SlideContext const& context, Session const& session) {
    auto slide = change_of(session) == PlanChange::cancelled    ? cancelled_slide(context, session)
                 : change_of(session) == PlanChange::other_room ? other_room_slide(context, session)
                                                                : other_time_slide(context, session);
    slide.item = item_of(context, session);
    return slide;
}

/// "Cancelled  1:30 PM  Ways and means", "Delayed by 10 min  Ways and means starts at 1:40 PM".
Banner changed_banner(SlideContext const& context, Session const& session) {
    auto const& words = context.words;
    auto const title = spoken_title_of(session, context.schedule, words);
    switch (change_of(session)) {
        case PlanChange::other_room:
            return {"moved", words.say(Phrase::moved_to, {rooms_text(session, context)}), context.time(session.when.begin) + "  " + title};
        case PlanChange::other_time:
            return {"late", time_head(context, session), words.say(Phrase::item_starts_at, {title, context.time(session.when.begin)})};
        case PlanChange::cancelled:
        case PlanChange::none: break;
    }
    return {"cancelled", words[Phrase::cancelled], context.time(session.when.begin) + "  " + title};
}

}  // namespace

std::optional<Slide> make_notice_slide(SlideContext const& context, std::string_view name) {
    for (auto const& one : context.notices.slides) {
        if (one.name != name && name != "notice") continue;
        if (one.session) return changed_slide(context, *one.session);
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
    if (auto const* session = context.notices.changed) return changed_banner(context, *session);
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

EmergencySlide in_both_languages(EmergencySlide slide, EmergencySlide const& second) {
    if (second.tag != slide.tag) slide.tag += "  /  " + second.tag;
    if (second.head != slide.head) slide.second_head = second.head;
    if (second.text != slide.text) slide.second_text = second.text;
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
