#include "import/rising_series.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>

namespace kiosk {
namespace {

constexpr int day_minutes = 24 * 60;
constexpr int evening = 20 * 60;  // only after it may a time belong to the next day
constexpr int morning = 6 * 60;
constexpr int far_away = std::numeric_limits<int>::max() / 2;
constexpr std::size_t look_back = 24;  // so many rows in a row are never left out; keeps time linear

/// Compared in this order: what the series costs, how long it lasts, how much of it is at night.
struct Weight {
    int cost = 0;
    long length = 0;
    int at_night = 0;
    friend auto operator<=>(Weight const&, Weight const&) = default;
    friend Weight operator+(Weight a, Weight const& b) {
        return {a.cost + b.cost, a.length + b.length, a.at_night + b.at_night};
    }
};

struct End {
    std::optional<int> time;
    bool changed = false, refused = false;
    Weight weight;
};

/// A row that is kept in the series with one of its starts, and the best way to get there.
struct Step {
    std::size_t row = 0;  // index into the rows that take part
    int start = 0;        // minutes from midnight of the first day
    bool changed = false, next_day = false;
    Weight weight;
    Step const* previous = nullptr;
};

End best_end(SeriesRow const& row, int start, int next) {
    End best;
    best.refused = !row.ends.empty();
    best.weight = {best.refused ? 1 : 0, next == far_away ? 60 : next - start, 0};
    int const midnight = start - start % day_minutes;
    for (TimeCandidate const& candidate : row.ends) {
        int time = midnight + static_cast<int>(candidate.time.count());
        int cost = candidate.changed ? 1 : 0;
        if (time < start && start % day_minutes >= evening) {
            time += day_minutes;
            ++cost;
        }
        if (time < start) continue;
        if (time == start) ++cost;  // a moment is possible, but hardly meant
        if (time > next) ++cost;
        Weight const weight{cost, time - start, 0};
        if (!best.time || weight < best.weight) best = {time, candidate.changed, false, weight};
    }
    return best;
}

class Series {
public:
    Series(std::vector<SeriesRow const*> rows, SeriesHours const& stated)
        : rows_(std::move(rows)), hours_(stated) {}

    /// The kept rows of the cheapest series, in order.
    std::vector<Step const*> cheapest() {
        steps_.resize(rows_.size());
        for (std::size_t row = 0; row < rows_.size(); ++row) add_steps(row);
        Step const* last = nullptr;
        Weight best{far_away, 0, 0};
        std::size_t const first = rows_.size() > look_back ? rows_.size() - look_back : 0;
        for (std::size_t row = first; row < rows_.size(); ++row)
            for (Step const& step : steps_[row]) {
                Weight const weight = step.weight + left_out(rows_.size() - row - 1) + last_length(step);
                if (weight < best) best = weight, last = &step;
            }
        std::vector<Step const*> kept;
        for (; last; last = last->previous) kept.push_back(last);
        std::reverse(kept.begin(), kept.end());
        return kept;
    }

private:
    static Weight left_out(std::size_t rows) { return {2 * static_cast<int>(rows), 0, 0}; }

    Weight last_length(Step const& step) const {
        int const closes = hours_.closes ? static_cast<int>(hours_.closes->count()) : 0;
        End end = best_end(*rows_[step.row], step.start, far_away);
        if (!end.time && closes > step.start) end.weight.length = closes - step.start;
        return end.weight;
    }

    Weight own_weight(int start, TimeCandidate const& candidate) const {
        int const time = start % day_minutes;
        bool const outside = (hours_.opens && minutes{time} < *hours_.opens) ||
                             (hours_.closes && minutes{time} > *hours_.closes);
        return {(candidate.changed ? 1 : 0) + (outside ? 1 : 0), 0, time < morning ? 1 : 0};
    }

    void add_steps(std::size_t row) {
        for (TimeCandidate const& candidate : rows_[row]->starts) {
            int const time = static_cast<int>(candidate.time.count());
            if (row < look_back)
                keep({row, time, candidate.changed, false, left_out(row) + own_weight(time, candidate),
                      nullptr});
            std::size_t const first = row > look_back ? row - look_back : 0;
            for (std::size_t before = first; before < row; ++before)
                for (Step const& step : steps_[before]) follow(step, row, candidate);
        }
        // A fall that nothing explains, after more rows than look_back: begin anew.
        if (steps_[row].empty() && row >= look_back)
            for (TimeCandidate const& candidate : rows_[row]->starts)
                keep({row, static_cast<int>(candidate.time.count()), candidate.changed, false, {}, nullptr});
    }

    void follow(Step const& step, std::size_t row, TimeCandidate const& candidate) {
        int start = step.start - step.start % day_minutes + static_cast<int>(candidate.time.count());
        bool const next_day = start < step.start;
        if (next_day && (step.start % day_minutes < evening || step.start >= 2 * day_minutes)) return;
        if (next_day) start += day_minutes;
        Weight const weight = step.weight + best_end(*rows_[step.row], step.start, start).weight +
                              left_out(row - step.row - 1) + own_weight(start, candidate) +
                              Weight{next_day ? 1 : 0, 0, 0};
        keep({row, start, candidate.changed, next_day, weight, &step});
    }

    void keep(Step const& step) {
        auto& steps = steps_[step.row];
        auto const same = std::find_if(steps.begin(), steps.end(), [&](Step const& other) {
            return other.start == step.start && other.changed == step.changed;
        });
        if (same == steps.end())
            steps.push_back(step);
        else if (step.weight < same->weight)
            *same = step;
    }

    std::vector<SeriesRow const*> rows_;
    SeriesHours hours_;
    std::vector<std::vector<Step>> steps_;  // each row's are complete before another points at them
};

SeriesTime as_chosen(SeriesRow const& row, Step const& step, int next) {
    End const end = best_end(row, step.start, next);
    SeriesTime time;
    time.start = minutes{step.start};
    if (end.time) time.end = minutes{*end.time};
    time.start_changed = step.changed;
    time.end_changed = end.changed;
    time.next_day = step.next_day;
    time.end_refused = end.refused;
    return time;
}

}  // namespace

std::vector<SeriesTime> rising_series(std::vector<SeriesRow> const& rows, SeriesHours const& stated) {
    std::vector<SeriesRow const*> taking_part;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (!rows[i].starts.empty()) taking_part.push_back(&rows[i]), places.push_back(i);
    std::vector<SeriesTime> times(rows.size());
    Series series(taking_part, stated);
    auto const kept = series.cheapest();
    for (std::size_t i = 0; i < kept.size(); ++i) {
        int const next = i + 1 < kept.size() ? kept[i + 1]->start : far_away;
        times[places[kept[i]->row]] = as_chosen(*taking_part[kept[i]->row], *kept[i], next);
    }
    for (std::size_t place : places) {
        if (times[place].start) continue;
        Step const as_written{
            0, static_cast<int>(rows[place].starts.front().time.count()), false, false, {}, nullptr};
        times[place] = as_chosen(rows[place], as_written, far_away);
        times[place].out_of_series = true;
    }
    return times;
}

}  // namespace kiosk
