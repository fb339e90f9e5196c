#include "paint/photo_decoder.hpp"

#include <limits>

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
    if (header.width <= 0 || header.height <= 0) return {};
    return header;
}

}  // namespace

void DecodedPhoto::Free::operator()(std::uint8_t* bytes) const { stbi_image_free(bytes); }

std::optional<Size> stored_size(std::string_view bytes) {
    auto const header = header_of(bytes);
    if (!header) return {};
    return Size{header->width, header->height};
}

std::optional<DecodedPhoto> decode_pixels(std::string_view bytes) {
    auto const header = header_of(bytes);
    if (!header) return {};
    DecodedPhoto photo;
    photo.channels = header->channels == 2 || header->channels == 4 ? 4 : 3;  // grey, too, becomes RGB
    int in_file = 0;
    photo.bytes.reset(stbi_load_from_memory(reinterpret_cast<stbi_uc const*>(bytes.data()), static_cast<int>(bytes.size()),
                                            &photo.size.width, &photo.size.height, &in_file, photo.channels));
    if (!photo.bytes) return {};
    return photo;
}

}  // namespace kiosk
