#include "slides/notices.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace kiosk {
namespace {

constexpr minutes slide_before{15};   // a session that is off has a slide from here on
constexpr minutes banner_before{60};  // and a banner from here on

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

}  // namespace

NoticeBoard::NoticeBoard(Schedule const& schedule, std::vector<std::string> const& rooms, std::vector<Announcement> announcements) {
    for (auto& announcement : announcements) {
        if (!concerns(announcement, rooms)) continue;
        Span const when{resolved(announcement.from, schedule, beginning_of_time), resolved(announcement.until, schedule, end_of_time)};
        if (when.begin < when.end) posted_.push_back({std::move(announcement), when});
    }
    std::stable_sort(posted_.begin(), posted_.end(), [](Posted const& a, Posted const& b) { return a.when.begin < b.when.begin; });
}

Notices NoticeBoard::at(Instant t, Programme const& programme) const {
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
    for (auto const* session : programme.today) {
        if (session->status != Status::cancelled) continue;
        Span const slide{session->when.begin - slide_before, session->when.end}, banner{session->when.begin - banner_before, session->when.end};
        for (Instant const change : {slide.begin, slide.end, banner.begin}) changes_at(change);
        if (slide.contains(t)) notices.slides.push_back({"notice:" + session->id.value, nullptr, session});
        if (banner.contains(t) && !notices.cancelled) notices.cancelled = session;
    }
    return notices;
}

}  // namespace kiosk
