#include "base/json_pointer.hpp"

#include "support/catch.hpp"

using namespace kiosk;

TEST_CASE("a name with a slash or a tilde is one step of a JSON pointer", "[base]") {
    CHECK(pointer_token("Room 1") == "Room 1");
    CHECK(pointer_token("A/B") == "A~1B");
    CHECK(pointer_token("~1") == "~01");
    CHECK(pointer_token("A\x1b[31m") == "A[31m");
}
