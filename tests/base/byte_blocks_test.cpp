#include "base/byte_blocks.hpp"

#include "support/catch.hpp"

using namespace kiosk;

TEST_CASE("sixteen bytes at a time are asked what each is asked alone", "[base]") {
    auto const holds = [](ByteBlock mask, std::size_t i) { return mask[i] == 0xFF; };
    for (int byte = 0; byte < 256; ++byte)
        for (int other : {0, 0x1F, 0x20, 0x21, 0x22, 0x5C, 0x7E, 0x7F, 0x80, 0xFF})
            for (std::size_t place : {std::size_t{0}, std::size_t{7}, std::size_t{8}, std::size_t{15}}) {
                std::string text(bytes_in_block, static_cast<char>(other));
                text[place] = static_cast<char>(byte);
                auto const block = block_at("x" + text, 1);
                bool any = false;
                std::size_t first = bytes_in_block;
                for (std::size_t i = 0; i < text.size(); ++i) {
                    int const alone = static_cast<unsigned char>(text[i]);
                    bool const is_right = holds(bytes_like(block, 0x22), i) == (alone == 0x22) && holds(bytes_below(block, 0x20), i) == (alone < 0x20) &&
                                          holds(high_bytes(block), i) == (alone >= 0x80);
                    if (!is_right) FAIL("byte " << byte << " among " << other);
                    if (alone == 0x22 && !any) any = true, first = i;
                }
                if (has_any(bytes_like(block, 0x22)) != any || bytes_before(bytes_like(block, 0x22)) != first) FAIL("byte " << byte << " among " << other);
            }
    CHECK(bytes_before(bytes_like(block_at("ab\"d\"fghijklmnop", 0), '"')) == 2);
}
