// What TOML does not allow and toml++ does not survive: found before it reads the file.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kiosk {

struct TomlTrap {
    int line = 0;
    std::string_view what;
};

/// The first byte outside of strings and comments that is not ASCII (toml++ 3.3 has undefined behaviour with some), or
/// the first key of too many parts (a table in a table for each: they are freed one inside the other). Empty: neither.
/// Range: any bytes; what else is wrong with them toml++ says. Source: TOML 1.0, "Keys", "Comment", "String".
std::optional<TomlTrap> find_toml_trap(std::string_view text);

/// The same TOML, in which a character beyond ASCII that follows a backslash and the line ends which that takes away is written
/// as its number: toml++ 3.3 has undefined behaviour with most of those. Lines stay where they are. Source: TOML 1.0, "String".
std::string without_toml_stumbles(std::string_view text);

}  // namespace kiosk
