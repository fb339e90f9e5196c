// A foreign photo made fit to be kept: nothing larger than a display can show, and known to be whole.
#pragma once

#include <stop_token>
#include <string>

#include "io/web_photos.hpp"
#include "paint/decoder_task.hpp"

namespace kiosk {

/// Checks the header, decodes in a process of its own, and keeps at most 1600 pixels a side and 1 MB: as it came if it is no more than that,
/// else upright as JPEG, or as PNG if anything of it is transparent. Fault: "it is cut off" and the like.
/// For any thread; only one works at a time, since a photo may take 200 MB while it is decoded.
FitPhoto fit_photo(std::string bytes, std::stop_token const& stop = {});

/// What that process does: the file's bytes, none if it is fit as it came.
DecoderReply made_fit(std::string_view bytes, PhotoHeader const& header);

}  // namespace kiosk
