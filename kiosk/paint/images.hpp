// Photos: foreign files, decoded with care, scaled once for each size that is drawn.
#pragma once

#include <cstdint>
#include <filesystem>
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
#include "paint/pixels.hpp"

namespace kiosk {

/// How a photo is wanted: the drawn size, and what stays when the shapes differ.
struct Crop {
    Size size;
    int focus_x = 500, focus_y = 333;  ///< 0 to 1000, as in ImageBox
    friend auto operator<=>(Crop const& a, Crop const& b) {
        return std::tie(a.size.width, a.size.height, a.focus_x, a.focus_y) <=>
               std::tie(b.size.width, b.size.height, b.focus_x, b.focus_y);
    }
    friend bool operator==(Crop const&, Crop const&) = default;
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
    /// Of an unknown photo: the usual one.
    std::pair<int, int> focus(std::string const& name) const;

    /// Pixels of the upright photo. Empty: unknown, or it turned out to be broken.
    std::optional<Size> size(std::string const& name) const;

    /// The photo scaled and cut to cover `crop.size`. Null: unknown, or it cannot be decoded; from
    /// then on it is unknown.
    std::shared_ptr<Pixels const> scaled(std::string const& name, Crop const& crop);

    /// Decodes a photo whole, to find what a header does not tell. Problems as in add_file.
    std::vector<Problem> check(std::string const& name) const;

    /// Bytes of scaled copies that may stay in memory.
    void keep_at_most(std::size_t bytes) { limit_ = bytes; }

    /// The event's logo stands beside the photos, by a name of its own.
    Logos& logos() { return logos_; }
    Logos const& logos() const { return logos_; }

private:
    struct Photo {
        std::filesystem::path file;
        Size size;
        std::pair<int, int> focus;
    };
    struct Copy {
        std::string name;
        Crop crop;
        std::shared_ptr<Pixels const> pixels;
    };
    void forget(std::string const& name);

    std::map<std::string, Photo> photos_;
    std::list<Copy> copies_;  // most recent first
    std::size_t limit_ = 12U << 20;
    Logos logos_;
};

}  // namespace kiosk
