// How a delay goes through a day: what begins later, and which pause takes the delay up.
#include "command/lateness.hpp"

#include <algorithm>
#include <map>
#include <numeric>

#include "schedule/ends.hpp"

namespace kiosk {
namespace {

constexpr minutes shortest_pause{5}, shortest_meal{30}, shortest_hole{5}, late_of_others{60};

/// How short a pause of this plan may become.
milliseconds shortest(PlannedSession const& pause) {
    bool const is_long = pause.original->kind == Kind::meal || pause.original->kind == Kind::social;
    return std::min<milliseconds>(pause.planned.length(), is_long ? shortest_meal : shortest_pause);
}

/// A room on its way through the day.
struct LateRoom {
    RoomId id;
    milliseconds late{0};
    std::optional<Instant> planned_end;  ///< of what came before; empty: nothing since `from`
    std::optional<Instant> last_end;     ///< of what was late
    DelayNote note{};
};

/// A session of that day, and its rooms as indices.
struct DayItem {
    std::size_t session;
    std::vector<std::size_t> rooms;
    std::vector<std::size_t> alone_in;  ///< those of the rooms in which no stage is busy then
    bool is_fixed = false;              ///< in every room, while only some are late
};

class DayInRooms {
public:
    DayInRooms(WorkingPlan& plan, Lateness const& lateness) : plan_(plan), lateness_(lateness) {
        auto const& known = plan.schedule().rooms();
        if (!lateness.rooms.empty() && !known.empty())
            for (auto const& room : lateness.rooms) rooms_.push_back({room, lateness.late, {}, {}});
        else
            for (auto const& room : known) rooms_.push_back({room.id, lateness.late, {}, {}});
        if (rooms_.empty()) rooms_.push_back({{}, lateness.late, {}, {}});
        is_of_some_rooms_ = !lateness.rooms.empty() && !known.empty();
        collect_items();
        find_items_alone();
        is_on_elsewhere_ = std::any_of(items_.begin(), items_.end(), [&](DayItem const& item) { return plan_[item.session].when.contains(lateness_.from); });
    }

    std::vector<DelayNote> run() {
        for (auto const& item : items_) pass(item);
        plan_.fit_blocks(lateness_.at);
        std::vector<DelayNote> notes;
        for (auto const& room : rooms_)
            if (room.last_end && lateness_.late != seconds{0}) notes.push_back(finished(room));
        return notes;
    }

private:
    void collect_items() {
        auto const& zone = plan_.schedule().zone();
        auto const day = logical_day(lateness_.from, zone);
        for (std::size_t i = 0; i < plan_.sessions().size(); ++i) {
            auto const& session = plan_[i];
            bool const is_off = session.status == Status::cancelled || session.status == Status::hidden;
            if (is_off || plan_.is_block(i)) continue;
            if (logical_day(session.planned.begin, zone) != day && !session.when.contains(lateness_.from))
                continue;
            DayItem item{i, {}, {}, is_of_some_rooms_ && session.rooms.empty()};
            for (std::size_t k = 0; k < rooms_.size(); ++k)
                if (session.rooms.empty() || rooms_[k].id.value.empty() ||
                    std::find(session.rooms.begin(), session.rooms.end(), rooms_[k].id) !=
                        session.rooms.end())
                    item.rooms.push_back(k);
            if (!item.rooms.empty()) items_.push_back(std::move(item));
        }
        std::stable_sort(items_.begin(), items_.end(), [&](DayItem const& a, DayItem const& b) {
            return plan_[a.session].planned.begin < plan_[b.session].planned.begin;
        });
    }

    bool is_pause_in_plan(DayItem const& item) const { return is_pause(plan_[item.session].original->kind); }

    /// Once from the morning on for what began before, once from the evening back for what begins after.
    void find_items_alone() {
        std::vector<Instant> ends(rooms_.size(), beginning_of_time), next_begins(rooms_.size(), end_of_time);
        for (auto& item : items_) {
            auto const& when = plan_[item.session].planned;
            for (auto const room : item.rooms) {
                if (ends[room] <= when.begin) item.alone_in.push_back(room);
                if (!is_pause_in_plan(item)) ends[room] = std::max(ends[room], when.end);
            }
        }
        for (auto item = items_.rbegin(); item != items_.rend(); ++item) {
            auto const& when = plan_[item->session].planned;
            std::erase_if(item->alone_in, [&](std::size_t room) { return next_begins[room] < when.end; });
            if (is_pause_in_plan(*item)) continue;
            for (auto const room : item->rooms) next_begins[room] = when.begin;
        }
    }

    void pass(DayItem const& item) {
        auto const& session = plan_[item.session];
        if (session.when.end <= lateness_.from) return;
        if (session.when.begin <= lateness_.from) return pass_running(item);
        for (auto const room : item.rooms) pass_hole(rooms_[room], session.planned.begin);
        bool const is_pause_now =
            is_pause(session.original->kind) && session.planned.begin < session.planned.end;
        if (item.is_fixed)
            pass_fixed(item, is_pause_now);
        else if (!is_pause_now)
            pass_later(item);
        else if (!item.alone_in.empty())
            pass_pause(item);
        else
            return plan_.retime(item.session, session.planned, lateness_.at);
        for (auto const room : item.rooms) {
            auto& end = rooms_[room].planned_end;
            end = std::max(end.value_or(beginning_of_time), session.planned.end);
        }
    }

    void pass_running(DayItem const& item) {
        bool const is_beside = is_pause_in_plan(item) && item.alone_in.empty();
        if (is_beside || item.is_fixed || (lateness_.running && *lateness_.running != item.session)) return;
        auto const& session = plan_[item.session];
        plan_.retime(item.session,
                     {session.when.begin, std::max(lateness_.from, session.planned.end + lateness_.late)},
                     lateness_.at);
        for (auto const room : item.rooms) {
            auto& state = rooms_[room];
            state.note.running = session.original->id;
            state.planned_end = std::max(state.planned_end.value_or(beginning_of_time), session.planned.end);
            is_late_until(state, session.when.end);
        }
    }

    void pass_hole(LateRoom& room, Instant next) {
        bool const is_of_others = !room.planned_end && is_on_elsewhere_ && next - lateness_.from > late_of_others;
        if (is_of_others) take_up(room, milliseconds{0}, {}, next);
        if (!room.planned_end) return;
        auto const to_spare = next - *room.planned_end - shortest_hole;
        if (to_spare > milliseconds{0}) take_up(room, room.late - to_spare, {}, next);
    }

    void pass_later(DayItem const& item) {
        auto const late = lateness_of(item);
        auto const& planned = plan_[item.session].planned;
        auto const begin = std::max(lateness_.from, planned.begin + late);
        plan_.retime(item.session, {begin, std::max(begin, planned.end + late)}, lateness_.at);
        for (auto const room : item.rooms) is_late_until(rooms_[room], plan_[item.session].when.end);
    }

    void pass_pause(DayItem const& item) {
        auto const late = lateness_of(item);
        auto const& pause = plan_[item.session];
        auto const planned = pause.planned;
        auto const begin = std::max(lateness_.from, planned.begin + late);
        // Where even the shortest pause would make the rest later than was said, the operator's word counts.
        auto const end = std::min(std::max(planned.end, begin + shortest(pause)),
                                  std::max(begin, planned.end + std::max(late, milliseconds{0})));
        plan_.retime(item.session, {begin, end}, lateness_.at);
        for (auto const room : item.rooms) is_late_until(rooms_[room], end);
        for (auto const room : item.alone_in)
            take_up(rooms_[room], end - planned.end, pause.original->id, planned.end);
    }

    void pass_fixed(DayItem const& item, bool is_a_pause) {
        auto const& session = plan_[item.session];
        auto const own = session.when.end - session.planned.end;  // of a delay of all rooms, said before
        auto const to_spare = session.planned.length() - shortest(session);
        for (auto const room : is_a_pause ? item.alone_in : item.rooms) {
            auto& state = rooms_[room];
            if (is_a_pause)
                take_up(state, state.late - to_spare, session.original->id, session.planned.end);
            else
                take_up(state, milliseconds{0}, {}, session.planned.begin);
            state.late = std::max(state.late, own);
        }
    }

    /// Of several rooms the one that is furthest behind decides.
    milliseconds lateness_of(DayItem const& item) const {
        auto late = rooms_[item.rooms.front()].late;
        for (auto const room : item.rooms) late = std::max(late, rooms_[room].late);
        return late;
    }

    /// From `on_time` on, `room` is as late as `rest`, or on time.
    static void take_up(LateRoom& room, milliseconds rest, std::optional<SessionId> pause, Instant on_time) {
        if (room.late == milliseconds{0}) return;
        room.late = std::min(room.late, rest);
        if (rest > milliseconds{0}) return;
        room.late = milliseconds{0};
        room.note.on_time_from = on_time;
        room.note.absorbed_by = std::move(pause);
    }

    void is_late_until(LateRoom& room, Instant end) const {
        if (room.late == milliseconds{0}) return;
        room.last_end = std::max(room.last_end.value_or(beginning_of_time), end);
    }

    DelayNote finished(LateRoom const& room) const {
        auto note = room.note;
        if (!room.id.value.empty()) note.rooms = {room.id};
        note.late = lateness_.late < seconds{0} ? std::chrono::floor<minutes>(lateness_.late)
                                                : std::chrono::ceil<minutes>(lateness_.late);
        note.shown = {lateness_.at, std::min(lateness_.until, note.on_time_from.value_or(*room.last_end))};
        return note;
    }

    WorkingPlan& plan_;
    Lateness const& lateness_;
    std::vector<LateRoom> rooms_;
    std::vector<DayItem> items_;
    bool is_of_some_rooms_ = false;
    bool is_on_elsewhere_ = false;  // something, when the delay begins
};

}  // namespace

std::vector<DelayNote> make_late(WorkingPlan& plan, Lateness const& lateness) {
    return DayInRooms(plan, lateness).run();
}

}  // namespace kiosk
