// Sessions that commands are about, and how they are found again.
#include "command/targets.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "schedule/ends.hpp"

namespace kiosk {
namespace {

constexpr std::size_t longest_title = 200;  // characters of a title that is kept
constexpr std::size_t longest_id = 500;     // bytes of an id that is kept: start and title do for others

bool is_titled(Session const& session, TargetSession const& target) {
    return kept_title(session.title) == target.title;
}
bool is_started(Session const& session, TargetSession const& target) {
    return std::chrono::floor<seconds>(session.when.begin) == target.start;
}

std::optional<std::size_t> the_one(Schedule const& schedule, auto const& is_meant) {
    auto const& sessions = schedule.sessions();
    auto const first = std::find_if(sessions.begin(), sessions.end(), is_meant);
    if (first == sessions.end() || std::find_if(std::next(first), sessions.end(), is_meant) != sessions.end())
        return {};
    return static_cast<std::size_t>(first - sessions.begin());
}

}  // namespace

std::string kept_title(std::string_view title) {
    auto const points = decode_utf8(title.substr(0, 8 * longest_title));
    return clean_line(points.size() <= longest_title ? title.substr(0, 8 * longest_title)
                                                     : title.substr(0, points[longest_title].begin));
}

TargetSession target_of(Session const& session, TargetSession::Part part) {
    auto const& id = session.id.value;
    // What does not survive as one word of a file is matched by start and title.
    bool const is_kept = id.size() <= longest_id && clean_line(id) == id;
    return {part,
            {is_kept ? id : std::string()},
            std::chrono::floor<seconds>(session.when.begin),
            kept_title(session.title)};
}

std::optional<std::size_t> find_target(Schedule const& schedule, TargetSession const& target) {
    auto const by_id = the_one(schedule, [&](Session const& session) { return session.id == target.id; });
    if (by_id) {
        auto const& session = schedule.sessions()[*by_id];
        if (is_started(session, target) || is_titled(session, target)) return by_id;
    }
    return the_one(schedule, [&](Session const& session) {
        return is_started(session, target) && is_titled(session, target);
    });
}

Day day_spoken_of(Schedule const& schedule, Instant t) {
    auto const& zone = schedule.zone();
    auto day = logical_day(t, zone);
    std::optional<Day> next, last;
    for (auto const& session : schedule.sessions()) {
        last = logical_day(session.when.begin, zone);
        if (!next && *last >= day) next = last;
    }
    return next ? *next : last.value_or(day);
}

Instant resolved_on(TimeArgument const& time, Day day, Zone const& zone) {
    if (time.instant) return *time.instant;
    if (time.wall) return zone.to_instant(*time.wall);
    auto const clock = time.time_of_day.value_or(seconds{0});
    auto const instant = zone.to_instant(WallTime{day} + clock);
    return logical_day(instant, zone) < day ? zone.to_instant(WallTime{day + date::days{1}} + clock)
                                            : instant;
}

bool is_in_one_of(Session const& session, std::vector<RoomId> const& rooms) {
    return session.rooms.empty() ||
           std::any_of(session.rooms.begin(), session.rooms.end(), [&](RoomId const& room) {
               return std::find(rooms.begin(), rooms.end(), room) != rooms.end();
           });
}

std::vector<RoomId> room_ids_of(std::vector<std::string> const& names) {
    std::vector<RoomId> ids;
    for (auto const& name : names) ids.push_back(room_id_of(name));
    return ids;
}

bool is_to_take_place(Session const& session) {
    return session.status != Status::cancelled && session.status != Status::hidden;
}

}  // namespace kiosk
