// An operation on files, with a fault at each of its calls in turn.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace kiosk {

/// What an operation did.
struct Acted {
    std::vector<std::string> said;     ///< lines for the log
    std::optional<std::string> shown;  ///< what the process goes on with, if that is what the operation is for
};

struct FileOperation {
    using Path = std::filesystem::path;

    std::string name;
    /// Makes the state before the operation in an empty folder.
    std::function<void(Path const&)> prepare;
    /// A start of the program, without faults. Returns the operation; it may be done several times.
    std::function<std::function<Acted()>(Path const&)> start;
    /// What another start finds on the disk, or "damaged".
    std::function<std::string(Path const&)> found;
    std::string before = {}, after = {};  ///< what may be found
    std::size_t most_files = 4;           ///< that may be in the folder ever, with all below it
    bool is_durable = true;               ///< on the disk once it is done; else only whole
};

struct FileWalk {
    int calls = 0;   ///< of the operation
    int points = 0;  ///< faults tried
    std::vector<std::string> bad;
};

/// Tries each call with each kind of error, with short writes, with power cuts with each loss, and with an error that
/// is followed by a cut. After each:
/// the value before or the one after is found, whole, and what was not kept was said, once; the process goes on
/// and keeps the next one; no descriptor is lost, and no files gather, however often the power is cut.
FileWalk walk(FileOperation const& operation);

}  // namespace kiosk
