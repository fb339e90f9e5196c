// What a disk would lose if the power failed now.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "faults/file_faults.hpp"

namespace kiosk {

/// Notes what was done to files and what was brought to the disk, and takes back the rest. Paths are absolute
/// and without links.
class Unsynced {
public:
    using Path = std::filesystem::path;

    void will_open(Path const& path, bool truncates);
    void has_made(Path const& path);
    void will_write(Path const& path);
    void will_rename(Path const& from, Path const& to);
    void will_remove(Path const& path);
    void was_synced(Path const& path);
    /// The call that was announced failed.
    void take_back() { names_.pop_back(); }

    /// Makes the disk what it would be.
    void lose(Loss loss) const;

private:
    /// A name that was made, moved or removed; how to undo it.
    struct NameChange {
        Path from, to;                     ///< `from` empty: made; `to` empty: removed
        std::optional<std::string> bytes;  ///< that were at `to`, or at `from` if it was removed
    };
    static void undo(NameChange const& change);

    std::vector<NameChange> names_;
    std::map<Path, std::string> bytes_;  ///< on the disk, of files that have others now
};

}  // namespace kiosk
