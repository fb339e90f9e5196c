// How much of anything is too much. Who gives more is broken or means harm: the rest is left out, and said.
// What only one file needs to bound its own work (steps of a search, cells of a table) stands there.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace kiosk {

// Of a source. Its reader takes what fits and reports `too-large`.
inline constexpr std::uintmax_t largest_source_file = 64U << 20;     ///< bytes; on the disk an organiser put it there
inline constexpr std::size_t largest_source_body = 16U << 20;        ///< bytes of an answer of a server, unpacked; the largest known has 7 million
/// RELIABILITY.md has 5,000; calendars of 10,000 events are read within their time and memory, and some exist.
inline constexpr std::size_t most_sessions = 20'000;          ///< the largest known conference has some 3,000
inline constexpr std::size_t most_people_of_a_session = 200;  ///< a panel has ten
inline constexpr std::size_t most_links = 1000;               ///< of a session or person
inline constexpr std::size_t most_parts = 1'000'000;          ///< XML tags, JSON values; known: 100,000

// Of a text. Schedule::validate cuts what is longer, with an ellipsis, and reports `too-large` with its line.
inline constexpr std::size_t most_title_characters = 200;  ///< of a title, a label, a track, an employer; known: 168
inline constexpr std::size_t most_name_characters = 100;   ///< of a person or a room; known: 60
/// RELIABILITY.md has 2,000. Of 1,800 abstracts of conferences 64 are longer, one has 7,000; what is too much for a display
/// its layout leaves out, and an export keeps what the author wrote.
inline constexpr std::size_t most_prose_characters = 20'000;  ///< of an abstract, a description, a biography
inline constexpr int most_marks_of_a_base = 4;         ///< combining characters; Vietnamese needs two, Hebrew four

// Of a source that is read again and again.
inline constexpr std::size_t most_kept_cancelled = 100;  ///< sessions that are gone from it; a page that changes all of them each time has ever more

// Of a time. Rows beyond are left out as `date-impossible`, lengths as `end-before-start`.
inline constexpr std::chrono::sys_days first_day_of_events{std::chrono::year{1970} / 1 / 1};
inline constexpr std::chrono::sys_days last_day_of_events{std::chrono::year{2200} / 1 / 1};  ///< exclusive
inline constexpr std::chrono::hours longest_session{24 * 31};                                ///< exhibitions last weeks

// Of an operator.
inline constexpr std::size_t longest_command = 4096;              ///< bytes of a line
inline constexpr std::size_t longest_command_file = 64U << 10;    ///< bytes
inline constexpr std::size_t most_file_commands = 200;
inline constexpr std::size_t most_overrides = 500;                ///< commands that are kept
inline constexpr std::size_t most_past_overrides = 100;           ///< of them, those that are over or undone
inline constexpr std::size_t longest_head = 200, longest_text = 500;  ///< characters of an announcement

// Of a log.
inline constexpr std::size_t longest_log_line = 2000;  ///< bytes; a line names a place and says what is wrong there

}  // namespace kiosk
