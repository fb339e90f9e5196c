// Photos on the web: fetched aside, made fit to be kept, and kept over a restart.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <random>
#include <stop_token>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "base/problem.hpp"
#include "io/fetch.hpp"
#include "io/good_copies.hpp"
#include "io/refresh_policy.hpp"
#include "io/write_budget.hpp"

namespace kiosk {

/// A photo's address, and where it may lead.
struct WantedPhoto {
    std::string url;
    Reach reach = Reach::internet_only;
    friend bool operator==(WantedPhoto const&, WantedPhoto const&) = default;
};

/// How one of them stands.
struct WebPhoto {
    std::uint64_t version = 0;  ///< of its bytes; 0: there are none
    std::string trouble = {};   ///< why there are none, as "cannot be fetched: …"; empty: it is being fetched
};

/// A photo checked, decoded and small enough to be kept. `fault`: why it cannot be; then there are no bytes.
struct FitPhoto {
    std::string bytes, fault;
};
/// Told to stop, it may give up.
using MakeFit = std::function<FitPhoto(std::string bytes, std::stop_token const& stop)>;

/// The photos' folder in that of the state.
inline constexpr std::string_view photo_folder = "photos";

/// When photos are asked for again: a good one after six hours.
inline constexpr RefreshTimes photo_times{hours{6}, seconds{5}, minutes{5}, hours{1}, hours{24}};

/// What is written of photos that are there already: of others under their addresses, and that they are still right. Source:
/// as of `source_writes`.
inline constexpr WriteLimit photo_writes{3'000'000, 3'000'000};

struct WebPhotoCalls {
    MakeFit make_fit;                                    ///< on one of the threads; of two at a time
    std::function<void()> on_change = {};                ///< some have come, or others; at most one call in two seconds
    std::function<void(std::string const&)> say = {};    ///< a line for the log
};

/// Two threads of its own, whatever the schedule's sources do: a slow host of photos delays no schedule.
class WebPhotos {
public:
    /// `copies` outlives this and is used by nobody else meanwhile. What it cannot keep, or may not write, is held in
    /// memory, up to 32 MB.
    WebPhotos(GoodCopies& copies, WebPhotoCalls calls, RefreshTimes times = photo_times, WriteLimit writes = photo_writes);
    ~WebPhotos();
    WebPhotos(WebPhotos const&) = delete;
    WebPhotos& operator=(WebPhotos const&) = delete;

    /// Wants these and no others any more; says how they stand, in the same order. What has a copy stands at once.
    /// For any thread.
    std::vector<WebPhoto> want(std::vector<WantedPhoto> const& wanted);
    /// The bytes. Problem: `photo-unusable`, if there are none or the copy is damaged; it is fetched anew then.
    /// For any thread; may wait for a disk.
    Outcome<std::string> read(std::string const& url);
    bool has_wanted() const;  ///< is there anything to fetch? For any thread.
    /// Asks for all of them now. For any thread.
    void hurry();
    /// Fetches no more; when this returns, nothing is called any more. read() still works.
    void stop();

private:
    struct Photo {
        Reach reach;
        RefreshPolicy policy;
        CopyMeta meta = {};
        Instant renewed = {};       // when its copy was last told that it is right
        std::uint64_t version = 0;  // 0: there are no bytes
        std::uint64_t damages = 0;  // of the copy: the same bytes again are another version, for they were given up
        std::string held = {};      // empty: the bytes are in the folder
        std::string trouble = {};
        bool is_wanted = true, is_in_hand = false, is_said = false;
    };
    using Photos = std::map<std::string, Photo>;  // by URL

    void work(std::stop_token const& stop);
    Photos::iterator due(MonotonicTime now);
    MonotonicTime next_due(MonotonicTime latest) const;
    void fetch_one(Photos::iterator photo, std::unique_lock<std::mutex>& lock, std::stop_token const& stop);
    void take(std::string const& url, Photo& photo, FitPhoto fit, Fetched const& fetched);
    void not_changed(std::string const& url, Photo& photo);
    void failed(std::string const& url, Photo& photo, std::string why, std::optional<seconds> retry_after);
    void keep(std::string const& url, Photo& photo, std::string bytes);
    void say_once(std::string const& url, Photo& photo);
    void prune();
    void tell(std::unique_lock<std::mutex>& lock);
    Photo first_look(WantedPhoto const& wanted) const;

    GoodCopies& copies_;
    WebPhotoCalls calls_;
    RefreshTimes times_;
    mutable std::mutex mutex_;  // of the copies, and of all that follows
    std::condition_variable_any bell_;
    Photos photos_;
    WriteBudget first_writes_, more_writes_;  // of photos that have no copy, and of the others
    std::vector<std::string> to_say_;
    bool has_changed_ = false, wants_pruning_ = true;
    int lines_ = 0;
    MonotonicTime told_{};
    std::mt19937 random_{std::random_device{}()};
    std::vector<std::jthread> threads_;
};

/// What one fetch gave. `head`: of the answer; without a body.
struct FetchedPhoto {
    FitPhoto fit = {};
    Fetched head = {};
    bool has_not_changed = false;  ///< the bytes to which the validators belong are still right
};

/// Fetches a photo and makes it fit. `known`: of the bytes that one has; `total`: how long it may take at most.
FetchedPhoto fetch_photo(WantedPhoto const& wanted, Validators const& known, milliseconds total, MakeFit const& make_fit,
                         std::stop_token const& stop = {});

}  // namespace kiosk
