// When two ways of writing a name mean one person.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kiosk {

/// A name without case, accents, dots, titles, middle initials and a nickname in brackets or quotes.
std::string person_key(std::string_view name);

/// The keys under which a name is known: that one; with a nickname also that in place of the first
/// name ("Zhaoxia (Summer) Deng" is "zhaoxia deng" and "summer deng").
std::vector<std::string> person_keys(std::string_view name);
/// The same, if the name's comparison_key is at hand.
std::vector<std::string> person_keys(std::string_view name, std::string_view key);

/// One person in two spellings: they share a key.
bool same_person(std::string_view a, std::string_view b);

/// Letters that stand for a person without a photo: first and last initial without titles; for
/// scripts without capitals the first character. Empty for an empty name.
std::string initials(std::string_view name);

/// Lower case, dashes for everything else: "chris-lattner". For ids.
std::string slug(std::string_view text);
/// The same from the text's comparison_key.
std::string slug_of_key(std::string key);

}  // namespace kiosk
