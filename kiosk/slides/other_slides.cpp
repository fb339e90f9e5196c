// SPEAKER, WELCOME and END.
#include <algorithm>

#include "slides/makers.hpp"

namespace kiosk {
namespace {

WelcomeItem make_item(SlideContext const& context, Session const& session) {
    WelcomeItem item;
    auto const clock = row_reading(context.wall(session.when.begin), context.words);
    item.digits = clock.digits;
    item.half = clock.half;
    auto const people = people_of(session, context.schedule);
    bool const by_speaker = people.size() == 1 && (session.title.empty() || session.kind == Kind::keynote || session.kind == Kind::invited);
    item.title = by_speaker ? people.front().name : headline_of(session, context.schedule, context.words);
    if (by_speaker && !people.front().affiliation.empty()) item.meta.push_back(people.front().affiliation);
    if (!by_speaker && !people.empty()) item.meta.push_back(people_meta(people, 2, context.words));
    if (auto const type = type_of(session, context.words); !type.empty() && session.kind != Kind::opening) item.meta.emplace_back(type);
    if (!people.empty()) item.photo = people.front().photo;
    return item;
}

/// How one thing is said of a time today, tomorrow, within a week, and later.
struct WhenPhrases {
    Phrase at, tomorrow, weekday, day;
};
constexpr WhenPhrases starts{Phrase::starts_at, Phrase::starts_tomorrow, Phrase::starts_weekday, Phrase::starts_day};
constexpr WhenPhrases continues{Phrase::continues_at, Phrase::continues_tomorrow, Phrase::continues_weekday,
                                Phrase::continues_day};
constexpr WhenPhrases see_you{Phrase::see_you_at, Phrase::see_you_tomorrow, Phrase::see_you_weekday,
                              Phrase::see_you_day};

/// "Starts at 9:00 AM", "Starts tomorrow, 9:00 AM", "Starts Saturday, 9:00 AM", "Starts Sat, Dec 16, 9:00 AM".
std::string when_words(SlideContext const& context, WhenPhrases const& phrases, Instant start) {
    auto const& words = context.words;
    auto const day = context.schedule.zone().day_of(start);
    auto const days = (day - context.schedule.zone().day_of(context.t)).count();
    auto const time = context.time(start);
    if (days <= 0) return words.say(phrases.at, {time});
    if (days == 1) return words.say(phrases.tomorrow, {time});
    if (days < 7) return words.say(phrases.weekday, {weekday_name(day, words), time});
    return words.say(phrases.day, {short_day(day, words), time});
}

std::string place_of_event(EventFacts const& event, Words const& words) {
    if (event.series.empty()) return event.venue;
    return words.say(Phrase::at_series, {event.series}) + (event.venue.empty() ? "" : ", " + event.venue);
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

std::string name_at_series(EventFacts const& event, Words const& words) {
    auto const name = event.name.empty() ? words[Phrase::this_event] : event.name;
    return event.series.empty() ? name : words.say(Phrase::event_at_series, {name, event.series});
}

}  // namespace

Slide make_speaker_slide(SlideContext const& context, Session const& session, SpeakerId const& id) {
    auto const& speaker = context.schedule.speaker(id);
    SpeakerSlide slide;
    slide.person = card_of(speaker);
    slide.fill = fill_of(session);
    slide.plate = type_of(session, context.words);
    slide.time = context.range(session.when);
    if (auto const place = place_of(session, context); !place.empty()) slide.time += "  ·  " + place;
    auto const& now = context.programme.now;
    bool const is_now = std::find(now.begin(), now.end(), &session) != now.end();
    slide.relative = is_now                             ? context.words[Phrase::right_now]
                     : session.when.begin > context.t ? relative_text(session.when.begin - context.t, context.words)
                                                      : "";
    slide.title = session.title;
    slide.url = session.url;
    slide.biography = speaker.biography.empty() ? session.abstract : speaker.biography;
    return slide;
}

Slide make_welcome_slide(SlideContext const& context) {
    auto const& programme = context.programme;
    auto const& event = context.schedule.event();
    WelcomeSlide slide;
    bool const is_gap = programme.phase == Phase::gap;
    slide.plate = context.words[is_gap ? Phrase::next : Phrase::welcome];
    slide.fill = is_gap ? Fill::fog : Fill::accent;
    slide.date = day_heading(programme.day, context.words);
    slide.event = event.name;
    slide.place = place_of_event(event, context.words);
    slide.logo = event.logo;
    if (programme.next.empty()) {
        // Nothing is known of the day: the name is the news.
        slide.date = day_heading(context.schedule.zone().day_of(context.t), context.words);
        slide.headline = event.name.empty() ? context.words[Phrase::welcome] : event.name;
        if (!event.name.empty()) slide.event = event.series;
        slide.place = event.venue;
        return slide;
    }
    auto const start = programme.next.front()->when.begin;
    slide.headline = when_words(context, is_gap ? continues : starts, start);
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
    slide.plate = context.words[Phrase::finished];
    slide.date = day_heading(programme.day, context.words);
    slide.lines = contact_lines(event);
    slide.url = event.url;
    slide.logo = event.logo;
    if (programme.first_later) {
        auto const start = programme.first_later->when.begin;
        slide.headline = when_words(context, see_you, start);
        slide.text = context.words.say(Phrase::event_continues, {name_at_series(event, context.words),
                                                                 long_day(context.schedule.zone().day_of(start), context.words)});
        return slide;
    }
    slide.headline = context.words[Phrase::thank_you];
    slide.text = context.words.say(Phrase::thanks_for_coming, {name_at_series(event, context.words)});
    return slide;
}

}  // namespace kiosk
