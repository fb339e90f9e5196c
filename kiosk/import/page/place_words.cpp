#include "import/page/place_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "import/city_zones.hpp"
#include "import/date_words.hpp"
#include "import/kinds.hpp"

namespace kiosk {
namespace {

std::vector<std::string> pieces_of(std::string_view text) {
    std::vector<std::string> pieces(1);
    for (char const c : text) {
        if (c == ',' || c == ';' || c == '(' || c == ')' || c == '|' || c == '\n')
            pieces.emplace_back();
        else
            pieces.back() += c;
    }
    for (std::string& piece : pieces) {
        std::string_view rest = trimmed(piece);
        for (std::string_view const mark :
             {"Location:", "Room:", "Venue:", "Where:", "When:", "Time:", "Hours:"})
            if (rest.starts_with(mark)) rest = trimmed(rest.substr(mark.size()));
        while (rest.ends_with('.')) rest = trimmed(rest.substr(0, rest.size() - 1));
        piece = std::string(rest);
    }
    std::erase_if(pieces, [](std::string const& piece) { return piece.empty(); });
    return pieces;
}

/// Names begin with capitals or digits throughout; sentences do not.
bool is_capitalised(std::string_view text) {
    bool at_start = true;
    for (auto const& point : decode_utf8(text)) {
        if (at_start && point.value >= 'a' && point.value <= 'z') {
            std::string_view const word = text.substr(point.begin, text.find(' ', point.begin) - point.begin);
            bool const is_small = word == "of" || word == "the" || word == "de" || word == "des" ||
                                  word == "and" || word == "der" || word == "floor" || word == "room";
            if (!is_small) return false;
        }
        at_start = point.value == ' ';
    }
    return true;
}

/// "117" in "Meeting 116, 117": more of the room before it.
bool is_more_of_room(std::string_view piece) {
    bool const is_year = piece.size() == 4 && piece.find_first_not_of("0123456789") == std::string_view::npos;
    return !piece.empty() && piece.size() <= 4 && piece[0] >= '0' && piece[0] <= '9' && !is_year &&
           piece.find_first_of(" :-") == std::string_view::npos;
}

/// The names in a sentence: runs of capitalised words after "in", "at" or "the".
std::vector<std::string> names_in_sentence(std::string const& sentence) {
    std::vector<std::string> names;
    std::string before, name;
    bool counts = false;
    for (std::size_t begin = 0; begin <= sentence.size();) {
        std::size_t const end = std::min(sentence.find(' ', begin), sentence.size());
        std::string word = sentence.substr(begin, end - begin);
        bool const ends = word.ends_with('.');
        if (ends) word.pop_back();
        bool const is_name = !word.empty() && ((word[0] >= 'A' && word[0] <= 'Z') ||
                                               (word[0] >= '0' && word[0] <= '9') || word == "&");
        if (is_name && name.empty()) counts = before == "in" || before == "at" || before == "the";
        if (is_name) name += (name.empty() ? "" : " ") + word;
        if ((!is_name || ends || end == sentence.size()) && !name.empty()) {
            if (counts) names.push_back(name);
            name.clear();
        }
        before = word;
        begin = end + 1;
    }
    return names;
}

bool names_a_venue(std::string const& piece) {
    static constexpr auto words = std::to_array<std::string_view>(
        {" center ", " centre ", " convention ", " hotel ", " university ", " campus ", " museum ",
         " palace ", " palais ", " kongress", " messe ", " congress ", " institute ", " library ", " arena ",
         " forum "});
    std::string const key = fmt::format(" {} ", comparison_key(piece));
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return key.find(word) != std::string::npos; });
}

std::optional<StatedHours> hours_of(std::string const& piece) {
    auto const reading = read_clock_times(piece);
    if (!reading || !reading->start || !reading->end || !reading->rest.empty()) return {};
    std::optional<StatedHours> best;
    for (auto const& opens : candidates_of(*reading->start))
        for (auto const& closes : candidates_of(*reading->end)) {
            if (opens.changed || closes.changed || closes.time <= opens.time) continue;
            bool const shorter = !best || closes.time - opens.time < best->closes - best->opens;
            if (shorter) best = StatedHours{opens.time, closes.time};
        }
    return best;
}

/// Rooms and venues that a sentence names by the way.
void add_names(std::string const& sentence, std::vector<PlaceWords>& found) {
    for (std::string const& name : names_in_sentence(sentence)) {
        PlaceWords words;
        words.text = name;
        int const size = count_words(name);
        if (size < 2 || size > 6) continue;
        if (names_a_venue(name))
            words.venue = name;
        else if (names_a_room(name))
            words.room = name;
        if (!words.venue.empty() || !words.room.empty()) found.push_back(std::move(words));
    }
}

}  // namespace

std::vector<PlaceWords> read_place_words(std::string_view text) {
    std::vector<PlaceWords> found;
    auto const pieces = pieces_of(text);
    // A lone "Convention Center" in a list of links is no fact; beside a date, a room or a city it is.
    bool const speaks_of_place = find_city(text) || !find_dates(text).empty() ||
                                 std::any_of(pieces.begin(), pieces.end(), names_a_room);
    for (std::string const& piece : pieces) {
        PlaceWords words;
        words.text = piece;
        words.hours = hours_of(piece);
        int const size = count_words(piece);
        bool const is_name = !words.hours && is_capitalised(piece) && find_dates(piece).empty();
        if (is_name && size >= 2 && size <= 6 && names_a_room(piece) && !names_a_venue(piece))
            words.room = piece;
        else if (is_name && size <= 8 && speaks_of_place && pieces.size() > 1 && names_a_venue(piece))
            words.venue = piece;
        bool const is_more = !found.empty() && &piece != &pieces.front() &&
                             found.back().text == *(&piece - 1) && !found.back().room.empty() &&
                             is_more_of_room(piece);
        if (is_more) {
            found.back().room += ", " + piece;
            found.back().text = piece;
        }
        if (words.hours || !words.room.empty() || !words.venue.empty()) found.push_back(std::move(words));
        if (!is_name && speaks_of_place && !is_capitalised(piece)) add_names(piece, found);
    }
    return found;
}

std::string zone_name_in(std::string_view text) {
    static constexpr auto areas =
        std::to_array<std::string_view>({"Africa/", "America/", "Antarctica/", "Asia/", "Atlantic/",
                                         "Australia/", "Europe/", "Indian/", "Pacific/"});
    for (std::string_view const area : areas) {
        auto const begin = text.find(area);
        if (begin == std::string_view::npos) continue;
        std::size_t end = begin + area.size();
        auto const belongs = [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '/' || c == '-';
        };
        while (end < text.size() && belongs(text[end])) ++end;
        if (end - begin > area.size()) return std::string(text.substr(begin, end - begin));
    }
    return "";
}

}  // namespace kiosk
