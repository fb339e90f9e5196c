#include "programme/programme.hpp"

#include <algorithm>
#include <iterator>
#include <set>

#include "schedule/ends.hpp"

namespace kiosk {
namespace {

bool takes_place(Session const& session) {
    return session.status != Status::cancelled && session.status != Status::hidden;
}

Session const* first_that_takes_place(std::vector<Session const*> const& sessions) {
    auto const first = std::find_if(sessions.begin(), sessions.end(),
                                    [](Session const* session) { return takes_place(*session); });
    return first == sessions.end() ? nullptr : *first;
}

/// Blocks give way to those of their parts that are on.
void drop_blocks(std::vector<Session const*>& now) {
    std::set<SessionId> blocks;
    for (auto const* session : now)
        if (session->parent) blocks.insert(*session->parent);
    std::erase_if(now, [&](Session const* session) { return blocks.contains(session->id); });
}

}  // namespace

std::string_view to_word(Phase phase) {
    switch (phase) {
        case Phase::before: return "before";
        case Phase::soon: return "soon";
        case Phase::session: return "session";
        case Phase::break_: return "break";
        case Phase::gap: return "gap";
        case Phase::over: return "over";
        case Phase::event_over: return "event-over";
    }
    return "before";
}

ProgrammeMaker::ProgrammeMaker(Schedule const& schedule, std::vector<std::string> const& rooms) : schedule_(schedule) {
    auto wanted = rooms;
    if (wanted.empty() && !schedule.event().room.empty()) wanted.push_back(schedule.event().room);
    auto const& zone = schedule.zone();
    for (auto const* session : schedule.in_rooms(wanted)) {
        if (session->status == Status::hidden) continue;
        auto const day = logical_day(session->when.begin, zone);
        if (days_.empty() || days_.back().day != day)
            days_.push_back({day, {}, {zone.start_of(day), zone.start_of(day + date::days{1})}});
        auto& plan = days_.back();
        plan.sessions.push_back(session);
        plan.span.end = std::max(plan.span.end, session->when.end);
    }
    std::set<Instant> changes;
    for (auto const& plan : days_) {
        changes.insert({plan.span.begin, plan.span.end});
        for (auto const* session : plan.sessions)
            if (takes_place(*session)) changes.insert({session->when.begin, session->when.end});
        if (auto const* first = first_that_takes_place(plan.sessions)) changes.insert(first->when.begin - soon_before);
    }
    changes_.assign(changes.begin(), changes.end());
}

Programme ProgrammeMaker::at(Instant t) const {
    Programme programme;
    auto const later = std::upper_bound(changes_.begin(), changes_.end(), t);
    programme.valid = {later == changes_.begin() ? beginning_of_time : *std::prev(later),
                       later == changes_.end() ? end_of_time : *later};
    // The day that t belongs to, else the next one, else the last.
    auto plan = std::find_if(days_.begin(), days_.end(), [&](DayPlan const& day) { return t < day.span.end; });
    bool const after_all = plan == days_.end();
    if (after_all && !days_.empty()) plan = std::prev(days_.end());
    if (plan == days_.end()) {
        programme.day = schedule_.event().first_day.value_or(schedule_.zone().day_of(t));
        return programme;  // an event without sessions: before, for ever
    }
    programme.day = plan->day;
    programme.today = plan->sessions;
    if (std::next(plan) != days_.end()) programme.first_later = first_that_takes_place(std::next(plan)->sessions);
    for (auto const* session : plan->sessions) {
        if (!takes_place(*session)) continue;
        if (session->when.contains(t)) programme.now.push_back(session);
        if (session->when.begin > t) programme.next.push_back(session);
    }
    drop_blocks(programme.now);
    std::stable_sort(programme.now.begin(), programme.now.end(), [](Session const* a, Session const* b) {
        return a->when.begin > b->when.begin;
    });
    programme.phase = phase_at(t, &*plan, programme.now, programme.next);
    return programme;
}

Phase ProgrammeMaker::phase_at(Instant t, DayPlan const* plan, std::vector<Session const*> const& now,
                               std::vector<Session const*> const& next) const {
    if (!now.empty()) return is_pause(now.front()->kind) ? Phase::break_ : Phase::session;
    if (!next.empty()) {
        bool const begun = std::any_of(plan->sessions.begin(), plan->sessions.end(), [&](Session const* session) {
            return takes_place(*session) && session->when.begin <= t;
        });
        if (begun) return Phase::gap;
        return t >= next.front()->when.begin - soon_before ? Phase::soon : Phase::before;
    }
    if (t < plan->span.end) return Phase::over;
    return Phase::event_over;
}

std::vector<Programme> ProgrammeMaker::days() const {
    std::vector<Programme> days;
    for (auto const& plan : days_) {
        Programme day;
        day.valid = {beginning_of_time, end_of_time};
        day.today = plan.sessions;
        std::copy_if(plan.sessions.begin(), plan.sessions.end(), std::back_inserter(day.next),
                     [](Session const* session) { return takes_place(*session); });
        day.day = plan.day;
        days.push_back(std::move(day));
    }
    return days;
}

std::optional<Instant> ProgrammeMaker::change_after(Instant t) const {
    auto const later = std::upper_bound(changes_.begin(), changes_.end(), t);
    if (later == changes_.end()) return {};
    return *later;
}

std::optional<Instant> ProgrammeMaker::change_before(Instant t) const {
    auto const at_or_later = std::lower_bound(changes_.begin(), changes_.end(), t);
    if (at_or_later == changes_.begin()) return {};
    return *std::prev(at_or_later);
}

Span ProgrammeMaker::whole() const {
    if (days_.empty()) return {};
    return {days_.front().span.begin, days_.back().span.end};
}

}  // namespace kiosk
