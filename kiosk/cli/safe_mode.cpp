#include "cli/safe_mode.hpp"

#include <fmt/format.h>

#include "base/checksum.hpp"
#include "control/control_folder.hpp"
#include "io/files.hpp"
#include "io/last_face.hpp"
#include "run/system_clock.hpp"

namespace kiosk {
namespace fs = std::filesystem;
namespace {

constexpr int failures_to_safe = 5, failures_to_bare = 8;

/// Two events, and two displays of one event, are told apart.
std::string identity(CommonOptions const& options) { return options.event + '\n' + options.display; }

std::string face_name(CommonOptions const& options) { return fmt::format("face-{:016x}.toml", checksum_of(identity(options))); }

Care care_after(int failures) {
    if (failures >= failures_to_bare) return Care::bare;
    return failures >= failures_to_safe ? Care::safe : Care::usual;
}

}  // namespace

SafeMode::SafeMode(CommonOptions const& options)
    : options_(options), record_(control_folder(), identity(options), since_boot().time_since_epoch()), care_(care_after(record_.failed())) {}

std::string SafeMode::face_file() const {
    std::error_code error;
    auto folders = state_candidates();
    folders.push_back(control_folder());
    for (auto const& folder : folders)
        if (auto file = folder / face_name(options_); fs::is_regular_file(file, error)) return file.string();
    auto const file = control_folder() / face_name(options_);
    return write_atomically(file, unknown_face()).empty() ? file.string() : std::string{};
}

CommonOptions SafeMode::options() const {
    CommonOptions safe;
    safe.event = face_file();
    safe.theme = options_.theme;
    safe.size = options_.size;
    safe.is_size_given = options_.is_size_given;
    safe.rotate = options_.rotate;
    safe.quiet = true;
    return safe;
}

void SafeMode::keep_face(std::string const& face, StateFolder const& state) const {
    bool const is_kept = state.access() == StateFolder::Access::read_write;
    auto const file = (is_kept ? state.path() : control_folder()) / face_name(options_);
    auto const before = read_text(file, file.string());
    if (before.value && before.value->text == face) return;
    write_atomically(file, face);  // without it a safe start knows less; that is no news now
}

}  // namespace kiosk
