// When two ways of writing a name mean one person.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kiosk {

/// The keys under which a name is known: without case, accents, dots, titles and middle initials;
/// with a nickname in brackets or quotes, also under that ("Zhaoxia (Summer) Deng" is "zhaoxia
/// deng" and "summer deng"). Two names mean one person if they share a key. Source: SCHEDULES 2.5.
std::vector<std::string> person_keys(std::string_view name);

bool same_person(std::string_view a, std::string_view b);

/// Letters that stand for a person without a photo: first and last initial without titles; for
/// scripts without capitals the first character. Empty for an empty name.
std::string initials(std::string_view name);

/// Lower case, dashes for everything else: "chris-lattner". For ids.
std::string slug(std::string_view text);

}  // namespace kiosk
