// Sixteen bytes at a time: most of what every byte of a large file is asked has the answer "nothing special".
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace kiosk {

inline constexpr std::size_t bytes_in_block = 16;

/// One register of every x86-64 and arm64. Source: GCC manual, vector extensions.
using ByteBlock = std::uint8_t __attribute__((vector_size(bytes_in_block)));

/// The block at `at`, of which all bytes exist.
inline ByteBlock block_at(std::string_view text, std::size_t at) {
    ByteBlock block{};
    std::memcpy(&block, text.data() + at, sizeof block);
    return block;
}

/// The last block of a text, some of which may have been looked at before; a shorter text has blanks behind it.
inline ByteBlock last_block(std::string_view text) {
    if (text.size() >= bytes_in_block) return block_at(text, text.size() - bytes_in_block);
    char filled_up[] = "                ";
    text.copy(filled_up, text.size());
    return block_at(filled_up, 0);
}

/// The byte sixteen times.
inline ByteBlock repeated(std::uint8_t b) { return ByteBlock{b, b, b, b, b, b, b, b, b, b, b, b, b, b, b, b}; }

/// 0xFF for each byte that is `byte`, else 0.
inline ByteBlock bytes_like(ByteBlock block, std::uint8_t byte) { return std::bit_cast<ByteBlock>(block == repeated(byte)); }
/// The same for each byte that is less than `limit`.
inline ByteBlock bytes_below(ByteBlock block, std::uint8_t limit) { return std::bit_cast<ByteBlock>(block < repeated(limit)); }
/// The same for each byte from `first` to `last`.
inline ByteBlock bytes_from(ByteBlock block, std::uint8_t first, std::uint8_t last) {
    return std::bit_cast<ByteBlock>(block - repeated(first) <= repeated(static_cast<std::uint8_t>(last - first)));
}
/// The same for each byte that is no ASCII.
inline ByteBlock high_bytes(ByteBlock block) { return std::bit_cast<ByteBlock>(block >= repeated(0x80)); }

/// Is there any? `mask`: of the functions above, or several of them.
inline bool has_any(ByteBlock mask) {
    std::uint64_t halves[2];
    std::memcpy(halves, &mask, sizeof halves);
    return (halves[0] | halves[1]) != 0;
}

/// How many bytes at the front of a block are not in `mask`.
inline std::size_t bytes_before(ByteBlock mask) {
    std::uint64_t halves[2];
    std::memcpy(halves, &mask, sizeof halves);
    auto const before = [](std::uint64_t half) {
        return static_cast<std::size_t>(std::endian::native == std::endian::little ? std::countr_zero(half) : std::countl_zero(half)) / 8;
    };
    return halves[0] != 0 ? before(halves[0]) : 8 + before(halves[1]);
}

}  // namespace kiosk
