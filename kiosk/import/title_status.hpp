// What organisers write into a title when plans change: "CANCELLED - Pizza", "[moved] Opening".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.hpp"
#include "schedule/draft.hpp"

namespace kiosk {

struct TitleStatus {
    Status status = Status::confirmed;
    std::string word;  ///< as written, without brackets
    std::string rest;  ///< the title without it
};

/// The word must stand apart: in brackets at either end, or in front of a colon or a dash.
/// "Full" in brackets says that no seats are left: the session stays confirmed.
/// Empty: the title says nothing of the kind.
std::optional<TitleStatus> take_status(std::string_view title);

/// The word off the title of `session`, into its status. Problem: `status-in-title`.
std::vector<Problem> take_status_off_title(DraftSession& session);

}  // namespace kiosk
