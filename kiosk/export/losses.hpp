// What a format has no place for.
#pragma once

#include <string_view>
#include <vector>

#include "base/problem.hpp"
#include "schedule/schedule.hpp"

namespace kiosk {

/// Things that not every format can hold.
enum class Extra {
    biographies, affiliations, photos, links_of_people, roles, labels, links, further_rooms, parts_of_blocks,
    statuses, foreign_ids,
};

/// `export-loses`, a note, if `schedule` holds any of `missing`. `format`: what the sentence calls it.
std::vector<Problem> report_losses(Schedule const& schedule, std::string_view format,
                                   std::vector<Extra> const& missing);

/// A UUID, as the ids of frab's sessions are.
bool is_uuid(std::string_view text);

}  // namespace kiosk
