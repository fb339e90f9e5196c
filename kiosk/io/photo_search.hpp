// Where the photos and the logo of an event are: in a folder, or on the web.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "io/event_loader.hpp"

namespace kiosk {

/// Finds the photo of each speaker in both schedules. `want_photos`: as in LoadOptions. Problems: `photo-unusable` and
/// `photo-name-normalised`, at the place that names the photo.
void find_photos(Snapshot& snapshot, std::function<std::vector<WebPhoto>(std::vector<WantedPhoto> const&)> const& want_photos);

/// Finds the logo by its path from the event file, else where photos are looked for. Problem: `logo-unusable`.
void find_logo(Snapshot& snapshot, std::filesystem::path const& event_folder);

/// Where a photo that a page names may lie: in the image folders by its path and by its bare name,
/// beside the page, and for "/assets/…" (the site's root) in each folder above, also without the
/// first parts of the path. The first that exists; empty: none.
std::filesystem::path find_photo(std::string const& named, std::filesystem::path const& page_folder,
                                 std::vector<std::filesystem::path> const& image_folders);

}  // namespace kiosk
