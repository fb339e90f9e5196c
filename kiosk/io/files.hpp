// Files as problems and bytes. Nothing here throws.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "base/byte_sink.hpp"
#include "base/limits.hpp"
#include "base/problem.hpp"
#include "base/source_text.hpp"

namespace kiosk {

/// Reads a file whole; `name` is what problems call it.
/// Errors: `file-unreadable` (missing, a folder, no permission, over `limit` bytes).
Outcome<SourceText> read_text(std::filesystem::path const& path, std::string name,
                              std::uintmax_t limit = largest_source_file);

/// Changes when the file does, or another takes its name: of its time, size and place on the disk. 0: there is none.
std::uint64_t stamp_of(std::filesystem::path const& path);

/// Writes beside `path` and renames, so that a reader sees the old bytes or the new, never half.
/// Empty: done. Else why not (`file-unwritable`).
std::vector<Problem> write_atomically(std::filesystem::path const& path, GiveBytes const& give);
std::vector<Problem> write_atomically(std::filesystem::path const& path, std::string_view bytes);

/// The same for a file of one's own (nobody else may read it), and on the disk when this returns: after a
/// power cut there are the old bytes or the new. 0: done. Else why not (errno); then the old bytes stand,
/// unless only the folder could not be brought to the disk. One writer at a time: of those that were cut off
/// one file stays beside `path`, and the next one takes it.
int write_durably(std::filesystem::path const& path, std::string_view bytes);

/// Removes what writers of `path` that were killed meanwhile have left beside it.
void remove_unfinished(std::filesystem::path const& path);

/// Brings the names in a folder (empty: the current one) to the disk. 0: done. Else why not (errno).
int sync_folder(std::filesystem::path const& folder);

/// The folder that holds fonts/, images/ and config/ as they come with the program: $KIOSK_DATA,
/// else beside or above the executable, else <prefix>/share/kiosk. Empty: not found.
std::filesystem::path data_folder();

}  // namespace kiosk
