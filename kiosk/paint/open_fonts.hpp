// Fonts that SDL_ttf has open: each file once per size, the least used closed first.
#pragma once

#include <cstddef>
#include <filesystem>
#include <list>
#include <map>
#include <memory>
#include <tuple>

struct _TTF_Font;  // SDL_ttf's own name; its header stays out of ours

namespace kiosk {

using TtfFont = _TTF_Font;

class OpenFonts {
public:
    /// `capacity`: fonts that stay open, at least 1.
    explicit OpenFonts(std::size_t capacity = 64);
    ~OpenFonts();
    OpenFonts(OpenFonts const&) = delete;
    OpenFonts& operator=(OpenFonts const&) = delete;

    /// Good until `capacity` other fonts were asked for. Null: the file is not a font.
    /// A font that failed is not tried again.
    TtfFont* open(std::filesystem::path const& file, int index, int size_px);
    std::size_t count() const { return by_use_.size(); }

private:
    using Key = std::tuple<std::string, int, int>;
    struct Close {
        void operator()(TtfFont* font) const;
    };
    struct Entry {
        Key key;
        std::unique_ptr<TtfFont, Close> font;
    };

    std::size_t capacity_;
    std::list<Entry> by_use_;  // most recent first
    std::map<Key, std::list<Entry>::iterator> by_key_;
};

}  // namespace kiosk
