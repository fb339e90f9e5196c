// The line in front of each stored copy, which says what it is and whether it is whole.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "base/checksum.hpp"
#include "time/instant.hpp"

namespace kiosk {

/// What is known of a source's bytes beside the bytes.
struct CopyMeta {
    Instant fetched{};  ///< when they were last known to be right; to the second, year 1970 to 9999
    std::string etag, last_modified;
    friend bool operator==(CopyMeta const&, CopyMeta const&) = default;
};

struct CopyHeader {
    std::string source;
    std::uint64_t generation = 0;  ///< grows with each; a clock that is set cannot confuse it
    CopyMeta meta;
    std::uint64_t length = 0, checksum = 0;  ///< of the bytes
};

inline constexpr std::size_t longest_copy_header = 16384;  ///< bytes

/// One line with its end: "kiosk-copy 1 source=… … check=0123456789abcdef".
std::string to_line(CopyHeader const& header);

/// The header in front of `file`, and in `size` how long it is. Empty: there is none of this version, or
/// one that is damaged; a byte that is wrong anywhere in it shows.
std::optional<CopyHeader> parse_copy_header(std::string_view file, std::size_t& size);

/// As much of a file as a header can take. Empty: it cannot be read.
std::optional<std::string> read_copy_start(std::filesystem::path const& file);

/// The header of a file. Empty: it cannot be read, or as above.
std::optional<CopyHeader> read_copy_header(std::filesystem::path const& file);

}  // namespace kiosk
