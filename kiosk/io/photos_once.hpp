// Photos on the web for a command that looks once.
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "io/web_photos.hpp"

namespace kiosk {

/// Fetches a photo when it is first asked for; where that fails, takes what a display has kept. Writes nothing.
class PhotosOnce {
public:
    /// `total`: for all of them together; what is asked for later is taken from the copies.
    PhotosOnce(StateFolder state, MakeFit make_fit, milliseconds total = seconds{60});

    /// The bytes; the second time without a fetch. Problem: `photo-unusable`. For any thread.
    Outcome<std::string> read(WantedPhoto const& wanted);
    /// Reads all of these, two at a time.
    void read_all(std::vector<WantedPhoto> const& wanted);

private:
    Outcome<std::string> fetch(WantedPhoto const& wanted);

    StateFolder state_;
    MakeFit make_fit_;
    milliseconds total_;
    std::mutex mutex_;  // of the following
    GoodCopies copies_;
    std::map<std::string, Outcome<std::string>> read_;
    std::optional<MonotonicTime> begin_ = {};  // of the first fetch
};

}  // namespace kiosk
