// WebP through SDL2_image's loader for this one format: none of its others gets to see a photo.
#include <SDL_image.h>

#include <cstdlib>
#include <cstring>
#include <limits>
#include <mutex>

#include "base/image_header.hpp"
#include "paint/fonts.hpp"
#include "paint/photo_decoder.hpp"

namespace kiosk {

void prepare_webp() {
    static std::once_flag once;  // the library counts who wants it, and not for two threads at a time
    std::call_once(once, [] { IMG_Init(IMG_INIT_WEBP); });
}

std::optional<DecodedPhoto> decode_webp(std::string_view bytes) {
    if (read_image_header(bytes).type != "WebP" ||
        bytes.size() > std::size_t{std::numeric_limits<int>::max()})
        return {};
    prepare_webp();
    auto* const stream = SDL_RWFromConstMem(bytes.data(), static_cast<int>(bytes.size()));
    SurfacePointer surface(stream ? IMG_LoadWEBP_RW(stream) : nullptr);
    if (stream) SDL_RWclose(stream);
    if (!surface) return {};
    DecodedPhoto photo;
    photo.size = {surface->w, surface->h};
    photo.channels = SDL_ISPIXELFORMAT_ALPHA(surface->format->format) ? 4 : 3;
    auto const wanted = photo.channels == 4 ? SDL_PIXELFORMAT_RGBA32 : SDL_PIXELFORMAT_RGB24;
    if (surface->format->format != wanted) surface.reset(SDL_ConvertSurfaceFormat(surface.get(), wanted, 0));
    auto const row = static_cast<std::size_t>(photo.size.width) * static_cast<std::size_t>(photo.channels);
    photo.bytes.reset(
        static_cast<std::uint8_t*>(std::malloc(row * static_cast<std::size_t>(photo.size.height))));
    if (!surface || !photo.bytes) return {};
    for (int y = 0; y < photo.size.height; ++y)
        std::memcpy(photo.bytes.get() + static_cast<std::size_t>(y) * row,
                    static_cast<std::uint8_t const*>(surface->pixels) +
                        static_cast<std::ptrdiff_t>(y) * surface->pitch,
                    row);
    return photo;
}

}  // namespace kiosk
