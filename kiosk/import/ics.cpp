#include "import/ics.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "import/city_zones.hpp"
#include "import/date_words.hpp"
#include "import/ics/calendar_events.hpp"
#include "import/ics/event_text.hpp"
#include "import/ics/row_places.hpp"
#include "import/ics/row_titles.hpp"
#include "import/kinds.hpp"
#include "base/limits.hpp"
#include "import/names.hpp"
#include "import/plain_text.hpp"
#include "import/title_status.hpp"

namespace kiosk {
namespace {

class Importer {
public:
    Importer(SourceText source, EventSettings const& settings)
        : settings_(settings), file_(std::move(source.name)), lines_(std::move(source.text)) {}

    Outcome<ScheduleDraft> run() {
        report_damage();
        CalendarParts parts = take_apart(lines_.take());
        if (parts.facts.empty() && parts.events.empty()) {
            report(Severity::error, "not-well-formed", 0, "there is no calendar in the file",
                   "check the file");
            return {{}, std::move(problems_)};
        }
        if (!parts.complete)
            report(Severity::error, "not-well-formed", 0, "the calendar does not end: the file is cut off",
                   "fetch it once more");
        if (parts.events_left_out > 0)
            report(Severity::error, "too-large", 0,
                   fmt::format("the calendar has {} events: the first {} are read",
                               parts.events.size() + parts.events_left_out, parts.events.size()),
                   "check the file");
        auto const events = resolve_events(parts, file_, problems_);
        read_facts(parts, events);
        draft_.sessions.reserve(events.size());
        for (auto const& event : events) add_row(event);
        take_organizers();
        name_generic_rows(draft_.sessions, problems_);
        take_names_from_titles(draft_.sessions, problems_);
        read_places(draft_.sessions, location_line_, problems_);
        settle_kinds(draft_.sessions);
        check_year();
        return {std::move(draft_), std::move(problems_)};
    }

private:
    void report(Severity severity, std::string code, int line, std::string message, std::string hint) {
        problems_.push_back(
            {severity, std::move(code), std::move(message), std::move(hint), {file_, line, ""}});
    }

    void report_damage() {
        if (int const line = lines_.first_odd_line_end())
            report(Severity::warning, "text-damaged", line, "lines end in CR CR LF: read as line ends",
                   "write CR LF");
        if (int const line = lines_.first_stray_line())
            report(Severity::warning, "text-damaged", line,
                   "this line is no property: read as part of the one before",
                   "fold long lines with a blank, write line ends in texts as \\n");
    }

    void read_facts(CalendarParts& parts, std::vector<CalendarEvent> const& events) {
        auto& facts = draft_.event;
        std::string stated_zone, described;
        for (auto const& line : parts.facts) {
            if (line.is("X-WR-CALNAME") || (line.is("NAME") && facts.name.empty()))
                facts.name = plain_line(unescaped(line.value())).text;
            if (line.is("X-WR-CALDESC") || line.is("DESCRIPTION"))
                described = plain_line(unescaped(line.value())).text;
            if (line.is("X-WR-TIMEZONE")) stated_zone = zone_name_of(line.value());
            if (line.is("URL") || line.is("SOURCE")) facts.url = clean_line(line.value());
            if (line.is("METHOD")) cancels_ = equals_ignoring_case(line.value(), "CANCEL");
        }
        if (facts.name.empty() && described.size() <= 80) facts.name = described;
        facts.zone_name = find_zone(parts, events, stated_zone);
        auto const known = Zone::named(facts.zone_name);
        if (known.value) zone_ = *known.value;
        facts.first_day = settings_.date;
        for (auto const& event : events)
            if (event.start &&
                (!facts.first_day || (!settings_.date && day_of(event.start->time) < *facts.first_day)))
                facts.first_day = day_of(event.start->time);
    }

    Day day_of(DraftTime const& time) const {
        if (auto const* instant = std::get_if<Instant>(&time)) return zone_.day_of(*instant);
        return date::floor<date::days>(std::get<WallTime>(time));
    }

    /// The event file, the calendar's own statement, the zone of most events, the only definition, a city.
    std::string find_zone(CalendarParts& parts, std::vector<CalendarEvent> const& events,
                          std::string const& stated) {
        if (!settings_.time_zone.empty()) return settings_.time_zone;
        if (!stated.empty()) return stated;
        std::map<std::string, int> votes;
        for (auto const& event : events)
            if (event.start && !event.start->written.zone.empty()) ++votes[event.start->written.zone];
        auto const most = std::max_element(votes.begin(), votes.end(),
                                           [](auto const& a, auto const& b) { return a.second < b.second; });
        if (most != votes.end())
            if (auto const& zone = parts.zones.find(most->first); !zone.name.empty()) return zone.name;
        if (auto name = parts.zones.only_name(); !name.empty()) return name;
        if (auto const city = find_city(draft_.event.name + ", " + settings_.venue)) {
            report(Severity::warning, "time-zone-guessed", 0,
                   fmt::format("no zone is stated: {} from {}", city->zone, city->city),
                   "set time_zone in the event file");
            return std::string(city->zone);
        }
        report(Severity::error, "time-zone-unknown", 0, "the calendar names no time zone of the venue",
               "set time_zone in the event file");
        return {};
    }

    void add_row(CalendarEvent const& event) {
        DraftSession row;
        row.origin = {file_, event.line, ""};
        row.kind = Kind::other;
        if (cancels_) row.status = Status::cancelled;
        row.people.reserve(static_cast<std::size_t>(std::count_if(event.lines.begin(), event.lines.end(), [](ContentLine const& line) { return line.is("ATTENDEE"); })));
        std::string html;
        bool described = false;
        for (auto const& line : event.lines) {
            if (line.is("SUMMARY")) row.title = text_of(line, plain_line);
            else if (line.is("LOCATION"))
                row.rooms.resize(1), row.rooms[0] = text_of(line, plain_line), location_line_[draft_.sessions.size()] = line.line();
            else if (line.is("DESCRIPTION"))
                row.description = text_of(line, plain_paragraphs), described = true;
            else if (line.is("X-ALT-DESC")) html = text_of(line, plain_paragraphs);
            else if (line.is("URL")) row.url = clean_line(line.value());
            else if (line.is("CATEGORIES")) add_categories(row, line);
            else if (line.is("ATTENDEE")) add_attendee(row, line);
            else if (line.is("ORGANIZER")) organizers_.emplace_back(draft_.sessions.size(), organizer(row, line));
            else if (line.is("ATTACH")) add_link(row, line);
            else if (line.is("STATUS")) read_status(row, line);
        }
        if (!described || row.description.empty()) row.description = std::move(html);
        row.source_id = id_of(event);
        append(problems_, take_status_off_title(row));
        set_times(row, event);
        SpeakerLine spoken = take_speaker_line(std::move(row.description), row.origin);
        row.description = std::move(spoken.rest);
        if (row.people.empty()) row.people = std::move(spoken.people);
        draft_.sessions.push_back(std::move(row));
    }

    /// Decodes last: bytes that are no UTF-8 may be the halves that a fold had parted.
    std::string text_of(ContentLine const& line, PlainText (*plain_as)(std::string_view)) {
        PlainText plain = plain_as(unescaped(line.value(), unescaped_));
        note_signs(plain, line);
        return std::move(plain.text);
    }

    /// Habits of the author, each said once.
    void note_signs(PlainText const& plain, ContentLine const& line) {
        bool const is_damaged = plain.text.find("\xEF\xBF\xBD") != std::string::npos;
        if (is_damaged && !std::exchange(reported_damage_, true))
            report(Severity::warning, "text-damaged", line.line(),
                   "some bytes are no UTF-8: shown as a replacement character", "save the file as UTF-8");
        // X-ALT-DESC is there for HTML.
        if (plain.had_markup && !line.is("X-ALT-DESC") && !std::exchange(reported_marks_, true))
            report(Severity::warning, "markup-in-text", line.line(),
                   fmt::format("{} holds HTML, Markdown or TeX: shown as plain text, as are all others",
                               line.name()),
                   "write plain text");
        bool const is_line = line.is("SUMMARY") || line.is("LOCATION");
        if (is_line && plain.had_blanks && !plain.text.empty() && !std::exchange(reported_blanks_, true))
            report(Severity::note, "stray-blanks", line.line(),
                   fmt::format("blanks around \"{}\": trimmed, as are all others", plain.text), "");
    }

    static std::string id_of(CalendarEvent const& event) {
        std::string own;
        std::string id = clean_line(unescaped(event.uid, own));
        auto const& named = event.recurrence_id ? event.recurrence_id : event.start;
        if (!id.empty() && named && (event.in_series || event.recurrence_id))
            id += "/" + to_iso(named->written.wall);
        return id;
    }

    /// RFC 5545 §3.6.1: a DATE without end lasts a day, a DATE-TIME no time at all.
    void set_times(DraftSession& row, CalendarEvent const& event) {
        if (!event.start) return;
        row.start = event.start->time;
        if (event.end) row.end = event.end->time;
        else if (event.length) row.duration = std::max(*event.length, seconds{0});
        else if (event.start->written.form == CalendarTime::Form::date)
            row.end = event.start->written.wall + hours{24};
        else row.end = row.start;
        if ((row.end && *row.end == *row.start) || (row.duration && *row.duration == seconds{0}))
            report(Severity::warning, "zero-length", event.line,
                   fmt::format("\"{}\" ends when it starts: a moment, never shown as now", row.title),
                   "state its end");
    }

    void add_categories(DraftSession& row, ContentLine const& line) {
        constexpr std::size_t most_categories = 50;
        auto const parts = split_values(line.value());
        for (auto const part : std::span(parts).first(std::min(parts.size(), most_categories))) {
            auto const& category = category_of(part);
            if (category.name.empty()) continue;
            if (category.kind && row.kind == Kind::other) {
                row.kind = *category.kind;
                if (category.key != to_word(*category.kind)) row.label = category.name;
            } else if (!category.kind && row.track.empty() && category.key != "other") {
                row.track = category.name;
            }
        }
    }

    struct Category {
        std::string name, key;
        std::optional<Kind> kind;  ///< our own word, as our export writes it, or a word that organisers have for it
    };

    /// What is written as `part`; the same few come again and again.
    Category const& category_of(std::string_view part) {
        auto const [known, is_new] = categories_.try_emplace(part);
        auto& category = known->second;
        if (!is_new) return category;
        category.name = plain_line(unescaped(part)).text;
        category.key = comparison_key(category.name);
        category.kind = kind_from_word(category.key);
        if (!category.kind) category.kind = kind_of_field(category.name);
        return category;
    }

    void add_attendee(DraftSession& row, ContentLine const& line) {
        auto const [type, role, written] = line.parameters_of<3>({"CUTYPE", "ROLE", "CN"});
        if (type == "ROOM" || type == "RESOURCE" || role == "NON-PARTICIPANT") return;
        std::string name = plain_name(written).text;
        if (name.empty() || name.find('@') != std::string::npos) return;
        if (row.people.size() == most_people_of_a_session) {
            if (crowded_.insert(row.origin.line).second)
                report(Severity::error, "too-large", line.line(),
                       fmt::format("an event has more than {} attendees: the first ones are read", row.people.size()),
                       "check the file");
            return;
        }
        auto& person = row.people.emplace_back();
        person.name = std::move(name);
        person.origin = {row.origin.file, line.line(), ""};
        if (role == "CHAIR") person.role = "chair";
    }

    DraftPerson organizer(DraftSession const& row, ContentLine const& line) const {
        DraftPerson person;
        person.name = plain_name(line.parameter("CN")).text;
        person.origin = {row.origin.file, line.line(), ""};
        return person;
    }

    /// Where nobody else is named, a person who organises one event speaks at it; whoever stands at all of
    /// them keeps the calendar.
    void take_organizers() {
        std::set<std::string> names;
        for (auto const& [row, person] : organizers_) names.insert(person.name);
        if (names.size() < 2) return;
        for (auto& [row, person] : organizers_)
            if (draft_.sessions[row].people.empty() && looks_like_name(person.name)) draft_.sessions[row].people.push_back(std::move(person));
    }

    /// Slides and the like; what lies in the calendar itself cannot be shown.
    static void add_link(DraftSession& row, ContentLine const& line) {
        std::string const url = clean_line(line.value()), label = plain_line(line.parameter("LABEL")).text;
        bool const is_address = url.starts_with("http://") || url.starts_with("https://");
        if (is_address) row.links.push_back({label.empty() ? "Attachment" : label, url});
    }

    static void read_status(DraftSession& row, ContentLine const& line) {
        if (equals_ignoring_case(line.value(), "CANCELLED")) row.status = Status::cancelled;
        else if (equals_ignoring_case(line.value(), "TENTATIVE") && row.status == Status::confirmed)
            row.status = Status::tentative;
    }

    void check_year() {
        std::set<int> held;
        for (auto const& row : draft_.sessions)
            if (row.start) held.insert(static_cast<int>(date::year_month_day{day_of(*row.start)}.year()));
        auto const& name = draft_.event.name;
        for (auto const& written : find_years(name)) {
            bool const range =
                written.end < name.size() && (name[written.end] == '/' || name[written.end] == '-');
            if (held.empty() || held.contains(written.year) || (range && held.contains(written.year + 1)))
                continue;
            report(Severity::warning, "event-year-mismatch", 0,
                   fmt::format("the calendar is called \"{}\", its days are in {}: the days count", name,
                               *held.begin()),
                   "check both");
        }
    }

    EventSettings const& settings_;
    SourceName file_;
    std::string unescaped_;  // one buffer for the texts of all lines
    std::vector<std::pair<std::size_t, DraftPerson>> organizers_;  // with the row
    ContentLines lines_;
    Zone zone_ = Zone::floating();
    bool cancels_ = false, reported_damage_ = false, reported_marks_ = false, reported_blanks_ = false;
    LocationLines location_line_;
    std::unordered_map<std::string_view, Category> categories_;  // as written in lines_
    std::set<int> crowded_;  // lines of events with too many people
    ScheduleDraft draft_;
    std::vector<Problem> problems_;
};

}  // namespace

int recognise_ics(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    while (!text.empty() && (text[0] == '\n' || text[0] == '\r' || text[0] == ' ')) text.remove_prefix(1);
    ContentLines const head(std::string(text.substr(0, 200)));
    bool const is_calendar = !head.all().empty() && head.all().front().is("BEGIN") && equals_ignoring_case(head.all().front().value().substr(0, 9), "VCALENDAR");
    return is_calendar ? 100 : 0;
}

Outcome<ScheduleDraft> import_ics(SourceText source, EventSettings const& event) {
    return Importer(std::move(source), event).run();
}

}  // namespace kiosk
