// The installer on a folder that looks like a system; the package itself is left out there.
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <fmt/format.h>

#include "support/catch.hpp"
#include "support/expected_file.hpp"
#include "support/temporary_folder.hpp"

using namespace kiosk;
namespace fs = std::filesystem;

namespace {

constexpr std::string_view cmdline = "console=tty1 root=PARTUUID=1234-02 rootwait\n", config = "dtparam=audio=on\n[pi4]\narm_boost=1\n",
                           fstab = "PARTUUID=1234-02 / ext4 defaults,noatime 0 1\n";

struct FakePi {
    TemporaryFolder folder;
    fs::path system = folder.path / "system", boot = system / "boot" / "firmware", event = folder.path / "event";

    FakePi() {
        fs::create_directories(boot);
        fs::create_directories(event);
        std::ofstream(boot / "cmdline.txt") << cmdline;
        std::ofstream(boot / "config.txt") << config;
        fs::create_directories(system / "etc");
        std::ofstream(system / "etc/fstab") << fstab;
        std::ofstream(event / "event.toml") << "[[schedule]]\nsource = \"day.csv\"\n";
        std::ofstream(folder.path / "kiosk.deb") << "not looked at";
    }
    /// What it says; its exit code in the last line.
    std::string install(std::string const& arguments) const {
        auto const out = folder.path / "out.txt";
        auto const command = fmt::format("cd '{}' && KIOSK_INSTALL_ROOT='{}' bash '{}/scripts/install-pi' {} >'{}' 2>&1; echo $? >>'{}'", folder.path.string(),
                                         system.string(), KIOSK_SOURCE_DIR, arguments, out.string(), out.string());
        REQUIRE(std::system(command.c_str()) == 0);
        return read_whole(out);
    }
};

}  // namespace

TEST_CASE("the installer changes what it says, nothing the second time, and gives the system back", "[cli]") {
    FakePi const pi;
    CHECK(pi.install("kiosk.deb event").ends_with("install-pi: 9 changes; they count from the next start on\n0\n"));
    CHECK(read_whole(pi.boot / "cmdline.txt") ==
          "console=tty1 root=PARTUUID=1234-02 rootwait quiet loglevel=3 logo.nologo vt.global_cursor_default=0 consoleblank=0 overlayroot=tmpfs:recurse=0\n");
    CHECK(read_whole(pi.boot / "config.txt") == std::string(config) + "\n# for kiosk\n[all]\ndisable_splash=1\ndtparam=watchdog=on\n");
    CHECK(read_whole(pi.system / "etc/systemd/system.conf.d/50-kiosk.conf") == "[Manager]\nRuntimeWatchdogSec=14\n");
    CHECK(fs::read_symlink(pi.system / "etc/kiosk") == "/boot/firmware/kiosk");
    CHECK(fs::file_size(pi.boot / "kiosk-data.img") == 64U << 20);
    CHECK(read_whole(pi.system / "etc/fstab").starts_with(std::string(fstab) + "/boot/firmware/kiosk-data.img /var/lib/kiosk ext4 loop,"));
    CHECK(pi.install("kiosk.deb event") == "install-pi: nothing to change\n0\n");
    std::ofstream(pi.boot / "kiosk" / "note.txt") << "the technician's own";
    CHECK(pi.install("kiosk.deb event") == "install-pi: nothing to change\n0\n");
    std::ofstream(pi.event / "event.toml") << "[[schedule]]\nsource = \"other.csv\"\n";
    CHECK(pi.install("kiosk.deb event").find("copied event") != std::string::npos);
    CHECK(pi.install("--remove").ends_with("8 changes; they count from the next start on\n0\n"));
    CHECK(read_whole(pi.boot / "cmdline.txt") == cmdline);
    CHECK(read_whole(pi.boot / "config.txt") == config);
    CHECK(read_whole(pi.system / "etc/fstab") == fstab);
    CHECK(fs::is_empty(pi.system / "etc/systemd"));
    CHECK_FALSE(fs::exists(pi.boot / "kiosk-data.img"));
    CHECK(pi.install("--remove") == "install-pi: nothing to change\n0\n");
}

TEST_CASE("the installer takes an address for an event, and says what is wrong with its arguments", "[cli]") {
    FakePi const pi;
    CHECK(pi.install("--writable kiosk.deb https://example.org/schedule.html").ends_with("0\n"));
    CHECK(read_whole(pi.boot / "kiosk/event.toml") == "[[schedule]]\nsource = \"https://example.org/schedule.html\"\n");
    CHECK_FALSE(fs::exists(pi.boot / "kiosk-data.img"));
    CHECK(pi.install("none.deb") == "install-pi: there is no file none.deb\n1\n");
    CHECK(pi.install("kiosk.deb .") == "install-pi: . holds no event.toml\n1\n");
    CHECK(pi.install("").ends_with("2\n"));
    CHECK(pi.install("--wriable kiosk.deb").ends_with("2\n"));
}

TEST_CASE("the installer calls the machine like its display, and what was in its folder of events moves along", "[cli]") {
    FakePi const pi;
    fs::create_directories(pi.system / "etc/kiosk");
    std::ofstream(pi.system / "etc/kiosk/event.toml") << "[[schedule]]\nsource = \"mine.csv\"\n";
    std::ofstream(pi.system / "etc/hosts") << "127.0.0.1\tlocalhost\n127.0.1.1\traspberrypi\n";
    std::ofstream(pi.system / "etc/hostname") << "raspberrypi\n";
    CHECK(pi.install("--name room-211 kiosk.deb").ends_with("0\n"));
    CHECK(read_whole(pi.system / "etc/hostname") == "room-211\n");
    CHECK(read_whole(pi.system / "etc/hosts") == "127.0.0.1\tlocalhost\n127.0.1.1\troom-211\n");
    CHECK(read_whole(pi.boot / "kiosk/event.toml") == "[[schedule]]\nsource = \"mine.csv\"\n");
    CHECK(pi.install("--name room-211 kiosk.deb") == "install-pi: nothing to change\n0\n");
    CHECK(pi.install("--name 'room 211' kiosk.deb").ends_with("'room 211' is no name for a machine: letters, digits and hyphens\n1\n"));
    CHECK(pi.install("--unlock").find("wrote /boot/firmware/cmdline.txt") != std::string::npos);
    CHECK(read_whole(pi.boot / "cmdline.txt").find("overlayroot") == std::string::npos);
    CHECK(pi.install("--remove").ends_with("0\n"));
    CHECK(read_whole(pi.system / "etc/hostname") == "raspberrypi\n");
    CHECK(read_whole(pi.system / "etc/hosts") == "127.0.0.1\tlocalhost\n127.0.1.1\traspberrypi\n");
}
