#include "import/page/programme.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/utf8.hpp"
#include "import/kinds.hpp"
#include "import/page/column_words.hpp"
#include "import/page/listing_rows.hpp"

namespace kiosk {
namespace {

/// The start of a row as written, with what it says: what a repetition has in common.
std::string row_key(RawRow const& row) {
    if (!row.clock.start) return "";
    std::string key = fmt::format("{}:{:02}", row.clock.start->hour % 12, row.clock.start->minute);
    return key;
}

int written_minute(RawRow const& row) {
    return row.clock.start ? static_cast<int>(candidates_of(*row.clock.start).front().time.count()) : -1;
}

class Joiner {
public:
    Joiner(std::string const& file, std::vector<Problem>& problems) : file_(file), problems_(problems) {}

    void add(RawTable table) {
        whole_.nodes.insert(whole_.nodes.end(), table.nodes.begin(), table.nodes.end());
        if (whole_.rows.empty()) {
            whole_.heading = table.heading;
            whole_.heading_line = table.heading_line;
            append_rows(table, true);
        } else if (is_repeated(table)) {
            std::size_t const day =
                table.days[0].text.empty() ? whole_.days.size() - 1 : day_of(table.days[0].text);
            problems_.push_back({Severity::warning,
                                 "programme-repeated",
                                 fmt::format("another table with the times of the one at line {}: only the "
                                             "first is shown",
                                             line_of_day_[day]),
                                 "remove the table that is not meant for the screen",
                                 {file_, table.line, ""}});
        } else {
            bool const same_day =
                table.days.size() == 1 && (table.days[0].text.empty() || is_known_day(table.days[0].text));
            append_rows(table, !same_day);
        }
    }

    PageProgramme take() { return std::move(whole_); }

private:
    bool is_known_day(std::string const& text) const {
        return std::any_of(whole_.days.begin(), whole_.days.end(), [&](DayHeading const& day) {
            return comparison_key(day.text) == comparison_key(text);
        });
    }

    /// Neither another day, nor another room or track, nor later on the same day.
    bool is_repeated(RawTable const& table) const {
        bool const other_day = !table.days[0].text.empty() && !is_known_day(table.days[0].text);
        if (other_day || table.days.size() > 1) return is_copy(table);
        bool const other_lane = !table.lane.empty() && !lanes_.contains(comparison_key(table.lane));
        if (other_lane) return is_copy(table);
        int last = -1;
        for (RawRow const& row : whole_.rows)
            if (row.day + 1 == whole_.days.size() && !row.parent) last = std::max(last, written_minute(row));
        int first = -1;
        for (RawRow const& row : table.rows)
            if (first < 0) first = written_minute(row);
        return first <= last;
    }

    /// The same rows under another heading.
    bool is_copy(RawTable const& table) const {
        std::set<std::string> known;
        for (RawRow const& row : whole_.rows) known.insert(row_key(row) + text_of_row(row));
        std::size_t same = 0;
        for (RawRow const& row : table.rows) same += known.contains(row_key(row) + text_of_row(row));
        return same == table.rows.size();
    }

    static std::string text_of_row(RawRow const& row) {
        std::string text;
        for (RowCell const& cell : row.cells) text += '|' + comparison_key(cell.cell.text);
        return text;
    }

    void append_rows(RawTable& table, bool new_days) {
        std::size_t const first_row = whole_.rows.size();
        std::size_t const first_day = new_days ? whole_.days.size() : day_of(table.days[0].text);
        if (new_days) whole_.days.insert(whole_.days.end(), table.days.begin(), table.days.end());
        line_of_day_.resize(whole_.days.size(), table.line);
        std::size_t const series = lanes_.emplace(comparison_key(table.lane), lanes_.size()).first->second;
        for (RawRow& row : table.rows) {
            if (row.parent) *row.parent += first_row;
            if (row.twin) *row.twin += first_row;
            row.day += first_day;
            row.series = series;
            if (!table.lane.empty() && row.room.empty() && names_a_room(table.lane))
                row.room = table.lane;
            else if (!table.lane.empty() && row.track.empty() && !names_a_room(table.lane))
                row.track = table.lane;
            whole_.rows.push_back(std::move(row));
        }
    }

    std::size_t day_of(std::string const& text) const {
        for (std::size_t i = 0; i < whole_.days.size(); ++i)
            if (!text.empty() && comparison_key(whole_.days[i].text) == comparison_key(text)) return i;
        return whole_.days.size() - 1;
    }

    SourceName const file_;
    std::vector<Problem>& problems_;
    PageProgramme whole_;
    std::map<std::string, std::size_t> lanes_;  // each with the number of its series
    std::vector<int> line_of_day_;              // of the first table of each day
};

/// Walks the page with the headings in mind that stand above what it finds.
class Finder {
public:
    std::vector<RawTable> tables, listings;
    std::vector<int> tables_of_dates;  // their lines

    void read(HtmlNode const& node) {
        note_heading(node);
        if (node.tag == "table") {
            if (auto table = read_table(node)) {
                give_headings(*table);
                tables.push_back(std::move(*table));
                return;
            }
            if (is_table_of_dates(node)) tables_of_dates.push_back(node.line);
        } else if (auto listing = read_listing(node)) {
            give_headings(*listing);
            listings.push_back(std::move(*listing));
            return;
        }
        for (HtmlNode const& child : node.children) read(child);
    }

private:
    /// A day holds until a heading of its level or above that names none; so does a room or track.
    void note_heading(HtmlNode const& node) {
        int level = heading_level(node.tag);
        if (node.tag == "caption") level = 6;
        if (level == 0) return;
        std::string const text = text_of(node);
        if (names_a_day(text)) {
            day_ = {text, std::max(line_of_text(node), 1)};
            day_level_ = level;
            lane_.clear();
        } else if (level <= day_level_) {
            day_ = {};
            day_level_ = 0;
        }
        bool const is_lane = count_words(text) <= 8 && (names_a_track(text) || names_a_room(text));
        if (is_lane)
            lane_ = text, lane_level_ = level;
        else if (level <= lane_level_)
            lane_.clear(), lane_level_ = 0;
    }

    void give_headings(RawTable& table) const {
        if (table.days.size() == 1 && table.days[0].text.empty()) table.days[0] = day_;
        table.lane = lane_;
    }

    DayHeading day_;
    std::string lane_;
    int day_level_ = 0, lane_level_ = 0;
};

}  // namespace

PageProgramme find_programme(HtmlNode const& page, std::string const& file, std::vector<Problem>& problems) {
    Finder finder;
    finder.read(page);
    auto found = !finder.tables.empty() ? std::move(finder.tables) : std::move(finder.listings);
    if (found.empty())
        if (auto cards = read_time_headings(page)) found.push_back(std::move(*cards));
    Joiner joiner(file, problems);
    std::size_t const count = found.size();
    for (RawTable& table : found) {
        if (count == 1) table.lane.clear();  // a room above the only table is the event's
        joiner.add(std::move(table));
    }
    if (count > 0)
        for (int const line : finder.tables_of_dates)
            problems.push_back({Severity::note,
                                "not-a-session",
                                "a table of dates, as deadlines are: left out",
                                "",
                                {file, line, ""}});
    return joiner.take();
}

}  // namespace kiosk
