// Eight bytes at a time: most of what every byte of a large file is asked has the answer "nothing special".
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace kiosk {

inline constexpr std::size_t bytes_in_block = 8;

/// The block at `at`, of which all bytes exist.
inline std::uint64_t block_at(std::string_view text, std::size_t at) {
    std::uint64_t block = 0;
    std::memcpy(&block, text.data() + at, sizeof block);
    return block;
}

/// The byte eight times.
constexpr std::uint64_t repeated(std::uint8_t byte) { return 0x0101'0101'0101'0101U * byte; }

/// The highest bit of each byte that is `byte`, exactly.
constexpr std::uint64_t bytes_like(std::uint64_t block, std::uint8_t byte) {
    auto const other = block ^ repeated(byte);
    return ~(((other & repeated(0x7F)) + repeated(0x7F)) | other) & repeated(0x80);
}

/// The highest bit of each byte that is less than `limit`, exactly. Range: limit up to 0x80.
constexpr std::uint64_t bytes_below(std::uint64_t block, std::uint8_t limit) {
    auto const sums = (block & repeated(0x7F)) + repeated(static_cast<std::uint8_t>(0x80 - limit));
    return ~(sums | block) & repeated(0x80);
}

}  // namespace kiosk
