#include "faults/unsynced.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace kiosk {
namespace fs = std::filesystem;
namespace {

std::optional<std::string> bytes_of(fs::path const& path) {
    std::error_code error;
    if (!fs::is_regular_file(fs::symlink_status(path, error))) return {};
    std::ifstream file(path, std::ios::binary);
    return std::string{std::istreambuf_iterator<char>(file), {}};
}

void put(fs::path const& path, std::string const& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

std::string left_of(std::string const& on_disk, std::string const& now, Loss loss) {
    if (loss == Loss::half_of_bytes) return now.substr(0, now.size() / 2);
    if (loss == Loss::only_sizes) return std::string(now.size(), '\0');
    return on_disk;
}

}  // namespace

void Unsynced::will_open(Path const& path, bool truncates) {
    if (truncates) will_write(path);
}

void Unsynced::has_made(Path const& path) {
    names_.push_back({{}, path, {}});
    if (!fs::is_directory(path)) bytes_[path] = "";
}

void Unsynced::will_write(Path const& path) {
    if (auto now = bytes_of(path)) bytes_.try_emplace(path, std::move(*now));
}

void Unsynced::will_rename(Path const& from, Path const& to) {
    names_.push_back({from, to, bytes_of(to)});
    bytes_.erase(to);
    if (auto node = bytes_.extract(from)) {
        node.key() = to;
        bytes_.insert(std::move(node));
    }
}

void Unsynced::will_remove(Path const& path) {
    names_.push_back({path, {}, bytes_of(path)});
    bytes_.erase(path);
}

void Unsynced::was_synced(Path const& path) {
    bytes_.erase(path);
    std::erase_if(names_, [&](NameChange const& change) {
        return (change.to.empty() ? change.from : change.to).parent_path() == path;
    });
}

void Unsynced::undo(NameChange const& change) {
    std::error_code error;
    if (change.from.empty()) {
        fs::remove_all(change.to, error);
        return;
    }
    if (!change.to.empty()) fs::rename(change.to, change.from, error);
    if (change.bytes) put(change.to.empty() ? change.from : change.to, *change.bytes);
}

void Unsynced::lose(Loss loss) const {
    bool const loses_bytes = loss == Loss::bytes || loss == Loss::half_of_bytes || loss == Loss::only_sizes ||
                             loss == Loss::names_and_bytes;
    if (loses_bytes)
        for (auto const& [path, on_disk] : bytes_)
            if (auto const now = bytes_of(path)) put(path, left_of(on_disk, *now, loss));
    if (loss == Loss::last_name && !names_.empty()) undo(names_.back());
    if (loss == Loss::names || loss == Loss::names_and_bytes)
        std::for_each(names_.rbegin(), names_.rend(), undo);
}

}  // namespace kiosk
