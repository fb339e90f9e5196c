#include "paint/photo_decoder.hpp"

#include <cstdlib>
#include <limits>

#include "base/image_header.hpp"

#define STB_IMAGE_STATIC
#define STB_IMAGE_IMPLEMENTATION
#define STBI_ONLY_PNG
#define STBI_ONLY_JPEG
#define STBI_NO_STDIO
#define STBI_NO_FAILURE_STRINGS
#define STBI_MAX_DIMENSIONS 16384
#include <stb/stb_image.h>

namespace kiosk {
namespace {

struct Header {
    int width = 0, height = 0, channels = 0;
};

std::optional<Header> header_of(std::string_view bytes) {
    Header header;
    if (bytes.size() > std::size_t{std::numeric_limits<int>::max()}) return {};
    auto const* data = reinterpret_cast<stbi_uc const*>(bytes.data());
    if (!stbi_info_from_memory(data, static_cast<int>(bytes.size()), &header.width, &header.height, &header.channels)) return {};
    return header;
}

/// One colour of a PNG may stand for transparency, which stb's header does not tell. Source: PNG §11.3.1.1.
bool has_transparent_color(std::string_view bytes, ImageHeader const& told) {
    return told.type == "PNG" && bytes.substr(0, bytes.find("IDAT")).find("tRNS") != bytes.npos;
}

}  // namespace

// stb takes its memory from malloc, and so does decode_webp.
void DecodedPhoto::Free::operator()(std::uint8_t* bytes) const { std::free(bytes); }

std::optional<Size> stored_size(std::string_view bytes) {
    auto const told = read_image_header(bytes);
    return told.width > 0 && told.height > 0 ? std::optional(Size{told.width, told.height}) : std::nullopt;
}

std::optional<DecodedPhoto> decode_pixels(std::string_view bytes, double scale) {
    auto const told = read_image_header(bytes);
    if (told.type == "WebP") return decode_webp(bytes);
    if (told.type == "JPEG")
        if (auto photo = decode_jpeg(bytes, scale)) return photo;
    auto const header = header_of(bytes);
    if (!header) return {};
    DecodedPhoto photo;
    bool const has_alpha = header->channels == 2 || header->channels == 4 || has_transparent_color(bytes, told);
    photo.channels = has_alpha ? 4 : 3;  // grey, too, becomes RGB
    int in_file = 0;
    photo.bytes.reset(stbi_load_from_memory(reinterpret_cast<stbi_uc const*>(bytes.data()), static_cast<int>(bytes.size()),
                                            &photo.size.width, &photo.size.height, &in_file, photo.channels));
    if (!photo.bytes) return {};
    return photo;
}

}  // namespace kiosk
