#include <algorithm>

#include "slides/makers.hpp"

namespace kiosk {
namespace {

/// What follows: the next item; if that is a pause, also the next after it that is none.
std::vector<StripCell> make_strip(SlideContext const& context) {
    auto const& next = context.programme.next;
    auto const cell = [&](std::string label, Session const& session) {
        return StripCell{std::move(label), context.time(session.when.begin), list_title_of(session, context.schedule, context.words),
                         is_pause(session.kind)};
    };
    if (next.empty()) {
        Instant end = context.programme.now.front()->when.end;
        for (auto const* session : context.programme.now) end = std::max(end, session->when.end);
        return {{context.words[Phrase::then], context.time(end), context.words[Phrase::end_of_program], true}};
    }
    std::vector<StripCell> strip{cell(context.words[Phrase::next], *next.front())};
    if (!is_pause(next.front()->kind)) return strip;
    auto const then = std::find_if(next.begin(), next.end(), [](Session const* session) { return !is_pause(session->kind); });
    if (then != next.end()) strip.push_back(cell(context.words[Phrase::then], **then));
    return strip;
}

/// What comes after a pause or posters: the next item that is none.
PauseSlide::After make_after(SlideContext const& context, bool after_posters) {
    auto const& next = context.programme.next;
    auto const then = std::find_if(next.begin(), next.end(), [](Session const* session) { return fill_of(*session) == Fill::accent; });
    if (then == next.end()) {
        Session const* last = context.programme.now.front();
        for (auto const* session : next) last = session->when.end > last->when.end ? session : last;
        return {context.words[Phrase::then], context.time(last->when.end), "", context.words[Phrase::end_of_program], {}, {}};
    }
    Session const& session = **then;
    auto people = people_of(session, context.schedule);
    auto const title = headline_of(session, context.schedule, context.words);
    bool const is_announced = !session.placeholder || !session.title.empty();
    auto const old_start = earlier_start(session);
    bool const title_is_person = people.size() == 1 && people.front().name == title;
    auto who = title_is_person      ? people.front().affiliation
               : people.size() == 1 ? with_affiliation(people.front())
                                    : names_of(people, 4, context.words);
    return {context.words[after_posters ? Phrase::talks_resume : Phrase::resumes], context.time(session.when.begin),
            is_announced ? type_of(session, context.words) : context.words[Phrase::to_be_announced], title,
            std::move(who), std::move(people), old_start ? clock_reading(context.wall(*old_start), context.words).digits : ""};
}

/// "10:00 – 10:55 AM", and where, if that is not here.
std::string when_and_where(SlideContext const& context, Session const& session) {
    auto const place = place_of(session, context);
    return context.range(session.when) + (place.empty() ? "" : "  ·  " + place);
}

bool is_about_questions(Session const& session) {
    return session.speakers.empty() && pictogram_of(session) == "questions";
}

/// Who; where the first of them is the headline, the others.
std::string names_beside_headline(NowSlide const& slide, Words const& words) {
    auto const& people = slide.people;
    if (slide.headline_is != HeadlineIs::person) return names_of(people, 4, words);
    if (people.size() < 2) return {};
    return words.say(Phrase::with_people, {names_of({people.begin() + 1, people.end()}, 3, words)});
}

/// What else is on in the same room; empty: nothing.
std::string also_now_words(SlideContext const& context) {
    auto const& now = context.programme.now;
    std::string titles;
    for (std::size_t i = 1; i < now.size(); ++i)
        titles += (titles.empty() ? "" : "; ") + list_title_of(*now[i], context.schedule, context.words);
    return titles.empty() ? titles : context.words.say(Phrase::also_now, {titles});
}

}  // namespace

Slide make_now_slide(SlideContext const& context) {
    Session const& session = *context.programme.now.front();
    NowSlide slide;
    slide.plate = context.words[Phrase::now];
    slide.type = type_of(session, context.words);
    slide.time = when_and_where(context, session);
    slide.headline = headline_of(session, context.schedule, context.words);
    slide.people = people_of(session, context.schedule);
    if (session.title.empty()) {
        slide.headline_is = HeadlineIs::person;
        if (slide.people.empty()) {
            slide.is_announced = false;
            // "Invited Speaker" asks for a name, "Invited talk" for everything.
            bool const of_a_person = slide.headline.find("peaker") != std::string::npos;
            slide.note = context.words[of_a_person ? Phrase::name_to_be_announced : Phrase::to_be_announced];
            slide.type.clear();  // the headline says it
        }
    }
    slide.names = names_beside_headline(slide, context.words);
    slide.also_now = also_now_words(context);
    slide.strip = make_strip(context);
    slide.ahead_title = context.words[Phrase::up_next];
    constexpr std::size_t most_ahead = 12;  // more fit on no screen
    for (auto const* next : context.programme.next)
        if (slide.ahead.size() < most_ahead) slide.ahead.push_back(make_day_row(context, *next));
    return slide;
}

Slide make_pause_slide(SlideContext const& context) {
    Session const& session = *context.programme.now.front();
    PauseSlide slide;
    slide.plate = context.words[Phrase::now];
    slide.type = is_pause(session.kind) ? std::string() : type_of(session, context.words);
    slide.time = when_and_where(context, session);
    slide.title = headline_of(session, context.schedule, context.words);
    slide.pictogram = pictogram_of(session);
    slide.fill = fill_of(session);
    slide.after = make_after(context, session.kind == Kind::poster);
    return slide;
}

Slide make_main_slide(SlideContext const& context) {
    switch (context.programme.phase) {
        case Phase::session: {
            Session const& session = *context.programme.now.front();
            bool const is_like_a_pause = session.kind == Kind::poster || is_about_questions(session);
            return is_like_a_pause ? make_pause_slide(context) : make_now_slide(context);
        }
        case Phase::break_: return make_pause_slide(context);
        case Phase::before:
        case Phase::soon:
        case Phase::gap: return make_welcome_slide(context);
        case Phase::over:
        case Phase::event_over: return make_end_slide(context);
    }
    return make_welcome_slide(context);
}

}  // namespace kiosk
