// A schedule while commands change it, one after the other.
#include "command/working_plan.hpp"

#include <algorithm>
#include <unordered_map>

#include "command/targets.hpp"

namespace kiosk {

WorkingPlan::WorkingPlan(Schedule const& schedule) : schedule_(schedule) {
    std::unordered_map<std::string, std::size_t> index;
    for (auto const& session : schedule.sessions()) {
        index.emplace(session.id.value, sessions_.size());
        sessions_.push_back({&session,
                             session.when,
                             session.when,
                             session.rooms,
                             session.title,
                             session.status,
                             beginning_of_time,
                             {}});
    }
    for (std::size_t i = 0; i < sessions_.size(); ++i) {
        auto const& parent = sessions_[i].original->parent;
        if (!parent) continue;
        auto const block = index.find(parent->value);
        if (block != index.end() && block->second != i) sessions_[block->second].parts.push_back(i);
    }
}

void WorkingPlan::retime(std::size_t i, Span when, Instant at) {
    auto& session = sessions_[i];
    if (session.when == when) return;
    session.when = when;
    session.known_since = at;
}

void WorkingPlan::cancel(std::size_t i, Instant at) {
    auto& session = sessions_[i];
    if (session.status == Status::cancelled) return;
    session.status = Status::cancelled;
    session.known_since = at;
}

void WorkingPlan::retitle(std::size_t i, std::string title, Instant at) {
    auto& session = sessions_[i];
    if (session.title == title) return;
    session.title = std::move(title);
    session.known_since = at;
}

void WorkingPlan::move_to(std::size_t i, Instant start, Instant at) {
    auto& session = sessions_[i];
    session.planned = {start, start + session.planned.length()};
    retime(i, session.planned, at);
}

void WorkingPlan::move_into(std::size_t i, std::vector<std::string> const& rooms, Instant at) {
    auto& session = sessions_[i];
    auto const ids = room_ids_of(rooms);
    if (session.rooms == ids) return;
    for (std::size_t k = 0; k < rooms.size(); ++k) added_rooms_.push_back({ids[k], rooms[k]});
    session.rooms = ids;
    session.known_since = at;
}

void WorkingPlan::fit_blocks(Instant at) {
    for (std::size_t i = 0; i < sessions_.size(); ++i) {
        if (!is_block(i)) continue;
        auto const& block = sessions_[i];
        PlannedSession const *first = nullptr, *last = nullptr;
        for (auto const k : block.parts) {
            auto const& part = sessions_[k];
            bool const is_inside =
                block.planned.begin <= part.planned.begin && part.planned.end <= block.planned.end;
            if (!is_inside || part.status == Status::cancelled || part.status == Status::hidden) continue;
            if (!first || part.planned.begin < first->planned.begin) first = &part;
            if (!last || part.planned.end > last->planned.end) last = &part;
        }
        if (!first) continue;
        auto const begin = block.planned.begin + (first->when.begin - first->planned.begin);
        auto const end = block.planned.end + (last->when.end - last->planned.end);
        retime(i, {begin, std::max(begin, end)}, at);
    }
}

std::vector<std::size_t> WorkingPlan::with_parts(std::size_t i) const {
    std::vector<std::size_t> all{i};
    for (std::size_t done = 0; done < all.size(); ++done)
        for (auto const part : sessions_[all[done]].parts)
            if (std::find(all.begin(), all.end(), part) == all.end()) all.push_back(part);
    return all;
}

bool WorkingPlan::is_block(std::size_t i) const {
    return std::any_of(sessions_[i].parts.begin(), sessions_[i].parts.end(), [&](std::size_t part) {
        auto const status = sessions_[part].status;
        return status != Status::cancelled && status != Status::hidden;
    });
}

std::optional<Schedule> WorkingPlan::changed() const {
    auto const is_changed = [](PlannedSession const& session) {
        return session.known_since != beginning_of_time;
    };
    if (std::none_of(sessions_.begin(), sessions_.end(), is_changed)) return {};
    std::vector<Session> sessions;
    sessions.reserve(sessions_.size());
    for (auto const& session : sessions_)
        sessions.push_back(is_changed(session) ? changed(session) : *session.original);
    return schedule_.with_sessions(std::move(sessions), added_rooms_);
}

Session WorkingPlan::changed(PlannedSession const& session) const {
    auto const& original = *session.original;
    bool const is_as_it_was = session.when == original.when && session.rooms == original.rooms &&
                              session.title == original.title && session.status == original.status;
    if (is_as_it_was) return original;
    auto now = original;
    // Where the source told of a change itself, visitors were told that earlier plan.
    auto earlier = original.earlier.value_or(EarlierPlan{});
    if (session.when != original.when && !earlier.when) earlier.when = original.when;
    if (session.rooms != original.rooms && earlier.room.empty()) earlier.room = names_of(original.rooms);
    if (session.title != original.title && earlier.title.empty()) earlier.title = original.title;
    earlier.known_since = session.known_since;
    now.when = session.when;
    now.rooms = session.rooms;
    now.title = session.title;
    now.status = session.status;
    now.earlier = std::move(earlier);
    return now;
}

std::string WorkingPlan::names_of(std::vector<RoomId> const& rooms) const {
    std::string names;
    for (auto const& room : rooms) names += (names.empty() ? "" : ", ") + schedule_.room(room).name;
    return names;
}

}  // namespace kiosk
