// Texts that a test expects, in files beside it.
#pragma once

#include <filesystem>
#include <string>

namespace kiosk {

/// All bytes of a file; empty: there is none.
std::string read_whole(std::filesystem::path const& path);

/// Compares `text` with what `expected` holds. Where they differ the check fails, names the first line
/// that does, and leaves the text beside it: "NAME.out.txt" for "NAME.txt".
/// KIOSK_ACCEPT=1 writes the text as expected instead; look at the difference before you commit it.
void check_against_file(std::filesystem::path const& expected, std::string const& text);

}  // namespace kiosk
