// What goes first when the stored copies take too much room.
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "io/good_copies.hpp"

namespace kiosk {
namespace fs = std::filesystem;
namespace {

struct StoredFile {
    fs::path path;
    std::uintmax_t size = 0;
    fs::file_time_type written;
};

using ByStem = std::map<std::string, std::vector<StoredFile>>;

/// Files that are to go together; lower ranks go first, and in a rank what was longest unchanged.
struct Removal {
    int rank;
    fs::file_time_type written;
    std::vector<StoredFile> files;
};

/// Of the copy in a file; 0: it has no header, so that it is the first to go. Empty: it cannot be read. The time at
/// which a file was written says less: clocks are set.
std::optional<std::uint64_t> generation_of(StoredFile const& file) {
    auto const start = read_copy_start(file.path);
    if (!start) return {};
    std::size_t size = 0;
    auto const header = parse_copy_header(*start, size);
    return header ? header->generation : 0;
}

bool is_generation(StoredFile const& file) {
    return file.path.extension() == ".a" || file.path.extension() == ".b";
}

void add_removals(std::vector<StoredFile> files, std::vector<Removal>& removals) {
    std::sort(files.begin(), files.end(),
              [](StoredFile const& a, StoredFile const& b) { return a.written < b.written; });
    std::erase_if(files, [&](StoredFile const& file) {
        if (file.path.extension() != ".damaged") return false;
        removals.push_back({0, file.written, {file}});
        return true;
    });
    auto const first = std::find_if(files.begin(), files.end(), is_generation);
    auto const second = first == files.end() ? first : std::find_if(first + 1, files.end(), is_generation);
    auto const one = second == files.end() ? std::nullopt : generation_of(*first);
    if (auto const other = one ? generation_of(*second) : std::nullopt) {
        auto const older = *one < *other ? first : second;
        removals.push_back({1, older->written, {*older}});
        files.erase(older);
    }
    if (files.empty()) return;
    auto const written = files.back().written;
    removals.push_back({2, written, std::move(files)});
}

}  // namespace

void GoodCopies::prune(std::uintmax_t limit_bytes, std::vector<std::string> const& keep) {
    if (!is_writable_) return;
    std::error_code error;
    std::uintmax_t total = 0;
    ByStem all;
    std::error_code broken;  // what cannot be listed stays
    for (fs::directory_iterator entry(folder_, broken), end; !broken && entry != end; entry.increment(broken)) {
        if (!entry->is_regular_file(error)) continue;
        StoredFile file{entry->path(), entry->file_size(error), entry->last_write_time(error)};
        if (file.size == static_cast<std::uintmax_t>(-1)) continue;  // gone meanwhile
        // Left by a power cut: only one thread writes, and it is here.
        if (file.path.extension() == ".new") {
            fs::remove(file.path, error);
            continue;
        }
        total += file.size;
        all[file.path.stem().string()].push_back(std::move(file));
    }
    if (total <= limit_bytes) return;
    for (auto const& source : keep) all.erase(fmt::format("{:016x}", checksum_of(source)));
    std::vector<Removal> removals;
    for (auto& [stem, files] : all) add_removals(std::move(files), removals);
    std::sort(removals.begin(), removals.end(), [](Removal const& a, Removal const& b) {
        return std::pair(a.rank, a.written) < std::pair(b.rank, b.written);
    });
    for (auto const& removal : removals) {
        if (total <= limit_bytes) return;
        for (auto const& file : removal.files)
            if (fs::remove(file.path, error)) total -= file.size;
    }
}

}  // namespace kiosk
