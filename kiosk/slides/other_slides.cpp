// SPEAKER, WELCOME and END.
#include <algorithm>

#include <fmt/format.h>

#include "slides/makers.hpp"

namespace kiosk {
namespace {

WelcomeItem make_item(SlideContext const& context, Session const& session) {
    WelcomeItem item;
    auto const clock = clock_reading(context.wall(session.when.begin), context.wording);
    item.digits = clock.digits;
    item.half = clock.half;
    auto const people = people_of(session, context.schedule);
    bool const by_speaker = people.size() == 1 && (session.title.empty() || session.kind == Kind::keynote || session.kind == Kind::invited);
    item.title = by_speaker ? people.front().name : headline_of(session, context.schedule);
    if (by_speaker && !people.front().affiliation.empty()) item.meta.push_back(people.front().affiliation);
    if (!by_speaker && !people.empty()) item.meta.push_back(people_meta(people, 2));
    if (auto const type = type_of(session); !type.empty() && session.kind != Kind::opening) item.meta.push_back(type);
    if (!people.empty()) item.photo = people.front().photo;
    return item;
}

/// "at 9:00 AM", "tomorrow, 9:00 AM", "Saturday, 9:00 AM", "December 16, 9:00 AM".
std::string when_words(SlideContext const& context, Instant start) {
    auto const& zone = context.schedule.zone();
    auto const days = (zone.day_of(start) - zone.day_of(context.t)).count();
    auto const time = context.time(start);
    if (days <= 0) return "at " + time;
    if (days == 1) return "tomorrow, " + time;
    auto const day = long_day(zone.day_of(start), context.wording);
    auto const comma = day.find_first_of(", ");
    if (days < 7) return fmt::format("{}, {}", day.substr(0, comma), time);
    return fmt::format("{}, {}", short_day(zone.day_of(start), context.wording), time);
}

std::string place_of_event(EventFacts const& event) {
    if (event.series.empty()) return event.venue;
    return "at " + event.series + (event.venue.empty() ? "" : ", " + event.venue);
}

/// "https://mlforsystems.org/" as people write it.
std::string bare_url(std::string_view url) {
    for (std::string_view const prefix : {"https://", "http://", "www."})
        if (url.starts_with(prefix)) url.remove_prefix(prefix.size());
    while (url.ends_with('/')) url.remove_suffix(1);
    return std::string(url);
}

std::vector<std::string> contact_lines(EventFacts const& event) {
    std::vector<std::string> lines;
    if (!event.url.empty()) lines.push_back(bare_url(event.url));
    if (!event.contact.empty()) lines.push_back(event.contact);
    return lines;
}

std::string name_at_series(EventFacts const& event) {
    auto const name = event.name.empty() ? std::string("this event") : event.name;
    return event.series.empty() ? name : name + " at " + event.series;
}

}  // namespace

Slide make_speaker_slide(SlideContext const& context, Session const& session, SpeakerId const& id) {
    auto const& speaker = context.schedule.speaker(id);
    SpeakerSlide slide;
    slide.person = card_of(speaker);
    slide.fill = fill_of(session);
    slide.plate = type_of(session);
    slide.time = context.range(session.when);
    if (auto const place = place_of(session, context); !place.empty()) slide.time += "  ·  " + place;
    auto const& now = context.programme.now;
    bool const is_now = std::find(now.begin(), now.end(), &session) != now.end();
    slide.relative = is_now ? "now" : session.when.begin > context.t ? relative_text(session.when.begin - context.t) : "";
    slide.title = session.title;
    slide.biography = speaker.biography.empty() ? session.abstract : speaker.biography;
    return slide;
}

Slide make_welcome_slide(SlideContext const& context) {
    auto const& programme = context.programme;
    auto const& event = context.schedule.event();
    WelcomeSlide slide;
    bool const is_gap = programme.phase == Phase::gap;
    slide.plate = is_gap ? "Next" : "Welcome";
    slide.fill = is_gap ? Fill::fog : Fill::accent;
    slide.date = long_day(programme.day, context.wording);
    slide.event = event.name;
    slide.place = place_of_event(event);
    if (programme.next.empty()) {
        // Nothing is known of the day: the name is the news.
        slide.date = long_day(context.schedule.zone().day_of(context.t), context.wording);
        slide.headline = event.name.empty() ? "Welcome" : event.name;
        if (!event.name.empty()) slide.event = event.series;
        slide.place = event.venue;
        return slide;
    }
    auto const start = programme.next.front()->when.begin;
    slide.headline = (is_gap ? "Continues " : "Starts ") + when_words(context, start);
    for (auto const* session : programme.next) {
        if (slide.items.size() == 3) break;
        if (is_pause(session->kind) && session->kind != Kind::service && !is_gap) continue;
        slide.items.push_back(make_item(context, *session));
    }
    return slide;
}

Slide make_end_slide(SlideContext const& context) {
    auto const& programme = context.programme;
    auto const& event = context.schedule.event();
    EndSlide slide;
    slide.plate = "Finished";
    slide.date = long_day(programme.day, context.wording);
    slide.lines = contact_lines(event);
    if (programme.first_later) {
        auto const start = programme.first_later->when.begin;
        slide.headline = "See you " + when_words(context, start);
        slide.text = name_at_series(event) + " continues on " + long_day(context.schedule.zone().day_of(start), context.wording) + ".";
        return slide;
    }
    slide.headline = "Thank you";
    slide.text = "for being part of " + name_at_series(event) + ".";
    return slide;
}

}  // namespace kiosk
