#include "paint/open_fonts.hpp"

#include <SDL_ttf.h>

namespace kiosk {

OpenFonts::OpenFonts() { TTF_Init(); }

OpenFonts::~OpenFonts() {
    fonts_.clear();  // before FreeType goes
    TTF_Quit();
}

void OpenFonts::Close::operator()(TtfFont* font) const { TTF_CloseFont(font); }

TtfFont* OpenFonts::open(std::filesystem::path const& file, int index, int size_px) {
    auto const [found, is_new] = fonts_.try_emplace({file.string(), index});
    auto& entry = found->second;
    if (is_new) {
        entry.font.reset(TTF_OpenFontIndex(file.c_str(), size_px, index));
        entry.size_px = size_px;
        // Light hinting fits heights to pixels and leaves widths alone, so that a line's width scales.
        if (entry.font) TTF_SetFontHinting(entry.font.get(), TTF_HINTING_LIGHT_SUBPIXEL);
    }
    if (entry.font && entry.size_px != size_px) {
        if (TTF_SetFontSize(entry.font.get(), size_px) != 0) return nullptr;
        entry.size_px = size_px;
    }
    return entry.font.get();
}

}  // namespace kiosk
