#include "import/feed/feed_rooms.hpp"

#include <set>
#include <unordered_map>

#include <fmt/format.h>

#include "base/utf8.hpp"

namespace kiosk {
namespace {

/// The parts of "Hall A, Hall B", if all of them are known.
std::vector<std::string> known_parts(std::string const& room, std::set<std::string> const& known) {
    std::vector<std::string> parts;
    std::string_view rest = room;
    while (true) {
        auto const comma = std::min(rest.find(','), rest.size());
        auto part = std::string(trimmed(rest.substr(0, comma)));
        if (!known.contains(comparison_key(part))) return {};
        parts.push_back(std::move(part));
        if (comma == rest.size()) return parts;
        rest.remove_prefix(comma + 1);
    }
}

bool has_filler(std::string const& room) {
    return room.find("__") != std::string::npos || room.find("--") != std::string::npos || room.find("..") != std::string::npos;
}

class Rooms {
public:
    Rooms(RawFeed const& feed, FeedProblems& problems) : problems_(problems) {
        for (RawEvent const& event : feed.events)
            if (!event.room.empty() && key_of_.try_emplace(event.room).second) {
                auto const key = key_of_[event.room] = comparison_key(event.room);
                if (event.room.find(',') == std::string::npos) known_.insert(key);
            }
    }

    std::vector<std::string> read(RawEvent const& event) {
        if (event.room.empty()) {
            bool const matters = known_.size() > 1;
            problems_.once(matters ? Severity::warning : Severity::note, "room-missing", event.origin,
                           fmt::format("\"{}\" has no room: it counts for {}", event.title, matters ? "all rooms" : "the one room"),
                           matters ? "state its room" : "");
            return {};
        }
        if (auto parts = known_parts(event.room, known_); parts.size() > 1) {
            problems_.once(Severity::note, "several-rooms", event.origin, fmt::format("\"{}\" is {} rooms", event.room, parts.size()), "");
            return parts;
        }
        auto const [spelling, is_new] = spelling_.try_emplace(key_of_[event.room], event.room);
        if (is_new && has_filler(event.room))
            problems_.once(Severity::note, "room-text-odd", event.origin, fmt::format("the room \"{}\" holds fillers: shown as it is", event.room), "");
        if (spelling->second != event.room)
            problems_.once(Severity::warning, "room-spelling-varies", event.origin,
                           fmt::format("\"{}\" is the room \"{}\"", event.room, spelling->second), "write it in one way");
        return {event.room};
    }

private:
    FeedProblems& problems_;
    std::set<std::string> known_;
    std::unordered_map<std::string, std::string> key_of_, spelling_;  // room as written; key
};

}  // namespace

/// "https://…", and the end of one: "papers.html?day=1".
bool is_address(std::string_view room) {
    bool const has_blank = room.find(' ') != room.npos;
    return !has_blank && (room.find("://") != room.npos || room.find(".html") != room.npos || room.find("?") != room.npos);
}

/// Virtual events say where to click, not where to go.
void take_address(RawEvent& event, FeedProblems& problems) {
    if (!is_address(event.room)) return;
    problems.once(Severity::warning, "room-not-a-room", event.origin,
                  fmt::format("\"{}\" is an address, no room: kept as the link", event.room), "name the room, or leave it out");
    if (event.url.empty()) event.url = event.room;
    event.room.clear();
}

void settle_rooms(RawFeed& feed, FeedTexts& texts, FeedProblems& problems) {
    for (RawEvent& event : feed.events) {
        texts.make_line(event.room, event.origin);
        take_address(event, problems);
        if (event.rooms)
            for (std::string& room : *event.rooms) texts.make_line(room, event.origin);
    }
    Rooms rooms(feed, problems);
    for (RawEvent& event : feed.events)
        if (!event.rooms) event.rooms = rooms.read(event);
}

}  // namespace kiosk
