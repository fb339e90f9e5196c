// The words by which organisers say what a row is: "Keynote Speaker:", "Coffee Break", "Spotlight".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "schedule/session.hpp"

namespace kiosk {

/// The kind that a title names which holds little else ("Break & Refreshments - 2nd floor", but
/// not "Opening the black box"). The leftmost word wins, except that a meal beats a break.
std::optional<Kind> kind_of_title(std::string_view title);

/// The kind that a type, category or class field names ("contributed"). Empty: none of our words.
std::optional<Kind> kind_of_field(std::string_view field);

/// What stands before a name or title: "Invited Speaker 2: ", "Contributed talk: ", "Keynote".
struct RoleWords {
    Kind kind = Kind::talk;
    std::string label;  ///< the wording without number; empty where it is the kind's usual one
    enum class Follows { person, person_or_title } follows = Follows::person_or_title;
    bool has_colon = false;      ///< a colon, a dash or "by" ends the role
    bool ends_in_by = false;     ///< "Invited talk by NAME": a name follows for certain
    bool names_speaker = false;  ///< a single person is announced, so nobody named is a placeholder
    std::string rest;            ///< what follows, trimmed
};
/// Empty: `text` does not begin with a role.
std::optional<RoleWords> take_role(std::string_view text);

/// What a person does other than speak: "Moderator: NAME", "Chair: NAME", "moderated by NAME".
struct PersonRole {
    std::string role;  ///< "moderator", "chair", "host", "panelist"
    std::string rest;
};
std::optional<PersonRole> take_person_role(std::string_view text);

/// "TBA", "to be announced": a name or title that is still to come.
bool is_to_come(std::string_view text);

/// The text names a room or hall: "Symphony Hall", "Room 101A", "2nd floor".
bool names_a_room(std::string_view text);

}  // namespace kiosk
