// Whatever becomes of good input, it is read or refused, and what is read can be shown, said and written out.
#include "fuzz/changed_by_chance.hpp"
#include "support/catch.hpp"

using namespace kiosk;

TEST_CASE("nothing that comes in leads to what must not be", "[fuzz]") {
#if defined(__SANITIZE_ADDRESS__)
    constexpr int times = 3;
#else
    constexpr int times = 12;
#endif
    for (auto const& target : core_fuzz_targets()) survive_changes(target, times);
}

