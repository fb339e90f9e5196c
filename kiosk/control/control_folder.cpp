#include "control/control_folder.hpp"

#include <algorithm>
#include <cctype>
#include <cstdlib>

#include <fmt/format.h>
#include <unistd.h>

namespace kiosk {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view ending = ".sock", rehearsal = "rehearsal-", nameless = "display";
constexpr std::size_t longest_name = 40;  // a socket's whole path has 107 bytes

}  // namespace

fs::path control_folder(std::function<char const*(char const*)> const& value_of) {
    auto const set = [&](char const* name) -> std::string_view {
        char const* const value = value_of(name);
        return value ? value : "";
    };
    if (auto const folder = set("KIOSK_RUNTIME_DIR"); !folder.empty()) return folder;
    // systemd may name several, with ":" between them.
    if (auto const folders = set("RUNTIME_DIRECTORY"); !folders.empty()) return folders.substr(0, folders.find(':'));
    if (auto const folder = set("XDG_RUNTIME_DIR"); !folder.empty()) return fs::path(folder) / "kiosk";
    if (::geteuid() == 0) return service_folder;
    return fmt::format("/tmp/kiosk-{}", ::geteuid());
}

fs::path control_folder() { return control_folder(::getenv); }

std::string socket_name(std::string_view display, bool is_rehearsal) {
    std::string name(display.empty() ? nameless : display.substr(0, longest_name));
    for (char& c : name) {
        bool const is_plain = std::isalnum(static_cast<unsigned char>(c)) || c == '-' || c == '_' || c == '.';
        if (!is_plain) c = '-';
    }
    if (name.front() == '.') name.front() = '-';
    return (is_rehearsal ? std::string(rehearsal) : "") + name + std::string(ending);
}

std::vector<fs::path> sockets_in(fs::path const& folder, std::string_view display, bool rehearsals) {
    std::vector<fs::path> sockets;
    std::error_code error;
    for (auto const& entry : fs::directory_iterator(folder, error)) {
        auto const name = entry.path().filename().string();
        if (!name.ends_with(ending) || name.starts_with(rehearsal) != rehearsals) continue;
        if (!display.empty() && name != socket_name(display, rehearsals)) continue;
        sockets.push_back(entry.path());
    }
    std::sort(sockets.begin(), sockets.end());
    return sockets;
}

}  // namespace kiosk
