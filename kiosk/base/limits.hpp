// How much of anything is too much. Who gives more is broken or means harm: the rest is left out, and said.
// What bounds one function's own work whatever its input (words that are looked at, columns of a table) stands there.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace kiosk {

// Of a source. Its reader takes what fits and reports `too-large`.
inline constexpr std::uintmax_t largest_source_file = 64U << 20;  ///< bytes; on the disk an organiser put it there
inline constexpr std::size_t largest_source_body = 16U << 20;     ///< bytes of an answer of a server, unpacked; the largest known has 7 million
/// RELIABILITY.md has 5,000; calendars of 10,000 events are read within their time and memory, and some exist.
inline constexpr std::size_t most_sessions = 20'000;              ///< the largest known conference has some 3,000
inline constexpr std::size_t most_people_of_a_session = 200;      ///< a panel has ten
inline constexpr std::size_t most_links = 1000;                   ///< of a session or person
inline constexpr std::size_t most_parts = 1'000'000;              ///< XML tags, JSON values; a conference of 10,000 talks has half of them
inline constexpr std::size_t largest_written_source = 4'000'000;  ///< bytes of what people write by hand: HTML, CSV, YAML; known: 400,000

// Of what lies in each other. More exhausts a stack; real schedules have ten levels, pages fifty.
inline constexpr std::size_t deepest_data = 64;        ///< JSON, YAML
inline constexpr std::size_t deepest_html = 400;       ///< elements that are open at a time
inline constexpr std::size_t deepest_html_tree = 600;  ///< with the elements that the parser adds by itself
inline constexpr int most_key_parts = 64;              ///< of a TOML key, a.b.c

// Of a page, a table, a tree.
inline constexpr std::size_t most_html_attributes = 1000;   ///< of an element
inline constexpr std::size_t most_html_tags = 200'000;      ///< the parser takes half a kilobyte for each
inline constexpr std::size_t most_csv_records = 20'000;
inline constexpr std::size_t most_csv_cells = 1000;         ///< of a record
inline constexpr std::size_t longest_csv_cell = 1'000'000;  ///< bytes
inline constexpr std::size_t most_alias_bytes = 4'000'000;  ///< that the aliases of a YAML file unfold to, with 64 for each node

// Of a calendar. Its rules are a small programming language: they run for some steps.
inline constexpr std::size_t longest_rule = 500;              ///< bytes
inline constexpr std::size_t most_in_series = 1000;           ///< occurrences of a rule
inline constexpr int most_rule_steps = 20'000;                ///< of a rule that ticks in hours, minutes or seconds
inline constexpr std::chrono::hours longest_rule_search{24 * 366 * 60};
inline constexpr std::size_t most_occurrences = 20'000;       ///< of all rules of a file
inline constexpr std::size_t most_rules = 2'000;
inline constexpr std::chrono::hours longest_search_of_all_rules{24 * 366 * 6000};
inline constexpr std::size_t most_series_bytes = 32'000'000;  ///< that occurrences take from the first of their series
inline constexpr std::size_t most_zone_definitions = 100;     ///< a calendar of the whole world has 40
inline constexpr std::size_t most_zone_changes = 400;         ///< of a definition's rules

// Of a photo or a logo, by its header, before any of it is decoded: `photo-unusable`.
inline constexpr std::uintmax_t largest_photo = 32U << 20;  ///< bytes of a file
inline constexpr std::size_t largest_web_photo = 20U << 20;
inline constexpr long long most_photo_pixels = 50'000'000;
inline constexpr int longest_photo_side_px = 16'384;
inline constexpr int most_jpeg_scans = 200;                 ///< a progressive JPEG of 30,000 scans takes minutes
inline constexpr int most_png_chunks = 10'000;
inline constexpr std::size_t largest_svg = 1U << 20;        ///< bytes
inline constexpr std::size_t largest_fit_photo = 1U << 20;  ///< bytes of a photo of the web as it is kept
inline constexpr std::size_t most_web_photos = 200;         ///< addresses of an event that are fetched

// Of a helper process, which reads what others made: it is ended, and the rest goes on without its answer.
inline constexpr std::size_t most_decoder_memory = 320U << 20;  ///< bytes of address space
inline constexpr int most_decoder_cpu_seconds = 5;
inline constexpr std::chrono::seconds longest_decoding{10};
inline constexpr std::size_t most_trial_memory = 256U << 20;    ///< of an event that is read for the first time
inline constexpr int most_trial_cpu_seconds = 5;
inline constexpr std::chrono::seconds longest_trial{10};

// Of a fetch. See FetchLimits, which tests give their own.
inline constexpr std::size_t largest_answer_header = 64U << 10;  ///< bytes
inline constexpr int most_redirects = 5;
inline constexpr std::chrono::seconds longest_connect{5}, longest_silence{10}, longest_fetch{30};

// Of what is kept on the disk: two generations of each source, photos of addresses, and photos as they were drawn. Of an event
// whose sources take the usual few MB, 256 MiB in all.
inline constexpr std::uintmax_t most_kept_bytes = 256U << 20;
inline constexpr std::uintmax_t largest_copy = 64U << 20;              ///< of a source, with its header
inline constexpr std::uintmax_t most_kept_photo_bytes = 160U << 20;
inline constexpr std::uintmax_t most_wanted_photo_bytes = 192U << 20;  ///< if the event shows all of them
inline constexpr std::uintmax_t most_kept_pixel_bytes = 32U << 20;     ///< of photos as they were drawn
inline constexpr std::size_t most_held_photo_bytes = 32U << 20;        ///< in memory

// Of a text. Schedule::validate cuts what is longer, with an ellipsis, and reports `too-large` with its line.
inline constexpr std::size_t most_title_characters = 200;     ///< of a title, a label, a track, an employer; known: 168
inline constexpr std::size_t most_name_characters = 100;      ///< of a person or a room; known: 60
/// RELIABILITY.md has 2,000. Of 1,800 abstracts of conferences 64 are longer, one has 7,000; what is too much for a display
/// its layout leaves out, and an export keeps what the author wrote.
inline constexpr std::size_t most_prose_characters = 20'000;  ///< of an abstract, a description, a biography
inline constexpr int most_marks_of_a_base = 4;                ///< combining characters; Vietnamese needs two, Hebrew four

// Of a source that is read again and again.
inline constexpr std::size_t most_kept_cancelled = 100;  ///< sessions that are gone from it; a page that changes all of them each time has ever more

// Of a time. Rows beyond are left out as `date-impossible`, lengths as `end-before-start`.
inline constexpr std::chrono::sys_days first_day_of_events{std::chrono::year{1970} / 1 / 1};
inline constexpr std::chrono::sys_days last_day_of_events{std::chrono::year{2200} / 1 / 1};  ///< exclusive
inline constexpr std::chrono::hours longest_session{24 * 31};                                ///< exhibitions last weeks

// Of an operator.
inline constexpr std::size_t longest_command = 4096;                  ///< bytes of a line
inline constexpr std::size_t longest_command_file = 64U << 10;        ///< bytes
inline constexpr std::size_t most_file_commands = 200;
inline constexpr std::size_t most_overrides = 500;                    ///< commands that are kept
inline constexpr std::size_t most_past_overrides = 100;               ///< of them, those that are over or undone
inline constexpr std::size_t longest_head = 200, longest_text = 500;  ///< characters of an announcement

// Of a log.
inline constexpr std::size_t longest_log_line = 2000;  ///< bytes; a line names a place and says what is wrong there

}  // namespace kiosk
