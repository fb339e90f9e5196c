// The last good bytes of each source, so that a display starts without a network.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/limits.hpp"
#include "base/problem.hpp"
#include "io/copy_header.hpp"
#include "io/state_folder.hpp"

namespace kiosk {

struct GoodCopy {
    std::string bytes;
    CopyMeta meta;
    Instant since{};  ///< when these bytes came first
};

/// Keeps two generations of each source, each verified when it is read. A power cut at any moment leaves
/// the older or the newer one, whole. For one thread at a time. Files are named by hashes, so that no
/// source, whatever it is called, leads out of the folder.
class GoodCopies {
public:
    /// `state` must outlive this. Without a folder nothing is found and nothing kept. `folder`: its name in that of
    /// the state; each belongs to one GoodCopies.
    explicit GoodCopies(StateFolder const& state, std::string_view folder = "copies");

    /// The newest whole copy. No value: there is none, which is no problem. Problems: `cache-damaged`,
    /// one note, if a copy was not whole and the older one, or none, had to do; `file-unreadable`, a warning, if
    /// one could not be read. Both once until all is well again.
    Outcome<GoodCopy> latest(std::string_view source);

    /// The generation before the newest whole copy. Empty: there is none, or it is not whole.
    std::optional<GoodCopy> previous(std::string_view source) const;

    /// What the newest copy's header says of it, without reading the bytes: they may turn out to be damaged. Cheap.
    std::optional<CopyHeader> look(std::string_view source) const;

    /// Keeps `bytes` beside the generation before. If they are those of the newest copy, only `meta` is
    /// renewed, at most once an hour (flash memory wears). Problems: `state-unwritable`, a warning, if they
    /// could not be written; once until it works again. The others as above.
    std::vector<Problem> store(std::string_view source, std::string_view bytes, CopyMeta const& meta);

    /// Deletes until no more than `limit_bytes` are left: what was set aside, then older generations, then
    /// whole sources, the longest unchanged first. Nothing of the sources in `keep`.
    void prune(std::uintmax_t limit_bytes = most_kept_bytes, std::vector<std::string> const& keep = {});

private:
    struct Stored;
    Stored find(std::string_view source) const;
    std::vector<Problem> doubts(std::string_view source, Stored const& stored);
    int make_folder() const;
    std::vector<Problem> written(int error);

    std::filesystem::path folder_;
    bool is_writable_, has_failed_ = false;
    std::set<std::string, std::less<>> doubtful_;  ///< sources with a copy that was said to be bad, and still is
};

}  // namespace kiosk
