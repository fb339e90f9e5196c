#include "paint/images.hpp"

#include <algorithm>
#include <numeric>

#include "io/files.hpp"
#include "paint/photo_file.hpp"

namespace kiosk {
namespace {

/// A photo that cannot be read or used: one warning, whatever the reason.
Problem unusable(std::string const& file, std::string const& why, std::string const& hint) {
    return {Severity::warning, "photo-unusable", "the photo cannot be used: " + why, hint, {file, 0, {}}};
}

struct ReadPhoto {
    PhotoHeader header;
    std::string bytes;
};

Outcome<ReadPhoto> read_photo(std::filesystem::path const& file) {
    auto read = read_text(file, file.string(), largest_photo_bytes);
    if (!read.value) {
        for (auto& problem : read.problems) problem = unusable(file.string(), problem.message, problem.hint);
        return {{}, std::move(read.problems)};
    }
    auto header = read_photo_header(read.value->text, file.string());
    if (!header.value) return {{}, std::move(header.problems)};
    return {ReadPhoto{*header.value, std::move(read.value->text)}, {}};
}

}  // namespace

std::vector<Problem> Images::add_file(std::string const& name, std::filesystem::path const& file, std::pair<int, int> focus) {
    forget(name);
    auto const read = read_photo(file);
    if (read.value) photos_[name] = {file, read.value->header.upright(), focus};
    return read.problems;
}

std::pair<int, int> Images::focus(std::string const& name) const {
    Crop const usual;
    auto const photo = photos_.find(name);
    return photo == photos_.end() ? std::pair{usual.focus_x, usual.focus_y} : photo->second.focus;
}

std::optional<Size> Images::size(std::string const& name) const {
    auto const photo = photos_.find(name);
    if (photo == photos_.end()) return {};
    return photo->second.size;
}

void Images::forget(std::string const& name) {
    photos_.erase(name);
    std::erase_if(copies_, [&](Copy const& copy) { return copy.name == name; });
}

std::shared_ptr<Pixels const> Images::scaled(std::string const& name, Crop const& crop) {
    auto const kept = std::find_if(copies_.begin(), copies_.end(),
                                   [&](Copy const& copy) { return copy.name == name && copy.crop == crop; });
    if (kept != copies_.end()) {
        copies_.splice(copies_.begin(), copies_, kept);
        return copies_.front().pixels;
    }
    auto const photo = photos_.find(name);
    if (photo == photos_.end() || crop.size.width <= 0 || crop.size.height <= 0) return {};
    auto const read = read_photo(photo->second.file);
    auto pixels = read.value ? decode_photo(read.value->bytes, read.value->header, crop) : std::nullopt;
    if (!pixels) {
        forget(name);
        return {};
    }
    copies_.push_front({name, crop, std::make_shared<Pixels const>(std::move(*pixels))});
    auto const bytes = [&] {
        return std::accumulate(copies_.begin(), copies_.end(), std::size_t{0},
                               [](std::size_t sum, Copy const& copy) { return sum + copy.pixels->rgba.size(); });
    };
    while (copies_.size() > 1 && bytes() > limit_) copies_.pop_back();
    return copies_.front().pixels;
}

std::vector<Problem> Images::check(std::string const& name) const {
    auto const photo = photos_.find(name);
    if (photo == photos_.end()) return {};
    auto read = read_photo(photo->second.file);
    if (read.value && !can_decode_photo(read.value->bytes))
        read.problems.push_back(unusable(photo->second.file.string(), "its pixels are broken", "save it anew as JPEG or PNG"));
    return read.problems;
}

}  // namespace kiosk
