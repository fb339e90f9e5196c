#include "slides/notices.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace kiosk {
namespace {

constexpr minutes slide_before{15};   // a session that changed has a slide from here on
constexpr minutes banner_before{60};  // and a banner from here on
constexpr minutes slide_after{10};    // it has both when the change becomes known, for so long

Instant resolved(std::optional<TimeArgument> const& time, Schedule const& schedule, Instant otherwise) {
    if (!time) return otherwise;
    if (time->instant) return *time->instant;
    auto const& zone = schedule.zone();
    if (time->wall) return zone.to_instant(*time->wall);
    auto day = schedule.event().first_day;
    if (!day && !schedule.sessions().empty()) day = zone.day_of(schedule.sessions().front().when.begin);
    return day ? zone.to_instant(WallTime{*day} + *time->time_of_day) : otherwise;
}

bool concerns(Announcement const& announcement, std::vector<std::string> const& rooms) {
    if (announcement.rooms.empty() || rooms.empty()) return true;
    return std::any_of(rooms.begin(), rooms.end(), [&](std::string const& room) {
        return std::any_of(announcement.rooms.begin(), announcement.rooms.end(), [&](std::string const& other) {
            return comparison_key(other) == comparison_key(room);
        });
    });
}

bool is_in(std::string const& room, std::vector<std::string> const& rooms) {
    return rooms.empty() || std::any_of(rooms.begin(), rooms.end(), [&](std::string const& one) {
        return comparison_key(one) == comparison_key(room);
    });
}

/// A session that is late is news until it begins; one that is off or elsewhere, until it would be over.
/// People come at the time that they know.
Span news_of(Session const& session) {
    auto const planned = session.earlier && session.earlier->when ? *session.earlier->when : session.when;
    auto const begin = std::min(planned.begin, session.when.begin);
    return {begin, change_of(session) == PlanChange::other_time ? std::max(begin, session.when.begin) : session.when.end};
}

}  // namespace

PlanChange change_of(Session const& session) {
    if (session.status == Status::hidden) return PlanChange::none;
    if (session.status == Status::cancelled) return PlanChange::cancelled;
    if (!session.earlier) return PlanChange::none;
    if (!session.earlier->room.empty()) return PlanChange::other_room;
    bool const other_time = session.earlier->when && session.earlier->when->begin != session.when.begin;
    return other_time ? PlanChange::other_time : PlanChange::none;
}

std::vector<Announcement> in_second_language(std::vector<Announcement> announcements) {
    for (auto& one : announcements) {
        if (!one.second_head.empty()) one.head = one.second_head;
        if (!one.second_text.empty()) one.text = one.second_text;
    }
    return announcements;
}

NoticeBoard::NoticeBoard(Schedule const& schedule, std::vector<std::string> const& rooms, std::vector<Announcement> announcements) {
    for (auto& announcement : announcements) {
        if (!concerns(announcement, rooms)) continue;
        Span const when{resolved(announcement.from, schedule, beginning_of_time), resolved(announcement.until, schedule, end_of_time)};
        if (when.begin < when.end) posted_.push_back({std::move(announcement), when});
    }
    auto const here = schedule.in_rooms(rooms);
    for (auto const& session : schedule.sessions()) {
        auto const change = change_of(session);
        if (change == PlanChange::none) continue;
        // Who has to know that it is elsewhere now are those who come to where it was.
        bool const concerned = change == PlanChange::other_room ? is_in(session.earlier->room, rooms)
                                                                : std::find(here.begin(), here.end(), &session) != here.end();
        if (concerned) changed_.push_back(&session);
    }
    std::stable_sort(posted_.begin(), posted_.end(), [](Posted const& a, Posted const& b) { return a.when.begin < b.when.begin; });
}

Notices NoticeBoard::at(Instant t) const {
    Notices notices;
    auto const changes_at = [&](Instant instant) {
        if (instant > t) notices.until = std::min(notices.until, instant);
    };
    for (std::size_t i = 0; i < posted_.size(); ++i) {
        auto const& [announcement, when] = posted_[i];
        changes_at(when.begin);
        changes_at(when.end);
        if (!when.contains(t)) continue;
        switch (announcement.form) {
            case Announcement::Form::banner: notices.banner = &announcement; break;
            case Announcement::Form::notice: notices.slides.push_back({"notice:" + std::to_string(i + 1), &announcement, nullptr}); break;
            case Announcement::Form::emergency: notices.emergency = &announcement; break;
        }
    }
    tell_of_changes(notices, t);
    return notices;
}

void NoticeBoard::tell_of_changes(Notices& notices, Instant t) const {
    bool is_late_said = false;  // a room that runs late is one piece of news, not one a session
    for (auto const* session : changed_) {
        auto const news = news_of(*session);
        Instant const known = session->earlier ? session->earlier->known_since : beginning_of_time;
        Span const fresh{known, known == beginning_of_time ? known : std::min<Instant>(known + slide_after, news.end)};
        Span const slide{std::max<Instant>(known, news.begin - slide_before), news.end};
        Span const banner{std::max<Instant>(known, news.begin - banner_before), news.end};
        for (Instant const change : {fresh.begin, fresh.end, slide.begin, slide.end, banner.begin})
            if (change > t) notices.until = std::min(notices.until, change);
        bool const has_slide = fresh.contains(t) || slide.contains(t), has_banner = fresh.contains(t) || banner.contains(t);
        bool const is_late = change_of(*session) == PlanChange::other_time;
        if (has_slide && !(is_late && is_late_said)) notices.slides.push_back({"notice:" + session->id.value, nullptr, session});
        if (has_banner && !notices.changed) notices.changed = session;
        is_late_said = is_late_said || (is_late && has_slide);
    }
}

}  // namespace kiosk
