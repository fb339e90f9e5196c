// What tests of painting need: the program's fonts, a surface, a place for files.
#pragma once

#include <cstdlib>
#include <filesystem>

#include "paint/painter.hpp"
#include "support/catch.hpp"
#include "support/expected_file.hpp"
#include "support/temporary_folder.hpp"

namespace kiosk {

inline FontChain own_chain() {
    return parse_font_chain({"chain.toml", read_whole(KIOSK_SOURCE_DIR "/fonts/chain.toml")}).value.value();
}

/// The program's own fonts and pictograms, and no photos yet.
struct PaintBox {
    Images images;
    std::unique_ptr<Fonts> fonts;
    Pictograms pictograms{KIOSK_SOURCE_DIR "/images/pictograms"};

    PaintBox() {
        auto created = Fonts::create(own_chain(), Fonts::usual_folders(KIOSK_SOURCE_DIR "/fonts"), images);
        REQUIRE(created.value);
        fonts = std::move(*created.value);
    }
    SurfacePointer paint(Picture const& picture) {
        auto surface = make_surface({picture.area.right(), picture.area.bottom()});
        Painter(*fonts, images, pictograms).paint(picture, *surface);
        return surface;
    }
};

inline Color pixel(SDL_Surface const& surface, int x, int y) {
    auto const* row = static_cast<std::uint8_t const*>(surface.pixels) + y * surface.pitch;
    auto const value = reinterpret_cast<std::uint32_t const*>(row)[x];
    return {static_cast<std::uint8_t>(value >> 16), static_cast<std::uint8_t>(value >> 8), static_cast<std::uint8_t>(value), 255};
}

}  // namespace kiosk
