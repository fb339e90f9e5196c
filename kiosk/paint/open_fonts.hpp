// Fonts that SDL_ttf has open: each file once, whatever sizes it is drawn in.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <utility>

struct _TTF_Font;  // SDL_ttf's own name; its header stays out of ours

namespace kiosk {

using TtfFont = _TTF_Font;

/// A file's bytes as they lie in the system's cache, for as long as this lives. Without bytes: it cannot be read.
class MappedFile {
public:
    explicit MappedFile(char const* name);
    ~MappedFile();
    MappedFile(MappedFile const&) = delete;
    MappedFile& operator=(MappedFile const&) = delete;

    void const* data() const { return data_; }
    std::size_t size() const { return size_; }  ///< bytes

private:
    void* data_ = nullptr;
    std::size_t size_ = 0;
};

/// An open font costs some 300 KB of tables; another size of it costs its glyphs,
/// drawn again. A screen has a dozen sizes of a few files.
class OpenFonts {
public:
    OpenFonts() = default;
    ~OpenFonts();
    OpenFonts(OpenFonts const&) = delete;
    OpenFonts& operator=(OpenFonts const&) = delete;

    /// Good until the same font is asked for in another size. Null: the file is not a font.
    /// A font that failed is not tried again.
    TtfFont* open(std::filesystem::path const& file, int index, int size_px);
    std::size_t count() const { return fonts_.size(); }

private:
    struct Close {
        void operator()(TtfFont* font) const;
    };
    struct Entry {
        std::unique_ptr<MappedFile> file;  // outlives the font
        std::unique_ptr<TtfFont, Close> font;
        int size_px = 0;
    };

    bool is_started_ = false;
    std::map<std::pair<std::string, int>, Entry> fonts_;  // by file and index
};

}  // namespace kiosk
