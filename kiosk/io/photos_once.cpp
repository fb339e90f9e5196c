#include "io/photos_once.hpp"

#include <algorithm>
#include <atomic>
#include <thread>

#include "io/masked_url.hpp"

namespace kiosk {
namespace {

MonotonicTime monotonic() { return std::chrono::floor<milliseconds>(std::chrono::steady_clock::now()); }

}  // namespace

PhotosOnce::PhotosOnce(StateFolder state, MakeFit make_fit, milliseconds total)
    : state_(std::move(state)), make_fit_(std::move(make_fit)), total_(total), copies_(state_, photo_folder) {}

Outcome<std::string> PhotosOnce::read(WantedPhoto const& wanted) {
    {
        std::lock_guard const lock(mutex_);
        if (auto const known = read_.find(wanted.url); known != read_.end()) return known->second;
    }
    auto outcome = fetch(wanted);
    std::lock_guard const lock(mutex_);
    return read_.insert_or_assign(wanted.url, std::move(outcome)).first->second;
}

Outcome<std::string> PhotosOnce::fetch(WantedPhoto const& wanted) {
    Outcome<GoodCopy> kept;
    milliseconds left{};
    {
        std::lock_guard const lock(mutex_);
        kept = copies_.latest(wanted.url);
        if (!begin_) begin_ = monotonic();
        left = std::min<milliseconds>(FetchLimits{}.total, *begin_ + total_ - monotonic());
    }
    FetchedPhoto fetched;
    fetched.fit.fault = "cannot be fetched: the photos before it took all the time";
    auto const known = kept.value ? Validators{kept.value->meta.etag, kept.value->meta.last_modified} : Validators{};
    if (left > milliseconds{0}) fetched = fetch_photo(wanted, known, left, make_fit_);
    if (fetched.fit.fault.empty() && !fetched.has_not_changed) return {std::move(fetched.fit.bytes), {}};
    if (kept.value) return {std::move(kept.value->bytes), {}};
    return {{}, {{Severity::warning, "photo-unusable", "the photo " + fetched.fit.fault,
                  "check the address, or save the photo into a folder of [images] folders", {masked_url(wanted.url), 0, {}}}}};
}

void PhotosOnce::read_all(std::vector<WantedPhoto> const& wanted) {
    std::atomic<std::size_t> next = 0;
    auto const work = [&] {
        for (auto i = next++; i < wanted.size(); i = next++) read(wanted[i]);
    };
    std::jthread const second(work);
    work();
}

}  // namespace kiosk
