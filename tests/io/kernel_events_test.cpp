#include "io/kernel_events.hpp"

#include "support/catch.hpp"

using namespace kiosk;

TEST_CASE("a message of the kernel names its subsystem", "[io]") {
    using namespace std::string_view_literals;
    CHECK(subsystem_of("change@/devices/pci0000:00/drm/card0\0ACTION=change\0SUBSYSTEM=drm\0HOTPLUG=1\0"sv) == "drm");
    CHECK(subsystem_of("add@/devices/usb1\0SUBSYSTEM=input"sv) == "input");
    CHECK(subsystem_of("add@/x\0NOTSUBSYSTEM=input\0"sv).empty());
    CHECK(subsystem_of({}).empty());
}

TEST_CASE("where nothing happens, nothing is heard", "[io]") {
    KernelEvents const events;
    CHECK(events.take().empty());
}
