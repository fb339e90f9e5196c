// People as schedules write them: "H.T. Kung - Harvard University", "A B, C D and E F".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schedule/person_name.hpp"

namespace kiosk {

struct WrittenPerson {
    std::string name, affiliation;
    friend bool operator==(WrittenPerson const&, WrittenPerson const&) = default;
};

/// Two to four capitalised words ("Julius von Kügelgen", "Noah D. Goodman").
bool looks_like_name(std::string_view text);

/// Several people may follow ("Panelists:"), or one who may have an affiliation ("Speaker:").
enum class People { one, several };

/// "NAME", "NAME - X", "NAME (X)", "NAME, X", and lists of these. Nobody: the text begins with no
/// name; `trusted` says that a name is announced, so a single word or a long name counts as well.
std::vector<WrittenPerson> read_people(std::string_view text, People expected, bool trusted = false);

}  // namespace kiosk
