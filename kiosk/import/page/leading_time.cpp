#include "import/page/leading_time.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace kiosk {
namespace {

constexpr std::size_t most_runs = 6;  // "8:40", "AM", "-", "9:20", "AM", "-"

bool is_only_signs(std::string_view text) { return comparison_key(text).empty(); }

/// Minutes or a half of day: "9 to 5" may be a title.
bool is_certain(ClockReading const& reading, std::string_view text) {
    if (!reading.start || reading.start->malformed) return false;
    bool const has_half =
        reading.start->half != HalfOfDay::unsaid || (reading.end && reading.end->half != HalfOfDay::unsaid);
    std::size_t const first = text.find_first_not_of("0123456789");
    bool const has_minutes =
        first != std::string_view::npos && (text[first] == ':' || text[first] == 'h' || text[first] == '.');
    return has_half || has_minutes;
}

std::string_view without_signs(std::string_view text) {
    for (;;) {
        text = trimmed(text);
        bool cut = false;
        for (std::string_view const mark : {":", "-", "|", "\u2013", "\u2014", ",", ")", "."})
            if (text.starts_with(mark)) text.remove_prefix(mark.size()), cut = true;
        if (!cut) return text;
    }
}

LeadingTime with_tail(ClockReading reading, std::string const& text, std::size_t runs) {
    LeadingTime time;
    std::string const tail = written_tail(text, reading.rest);
    time.text = std::string(trimmed(std::string_view(text).substr(0, text.size() - tail.size())));
    time.tail = std::string(without_signs(tail));
    time.runs = runs;
    reading.rest.clear();
    time.clock = std::move(reading);
    return time;
}

bool is_time_attribute(std::string_view name) {
    return name == "datetime" || name == "data-time" || name == "data-start" || name == "data-start-time" ||
           name == "data-starttime" || name == "data-datetime" || name == "data-end" ||
           name == "data-end-time";
}

/// "08:40", "8:40 PM", "2024-12-14T08:40:00-08:00".
std::optional<minutes> clock_in(std::string_view value) {
    value = trimmed(value);
    if (value.size() > 10 && value[4] == '-' && (value[10] == 'T' || value[10] == ' '))
        value = value.substr(11, 5);
    auto const reading = read_clock_times(value);
    if (!reading || !reading->start || reading->start->malformed || reading->start->hour > 23) return {};
    return candidates_of(*reading->start).front().time;
}

void collect(HtmlNode const& node, std::vector<minutes>& times) {
    for (auto const& [name, value] : node.attributes)
        if (is_time_attribute(name))
            if (auto const time = clock_in(value)) times.push_back(*time);
    for (HtmlNode const& child : node.children) collect(child, times);
}

}  // namespace

// As many visible characters as `rest` has: blanks and dashes may be written otherwise.
std::string written_tail(std::string_view text, std::string_view rest) {
    auto const is_visible = [&](CodePoint const& point) {
        return point.value > ' ' && point.value != 0xA0 && point.value != 0x202F;
    };
    auto const wanted_points = decode_utf8(rest);
    auto wanted = std::count_if(wanted_points.begin(), wanted_points.end(), is_visible);
    auto const points = decode_utf8(text);
    std::size_t begin = text.size();
    for (auto point = points.rbegin(); point != points.rend() && wanted > 0; ++point) {
        begin = point->begin;
        wanted -= is_visible(*point);
    }
    return std::string(text.substr(begin));
}

std::optional<LeadingTime> take_leading_time(std::vector<Run> const& runs, std::size_t begin) {
    std::optional<LeadingTime> best;
    std::string text;
    for (std::size_t count = 1; count <= most_runs && begin + count <= runs.size(); ++count) {
        Run const& run = runs[begin + count - 1];
        if (run.segment != runs[begin].segment || run.item != runs[begin].item) break;
        text += (text.empty() ? "" : " ") + run.text;
        auto reading = read_clock_times(text.substr(0, 200));
        if (text.size() > 200 && reading) reading->rest += text.substr(200);
        if (!reading || !is_certain(*reading, text)) continue;
        bool const has_tail = !is_only_signs(reading->rest);
        bool const has_more = best && reading->end && !best->clock.end;
        if (best && has_tail && !has_more) break;
        best = with_tail(std::move(*reading), text, count);
        if (has_tail) break;
    }
    return best;
}

std::vector<minutes> machine_times(HtmlNode const& node) {
    std::vector<minutes> times;
    collect(node, times);
    return times;
}

ClockTime to_clock_time(minutes from_midnight) {
    int const hour = static_cast<int>(from_midnight.count() / 60 % 24);
    ClockTime time;
    time.minute = static_cast<int>(from_midnight.count() % 60);
    time.hour = hour % 12 == 0 ? 12 : hour % 12;
    time.half = hour < 12 ? HalfOfDay::am : HalfOfDay::pm;
    return time;
}

std::string machine_date(HtmlNode const& node) {
    for (auto const& [name, value] : node.attributes)
        if (is_time_attribute(name) && value.size() >= 10 && value[4] == '-' && value[7] == '-')
            return value.substr(0, 10);
    for (HtmlNode const& child : node.children)
        if (std::string date = machine_date(child); !date.empty()) return date;
    return "";
}

}  // namespace kiosk
