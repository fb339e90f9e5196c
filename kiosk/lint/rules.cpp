#include "lint/rules.hpp"

namespace kiosk {

std::vector<Problem> lint_schedule(Schedule const& schedule) {
    std::vector<Problem> problems;
    for (auto* rule : {&find_overlaps, &find_gaps, &find_odd_lengths, &find_stray_days, &find_stray_hours, &find_shifted_table, &find_similar_rooms, &find_blocks, &find_rooms_missing})
        append(problems, rule(schedule));
    return problems;
}

}  // namespace kiosk
