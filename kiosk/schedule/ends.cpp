#include "schedule/ends.hpp"

#include <map>
#include <set>
#include <string>

#include <fmt/format.h>

namespace kiosk {
namespace {

constexpr minutes assumed_length{60};
constexpr hours day_cut{4};

/// Finds what comes next in a room without a look at every pair: there may be thousands.
class Starts {
public:
    explicit Starts(std::vector<Stretch> const& all) {
        for (auto const& one : all) {
            of_[{one.parent, anywhere}].insert(one.begin);
            if (one.rooms.empty()) of_[{one.parent, everywhere}].insert(one.begin);
            for (auto const& room : one.rooms) of_[{one.parent, room.value}].insert(one.begin);
        }
    }

    /// The first start after `self` that ends it. Siblings end each other; a block ends nothing inside
    /// it, and its parts do not end it. Empty: none on the same day.
    std::optional<Instant> after(Stretch const& self, Zone const& zone) const {
        std::optional<Instant> next;
        auto const look = [&](std::string const& room) {
            auto const starts = of_.find({self.parent, room});
            if (starts == of_.end()) return;
            auto const found = starts->second.upper_bound(self.begin);
            if (found != starts->second.end() && (!next || *found < *next)) next = *found;
        };
        for (auto const& room : self.rooms) look(room.value);
        look(self.rooms.empty() ? anywhere : everywhere);
        if (next && logical_day(*next, zone) != logical_day(self.begin, zone)) next.reset();
        return next;
    }

private:
    // No room has such a key: they are made of letters, digits and blanks.
    inline static std::string const anywhere = "*", everywhere = "**";
    std::map<std::pair<std::optional<std::size_t>, std::string>, std::set<Instant>> of_;
};

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
    std::optional<Starts> starts;  // from where an end is missing: most sources state them all
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
            if (!starts) starts.emplace(stretches);
            if (auto const next = starts->after(self, zone)) {
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
