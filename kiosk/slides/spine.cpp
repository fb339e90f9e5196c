#include <algorithm>

#include "slides/makers.hpp"

namespace kiosk {
namespace {

/// What the level measures: from when to when, and what it is called.
struct Countdown {
    Instant begin, end;
    Phrase wait;        // how the time until then is called: left, to_go
    std::string until;  // "until 10:55 AM"
};

std::optional<Countdown> countdown_of(SlideContext const& context) {
    auto const& programme = context.programme;
    if (!programme.now.empty()) {
        auto const when = programme.now.front()->when;
        return Countdown{when.begin, when.end, Phrase::left, context.words.say(Phrase::until, {context.time(when.end)})};
    }
    if (programme.next.empty()) return {};
    auto const start = programme.next.front()->when.begin;
    if (programme.phase == Phase::gap) {
        Instant last_end = programme.valid.begin;
        return Countdown{last_end, start, Phrase::to_go, context.words.say(Phrase::next_at, {context.time(start)})};
    }
    auto const& zone = context.schedule.zone();
    bool const today = zone.day_of(start) == zone.day_of(context.t);
    auto until = today ? context.words.say(Phrase::starts_today, {context.time(start)})
                       : context.words.say(Phrase::starts_on, {short_day(zone.day_of(start), context.words)});
    return Countdown{start - soon_before, start, Phrase::to_go, std::move(until)};
}

/// Whole minutes left of whole minutes in all, so that the level moves when the number does.
int level_of(Countdown const& countdown, Instant t) {
    auto const left = std::chrono::ceil<minutes>(countdown.end - t).count();
    auto const all = std::chrono::ceil<minutes>(countdown.end - countdown.begin).count();
    if (all <= 0) return 0;
    return static_cast<int>(std::clamp<long long>(left * 1000 / all, 0, 1000));
}

std::vector<Spine::RidePart> ride_of(Countdown const& countdown, Instant t, Words const& words) {
    std::vector<Spine::RidePart> parts;
    for (auto& piece : wait_pieces(countdown.wait, waiting_time(countdown.end - t), words))
        parts.push_back({std::move(piece.number), std::move(piece.words)});
    return parts;
}

std::string ended_words(SlideContext const& context) {
    Session const* last = nullptr;
    for (auto const* session : context.programme.today)
        if (!last || session->when.end > last->when.end) last = session;
    if (!last) return {};
    auto const& zone = context.schedule.zone();
    bool const today = zone.day_of(last->when.end) == zone.day_of(context.t);
    return today ? context.words.say(Phrase::ended_at, {context.time(last->when.end)})
                 : context.words.say(Phrase::ended_on, {short_day(zone.day_of(last->when.end), context.words)});
}

std::string joined_rooms(std::vector<std::string> const& rooms) {
    std::string text;
    for (auto const& room : rooms) text += (text.empty() ? "" : ", ") + room;
    return text;
}

}  // namespace

Spine make_spine(SlideContext const& context, std::vector<std::string> const& rooms, MainSlide main) {
    auto const& programme = context.programme;
    auto const& event = context.schedule.event();
    Spine spine;
    auto const room = room_words(rooms.empty() ? event.room : joined_rooms(rooms), context.words);
    spine.room_label = room.label;
    spine.room = room.name;
    spine.event = event.name;
    spine.series = event.series;
    auto const wall = context.wall(context.t);
    auto const clock = clock_reading(wall, context.words);
    auto const day = short_day(date::floor<date::days>(wall), context.words);
    spine.clock = clock.digits;
    spine.simulated_label = context.words[Phrase::simulated];
    spine.clock_note = clock.half.empty() ? day : clock.half + "  ·  " + day;
    if (auto const countdown = countdown_of(context)) {
        spine.fill = programme.now.empty() ? Fill::fog : fill_of(*programme.now.front());
        spine.level = level_of(*countdown, context.t);
        spine.ride = ride_of(*countdown, context.t, context.words);
        spine.until = countdown->until;
    } else if (programme.phase == Phase::over || programme.phase == Phase::event_over) {
        spine.until = ended_words(context);
    }
    if (main == MainSlide::is_not_shown && !programme.now.empty()) {
        auto const& session = *programme.now.front();
        spine.now_label = context.words[Phrase::now];
        spine.now = spoken_title_of(session, context.schedule, context.words);
    }
    return spine;
}

Instant words_hold_until(SlideContext const& context) {
    auto const& zone = context.schedule.zone();
    auto const second = std::chrono::floor<seconds>(context.t);
    auto const into_minute = zone.to_wall(second).time_since_epoch() % minutes{1};
    Instant until = second + (minutes{1} - into_minute);
    // A countdown to a time with seconds turns over between two minutes of the clock.
    if (auto const countdown = countdown_of(context)) {
        auto const left = countdown->end - context.t;
        auto const step = left % minutes{1};
        if (left > milliseconds{0}) until = std::min(until, context.t + (step == milliseconds{0} ? milliseconds{minutes{1}} : step));
    }
    return until;
}

}  // namespace kiosk
