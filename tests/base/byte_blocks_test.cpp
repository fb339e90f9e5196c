#include "base/byte_blocks.hpp"

#include "support/catch.hpp"

using namespace kiosk;

TEST_CASE("eight bytes at a time are asked what each is asked alone", "[base]") {
    for (int byte = 0; byte < 256; ++byte)
        for (int other : {0, 0x1F, 0x20, 0x21, 0x22, 0x5C, 0x7E, 0x7F, 0x80, 0xFF})
            for (std::size_t place : {std::size_t{0}, std::size_t{3}, std::size_t{7}}) {
                std::string text(8, static_cast<char>(other));
                text[place] = static_cast<char>(byte);
                auto const block = block_at(text, 0);
                std::uint64_t like = 0, below = 0;
                for (std::size_t i = 0; i < text.size(); ++i) {
                    auto const bit = std::uint64_t{0x80} << 8 * i;
                    if (static_cast<unsigned char>(text[i]) == 0x22) like |= bit;
                    if (static_cast<unsigned char>(text[i]) < 0x20) below |= bit;
                }
                if (bytes_like(block, 0x22) != like || bytes_below(block, 0x20) != below) FAIL("byte " << byte << " among " << other);
                if (has_byte_like(block, 0x22) != (like != 0) || has_byte_below(block, 0x20) != (below != 0)) FAIL("byte " << byte << " among " << other);
            }
    CHECK(bytes_before(0) == 8);
    CHECK(bytes_before(bytes_like(block_at("ab\"d\"fgh", 0), '"')) == 2);
}
