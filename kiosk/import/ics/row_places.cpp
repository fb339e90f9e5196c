#include "import/ics/row_places.hpp"

#include <map>
#include <set>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "import/ics/event_text.hpp"
#include "import/kinds.hpp"

namespace kiosk {
namespace {

class Places {
public:
    Places(std::vector<DraftSession>& rows, LocationLines const& lines, std::vector<Problem>& problems)
        : rows_(rows), lines_(lines), problems_(problems) {}

    void run() {
        std::set<std::string> texts, alone;  // alone: what stands in a LOCATION without a list around it
        for (auto const& row : rows_)
            if (!row.rooms.empty() && texts.insert(row.rooms[0]).second &&
                row.rooms[0].find_first_of(",;") == std::string::npos)
                alone.insert(comparison_key(row.rooms[0]));
        std::size_t missing = 0;
        int first_line = 0;
        bool any_room = false;
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            auto& row = rows_[i];
            bool const stated = !row.rooms.empty() && !row.rooms[0].empty();
            if (stated) read_place(row, line_of(i), alone);
            else row.rooms.clear();
            any_room = any_room || !row.rooms.empty();
            if (stated || row.status == Status::cancelled) continue;
            if (missing++ == 0) first_line = row.origin.line;
        }
        if (missing > 0)
            report(any_room ? Severity::warning : Severity::note, "room-missing", first_line,
                   fmt::format("{} of {} rows name no room: shown in all", missing, rows_.size()),
                   "add LOCATION");
        settle_spellings();
    }

private:
    void report(Severity severity, std::string code, int line, std::string message, std::string hint) {
        std::string const& file = rows_.front().origin.file;
        problems_.push_back(
            {severity, std::move(code), std::move(message), std::move(hint), {file, line, ""}});
    }

    int line_of(std::size_t row) const {
        auto const line = lines_.find(row);
        return line == lines_.end() ? 0 : line->second;
    }

    void read_place(DraftSession& row, int line, std::set<std::string> const& alone) {
        std::string place = row.rooms[0];
        while (!place.empty() && (place.back() == ',' || place.back() == ';' || place.back() == ' '))
            place.pop_back();
        row.rooms.clear();
        if (place.empty()) return;
        auto const [known, is_new] = places_.try_emplace(place);
        if (is_new) known->second = {kind_of_place(place), {}};
        Place const what = known->second.what;
        if (what != Place::room) {
            if (not_rooms_.insert(place).second)
                report(Severity::warning, "room-not-a-room", line,
                       fmt::format("\"{}\" is {}: not taken for a room", place,
                                   what == Place::address ? "an address" : "a format"),
                       "write the room in LOCATION");
            if (what == Place::address && row.url.empty()) row.url = place;
            if (what == Place::format) read_format(row, place);
            return;
        }
        if (is_new) known->second.rooms = rooms_in(place, line, alone);
        row.rooms = known->second.rooms;
    }

    std::vector<std::string> rooms_in(std::string const& place, int line, std::set<std::string> const& alone) {
        std::vector<std::string> parts;
        bool all_known = true;
        for (std::size_t begin = 0; begin <= place.size();) {
            std::size_t const end = std::min(place.find_first_of(",;", begin), place.size());
            parts.emplace_back(trimmed(std::string_view(place).substr(begin, end - begin)));
            all_known = all_known && alone.contains(comparison_key(parts.back()));
            begin = end + 1;
        }
        if (parts.size() > 1 && all_known)
            report(Severity::note, "several-rooms", line,
                   fmt::format("\"{}\" lists {} rooms: each is taken", place, parts.size()), "");
        return all_known ? parts : std::vector<std::string>{place};
    }

    /// "In-person; Training": the part that is a kind tells the row's.
    static void read_format(DraftSession& row, std::string const& place) {
        for (std::size_t begin = 0; begin <= place.size();) {
            std::size_t const end = std::min(place.find_first_of(";,/", begin), place.size());
            auto const part = trimmed(std::string_view(place).substr(begin, end - begin));
            bool const format = kind_of_place(part) == Place::format;
            if (!format && row.label.empty())
                row.kind = kind_of_field(part).value_or(row.kind), row.label = part;
            begin = end + 1;
        }
        row.raw = place;
    }

    /// Two spellings of one room: the more frequent one is shown.
    void settle_spellings() {
        std::map<std::string, int> rows_of_room;
        for (auto const& row : rows_)
            for (auto const& room : row.rooms) ++rows_of_room[room];
        std::map<std::string, std::string> usual;  // by comparison key
        for (auto const& [room, count] : rows_of_room) {
            auto& known = usual[comparison_key(room)];
            if (known.empty() || count > rows_of_room[known]) known = room;
        }
        if (usual.size() == rows_of_room.size()) return;
        for (std::size_t i = 0; i < rows_.size(); ++i)
            for (auto& room : rows_[i].rooms) {
                auto const& known = usual[comparison_key(room)];
                if (known == room) continue;
                if (respelled_.insert(room).second)
                    report(Severity::warning, "room-spelling-varies", line_of(i),
                           fmt::format("\"{}\" is elsewhere \"{}\": taken for one room", room, known),
                           "write it the same way");
                room = known;
            }
    }

    std::vector<DraftSession>& rows_;
    LocationLines const& lines_;
    std::vector<Problem>& problems_;
    struct Known {
        Place what;
        std::vector<std::string> rooms;  // if it is one, or several
    };
    std::unordered_map<std::string, Known> places_;  // thousands of rows, a few dozen texts
    std::set<std::string> not_rooms_, respelled_;
};

}  // namespace

void read_places(std::vector<DraftSession>& rows, LocationLines const& lines,
                 std::vector<Problem>& problems) {
    Places(rows, lines, problems).run();
}

}  // namespace kiosk
