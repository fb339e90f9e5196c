#include "paint/open_fonts.hpp"

#include <algorithm>
#include <limits>

#include <SDL_ttf.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include "io/descriptor.hpp"

namespace kiosk {
namespace {

/// From memory: read through a stream, each glyph would take five calls of the system.
TtfFont* open_mapped(MappedFile const& file, int index, int size_px) {
    if (file.size() == 0 || file.size() > std::numeric_limits<int>::max()) return nullptr;
    auto* const stream = SDL_RWFromConstMem(file.data(), static_cast<int>(file.size()));
    return stream ? TTF_OpenFontIndexRW(stream, 1, size_px, index) : nullptr;
}

}  // namespace

MappedFile::MappedFile(char const* name) {
    Descriptor const file(::open(name, O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat about {};
    if (!file || ::fstat(file.get(), &about) != 0 || !S_ISREG(about.st_mode) || about.st_size <= 0) return;
    auto const size = static_cast<std::size_t>(about.st_size);
    void* const bytes = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.get(), 0);
    if (bytes == MAP_FAILED) return;
    // The tables that a face is opened by. Where they are only touched, the system reads twice as much around them.
    constexpr std::size_t tables = 64 << 10;
    ::madvise(bytes, std::min(size, tables), MADV_WILLNEED);
    data_ = bytes;
    size_ = size;
}

MappedFile::~MappedFile() {
    if (data_) ::munmap(data_, size_);
}

OpenFonts::~OpenFonts() {
    fonts_.clear();  // before FreeType goes
    if (is_started_) TTF_Quit();
}

void OpenFonts::Close::operator()(TtfFont* font) const { TTF_CloseFont(font); }

TtfFont* OpenFonts::open(std::filesystem::path const& file, int index, int size_px) {
    if (!is_started_) {
        TTF_Init();
        is_started_ = true;
    }
    auto const [found, is_new] = fonts_.try_emplace({file.string(), index});
    auto& entry = found->second;
    if (is_new) {
        entry.file = std::make_unique<MappedFile>(file.c_str());
        entry.font.reset(open_mapped(*entry.file, index, size_px));
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
