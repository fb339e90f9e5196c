// Where running displays can be reached: a folder with a socket for each.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk {

/// $KIOSK_RUNTIME_DIR, $RUNTIME_DIRECTORY (systemd's), $XDG_RUNTIME_DIR/kiosk, else /run/kiosk for root, else
/// /tmp/kiosk-UID. `value_of`: a variable's value, null if it is not set. Source: systemd.exec(5), XDG Base Directory
/// Specification 0.8.
std::filesystem::path control_folder(std::function<char const*(char const*)> const& value_of);
std::filesystem::path control_folder();  ///< by the environment of this process

/// Where the sockets of the system's service are; its user and root may enter.
inline constexpr std::string_view service_folder = "/run/kiosk";

/// "room-5.sock" for the display "room-5", "rehearsal-room-5.sock" for its rehearsal. Signs that a file name
/// cannot have, or that a shell would take for its own, become "-".
std::string socket_name(std::string_view display, bool is_rehearsal);

/// The sockets of the displays in `folder`, or of the rehearsals there, by name. `display`: of this one alone;
/// empty: of all.
std::vector<std::filesystem::path> sockets_in(std::filesystem::path const& folder, std::string_view display, bool rehearsals);

}  // namespace kiosk
