// A command as it is meant at one instant: sessions, rooms, times, and how long it lasts.
#include "command/resolution.hpp"

#include <algorithm>

#include "command/spoken_schedule.hpp"
#include "command/targets.hpp"
#include "schedule/ends.hpp"

namespace kiosk {
namespace {

using Sessions = std::vector<Session const*>;
using Part = TargetSession::Part;

constexpr minutes announced_for{30}, held_for{10}, lifted_for{10}, full_for{30};
constexpr hours after_the_day{6}, remembered_for{6};

class CommandResolver {
public:
    CommandResolver(Override& entry, Overrides const& earlier, Schedule const& original,
                    Schedule const& shown)
        : entry_(entry), earlier_(earlier), original_(original), shown_(shown), spoken_(shown, entry.at) {}

    std::vector<Problem> const& problems() const { return problems_; }

    void operator()(DelayCommand& delay) {
        if (!are_known(delay.rooms)) return;
        auto from = entry_.at;
        if (delay.from) from = resolved_on(*delay.from, day_spoken_of(shown_, entry_.at), shown_.zone());
        if (delay.from) delay.from = TimeArgument{from, {}, {}};
        if (!is_anything_left(from))
            problems_.push_back({Severity::warning,
                                 "command-target",
                                 "nothing is left of that day to be late",
                                 "see the time with: status",
                                 {}});
        last_until_day_after(from);
    }

    void operator()(ExtendCommand& extend) {
        if (!are_known(extend.rooms)) return;
        auto const sessions = current(extend.rooms);
        if (sessions.empty())
            return refuse("nothing is on now", "to make later sessions late, write: delay 10m");
        for (auto const* session : sessions) {
            if (!extend.rooms.empty() && spoken_.is_in_every_room(*session))
                return refuse("what is on now is in every room", "leave --room out");
            add_target(*session);
        }
        last_until_day_after(entry_.at);
    }

    void operator()(CancelCommand& cancel) {
        if (are_known(cancel.rooms)) add_named(cancel.session, cancel.rooms);
    }

    void operator()(RetitleCommand& retitle) {
        if (are_known(retitle.rooms)) add_named(retitle.session, retitle.rooms);
    }

    void operator()(MoveCommand& move) {
        auto const* session = add_named(move.session, {});
        if (!session) return;
        append(problems_, spoken_.unknown_room(move.rooms, Severity::warning));
        if (!move.to) return;
        auto const start =
            resolved_on(*move.to, logical_day(session->when.begin, shown_.zone()), shown_.zone());
        move.to = TimeArgument{start, {}, {}};
        last_until_day_after(start);
    }

    void operator()(NextCommand& next) {
        if (!are_known(next.rooms)) return;
        auto const ending = current(next.rooms);
        if (has_error(problems_)) return;
        std::vector<RoomId> rooms = room_ids_of(next.rooms);
        for (auto const* session : ending)
            if (next.rooms.empty())
                rooms = session->rooms;
            else if (spoken_.is_in_every_room(*session))
                return refuse_for_one_room();
        for (auto const* session : ending) add_target(*session);
        // Rooms that were named each have a next session of their own.
        for (std::size_t i = 0; i < std::max<std::size_t>(1, next.rooms.size()); ++i)
            for (auto const* session : spoken_.following(next.rooms.empty() ? rooms : std::vector{rooms[i]}))
                if (next.rooms.empty() || !spoken_.is_in_every_room(*session))
                    add_target(*session, Part::successor);
        if (entry_.targets.empty())
            return refuse("nothing is on now, and nothing follows on this day", "see: list");
        last_until_day_after(entry_.at);
    }

    void operator()(HoldCommand& hold) { entry_.expires = entry_.at + hold.duration.value_or(held_for); }

    void operator()(FullCommand& full) {
        if (!are_known(full.rooms)) return;
        auto const sessions = current(full.rooms);
        if (has_error(problems_)) return;
        if (full.rooms.empty() && !sessions.empty())
            for (auto const& room : sessions.front()->rooms) full.rooms.push_back(shown_.room(room).name);
        if (full.rooms.empty() && shown_.rooms().size() > 1)
            return refuse("which room is full cannot be told", "name it with --room");
        if (sessions.empty()) entry_.expires = entry_.at + full_for;
        for (auto const* session : sessions)
            entry_.expires = std::max<Instant>(entry_.expires, std::chrono::ceil<seconds>(session->when.end));
    }

    void operator()(AnnounceCommand& announce) {
        append(problems_, spoken_.unknown_room(announce.rooms, Severity::warning));
        entry_.expires = entry_.at + announce.duration.value_or(announced_for);
    }

    void operator()(EmergencyCommand& emergency) {
        append(problems_, spoken_.unknown_room(emergency.rooms, Severity::warning));
        entry_.expires = entry_.at + emergency.duration.value_or(announced_for);
    }

    void operator()(LiftedCommand& lifted) {
        append(problems_, spoken_.unknown_room(lifted.rooms, Severity::warning));
        if (!was_emergency()) return refuse("there was no emergency that could be lifted", "to say something else: announce \"TEXT\"");
        if (lifted.rooms.empty()) lifted.rooms = rooms_of_emergencies();
        entry_.expires = entry_.at + lifted_for;
    }

    template <class Other>
    void operator()(Other&) {}  // lasts no time: apply() does the rest

private:
    void refuse(std::string message, std::string hint) {
        problems_.push_back({Severity::error, "command-target", std::move(message), std::move(hint), {}});
    }
    void refuse_for_one_room() {
        refuse("what is on now is in every room, and goes on in the others", "leave --room out");
    }

    bool are_known(std::vector<std::string> const& rooms) {
        append(problems_, spoken_.unknown_room(rooms, Severity::error));
        return !has_error(problems_);
    }

    Sessions current(std::vector<std::string> const& rooms) {
        auto found = spoken_.current(rooms);
        append(problems_, std::move(found.problems));
        return found.value.value_or(Sessions{});
    }

    bool is_anything_left(Instant from) const {
        auto const& zone = shown_.zone();
        return std::any_of(shown_.sessions().begin(), shown_.sessions().end(), [&](Session const& session) {
            bool const is_that_day = logical_day(session.when.begin, zone) == logical_day(from, zone);
            return is_that_day && session.when.end > from && is_to_take_place(session);
        });
    }

    Session const* add_named(std::string const& name, std::vector<std::string> const& rooms) {
        auto found = spoken_.session(name, rooms);
        append(problems_, std::move(found.problems));
        if (!found.value) return nullptr;
        add_target(**found.value);
        last_until_day_after((*found.value)->when.begin);
        return *found.value;
    }

    /// Targets are known by what the schedule says of them, not by what commands have made of it.
    void add_target(Session const& session, Part part = Part::subject) {
        auto const& sessions = original_.sessions();
        auto const same = std::find_if(sessions.begin(), sessions.end(),
                                       [&](Session const& other) { return other.id == session.id; });
        if (same == sessions.end()) return;
        auto target = target_of(*same, part);
        auto const& known = entry_.targets;
        if (std::find(known.begin(), known.end(), target) == known.end())
            entry_.targets.push_back(std::move(target));
    }

    void last_until_day_after(Instant t) {
        auto const midnight = shown_.zone().start_of(logical_day(t, shown_.zone()) + date::days{1});
        // Whoever changes a day that is over wants to see it changed all the same.
        entry_.expires = std::max({entry_.expires, midnight + after_the_day, entry_.at + after_the_day});
    }

    /// Today, over by now or not.
    bool was_emergency() const {
        return std::any_of(earlier_.entries.begin(), earlier_.entries.end(), [&](Override const& entry) {
            bool const is_recent = entry.at <= entry_.at && entry_.at < entry.expires + remembered_for;
            return std::holds_alternative<EmergencyCommand>(entry.command) && !entry.undone && is_recent;
        });
    }

    /// None: one of them is everywhere, or there is none.
    std::vector<std::string> rooms_of_emergencies() const {
        std::vector<std::string> rooms;
        for (auto const& entry : earlier_.entries) {
            auto const* emergency = std::get_if<EmergencyCommand>(&entry.command);
            if (!emergency || !entry.is_in_force(entry_.at)) continue;
            if (emergency->rooms.empty()) return {};
            for (auto const& room : emergency->rooms)
                if (std::find(rooms.begin(), rooms.end(), room) == rooms.end()) rooms.push_back(room);
        }
        return rooms;
    }

    Override& entry_;
    Overrides const& earlier_;
    Schedule const &original_, &shown_;
    SpokenSchedule spoken_;
    std::vector<Problem> problems_;
};

}  // namespace

Outcome<Override> resolve(Override entry, Overrides const& earlier, Schedule const& original,
                          Schedule const& shown) {
    CommandResolver resolver(entry, earlier, original, shown);
    // The resolver writes into the command that it visits.
    auto command = entry.command;
    std::visit(resolver, command);
    entry.command = std::move(command);
    if (has_error(resolver.problems())) return {{}, resolver.problems()};
    return {std::move(entry), resolver.problems()};
}

}  // namespace kiosk
