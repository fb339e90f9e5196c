#include "schedule/ends.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace kiosk {
namespace {

constexpr minutes assumed_length{60};
constexpr hours day_cut{4};

bool share_a_room(Stretch const& a, Stretch const& b) {
    if (a.rooms.empty() || b.rooms.empty()) return true;
    return std::any_of(a.rooms.begin(), a.rooms.end(), [&](RoomId const& room) {
        return std::find(b.rooms.begin(), b.rooms.end(), room) != b.rooms.end();
    });
}

/// The first start after this one that ends it.
std::optional<Instant> next_start(std::vector<Stretch> const& all, std::size_t index, Zone const& zone) {
    auto const& self = all[index];
    std::optional<Instant> next;
    for (std::size_t i = 0; i < all.size(); ++i) {
        auto const& other = all[i];
        // Siblings end each other; a block ends nothing inside it, and its parts do not end it.
        if (i == index || other.begin <= self.begin || other.parent != self.parent) continue;
        if (!share_a_room(self, other) || logical_day(other.begin, zone) != logical_day(self.begin, zone)) continue;
        if (!next || other.begin < *next) next = other.begin;
    }
    return next;
}

std::optional<Instant> closing_time(Stretch const& self, EventFacts const& event, Zone const& zone) {
    if (!event.closes) return {};
    auto const closes = zone.to_instant(WallTime{logical_day(self.begin, zone)} + *event.closes);
    if (closes <= self.begin) return {};
    return closes;
}

}  // namespace

Day logical_day(Instant t, Zone const& zone) { return date::floor<date::days>(zone.to_wall(t) - day_cut); }

std::vector<Problem> fill_ends(std::vector<Stretch>& stretches, EventFacts const& event, Zone const& zone) {
    std::vector<Problem> problems;
    std::size_t inferred = 0;
    SourceRef first_inferred;
    // Blocks before their parts, so that a part can end with its block.
    for (int const level : {0, 1}) {
        for (std::size_t i = 0; i < stretches.size(); ++i) {
            auto& self = stretches[i];
            if ((self.parent ? 1 : 0) != level) continue;
            if (self.end && *self.end < self.begin) {
                problems.push_back({Severity::error, "end-before-start", "ends before it starts: the end is ignored",
                                    "correct the end", self.origin});
                self.end.reset();
            }
            if (self.end) continue;
            if (auto const next = next_start(stretches, i, zone)) {
                self.end = next;
                self.end_source = EndSource::next_start;
            } else if (self.parent && stretches[*self.parent].end.value_or(self.begin) > self.begin) {
                self.end = stretches[*self.parent].end;
                self.end_source = EndSource::next_start;
            } else if (auto const closes = closing_time(self, event, zone)) {
                self.end = closes;
                self.end_source = EndSource::event_end;
            } else {
                self.end = self.begin + assumed_length;
                self.end_source = EndSource::assumed;
                problems.push_back({Severity::warning, "end-guessed",
                                    fmt::format("no end, and nothing follows: {} minutes assumed", assumed_length.count()),
                                    "state an end", self.origin});
                continue;
            }
            if (inferred++ == 0) first_inferred = self.origin;
        }
    }
    if (inferred > 0)
        problems.push_back({Severity::note, "end-inferred",
                            fmt::format("{} {} no end: each lasts until the next one starts, the last until the event closes",
                                        inferred, inferred == 1 ? "row has" : "rows have"),
                            "", first_inferred});
    return problems;
}

}  // namespace kiosk
