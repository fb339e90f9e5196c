// Eight bytes at a time: most of what every byte of a large file is asked has the answer "nothing special".
#pragma once

#include <bit>
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

/// How many bytes at the front of a block have no bit of `mask`.
inline std::size_t bytes_before(std::uint64_t mask) {
    if (mask == 0) return bytes_in_block;
    auto const bits = std::endian::native == std::endian::little ? std::countr_zero(mask) : std::countl_zero(mask);
    return static_cast<std::size_t>(bits) / 8;
}

/// The byte eight times.
constexpr std::uint64_t repeated(std::uint8_t byte) { return 0x0101'0101'0101'0101U * byte; }

/// The highest bit of each byte that is `byte`, exactly.
constexpr std::uint64_t bytes_like(std::uint64_t block, std::uint8_t byte) {
    auto const other = block ^ repeated(byte);
    return ~(((other & repeated(0x7F)) + repeated(0x7F)) | other) & repeated(0x80);
}

/// Is any byte so? Cheaper than to know which.
constexpr bool has_byte_like(std::uint64_t block, std::uint8_t byte) {
    auto const other = block ^ repeated(byte);
    return ((other - repeated(1)) & ~other & repeated(0x80)) != 0;
}
constexpr bool has_byte_below(std::uint64_t block, std::uint8_t limit) { return ((block - repeated(limit)) & ~block & repeated(0x80)) != 0; }

/// The highest bit of each byte that is less than `limit`, exactly. Range: limit up to 0x80.
constexpr std::uint64_t bytes_below(std::uint64_t block, std::uint8_t limit) {
    auto const sums = (block & repeated(0x7F)) + repeated(static_cast<std::uint8_t>(0x80 - limit));
    return ~(sums | block) & repeated(0x80);
}

}  // namespace kiosk
