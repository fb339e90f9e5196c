#include "layout/qr_code.hpp"

#include "support/catch.hpp"

using namespace kiosk;

TEST_CASE("a QR code has its three finders, and is the same every time", "[layout]") {
    auto const code = qr_code("https://example.org/");
    REQUIRE(code);
    CHECK(code->side == 25);
    auto const is_finder = [&](int left, int top) {
        for (int i = 0; i < 7; ++i)
            if (!code->is_dark(left + i, top) || !code->is_dark(left, top + i) || !code->is_dark(left + i, top + 6)) return false;
        return code->is_dark(left + 3, top + 3) && !code->is_dark(left + 1, top + 1);
    };
    CHECK(is_finder(0, 0));
    CHECK(is_finder(code->side - 7, 0));
    CHECK(is_finder(0, code->side - 7));
    CHECK_FALSE(is_finder(code->side - 7, code->side - 7));
    CHECK(code->dark == qr_code("https://example.org/")->dark);
}

TEST_CASE("nothing, and what would be too fine to be read, gives no QR code", "[layout]") {
    CHECK_FALSE(qr_code(""));
    CHECK_FALSE(qr_code(std::string(201, 'a')));
    CHECK(qr_code(std::string(200, 'a')));
}
