#include "paint/open_fonts.hpp"

#include <SDL_ttf.h>

namespace kiosk {

OpenFonts::OpenFonts(std::size_t capacity) : capacity_(capacity) { TTF_Init(); }

OpenFonts::~OpenFonts() {
    by_key_.clear();
    by_use_.clear();  // before FreeType goes
    TTF_Quit();
}

void OpenFonts::Close::operator()(TtfFont* font) const { TTF_CloseFont(font); }

TtfFont* OpenFonts::open(std::filesystem::path const& file, int index, int size_px) {
    Key key{file.string(), index, size_px};
    if (auto const found = by_key_.find(key); found != by_key_.end()) {
        by_use_.splice(by_use_.begin(), by_use_, found->second);
        return found->second->font.get();
    }
    std::unique_ptr<TtfFont, Close> font(TTF_OpenFontIndex(file.c_str(), size_px, index));
    // Light hinting fits heights to pixels and leaves widths alone, so that a line's width scales.
    if (font) TTF_SetFontHinting(font.get(), TTF_HINTING_LIGHT_SUBPIXEL);
    by_use_.push_front({key, std::move(font)});
    by_key_.emplace(std::move(key), by_use_.begin());
    if (by_use_.size() > capacity_) {
        by_key_.erase(by_use_.back().key);
        by_use_.pop_back();
    }
    return by_use_.front().font.get();
}

}  // namespace kiosk
