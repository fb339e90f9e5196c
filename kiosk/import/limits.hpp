// What no schedule comes near. A source beyond it is broken or made to hurt: the rest is left out, and said.
#pragma once

#include <cstddef>

namespace kiosk {

inline constexpr std::size_t most_sessions = 20'000;          ///< of a source; the largest known has some 3,000
inline constexpr std::size_t most_people_of_a_session = 200;  ///< a panel has ten
inline constexpr std::size_t most_links = 1000;               ///< of a session or person
inline constexpr std::size_t most_parts = 1'000'000;          ///< XML tags, JSON values; known: 100,000

}  // namespace kiosk
