#include "io/web_photos.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/limits.hpp"
#include "io/blocked_signal.hpp"
#include "io/machine_time.hpp"
#include "io/masked_url.hpp"

namespace kiosk {
namespace {

constexpr std::size_t fetched_at_once = 2;
constexpr std::size_t most_known = 400;            // photos, with those that are not wanted any more
constexpr WriteLimit first_ones{250'000'000, 3'000'000};  // all of an event's; but not those of addresses that change with each page
constexpr milliseconds renewed_after = hours{24 * 7};  // the time of a copy; without it a restart asks again, which is cheap
constexpr milliseconds between_calls = seconds{2};
constexpr int hopeful_failures = 6;                // after so many, what is no photo is not fetched every few minutes
constexpr seconds hopeless_wait = minutes{30};
constexpr int most_lines = 20;                     // about single photos

std::uint64_t version_of(std::uint64_t checksum) { return std::max<std::uint64_t>(checksum, 1); }

/// Neither wanted any more nor being fetched.
constexpr auto is_left = [](auto const& entry) { return !entry.second.is_wanted && !entry.second.is_in_hand; };

Problem unusable(std::string const& url, std::string const& why) {
    return {Severity::warning, "photo-unusable", "the photo " + why, "it is tried again by itself", {masked_url(url), 0, {}}};
}

}  // namespace

FetchedPhoto fetch_photo(WantedPhoto const& wanted, Validators const& known, milliseconds total, MakeFit const& make_fit,
                         std::stop_token const& stop) {
    FetchOptions options;
    options.limits.body = largest_web_photo;
    options.limits.total = total;
    options.known = known;
    options.reach = wanted.reach;
    auto fetched = fetch(wanted.url, options, stop);
    FetchedPhoto photo;
    if (fetched.value) photo.head = std::move(*fetched.value);
    photo.has_not_changed = photo.head.not_modified;
    if (photo.has_not_changed) return photo;
    if (!photo.head.body) photo.fit.fault = fetched.problems.empty() ? "cannot be fetched" : fetched.problems.front().message;
    else if (!stop.stop_requested()) photo.fit = make_fit(*std::exchange(photo.head.body, std::nullopt), stop);
    if (photo.head.status == 200 && !photo.fit.fault.empty() && fetched.problems.empty()) photo.fit.fault = "cannot be used: " + photo.fit.fault;
    return photo;
}

WebPhotos::WebPhotos(GoodCopies& copies, WebPhotoCalls calls, RefreshTimes times, WriteLimit writes)
    : copies_(copies), calls_(std::move(calls)), times_(times), first_writes_(first_ones), more_writes_(writes) {
    for (std::size_t i = 0; i < fetched_at_once; ++i) threads_.emplace_back([this](std::stop_token const& stop) { work(stop); });
}

WebPhotos::~WebPhotos() { stop(); }

void WebPhotos::stop() {
    for (auto& thread : threads_) thread.request_stop();
    for (auto& thread : threads_)
        if (thread.joinable()) thread.join();
}

/// A photo as it lies in the folder. One that was right a while ago is not asked for before its time.
WebPhotos::Photo WebPhotos::first_look(WantedPhoto const& wanted) const {
    auto const now = monotonic();
    Photo photo{wanted.reach, RefreshPolicy(times_, now)};
    auto const copy = copies_.look(wanted.url);
    if (!copy) return photo;
    photo.version = version_of(copy->checksum);
    photo.meta = copy->meta;
    photo.renewed = copy->meta.fetched;
    auto const age = machine_clock() - copy->meta.fetched;
    if (age >= age.zero()) photo.policy.succeeded(now - age, 0, true);
    return photo;
}

std::vector<WebPhoto> WebPhotos::want(std::vector<WantedPhoto> const& wanted) {
    std::vector<WebPhoto> states;
    {
        std::lock_guard const lock(mutex_);
        for (auto& [url, photo] : photos_) photo.is_wanted = false;
        for (auto const& one : wanted) {
            auto found = photos_.find(one.url);
            if (found == photos_.end()) found = photos_.emplace(one.url, first_look(one)).first;
            found->second.is_wanted = true;
            found->second.reach = one.reach;
            states.push_back({found->second.version, found->second.trouble});
        }
        // A schedule that breaks wants none, and is not shown: those of the last good one must stay readable.
        if (photos_.size() > most_known) std::erase_if(photos_, is_left);
    }
    bell_.notify_all();
    return states;
}

Outcome<std::string> WebPhotos::read(std::string const& url) {
    std::lock_guard const lock(mutex_);
    auto const found = photos_.find(url);
    if (found == photos_.end() || found->second.version == 0) return {{}, {unusable(url, "is not there yet")}};
    auto& photo = found->second;
    if (!photo.held.empty()) return {photo.held, {}};
    if (auto kept = copies_.latest(url); kept.value) return {std::move(kept.value->bytes), {}};
    photo.version = 0;
    photo.meta = {};
    ++photo.damages;
    photo.policy.hurry(monotonic());
    bell_.notify_all();
    return {{}, {unusable(url, "cannot be used: its stored copy is damaged")}};
}

bool WebPhotos::has_wanted() const {
    std::lock_guard const lock(mutex_);
    return !photos_.empty();
}

void WebPhotos::hurry() {
    std::lock_guard const lock(mutex_);
    for (auto& [url, photo] : photos_) photo.policy.hurry(monotonic());
    bell_.notify_all();
}

/// The one that waits longest of those whose time has come; end: none.
WebPhotos::Photos::iterator WebPhotos::due(MonotonicTime now) {
    auto best = photos_.end();
    for (auto photo = photos_.begin(); photo != photos_.end(); ++photo) {
        auto const& [url, one] = *photo;
        bool const is_due = one.is_wanted && !one.is_in_hand && one.policy.next() <= now;
        if (is_due && (best == photos_.end() || one.policy.next() < best->second.policy.next())) best = photo;
    }
    return best;
}

MonotonicTime WebPhotos::next_due(MonotonicTime latest) const {
    for (auto const& [url, photo] : photos_)
        if (photo.is_wanted && !photo.is_in_hand) latest = std::min(latest, photo.policy.next());
    return latest;
}

void WebPhotos::work(std::stop_token const& stop) {
    leave_signals_to_the_loop();
    std::unique_lock lock(mutex_);
    while (!stop.stop_requested()) {
        auto const photo = due(monotonic());
        if (photo != photos_.end()) {
            fetch_one(photo, lock, stop);
            if (!stop.stop_requested()) tell(lock);
            continue;
        }
        if (wants_pruning_ && !photos_.empty()) prune();
        auto const latest = monotonic() + hours{1};
        auto const next = next_due(latest);
        bell_.wait_until(lock, stop, next, [&] { return next_due(latest) != next || (wants_pruning_ && !photos_.empty()); });
    }
}

void WebPhotos::fetch_one(Photos::iterator photo, std::unique_lock<std::mutex>& lock, std::stop_token const& stop) {
    auto& [url, one] = *photo;
    one.is_in_hand = true;
    Validators known;
    if (one.version != 0 && !one.policy.wants_full(monotonic())) known = {one.meta.etag, one.meta.last_modified};
    WantedPhoto const wanted{url, one.reach};
    lock.unlock();
    auto fetched = fetch_photo(wanted, known, FetchLimits{}.total, calls_.make_fit, stop);
    lock.lock();
    one.is_in_hand = false;
    if (stop.stop_requested()) return;
    if (fetched.has_not_changed) not_changed(url, one);
    else if (!fetched.fit.fault.empty()) {
        bool const is_no_photo = fetched.head.status == 200 && one.policy.failures() >= hopeful_failures;
        failed(url, one, fetched.fit.fault, is_no_photo ? std::optional(hopeless_wait) : fetched.head.retry_after);
    } else take(url, one, std::move(fetched.fit), fetched.head);
}

void WebPhotos::take(std::string const& url, Photo& photo, FitPhoto fit, Fetched const& fetched) {
    photo.policy.succeeded(monotonic(), std::generate_canonical<double, 32>(random_), true);
    photo.meta = {machine_clock(), fetched.etag, fetched.last_modified};
    photo.trouble.clear();
    photo.is_said = false;
    auto const version = version_of(checksum_of(fit.bytes) + photo.damages);
    has_changed_ = has_changed_ || version != photo.version;
    photo.version = version;
    keep(url, photo, std::move(fit.bytes));
}

void WebPhotos::not_changed(std::string const& url, Photo& photo) {
    if (photo.version == 0) return;  // the copy turned out to be damaged meanwhile: it is due still
    photo.policy.succeeded(monotonic(), std::generate_canonical<double, 32>(random_), false);
    photo.meta.fetched = machine_clock();
    if (!photo.held.empty()) return keep(url, photo, std::exchange(photo.held, {}));
    if (std::chrono::abs(photo.meta.fetched - photo.renewed) < renewed_after || !more_writes_.allows(machine_clock())) return;
    if (auto const kept = copies_.latest(url); kept.value) {
        copies_.store(url, kept.value->bytes, photo.meta);
        photo.renewed = photo.meta.fetched;
        more_writes_.take(0);
    }
}

void WebPhotos::failed(std::string const& url, Photo& photo, std::string why, std::optional<seconds> retry_after) {
    photo.policy.failed(monotonic(), std::generate_canonical<double, 32>(random_), retry_after);
    if (photo.version != 0) return;  // the last good one stays
    photo.trouble = std::move(why);
    say_once(url, photo);
}

/// A host that is gone must not fill the log.
void WebPhotos::say_once(std::string const& url, Photo& photo) {
    if (std::exchange(photo.is_said, true) || lines_ > most_lines) return;
    auto problem = unusable(url, photo.trouble);
    problem.message += ": initials are shown";
    to_say_.push_back(++lines_ > most_lines ? "more photos cannot be shown; kiosk check names them all" : to_line(problem));
}

/// In the folder, or in memory where that cannot be written.
void WebPhotos::keep(std::string const& url, Photo& photo, std::string bytes) {
    auto const is_kept = [&, checksum = checksum_of(bytes)] {
        auto const kept = copies_.look(url);
        return kept && kept->checksum == checksum;
    };
    // A server that does not say that a photo is the same sends it four times a day.
    bool const is_told = std::chrono::abs(photo.meta.fetched - photo.renewed) < renewed_after && is_kept();
    auto& writes = copies_.look(url) ? more_writes_ : first_writes_;
    if (!is_told && writes.allows(machine_clock())) {
        for (auto const& problem : copies_.store(url, bytes, photo.meta)) to_say_.push_back(to_line(problem));
        writes.take(bytes.size());
        photo.renewed = photo.meta.fetched;
        wants_pruning_ = true;
    }
    photo.held.clear();
    if (is_kept()) return;
    auto const held = [&] {
        std::size_t sum = bytes.size();
        for (auto const& [other, one] : photos_) sum += one.held.size();
        return sum;
    };
    if (held() > most_held_photo_bytes) std::erase_if(photos_, [&](auto const& entry) { return &entry.second != &photo && is_left(entry); });
    if (held() <= most_held_photo_bytes) {
        photo.held = std::move(bytes);
        return;
    }
    photo.version = 0;
    photo.trouble = "cannot be kept: there is no folder for it, and no more memory";
    say_once(url, photo);
}

/// Those of other events go first; but even the wanted ones must not fill the disk.
void WebPhotos::prune() {
    wants_pruning_ = false;
    std::vector<std::string> wanted;
    for (auto const& [url, one] : photos_) wanted.push_back(url);
    copies_.prune(most_kept_photo_bytes, wanted);
    copies_.prune(most_wanted_photo_bytes);
}

/// Says and calls what is to be, without the lock: whoever listens may ask.
void WebPhotos::tell(std::unique_lock<std::mutex>& lock) {
    auto const now = monotonic();
    auto const lines = std::exchange(to_say_, {});
    bool const is_time = due(now) == photos_.end() || now - told_ >= between_calls;
    bool const calls = is_time && std::exchange(has_changed_, false);
    if (calls) told_ = now;
    lock.unlock();
    if (calls_.say)
        for (auto const& line : lines) calls_.say(line);
    if (calls && calls_.on_change) calls_.on_change();
    lock.lock();
}

}  // namespace kiosk
