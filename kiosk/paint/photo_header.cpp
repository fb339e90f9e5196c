#include <fmt/format.h>

#include "base/image_header.hpp"
#include "base/limits.hpp"
#include "paint/photo_decoder.hpp"
#include "paint/photo_file.hpp"

namespace kiosk {
namespace {

int count_scans(std::string_view jpeg) {
    int scans = 0;
    for (auto at = jpeg.find("\xFF\xDA"); at != jpeg.npos; at = jpeg.find("\xFF\xDA", at + 2)) ++scans;
    return scans;
}

int count_chunks(std::string_view png) {
    int chunks = 0;
    for (std::size_t at = 8; at + 12 <= png.size() && chunks <= most_png_chunks; ++chunks) {
        std::size_t length = 0;
        for (std::size_t i = 0; i < 4; ++i) length = length << 8 | static_cast<unsigned char>(png[at + i]);
        at += 12 + length;
    }
    return chunks;
}

/// The length that a RIFF file states is that of all behind it. Source: RFC 9649 §2.3.
bool is_whole_riff(std::string_view riff) {
    std::size_t length = 0;
    for (std::size_t i = 0; i < 4 && riff.size() > 7; ++i) length |= std::size_t{static_cast<unsigned char>(riff[4 + i])} << 8 * i;
    return riff.size() >= 8 && riff.size() - 8 >= length;
}

/// Half a file (a copy that was cut off) shows in the header's place: the end.
bool is_whole(std::string_view bytes, std::string_view type) {
    if (type == "PNG") return bytes.find("IEND") != bytes.npos;
    return type == "JPEG" ? bytes.rfind("\xFF\xD9") != bytes.npos : is_whole_riff(bytes);
}

bool has_too_many_parts(std::string_view bytes, std::string_view type) {
    return (type == "PNG" && count_chunks(bytes) > most_png_chunks) || (type == "JPEG" && count_scans(bytes) > most_jpeg_scans);
}

std::string what_is_wrong(std::string_view bytes, ImageHeader const& told, Size& size) {
    bool const is_photo = told.type == "PNG" || told.type == "JPEG" || told.type == "WebP";
    if (told.type.empty()) return "it is neither a PNG nor a JPEG nor a WebP";
    if (!is_photo) return fmt::format("it is of the type {}, neither PNG nor JPEG nor WebP", told.type);
    if (told.is_animated) return "it moves: it holds several pictures in turn";
    auto const stored = stored_size(bytes);
    if (!stored) return "its header is broken";
    size = *stored;
    if (size.width > longest_photo_side_px || size.height > longest_photo_side_px ||
        1LL * size.width * size.height > most_photo_pixels)
        return fmt::format("it has {} x {} pixels, more than 50 million or 16,384 a side", size.width, size.height);
    if (has_too_many_parts(bytes, told.type)) return "it is made of too many parts";
    if (!is_whole(bytes, told.type)) return "it is cut off";
    return {};
}

}  // namespace

std::string photo_fault(std::string_view bytes, PhotoHeader& header) {
    auto const told = read_image_header(bytes);
    header.orientation = told.orientation;
    return what_is_wrong(bytes, told, header.stored);
}

Outcome<PhotoHeader> read_photo_header(std::string_view bytes, std::string const& name) {
    PhotoHeader header;
    auto const wrong = photo_fault(bytes, header);
    if (!wrong.empty())
        return {{}, {{Severity::warning, "photo-unusable", "the photo cannot be used: " + wrong,
                      "save it anew as JPEG or PNG of at most 4,000 pixels a side", {name, 0, {}}}}};
    return {header, {}};
}

}  // namespace kiosk
