// The same for what servers send and disks hold.
#include "fuzz/changed_by_chance.hpp"
#include "support/catch.hpp"

using namespace kiosk;

TEST_CASE("nothing that a server sends or a disk holds leads to what must not be", "[fuzz]") {
    for (auto const& target : shell_fuzz_targets()) survive_changes(target, 200);
}
