#include "import/page/event_facts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "import/city_zones.hpp"
#include "import/date_words.hpp"
#include "import/page/place_words.hpp"
#include "import/plain_text.hpp"
#include "time/zone.hpp"

namespace kiosk {
namespace {

/// What people write behind a time; the offset is the one that it means.
struct ZoneWord {
    std::string_view name;
    minutes offset;
};
constexpr auto zone_words = std::to_array<ZoneWord>({
    {"PST", minutes{-480}}, {"PDT", minutes{-420}}, {"MST", minutes{-420}}, {"MDT", minutes{-360}}, {"CST", minutes{-360}},
    {"CDT", minutes{-300}}, {"EST", minutes{-300}}, {"EDT", minutes{-240}}, {"GMT", minutes{0}}, {"BST", minutes{60}},
    {"WET", minutes{0}}, {"WEST", minutes{60}}, {"CET", minutes{60}}, {"CEST", minutes{120}}, {"MEZ", minutes{60}},
    {"MESZ", minutes{120}}, {"EET", minutes{120}}, {"EEST", minutes{180}}, {"AEST", minutes{600}}, {"AEDT", minutes{660}},
});

bool holds_word(std::string_view text, std::string_view word) {
    auto const is_letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
    for (auto at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
        auto const end = at + word.size();
        if ((at == 0 || !is_letter(text[at - 1])) && (end == text.size() || !is_letter(text[end]))) return true;
    }
    return false;
}

/// One text's opinion about a fact.
template <class T>
struct Vote {
    T value{};
    std::string text;  // as written
    int line = 0;
};

/// The value that most votes name; ties go to the earlier vote.
template <class T>
std::optional<T> winner(std::vector<Vote<T>> const& votes) {
    std::optional<T> best;
    std::ptrdiff_t most = 0;
    for (auto const& vote : votes) {
        auto const count =
            std::count_if(votes.begin(), votes.end(), [&](auto const& v) { return v.value == vote.value; });
        if (count > most) most = count, best = vote.value;
    }
    return best;
}

struct MonthDay {
    int month = 0, day = 0;
    friend auto operator<=>(MonthDay const&, MonthDay const&) = default;
};

std::optional<Day> day_of(int year, MonthDay date) {
    date::year_month_day const day{date::year{year}, date::month{static_cast<unsigned>(date.month)},
                                   date::day{static_cast<unsigned>(date.day)}};
    if (!day.ok()) return {};
    return Day{day};
}

MonthDay month_day_of(Day day) {
    date::year_month_day const date{day};
    return {static_cast<int>(static_cast<unsigned>(date.month())),
            static_cast<int>(static_cast<unsigned>(date.day()))};
}

int year_of(Day day) { return static_cast<int>(date::year_month_day{day}.year()); }

class Reader {
public:
    Reader(std::vector<FactText> const& texts, EventSettings const& event, std::string const& file)
        : texts_(texts), event_(event), file_(file) {
        for (FactText const& text : texts) collect(text);
    }

    FactReading run() {
        read_day();
        read_zone();
        check_abbreviations();
        read_place();
        read_series();
        if (!event_.name.empty()) out_.facts.name = event_.name;
        out_.facts.url = event_.url;
        return std::move(out_);
    }

private:
    void report(Severity severity, std::string code, int line, std::string message, std::string hint) {
        out_.problems.push_back(
            {severity, std::move(code), std::move(message), std::move(hint), {file_, line, ""}});
    }

    void collect(FactText const& text) {
        for (WrittenDate const& date : find_dates(text.text)) {
            if (!day_of(date.year.value_or(2000), {date.month, date.day})) {
                report(Severity::error, "date-impossible", text.line,
                       fmt::format("\"{}\" is no day of the calendar: ignored", date.text),
                       "correct the date");
            } else if (date.is_choice) {
                choices_.push_back({{date.month, date.day}, date.text, text.line});
            } else {
                days_.push_back({{date.month, date.day}, date.text, text.line});
                if (date.year) dated_years_.push_back({*date.year, date.text, text.line});
            }
            if (date.year) years_.push_back({*date.year, date.text, text.line});
        }
        for (WrittenYear const& year : find_years(text.text)) {
            years_.push_back({year.year, year.text, text.line});
            if (series_.empty()) series_ = series_before(text.text, year);
        }
        for (PlaceWords const& place : read_place_words(text.text)) {
            if (!place.room.empty()) rooms_.push_back({place.room, place.room, text.line});
            if (!place.venue.empty()) venues_.push_back({place.venue, place.venue, text.line});
            if (place.hours) hours_.push_back({*place.hours, place.text, text.line});
        }
    }

    /// Reports every vote that is not for `used`; `by`: who decided.
    template <class T, class Words>
    void report_losers(std::vector<Vote<T>> const& votes, T const& used, std::string_view fact,
                       std::string_view by, Words const& words) {
        std::vector<std::pair<int, T>> seen;
        for (auto const& vote : votes) {
            std::pair<int, T> const key{vote.line, vote.value};
            if (vote.value == used || std::find(seen.begin(), seen.end(), key) != seen.end()) continue;
            seen.push_back(key);
            report(Severity::warning, "event-facts-disagree", vote.line,
                   fmt::format("\"{}\" speaks against the {} {}, which {}: {} is used", vote.text, fact,
                               words(used), by, words(used)),
                   "correct whichever is wrong");
        }
    }

    std::string_view decided_by(bool event_file) const {
        return event_file ? "the event file gives" : "most of the page names";
    }

    /// Only where nothing else names a year: that of the file's name, or of the folders around it.
    void take_year_of_file() {
        std::string_view path = file_.text();
        for (int depth = 0; depth < 3 && years_.empty() && !path.empty(); ++depth) {
            auto const slash = path.rfind('/');
            std::string const part(slash == std::string_view::npos ? path : path.substr(slash + 1));
            path = slash == std::string_view::npos ? std::string_view{} : path.substr(0, slash);
            if (auto const year = year_in_name(part)) years_.push_back({*year, part, 0});
        }
    }

    /// "conf2031-schedule.md": four digits that begin with 20, no more around them.
    static std::optional<int> year_in_name(std::string const& name) {
        auto const is_digit = [&](std::size_t i) {
            return i < name.size() && name[i] >= '0' && name[i] <= '9';
        };
        for (std::size_t i = 0; i + 4 <= name.size(); ++i) {
            bool const begins = i == 0 || !is_digit(i - 1);
            if (!begins || name.compare(i, 2, "20") != 0 || !is_digit(i + 2) || !is_digit(i + 3) ||
                is_digit(i + 4))
                continue;
            return 2000 + (name[i + 2] - '0') * 10 + (name[i + 3] - '0');
        }
        return {};
    }

    void read_day() {
        if (!days_.empty()) take_year_of_file();
        auto const year = event_.date ? year_of(*event_.date) : winner(years_);
        auto const day = event_.date ? month_day_of(*event_.date) : winner(days_);
        std::string_view const by = decided_by(event_.date.has_value());
        std::size_t const before = out_.problems.size();
        if (year) report_losers(years_, *year, "year", by, [](int value) { return std::to_string(value); });
        bool const year_is_disputed = out_.problems.size() > before;
        if (day)
            report_losers(days_, *day, "day", by,
                          [](MonthDay value) { return fmt::format("{:02}-{:02}", value.month, value.day); });
        if (event_.date)
            out_.facts.first_day = event_.date;
        else if (day && year)
            use_day(*year, *day, year_is_disputed);
        else
            report_no_day(day.has_value());
        year_ = year;
    }

    void use_day(int year, MonthDay day, bool year_is_disputed) {
        auto const vote =
            std::find_if(days_.begin(), days_.end(), [&](auto const& v) { return v.value == day; });
        out_.facts.first_day = day_of(year, day);
        if (!out_.facts.first_day)
            report(Severity::error, "date-impossible", vote->line,
                   fmt::format("\"{}\" does not exist in {}", vote->text, year),
                   "set `date` in the event file");
        auto const is_year = [&](auto const& v) { return v.value == year; };
        auto by_name = std::find_if(years_.begin(), years_.end(),
                                    [&](auto const& v) { return is_year(v) && v.line == vote->line; });
        if (by_name == years_.end()) by_name = std::find_if(years_.begin(), years_.end(), is_year);
        if (dated_years_.empty() && !year_is_disputed)
            report(
                Severity::warning, "date-incomplete", vote->line,
                fmt::format("\"{}\" names no year: {} is taken from \"{}\"", vote->text, year, by_name->text),
                "write the year, or set `date` in the event file");
    }

    void report_no_day(bool has_day) {
        if (has_day)
            report(Severity::error, "date-unknown", days_.front().line,
                   fmt::format("\"{}\" names no year, and nothing else does: no row can be placed",
                               days_.front().text),
                   "set `date` in the event file");
        else if (!choices_.empty())
            report(Severity::error, "date-unknown", choices_.front().line,
                   fmt::format("\"{}\" is a choice, not a date: no row can be placed", choices_.front().text),
                   "set `date` in the event file");
        else
            report(Severity::error, "date-unknown", 0,
                   "nothing on the page names the day of the event: no row can be placed",
                   "set `date` in the event file");
    }

    void read_zone() {
        out_.facts.zone_name = event_.time_zone;
        if (!event_.time_zone.empty()) return;
        for (auto const from : {FactText::From::front_matter, FactText::From::page})
            for (FactText const& text : texts_) {
                if (text.from != from) continue;
                if (std::string const zone = zone_name_in(text.text); !zone.empty()) {
                    out_.facts.zone_name = zone;
                    return;
                }
                auto const city = find_city(text.text);
                if (!city) continue;
                out_.facts.zone_name = city->zone;
                report(Severity::warning, "time-zone-guessed", text.line,
                       fmt::format("no time zone is given: {} is taken, that of {}", city->zone, city->city),
                       "set `time_zone` in the event file");
                return;
            }
        report(Severity::error, "time-zone-unknown", 0, "the page names neither a time zone nor a city",
               "set `time_zone` in the event file");
    }

    /// "9:00 PST" in July: people write the winter's name all year. The venue's clocks decide.
    void check_abbreviations() {
        auto const zone = Zone::named(out_.facts.zone_name).value;
        if (!zone || !out_.facts.first_day) return;
        auto const offset_on = [&](Day day) {
            auto const noon = WallTime{day} + hours{12};
            return std::chrono::duration_cast<minutes>(noon.time_since_epoch() - zone->to_instant(noon).time_since_epoch());
        };
        auto const now = offset_on(*out_.facts.first_day);
        auto const other = offset_on(*out_.facts.first_day + date::days{182});  // of the other season
        for (FactText const& text : texts_)
            for (ZoneWord const& word : zone_words) {
                bool const is_wrong = word.offset == other && other != now;
                if (!is_wrong || !holds_word(text.text, word.name) || text.text.find_first_of("0123456789") == std::string::npos) continue;
                report(Severity::warning, "zone-abbreviation-wrong", text.line,
                       fmt::format("{} is not what the clocks of {} show on {}: the times are read as theirs", word.name, zone->name(),
                                   to_iso(*out_.facts.first_day)),
                       "leave it out, or write the other season's name");
                return;
            }
    }

    void read_place() {
        if (auto const room = winner(rooms_)) {
            out_.facts.room = *room;
            std::erase_if(rooms_,
                          [&](auto const& v) { return comparison_key(v.value) == comparison_key(*room); });
            report_losers(rooms_, *room, "room", decided_by(false),
                          [](std::string const& value) { return value; });
        }
        out_.facts.venue = !event_.venue.empty() ? event_.venue : winner(venues_).value_or("");
        auto const hours = winner(hours_);
        if (!hours) return;
        out_.facts.opens = hours->opens;
        out_.facts.closes = hours->closes;
        report_losers(hours_, *hours, "hours", decided_by(false), [](StatedHours const& value) {
            return to_clock_text(value.opens) + " to " + to_clock_text(value.closes);
        });
    }

    /// "ExampleConf" in "Workshop on … at ExampleConf 2031"; empty: no such phrase.
    static std::string series_before(std::string const& text, WrittenYear const& year) {
        std::string_view const before = std::string_view(text).substr(0, year.begin);
        for (std::string_view const word : {" at ", " @ ", "@"}) {
            auto const place = before.rfind(word);
            if (place == std::string_view::npos) continue;
            std::string const between(trimmed(before.substr(place + word.size())));
            if (count_words(between) > 3 || between.find_first_of(",:;.()") != std::string::npos) continue;
            return between.empty() ? year.name : between + " " + year.name;
        }
        return "";
    }

    void read_series() {
        out_.facts.series = event_.series;
        if (event_.series.empty() && !series_.empty())
            out_.facts.series = year_ ? fmt::format("{} {}", series_, *year_) : series_;
    }

    std::vector<FactText> const& texts_;
    EventSettings const& event_;
    SourceName const file_;
    FactReading out_;
    std::vector<Vote<int>> years_, dated_years_;
    std::vector<Vote<MonthDay>> days_, choices_;
    std::vector<Vote<std::string>> rooms_, venues_;
    std::vector<Vote<StatedHours>> hours_;
    std::string series_;
    std::optional<int> year_;
};

HtmlNode const* find_element(HtmlNode const& node, std::string_view tag) {
    if (node.tag == tag) return &node;
    for (HtmlNode const& child : node.children)
        if (auto const* found = find_element(child, tag)) return found;
    return nullptr;
}

/// The content of `<meta name=…>` or `<meta property=…>`; `line` is set if there is one.
std::string meta_content(HtmlNode const& page, std::string_view name, int* line = nullptr) {
    auto const* head = find_element(page, "head");
    if (!head) return "";
    for (HtmlNode const& child : head->children)
        if (child.tag == "meta" && (child.attribute("name") == name || child.attribute("property") == name)) {
            if (line) *line = child.line;
            return clean_line(child.attribute("content"));
        }
    return "";
}

bool is_generic_title(std::string const& title) {
    static constexpr auto words = std::to_array<std::string_view>(
        {"schedule",    "program",  "programme",  "agenda",   "timetable", "home", "index",    "and",
         "format",      "workshop", "conference", "the",      "event",     "page", "overview", "final",
         "preliminary", "programm", "programa",   "speakers", "welcome",   "to"});
    std::string const key = comparison_key(title);
    for (std::size_t begin = 0; begin < key.size();) {
        std::size_t const end = std::min(key.find(' ', begin), key.size());
        if (std::find(words.begin(), words.end(), std::string_view(key).substr(begin, end - begin)) ==
            words.end())
            return false;
        begin = end + 1;
    }
    return true;
}

bool is_date_of_writing(std::string const& key) {
    static constexpr auto keys =
        std::to_array<std::string_view>({"date", "published", "updated", "created", "modified",
                                         "last_modified_at", "lastmod", "publishdate"});
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

/// Other dates than the event's: deadlines, and what stands in other tables.
bool is_in_table(PageItem const& item) {
    return item.style.starts_with("td.") || item.style.starts_with("th.");
}

bool speaks_of_deadlines(std::string const& text) {
    static constexpr auto words = std::to_array<std::string_view>(
        {"deadline", "submission", "submit ", "notification", "camera ready", "due ", "call for"});
    std::string const key = comparison_key(text) + ' ';
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return key.find(word) != std::string::npos; });
}

constexpr std::size_t longest_fact = 300;  // longer paragraphs tell stories, of other years too
constexpr std::size_t most_texts = 300;

}  // namespace

std::vector<FactText> fact_texts(HtmlNode const& page, PageText const& text, FactText const& table_heading,
                                 FrontMatter const& front_matter) {
    std::vector<FactText> texts;
    if (auto const* title = find_element(page, "title")) texts.push_back({text_of(*title), title->line});
    int line = 0;
    if (std::string const description = meta_content(page, "description", &line); !description.empty())
        texts.push_back({description, line});
    for (std::size_t i = 0; i < text.items.size() && i < text.programme && texts.size() < most_texts; ++i) {
        PageItem const& item = text.items[i];
        if (item.what == PageItem::What::image || is_in_table(item)) continue;
        auto const lines = item.lines.empty() ? std::vector<std::string>{item.text} : item.lines;
        for (std::string const& line_text : lines)
            if (line_text.size() <= longest_fact && !speaks_of_deadlines(line_text) &&
                !has_template(line_text))
                texts.push_back({line_text, item.line});
    }
    texts.push_back(table_heading);
    for (FrontMatterEntry const& entry : front_matter.entries) {
        bool const is_address = entry.value.starts_with('/') || entry.value.find("://") != std::string::npos;
        if (!is_address && !has_template(entry.value) && !is_date_of_writing(entry.key) &&
            texts.size() < 2 * most_texts)
            texts.push_back({clean_line(entry.value), entry.line, FactText::From::front_matter});
    }
    return texts;
}

FactReading read_event_facts(std::vector<FactText> const& texts, EventSettings const& event,
                             std::string const& file) {
    return Reader(texts, event, file).run();
}

std::string find_event_name(HtmlNode const& page, PageText const& text, FrontMatter const& front_matter) {
    for (std::string_view const key : {"site_title", "site_name", "event_name", "event", "conference"})
        if (auto const value = front_matter.value(key); !value.empty()) return clean_line(value);
    std::vector<std::string> names{meta_content(page, "og:site_name"),
                                   clean_line(front_matter.value("title"))};
    for (PageItem const& item : text.items)
        if (item.level == 1) names.push_back(item.text);
    names.push_back(meta_content(page, "og:title"));
    if (auto const* title = find_element(page, "title")) names.push_back(text_of(*title));
    for (std::string const& name : names)
        if (!name.empty() && !is_generic_title(name)) return name;
    return "";
}

std::string find_contact(HtmlNode const& page) {
    std::string_view const href = page.tag == "a" ? page.attribute("href") : std::string_view{};
    if (href.starts_with("mailto:") && href.find('@') != std::string_view::npos)
        return clean_line(href.substr(7, href.find('?') - 7));
    for (HtmlNode const& child : page.children)
        if (std::string contact = find_contact(child); !contact.empty()) return contact;
    return "";
}

}  // namespace kiosk
