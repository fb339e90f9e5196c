#include "import/feed/feed_days.hpp"

#include <algorithm>
#include <charconv>
#include <set>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "import/date_words.hpp"

namespace kiosk {
namespace {

constexpr minutes usual_day_change = hours{6};

std::optional<int> number(std::string_view text) {
    int value = 0;
    text = trimmed(text);
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return {};
    return value;
}

int year_of(Day day) { return static_cast<int>(date::year_month_day{day}.year()); }

void check_count(RawFeed const& feed, std::vector<std::optional<Day>> const& labels, FeedProblems& problems) {
    if (auto const count = number(feed.day_count); count && !feed.days.empty() && *count != static_cast<int>(feed.days.size()))
        problems.each(Severity::warning, "day-count-wrong", feed.header,
                      fmt::format("the file announces {} days and has {}: those that it has count", *count, feed.days.size()),
                      "check whether days are missing");
    for (std::size_t i = 1; i < feed.days.size(); ++i) {
        auto const before = number(feed.days[i - 1].index), index = number(feed.days[i].index);
        if (before && index && *index != *before + 1)
            problems.once(Severity::warning, "day-count-wrong", feed.days[i].origin,
                          fmt::format("day {} follows day {}: the dates count", *index, *before), "number the days in order");
        if (labels[i - 1] && labels[i] && *labels[i] <= *labels[i - 1])
            problems.once(Severity::warning, "day-count-wrong", feed.days[i].origin,
                          fmt::format("{} follows {}: the dates count", to_iso(*labels[i]), to_iso(*labels[i - 1])), "put the days in order");
    }
}

void check_labels(RawFeed const& feed, std::vector<std::optional<Day>> const& labels, std::vector<Placed> const& placed,
                  FeedProblems& problems) {
    std::set<std::size_t> reported;
    for (std::size_t i = 0; i < placed.size(); ++i) {
        auto const& event = feed.events[i];
        if (!placed[i].wall || !event.day || !labels[*event.day]) continue;
        auto const label = *labels[*event.day];
        auto const day = date::floor<date::days>(*placed[i].wall);
        if (day == label) continue;
        bool const is_night = *placed[i].wall - WallTime{day} < day_change_of(feed);
        if (is_night && day == label + date::days{1}) {
            problems.once(Severity::note, "after-midnight", event.origin,
                          fmt::format("{} is counted to {}", to_iso(*placed[i].wall).substr(0, 16), to_iso(label)), "");
        } else if (reported.insert(*event.day).second) {
            problems.once(Severity::warning, "day-label-wrong", feed.days[*event.day].origin,
                          fmt::format("the day is labelled {}, a session of it is on {}: the session's date counts", to_iso(label), to_iso(day)),
                          "correct the date of the day");
        }
    }
}

void check_header(RawFeed const& feed, FeedProblems& problems) {
    for (auto const* text : {&feed.start, &feed.end})
        if (!trimmed(*text).empty() && !read_stamp(*text))
            problems.each(Severity::warning, "date-impossible", feed.header,
                          fmt::format("\"{}\" is no date: the days of the sessions count", clean_line(*text)), "correct it");
}

void check_years(RawFeed const& feed, std::vector<Placed> const& placed, FeedProblems& problems) {
    std::set<int> years;
    for (Placed const& event : placed)
        if (event.wall) years.insert(year_of(date::floor<date::days>(*event.wall)));
    if (years.empty()) return;
    auto const differs = [&](int year) { return !years.contains(year); };
    auto const report = [&](std::string_view what, int year) {
        problems.once(Severity::warning, "event-year-mismatch", feed.header,
                      fmt::format("{} says {}, the sessions are in {}: their dates count", what, year, *years.begin()),
                      "check that this is the file of the right year");
    };
    for (WrittenYear const& written : find_years(feed.title))
        if (differs(written.year)) return report(fmt::format("the name \"{}\"", clean_line(feed.title)), written.year);
    if (auto const start = read_stamp(feed.start))
        if (auto const year = year_of(date::floor<date::days>(start->wall)); differs(year)) report("the header", year);
}

}  // namespace

std::vector<std::optional<Day>> read_labels(RawFeed const& feed, FeedProblems& problems) {
    std::vector<std::optional<Day>> labels;
    for (RawDay const& day : feed.days) {
        auto const stamp = read_stamp(day.date);
        labels.push_back(stamp ? std::optional(date::floor<date::days>(stamp->wall)) : std::nullopt);
        if (!stamp)
            problems.once(Severity::error, "date-impossible", day.origin,
                          fmt::format("\"{}\" is no date: sessions without one of their own are not shown", clean_line(day.date)), "correct it");
    }
    return labels;
}

minutes day_change_of(RawFeed const& feed) { return read_time_of_day(feed.day_change).value_or(usual_day_change); }

void check_days(RawFeed const& feed, std::vector<std::optional<Day>> const& labels, std::vector<Placed> const& placed,
                FeedProblems& problems) {
    check_count(feed, labels, problems);
    check_labels(feed, labels, placed, problems);
    check_header(feed, problems);
    check_years(feed, placed, problems);
}

}  // namespace kiosk
