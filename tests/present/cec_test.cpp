#include "present/cec.hpp"

#include <vector>

#include "support/catch.hpp"

using namespace kiosk;

namespace {

struct Wire final : CecAdapter {
    std::uint16_t address = 0x1000;
    bool answers = true;
    std::vector<std::vector<std::uint8_t>> sent;

    std::uint32_t connector() override { return 7; }
    std::uint16_t physical_address() override { return address; }
    bool take_logical_address() override { return true; }
    bool send(std::uint8_t const* message, std::size_t length) override {
        sent.emplace_back(message, message + length);
        return answers;
    }
};

using Messages = std::vector<std::vector<std::uint8_t>>;

}  // namespace

TEST_CASE("a television is sent to sleep, and woken with the picture's own input", "[present]") {
    Wire wire;
    CHECK(tell_television(wire, false));
    CHECK(wire.sent == Messages{{0x00, 0x36}});
    wire.sent.clear();
    CHECK(tell_television(wire, true));
    CHECK(wire.sent == Messages{{0x00, 0x04}, {0x0F, 0x82, 0x10, 0x00}});
}

TEST_CASE("a monitor that knows no CEC is not talked to", "[present]") {
    Wire wire;
    wire.address = 0xFFFF;
    CHECK_FALSE(tell_television(wire, true));
    CHECK(wire.sent.empty());
    Wire silent;
    silent.answers = false;
    CHECK_FALSE(tell_television(silent, false));
}
