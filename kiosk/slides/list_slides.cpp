// UPCOMING and DAY: rows of what comes, and of the whole day.
#include <algorithm>

#include "slides/makers.hpp"

namespace kiosk {
namespace {

/// More than fit on any screen; layout shows as many whole ones as it can.
constexpr std::size_t most_rows = 12;

UpcomingRow make_row(SlideContext const& context, Session const& session) {
    UpcomingRow row;
    auto const clock = row_reading(context.wall(session.when.begin), context.words);
    row.digits = clock.digits;
    row.half = clock.half;
    row.relative = relative_text(session.when.begin - context.t, context.words);
    row.mark = mark_of(session);
    row.is_pause = is_pause(session.kind);
    if (auto place = place_of(session, context); !place.empty()) row.meta.push_back(std::move(place));
    if (auto const old = earlier_start(session)) row.meta.emplace_back(context.words.say(Phrase::instead_of, {context.time(*old)}));
    auto const people = people_of(session, context.schedule);
    row.title = headline_of(session, context.schedule, context.words);
    bool const title_is_person = session.title.empty() && !people.empty();
    if (title_is_person && !people.front().affiliation.empty()) row.meta.push_back(people.front().affiliation);
    if (!title_is_person && people.size() == 1) row.meta.push_back(person_meta(people.front()));
    if (!title_is_person && people.size() > 1) row.meta.push_back(people_meta(people, 4, context.words));
    if (session.title.empty() && people.empty()) row.meta.emplace_back(context.words[Phrase::to_be_announced]);
    else if (fill_of(session) == Fill::fog) row.meta.emplace_back(length_text(session.when.length(), context.words));
    else if (auto const type = type_of(session, context.words); !type.empty() && type != row.title) row.meta.emplace_back(type);
    if (!people.empty()) row.photo = people.front().photo;
    return row;
}

}  // namespace

DayRow make_day_row(SlideContext const& context, Session const& session) {
    DayRow row;
    auto const wall = context.wall(session.when.begin);
    row.digits = clock_reading(wall, context.words).digits;
    row.mark = mark_of(session);
    row.title = short_title_of(session, context.schedule, context.words);
    row.is_pause = is_pause(session.kind);
    row.is_afternoon = wall - WallTime{context.programme.day} >= hours{12};
    row.is_cancelled = session.status == Status::cancelled;
    row.fill = fill_of(session);
    auto const& now = context.programme.now;
    bool const is_now = std::find(now.begin(), now.end(), &session) != now.end();
    row.state = is_now                               ? DayRow::State::current
                : session.when.begin > context.t     ? DayRow::State::ahead
                                                     : DayRow::State::past;
    return row;
}

Slide make_upcoming_slide(SlideContext const& context) {
    UpcomingSlide slide;
    slide.title = context.words[Phrase::up_next];
    auto const& next = context.programme.next;
    for (std::size_t i = 0; i < std::min(next.size(), most_rows); ++i) slide.rows.push_back(make_row(context, *next[i]));
    if (next.size() <= most_rows) {
        Instant end{};
        for (auto const* session : context.programme.today) end = std::max(end, session->when.end);
        slide.end_note = context.words.say(Phrase::ends_at, {context.time(end)});
    }
    return slide;
}

Slide make_day_slide(SlideContext const& context) {
    DaySlide slide;
    slide.title = day_heading(context.programme.day, context.words);
    slide.morning = context.words[Phrase::morning];
    slide.afternoon = context.words[Phrase::afternoon];
    for (auto const* session : context.programme.today) slide.rows.push_back(make_day_row(context, *session));
    return slide;
}

}  // namespace kiosk
