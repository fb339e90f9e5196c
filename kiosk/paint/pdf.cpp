#include "paint/pdf.hpp"

#include <memory>

#include <hpdf.h>

namespace kiosk {
namespace {

constexpr float long_side = 1190.55F, short_side = 841.89F;  // A3, in points

void stay_silent(HPDF_STATUS, HPDF_STATUS, void*) {}  // each call says by its result whether it worked

struct Free {
    void operator()(std::remove_pointer_t<HPDF_Doc>* document) const { HPDF_Free(document); }
};
using Document = std::unique_ptr<std::remove_pointer_t<HPDF_Doc>, Free>;

std::vector<HPDF_BYTE> rgb_of(SDL_Surface const& surface) {
    std::vector<HPDF_BYTE> rgb;
    rgb.reserve(static_cast<std::size_t>(surface.w) * static_cast<std::size_t>(surface.h) * 3);
    for (int y = 0; y < surface.h; ++y) {
        auto const* bytes = static_cast<std::uint8_t const*>(surface.pixels) + static_cast<std::ptrdiff_t>(y) * surface.pitch;
        auto const* row = reinterpret_cast<std::uint32_t const*>(bytes);
        for (int x = 0; x < surface.w; ++x)
            for (int const shift : {16, 8, 0}) rgb.push_back(static_cast<HPDF_BYTE>(row[x] >> shift & 255));
    }
    return rgb;
}

bool add_page(HPDF_Doc document, SDL_Surface const& surface) {
    auto const rgb = rgb_of(surface);
    auto const image = HPDF_LoadRawImageFromMem(document, rgb.data(), static_cast<HPDF_UINT>(surface.w), static_cast<HPDF_UINT>(surface.h),
                                                HPDF_CS_DEVICE_RGB, 8);
    auto const page = HPDF_AddPage(document);
    if (!image || !page) return false;
    bool const is_wide = surface.w >= surface.h;
    float const width = is_wide ? long_side : short_side, height = is_wide ? short_side : long_side;
    HPDF_Page_SetWidth(page, width);
    HPDF_Page_SetHeight(page, height);
    return HPDF_Page_DrawImage(page, image, 0, 0, width, height) == HPDF_OK;
}

}  // namespace

std::string to_pdf(std::vector<SurfacePointer> const& pages) {
    Document const document(HPDF_New(stay_silent, nullptr));
    if (!document) return {};
    HPDF_SetCompressionMode(document.get(), HPDF_COMP_ALL);
    for (auto const& page : pages)
        if (!add_page(document.get(), *page)) return {};
    if (HPDF_SaveToStream(document.get()) != HPDF_OK) return {};
    std::string bytes(HPDF_GetStreamSize(document.get()), '\0');
    auto size = static_cast<HPDF_UINT32>(bytes.size());
    HPDF_ResetStream(document.get());
    HPDF_ReadFromStream(document.get(), reinterpret_cast<HPDF_BYTE*>(bytes.data()), &size);
    bytes.resize(size);
    return bytes;
}

}  // namespace kiosk
