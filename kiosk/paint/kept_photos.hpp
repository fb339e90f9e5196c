// Photos as they were drawn, for the next start: its first picture waits for no decoder.
#pragma once

#include <cstdint>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "io/state_folder.hpp"
#include "io/write_budget.hpp"
#include "paint/photo_crop.hpp"
#include "paint/pixels.hpp"

namespace kiosk {

/// Pixels on the disk, by the bytes that they were decoded from and how these were cut. They are a convenience: what is
/// damaged or cannot be written is as if it had never been there, and nobody hears of it. For any thread.
class KeptPhotos {
public:
    /// Without a folder nothing is found, without one to write to nothing kept. `program` stands for what decodes and
    /// scales: pixels of another one are not found.
    KeptPhotos(StateFolder const& state, std::uint64_t program);

    /// Which pixels they are.
    struct Key {
        std::string text;  ///< one line, without its end
        Size size;
    };
    /// `photo`: a file's bytes.
    Key key_of(std::string_view photo, Crop const& crop) const;

    /// Empty: there are none, or they are not whole.
    std::optional<Pixels> find(Key const& key) const;

    /// Range: pixels of the key's size. Makes room by what was kept first (most_kept_pixel_bytes), and keeps nothing if so
    /// much was written lately that memory would wear.
    void keep(Key const& key, Pixels const& pixels, Instant now);

private:
    std::filesystem::path file_of(Key const& key) const;
    void make_room(std::uintmax_t needed) const;

    std::filesystem::path folder_;
    bool is_writable_;
    std::uint64_t program_;
    std::mutex mutex_;  // of all that writes
    WriteBudget budget_;
};

}  // namespace kiosk
