#include "present/kms_machine.hpp"

#include "present/fake_card.hpp"
#include "support/catch.hpp"

using namespace kiosk;

namespace {

std::shared_ptr<KmsMachine> machine_with(std::vector<std::vector<KmsOutput>> const& cards) {
    std::vector<std::unique_ptr<KmsCard>> all;
    for (auto const& outputs : cards) {
        auto card = std::make_unique<FakeCard>();
        card->plugged = outputs;
        all.push_back(std::move(card));
    }
    return std::make_shared<KmsMachine>(std::move(all));
}

}  // namespace

TEST_CASE("a monitor gets the mode that it prefers, but no more pixels than are painted in time", "[present]") {
    std::vector<KmsMode> const television{{{3840, 2160}, 60, true, 0}, {{1920, 1080}, 30, false, 1}, {{1920, 1080}, 59.94, false, 2},
                                          {{1920, 1200}, 60, false, 3}, {{1280, 720}, 60, false, 4}};
    CHECK(choose_mode(television, {})->index == 2);
    CHECK(choose_mode(television, Size{3840, 2160})->index == 0);
    CHECK(choose_mode(television, Size{1280, 720})->index == 4);
    CHECK(choose_mode(television, Size{1024, 768})->index == 2);
    CHECK(choose_mode({{{1366, 768}, 60, false, 0}, {{1280, 720}, 60, true, 1}}, {})->index == 1);
    CHECK(choose_mode({{{3840, 2160}, 60, true, 0}}, {})->index == 0);
    CHECK_FALSE(choose_mode({}, Size{1920, 1080}));
}

TEST_CASE("the first monitor is found on whichever card it is", "[present]") {
    auto const machine = machine_with({{no_monitor(10, "HDMI-A-1")}, {no_monitor(20, "HDMI-A-2"), monitor(21, "DP-1", {{1920, 1080}})}});
    CHECK(machine->take("", true)->output.name == "DP-1");
    CHECK_FALSE(machine->take("", true));
}

TEST_CASE("two displays of one machine get an output and a scanner each", "[present]") {
    auto const machine = machine_with({{monitor(10, "HDMI-A-1", {{1920, 1080}}), monitor(11, "HDMI-A-2", {{1920, 1080}})}});
    auto const second = machine->take("HDMI-A-2", true);
    auto const first = machine->take("", true);
    REQUIRE(first);
    REQUIRE(second);
    CHECK(second->output.name == "HDMI-A-2");
    CHECK(first->output.name == "HDMI-A-1");
    CHECK(first->crtc != second->crtc);
    machine->give_back(*second);
    CHECK(machine->take("HDMI-A-2", true)->crtc == second->crtc);
}

TEST_CASE("an output that only a taken scanner could feed is not to be had", "[present]") {
    auto const machine = machine_with({{monitor(10, "HDMI-A-1", {{1920, 1080}}, {1}), monitor(11, "HDMI-A-2", {{1920, 1080}}, {1})}});
    CHECK(machine->take("", true));
    CHECK_FALSE(machine->take("", true));
}
