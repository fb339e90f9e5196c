#include "schedule/differences.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>

#include "base/limits.hpp"
#include "base/utf8.hpp"

namespace kiosk {
namespace {

constexpr std::size_t few_sessions = 4;  // of so few, most may well be gone for a reason

/// When and where it begins.
std::string place_of(Session const& session) {
    auto place = std::to_string(session.when.begin.time_since_epoch().count()) + "\n";
    for (auto const& room : session.rooms) place += room.value + "\n";
    return place;
}

/// For each session of `fresh` the one that it was; each is taken once.
class Pairs {
public:
    Pairs(std::vector<Session> const& fresh, std::vector<Session> const& before)
        : fresh_(fresh), before_(before), partner_(fresh.size()), is_taken_(before.size()) {
        pair_by([](Session const& session) { return session.id.value; });
        pair_by([](Session const& session) {
            auto const title = comparison_key(session.title);
            return title.empty() ? title : place_of(session) + title;
        });
        pair_by([](Session const& session) { return comparison_key(session.title); });
        pair_by([](Session const& session) {
            std::string people;
            for (auto const& speaker : session.speakers) people += speaker.value + "\n";
            return people;
        });
        pair_by(place_of);  // what is left there has another title now
    }

    Session const* before(std::size_t i) const { return partner_[i] ? &before_[*partner_[i]] : nullptr; }

    std::vector<Session const*> gone() const {
        std::vector<Session const*> gone;
        for (std::size_t i = 0; i < before_.size(); ++i)
            if (!is_taken_[i]) gone.push_back(&before_[i]);
        return gone;
    }

private:
    /// Pairs what has the same key and no partner yet, in order. An empty key says nothing.
    template <class Key>
    void pair_by(Key const& key) {
        std::unordered_multimap<std::string, std::size_t> free;
        for (std::size_t k = before_.size(); k-- > 0;)
            if (!is_taken_[k]) free.emplace(key(before_[k]), k);
        for (std::size_t i = 0; i < fresh_.size(); ++i) {
            if (partner_[i]) continue;
            auto const wanted = key(fresh_[i]);
            auto const [first, last] = free.equal_range(wanted);
            if (wanted.empty() || first == last) continue;
            auto const earliest = std::min_element(first, last, [](auto const& a, auto const& b) { return a.second < b.second; });
            partner_[i] = earliest->second;
            is_taken_[earliest->second] = true;
            free.erase(earliest);
        }
    }

    std::vector<Session> const& fresh_;
    std::vector<Session> const& before_;
    std::vector<std::optional<std::size_t>> partner_;
    std::vector<bool> is_taken_;
};

bool is_another_plan(std::vector<Session> const& fresh, Pairs const& pairs) {
    std::size_t moved = 0;
    for (std::size_t i = 0; i < fresh.size(); ++i)
        if (auto const* old = pairs.before(i); old && old->when.begin != fresh[i].when.begin) ++moved;
    return moved * 2 > fresh.size() && fresh.size() >= few_sessions;
}

void mark(Session& session, Session const& old, Schedule const& before, Instant now) {
    if (session.earlier) return;  // the event file itself says what it was
    bool const other_time = session.when.begin != old.when.begin;
    bool const other_room = session.rooms != old.rooms && !old.rooms.empty();
    bool const is_off = session.status == Status::cancelled && old.status != Status::cancelled;
    if (!other_time && !other_room && !is_off) {
        session.earlier = old.earlier;
        return;
    }
    EarlierPlan earlier;
    if (other_time) earlier.when = old.when;
    if (other_room) earlier.room = before.room(old.rooms.front()).name;
    earlier.known_since = now;
    session.earlier = std::move(earlier);
}

bool is_missed(Session const& session, Instant now) {
    bool const was_to_be = session.status != Status::hidden && !session.placeholder && !session.title.empty();
    return was_to_be && session.when.end > now;
}

/// What is gone as what it is to those who come for it: cancelled. Only people and rooms of `fresh` are named.
Session as_cancelled(Session session, Schedule const& fresh, Instant now) {
    std::set<SpeakerId> known;
    for (auto const& speaker : fresh.speakers()) known.insert(speaker.id);
    bool const is_news = session.status != Status::cancelled;
    session.status = Status::cancelled;
    std::erase_if(session.speakers, [&](SpeakerId const& id) { return !known.contains(id); });
    session.roles.resize(session.speakers.size());
    session.parent.reset();
    if (!is_news && session.earlier) return session;
    session.earlier = EarlierPlan{};
    session.earlier->known_since = now;
    return session;
}

/// What is gone and not over, as cancelled. Not without end: a source that names everything anew each time has ever more.
std::vector<Session> cancelled_of(std::vector<Session const*> const& gone, Schedule const& fresh, Instant now) {
    std::vector<Session> cancelled;
    for (auto const* session : gone)
        if (is_missed(*session, now)) cancelled.push_back(as_cancelled(*session, fresh, now));
    if (cancelled.size() <= most_kept_cancelled) return cancelled;
    std::stable_sort(cancelled.begin(), cancelled.end(), [](Session const& a, Session const& b) { return a.earlier->known_since > b.earlier->known_since; });
    cancelled.resize(most_kept_cancelled);
    return cancelled;
}

}  // namespace

Schedule with_changes_marked(Schedule const& fresh, Schedule const& before, Instant now) {
    auto sessions = fresh.sessions();
    Pairs const pairs(fresh.sessions(), before.sessions());
    if (is_another_plan(sessions, pairs)) return fresh;
    for (std::size_t i = 0; i < sessions.size(); ++i)
        if (auto const* old = pairs.before(i)) mark(sessions[i], *old, before, now);
    std::vector<Room> rooms;
    for (auto& session : cancelled_of(pairs.gone(), fresh, now)) {
        for (auto const& room : session.rooms) rooms.push_back(before.room(room));
        sessions.push_back(std::move(session));
    }
    return fresh.with_sessions(std::move(sessions), rooms);
}

bool has_lost_most(Schedule const& fresh, Schedule const& before) {
    auto const still_here = [](Schedule const& schedule) {
        return static_cast<std::size_t>(std::count_if(schedule.sessions().begin(), schedule.sessions().end(),
                                                      [](Session const& s) { return s.status != Status::cancelled; }));
    };
    auto const now = still_here(fresh), then = still_here(before);
    if (now == 0) return then > 0;
    return then >= few_sessions && now * 2 < then;
}

}  // namespace kiosk
