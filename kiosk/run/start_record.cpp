#include "run/start_record.hpp"

#include <charconv>

#include <fcntl.h>
#include <unistd.h>

#include <fmt/format.h>

#include "base/checksum.hpp"
#include "io/descriptor.hpp"

namespace kiosk {
namespace fs = std::filesystem;
namespace {

constexpr milliseconds memory = minutes{5};

/// Calls `see` with each file of `prefix` and its time, in milliseconds since boot; what has none of these names is none of ours.
template <class See>
void for_each_start(fs::path const& folder, std::string const& prefix, See see) {
    std::error_code error;
    for (auto const& entry : fs::directory_iterator(folder, error)) {
        auto const name = entry.path().filename().string();
        long long time = 0;
        auto const* const end = name.data() + name.size();
        if (!name.starts_with(prefix)) continue;
        auto const [rest, wrong] = std::from_chars(name.data() + prefix.size(), end, time);
        if (wrong == std::errc{} && rest == end) see(entry.path(), milliseconds{time});
    }
}

void remove_quietly(fs::path const& file) {
    std::error_code gone;
    fs::remove(file, gone);
}

}  // namespace

StartRecord::StartRecord(fs::path folder, std::string const& what, milliseconds since_boot)
    : folder_(std::move(folder)), prefix_(fmt::format("start-{:016x}-", checksum_of(what))) {
    std::error_code error;
    fs::create_directories(folder_, error);
    for_each_start(folder_, prefix_, [&](fs::path const& file, milliseconds time) {
        // One of later than now is of before the machine started.
        if (time <= since_boot && since_boot - time < memory) ++failed_;
        else remove_quietly(file);
    });
    file_ = (folder_ / fmt::format("{}{}", prefix_, since_boot.count())).string();
    Descriptor const made(::open(file_.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
}

void StartRecord::ended_well() const { remove_quietly(file_); }

void StartRecord::forget_all() const {
    for_each_start(folder_, prefix_, [](fs::path const& file, milliseconds) { remove_quietly(file); });
}

}  // namespace kiosk
