#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "lint/rules.hpp"

namespace kiosk {
namespace {

std::string without_blanks(std::string key) {
    std::erase(key, ' ');
    return key;
}

/// Length of the word of `key` that byte `at` belongs to.
std::size_t word_length(std::string_view key, std::size_t at) {
    auto const begin = key.rfind(' ', at == 0 ? 0 : at - 1);
    auto const first = begin == std::string_view::npos ? 0 : begin + 1;
    return std::min(key.find(' ', at), key.size()) - first;
}

/// A typing error: one letter more, less or other inside a word. Digits and single letters are names:
/// "Room 1" is not "Room 2", "Hall A" not "Hall B".
bool differ_by_one_letter(std::string_view a, std::string_view b) {
    constexpr std::size_t shortest_word = 4;
    if (a.size() < b.size()) std::swap(a, b);
    auto const at = static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
    if (a.size() - b.size() > 1 || at == a.size() || word_length(a, at) < shortest_word) return false;
    auto const is_digit = [at](std::string_view key) { return at < key.size() && key[at] >= '0' && key[at] <= '9'; };
    if (is_digit(a) || is_digit(b)) return false;
    return a.substr(at + 1) == (a.size() == b.size() ? b.substr(at + 1) : b.substr(at));
}

SourceRef first_in(Schedule const& schedule, RoomId const& room) {
    for (auto const& session : schedule.sessions())
        if (std::find(session.rooms.begin(), session.rooms.end(), room) != session.rooms.end()) return session.origin;
    return {};
}

}  // namespace

std::vector<Problem> find_similar_rooms(Schedule const& schedule) {
    auto const& rooms = schedule.rooms();
    if (rooms.size() > most_rooms) return {};
    std::vector<std::string> keys;
    for (auto const& room : rooms) keys.push_back(comparison_key(room.name));
    std::vector<Problem> problems;
    for (std::size_t i = 0; i < rooms.size(); ++i)
        for (std::size_t k = i + 1; k < rooms.size(); ++k) {
            bool const differ_by_blanks = without_blanks(keys[i]) == without_blanks(keys[k]);
            if (!differ_by_blanks && !differ_by_one_letter(keys[i], keys[k])) continue;
            problems.push_back({Severity::warning, "room-spelling-varies",
                                fmt::format("\"{}\" and \"{}\" look like one room: kept apart", rooms[i].name, rooms[k].name),
                                "if they are one, add a [[room]] with aliases to the event file",
                                first_in(schedule, rooms[k].id)});
        }
    return problems;
}

std::vector<Problem> find_blocks(Schedule const& schedule) {
    std::vector<Problem> problems;
    std::set<SessionId> blocks;
    for (auto const& session : schedule.sessions())
        if (session.parent) blocks.insert(*session.parent);
    for (auto const& session : schedule.sessions())
        if (blocks.contains(session.id))
            problems.push_back({Severity::note, "block-with-parts", fmt::format("\"{}\" has parts: while one is on, it is shown instead", session.title), "", session.origin});
    return problems;
}

std::vector<Problem> find_rooms_missing(Schedule const& schedule) {
    if (schedule.rooms().empty()) return {};
    std::size_t count = 0;
    Session const* first = nullptr;
    for (auto const& session : schedule.sessions())
        if (session.rooms.empty() && !is_pause(session.kind) && session.status != Status::hidden && count++ == 0) first = &session;
    if (!first) return {};
    return {{schedule.rooms().size() == 1 ? Severity::note : Severity::warning, "room-missing",
             count == 1 ? fmt::format("\"{}\" has no room: shown in every one", first->title)
                        : fmt::format("{} sessions have no room, the first \"{}\": shown in every one", count, first->title),
             "name their rooms", first->origin}};
}

}  // namespace kiosk
