#include "paint/pictograms.hpp"

#include <SDL_image.h>

#include "base/limits.hpp"
#include "io/files.hpp"
#include "paint/fonts.hpp"

namespace kiosk {
namespace {

constexpr std::size_t most_remembered = 64;

std::vector<std::uint8_t> alpha_of(SDL_Surface const& surface, Size size) {
    std::vector<std::uint8_t> alpha(static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height));
    // An SVG of another shape is smaller than asked for: it stays in the middle.
    int const left = (size.width - surface.w) / 2, top = (size.height - surface.h) / 2;
    for (int y = 0; y < surface.h; ++y) {
        auto const* row = static_cast<std::uint8_t const*>(surface.pixels) + static_cast<std::ptrdiff_t>(y) * surface.pitch;
        for (int x = 0; x < surface.w; ++x) {
            int const to_x = x + left, to_y = y + top;
            if (to_x < 0 || to_y < 0 || to_x >= size.width || to_y >= size.height) continue;
            alpha[static_cast<std::size_t>(to_y) * static_cast<std::size_t>(size.width) + static_cast<std::size_t>(to_x)] =
                row[4 * x + 3];
        }
    }
    return alpha;
}

}  // namespace

std::vector<std::uint8_t> const& Pictograms::coverage(std::string const& name, Size size) {
    if (drawn_.size() > most_remembered) drawn_.clear();
    auto const [entry, is_new] = drawn_.try_emplace({name, size.width, size.height});
    bool const is_plain_name = name.find('/') == name.npos;
    if (!is_new || size.width <= 0 || size.height <= 0 || !is_plain_name) return entry->second;
    // IMG_* on our own files only: see RELIABILITY.md on foreign ones.
    auto const svg = read_text(folder_ / (name + ".svg"), name, largest_svg);
    if (!svg.value) return entry->second;
    auto* const stream = SDL_RWFromConstMem(svg.value->text.data(), static_cast<int>(svg.value->text.size()));
    SurfacePointer const surface(stream ? IMG_LoadSizedSVG_RW(stream, size.width, size.height) : nullptr);
    if (stream) SDL_RWclose(stream);
    SurfacePointer const rgba(surface ? SDL_ConvertSurfaceFormat(surface.get(), SDL_PIXELFORMAT_RGBA32, 0) : nullptr);
    if (rgba) entry->second = alpha_of(*rgba, size);
    return entry->second;
}

}  // namespace kiosk
