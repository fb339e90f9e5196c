// Photos: foreign files, decoded with care, scaled once for each size that is drawn.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/problem.hpp"
#include "layout/picture.hpp"
#include "paint/logos.hpp"
#include "paint/kept_photos.hpp"
#include "paint/photo_worker.hpp"

namespace kiosk {

/// Reads a photo's bytes, each time anew. Problems: why not.
using ReadPhoto = std::function<Outcome<std::string>()>;

/// What happened to photos since somebody looked.
struct PhotoNews {
    std::vector<Problem> broken;        ///< of those that are not known any more: layout should be asked again
    std::vector<std::string> replaced;  ///< names that stand for other bytes now
};

/// Photos by name. Only their headers and the scaled copies stay in memory; a size that was not
/// asked for before reads the file again. Not for use from two threads at a time.
class Images {
public:
    /// Looks at a photo's header and makes it known as `name` (instead of an earlier one).
    /// Problems: `photo-unusable`, a warning with the file's name and a remedy; the name is not known
    /// then. Takes PNG, JPEG and WebP of at most 32 MB, 50 megapixels and 16,384 pixels a side.
    /// `focus`: what stays when it is cut, 0 to 1000 from left and top; usual: the middle, and the upper third.
    std::vector<Problem> add_file(std::string const& name, std::filesystem::path const& file,
                                  std::pair<int, int> focus = {500, 333});
    /// Makes a photo known without looking at it: it is read when somebody asks for it. `shown`: what problems call
    /// it. `read` is for any thread.
    void add_unseen(std::string const& name, std::string const& shown, ReadPhoto read, std::pair<int, int> focus = {500, 333});
    /// Of an unknown photo: the usual one.
    std::pair<int, int> focus(std::string const& name) const;

    /// Pixels of the upright photo. Empty: unknown, or it turned out to be broken. With a worker, of one that
    /// nobody has looked at yet: 0 x 0, for it is taken to be good.
    std::optional<Size> size(std::string const& name) const;

    /// The photo scaled and cut to cover `crop.size`. Null: unknown, or it cannot be decoded; from
    /// then on it is unknown. With a worker also: not ready yet; it is asked for. Of a photo that was replaced the
    /// earlier pixels stay until then.
    SharedPixels scaled(std::string const& name, Crop const& crop);
    /// False: the worker is to bring it, or newer pixels.
    bool is_ready(std::string const& name, Crop const& crop) const;

    /// From now on a thread decodes, and calls `on_done` when there is something to collect(). What `kept` has is not
    /// decoded, and what is decoded it gets; null: nothing is kept. It outlives the thread.
    void decode_aside(std::function<void()> on_done, KeptPhotos* kept = nullptr);
    /// No more. What was not decoded yet is decoded when it is drawn.
    void decode_here();
    /// These are drawn now, and others soon: the worker decodes them in this order, and they stay in memory. Without a
    /// worker nothing happens.
    using Wanted = std::vector<std::pair<std::string, Crop>>;
    void prepare(Wanted now, Wanted soon = {});
    /// Waits until all of these are there, but no longer.
    void wait(milliseconds longest);
    /// Takes what the worker has finished.
    PhotoNews collect();

    /// Decodes a photo whole, to find what a header does not tell. Problems as in add_file.
    std::vector<Problem> check(std::string const& name) const;
    /// What turned out to be unusable when it was wanted; each once. With a worker, collect() tells.
    std::vector<Problem> take_problems() { return std::exchange(problems_, {}); }

    /// Bytes of scaled copies that may stay in memory.
    void keep_at_most(std::size_t bytes) { limit_ = bytes; }

    /// The event's logo stands beside the photos, by a name of its own.
    Logos& logos() { return logos_; }
    Logos const& logos() const { return logos_; }

private:
    struct Photo {
        std::string shown;
        ReadPhoto read;
        std::optional<Size> size;  // empty: not looked at yet
        std::pair<int, int> focus;
        std::uint64_t version;
    };
    struct Copy {
        DrawnPhoto photo;
        SharedPixels pixels;
    };
    using Copies = std::list<Copy>;  // most recent first
    void make_known(std::string const& name, Photo photo);
    void forget(std::string const& name) const;
    Copies::iterator find_copy(std::string const& name, Crop const& crop) const;
    void keep(DrawnPhoto photo, SharedPixels pixels);
    void make_room();
    bool is_wanted(DrawnPhoto const& photo) const;
    void ask_worker();
    SharedPixels draw_here(std::string const& name, Crop const& crop);

    // size() looks at what nobody has looked at.
    mutable std::map<std::string, Photo> photos_;
    mutable Copies copies_;
    mutable std::vector<Problem> problems_;
    std::size_t limit_ = 12U << 20;
    std::uint64_t versions_ = 0;
    Wanted wanted_;
    std::vector<std::string> replaced_;
    Logos logos_;
    KeptPhotos* kept_ = nullptr;
    std::unique_ptr<PhotoWorker> worker_;  // the last: it ends first
};

}  // namespace kiosk
