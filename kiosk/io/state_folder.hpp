// Where a display keeps what it must find again after a restart.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "base/problem.hpp"
#include "io/descriptor.hpp"

namespace kiosk {

/// The places where state may live, the best first: $KIOSK_STATE_DIR, $STATE_DIRECTORY (systemd's),
/// $XDG_STATE_HOME/kiosk, ~/.local/state/kiosk. Those of them whose variable is set. Source: systemd.exec(5),
/// XDG Base Directory Specification 0.8.
/// `value_of`: a variable's value, null if it is not set.
std::vector<std::filesystem::path> state_candidates(std::function<char const*(char const*)> const& value_of);
std::vector<std::filesystem::path> state_candidates();  ///< by the environment of this process

/// One folder, to which this process alone writes.
class StateFolder {
public:
    enum class Access { none, read_only, read_write };

    /// Opens the first of `candidates` that can be written to, and makes it if it is not there. Else the first
    /// that can be read. Problems, at most one: `state-unwritable` if none can be written to, or not the first;
    /// `state-locked` if another process writes to it, which makes it read-only.
    static StateFolder open(std::vector<std::filesystem::path> const& candidates,
                            std::vector<Problem>& problems);

    /// For a reader beside a display: the first of `candidates` that is there, read only, without the lock. Makes
    /// nothing, and is silent where there is none.
    static StateFolder look(std::vector<std::filesystem::path> const& candidates);

    Access access() const { return access_; }
    std::filesystem::path const& path() const { return path_; }  ///< empty: there is none

private:
    struct Attempt;
    static Attempt attempt(std::filesystem::path const& path);

    std::filesystem::path path_;
    Access access_ = Access::none;
    Descriptor lock_;  // held until the process ends, however it ends
};

}  // namespace kiosk
