#include <algorithm>

#include "slides/makers.hpp"

namespace kiosk {
namespace {

/// What follows: the next item; if that is a pause, also the next after it that is none.
std::vector<StripCell> make_strip(SlideContext const& context) {
    auto const& next = context.programme.next;
    auto const cell = [&](std::string label, Session const& session) {
        return StripCell{std::move(label), context.time(session.when.begin), list_title_of(session, context.schedule),
                         is_pause(session.kind)};
    };
    if (next.empty()) {
        Instant end = context.programme.now.front()->when.end;
        for (auto const* session : context.programme.now) end = std::max(end, session->when.end);
        return {{"Then", context.time(end), "End of the program", true}};
    }
    std::vector<StripCell> strip{cell("Next", *next.front())};
    if (!is_pause(next.front()->kind)) return strip;
    auto const then = std::find_if(next.begin(), next.end(), [](Session const* session) { return !is_pause(session->kind); });
    if (then != next.end()) strip.push_back(cell("Then", **then));
    return strip;
}

/// What comes after a pause or posters: the next item that is none.
PauseSlide::After make_after(SlideContext const& context, bool after_posters) {
    auto const& next = context.programme.next;
    auto const then = std::find_if(next.begin(), next.end(), [](Session const* session) { return fill_of(*session) == Fill::accent; });
    if (then == next.end()) {
        Session const* last = context.programme.now.front();
        for (auto const* session : next) last = session->when.end > last->when.end ? session : last;
        return {"Then", context.time(last->when.end), "", "End of the program", {}};
    }
    Session const& session = **then;
    auto people = people_of(session, context.schedule);
    auto const title = headline_of(session, context.schedule);
    bool const is_announced = !session.placeholder || !session.title.empty();
    return {after_posters ? "Talks resume" : "Resumes", context.time(session.when.begin),
            is_announced ? type_of(session) : std::string("To be announced"), title, std::move(people)};
}

/// "10:00 – 10:55 AM", and where, if that is not here.
std::string when_and_where(SlideContext const& context, Session const& session) {
    auto const place = place_of(session, context);
    return context.range(session.when) + (place.empty() ? "" : "  ·  " + place);
}

bool is_about_questions(Session const& session) {
    return session.speakers.empty() && pictogram_of(session) == "questions";
}

}  // namespace

Slide make_now_slide(SlideContext const& context) {
    Session const& session = *context.programme.now.front();
    NowSlide slide;
    slide.plate = "Now";
    slide.type = type_of(session);
    slide.time = when_and_where(context, session);
    slide.headline = headline_of(session, context.schedule);
    slide.people = people_of(session, context.schedule);
    if (session.title.empty()) {
        slide.headline_is = HeadlineIs::person;
        if (slide.people.empty()) {
            slide.is_announced = false;
            // "Invited Speaker" asks for a name, "Invited talk" for everything.
            bool const of_a_person = slide.headline.find("peaker") != std::string::npos;
            slide.note = of_a_person ? "Name to be announced" : "To be announced";
            slide.type.clear();  // the headline says it
        }
    }
    for (std::size_t i = 1; i < context.programme.now.size(); ++i)
        slide.also_now.push_back(list_title_of(*context.programme.now[i], context.schedule));
    slide.strip = make_strip(context);
    return slide;
}

Slide make_pause_slide(SlideContext const& context) {
    Session const& session = *context.programme.now.front();
    PauseSlide slide;
    slide.plate = "Now";
    slide.type = is_pause(session.kind) ? std::string() : type_of(session);
    slide.time = when_and_where(context, session);
    slide.title = headline_of(session, context.schedule);
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
