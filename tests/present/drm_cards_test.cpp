#include "present/drm_cards.hpp"

#include <fstream>

#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

using namespace kiosk;

namespace {

/// A folder like /sys/class/drm.
struct Cards {
    TemporaryFolder folder;
    void add(std::string const& name, std::string const& status) const {
        std::filesystem::create_directory(folder.path / name);
        if (!status.empty()) std::ofstream(folder.path / name / "status") << status << '\n';
    }
};

}  // namespace

TEST_CASE("the card that has a monitor is found, whichever number it has today", "[present]") {
    Cards const cards;
    cards.add("card0", "");
    cards.add("card0-HDMI-A-1", "disconnected");
    cards.add("card1", "");
    cards.add("card1-HDMI-A-2", "connected");
    cards.add("card1-HDMI-A-1", "disconnected");
    cards.add("renderD128", "");
    std::ofstream(cards.folder.path / "version") << "drm 1.1.0\n";
    auto const connectors = drm_connectors(cards.folder.path);
    CHECK(connectors == std::vector<DrmConnector>{{0, "HDMI-A-1", false}, {1, "HDMI-A-1", false}, {1, "HDMI-A-2", true}});
    CHECK(card_with_monitor(connectors) == 1);
}

TEST_CASE("where no monitor is, or no card, none is made up", "[present]") {
    Cards const cards;
    CHECK_FALSE(card_with_monitor(drm_connectors(cards.folder.path)));
    cards.add("card0-Virtual-1", "unknown");
    cards.add("cardX-HDMI-A-1", "connected");
    cards.add("card-1", "connected");
    CHECK_FALSE(card_with_monitor(drm_connectors(cards.folder.path)));
    CHECK(drm_connectors(cards.folder.path / "nowhere").empty());
}
