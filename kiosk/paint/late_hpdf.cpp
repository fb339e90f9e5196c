// libharu's functions, each looked up in the library when it is first called: only `storyboard` writes PDF.
// A function that the linker misses wants a line.
#include <hpdf.h>

#include "late/late_library.hpp"

namespace {
void* hpdf() {
    static void* const library = kiosk::open_library("libhpdf-2.3.0.so");  // Debian's, of which there is no other
    return library;
}
}  // namespace

KIOSK_LATE_CALL(hpdf, HPDF_Page, HPDF_AddPage, (HPDF_Doc document), (document))
KIOSK_LATE_CALL(hpdf, void, HPDF_Free, (HPDF_Doc document), (document))
KIOSK_LATE_CALL(hpdf, HPDF_UINT32, HPDF_GetStreamSize, (HPDF_Doc document), (document))
KIOSK_LATE_CALL(hpdf, HPDF_Image, HPDF_LoadRawImageFromMem,
                (HPDF_Doc document, HPDF_BYTE const* pixels, HPDF_UINT width, HPDF_UINT height, HPDF_ColorSpace colors, HPDF_UINT bits),
                (document, pixels, width, height, colors, bits))
KIOSK_LATE_CALL(hpdf, HPDF_Doc, HPDF_New, (HPDF_Error_Handler on_error, void* data), (on_error, data))
KIOSK_LATE_CALL(hpdf, HPDF_STATUS, HPDF_Page_DrawImage,
                (HPDF_Page page, HPDF_Image image, HPDF_REAL x, HPDF_REAL y, HPDF_REAL width, HPDF_REAL height),
                (page, image, x, y, width, height))
KIOSK_LATE_CALL(hpdf, HPDF_STATUS, HPDF_Page_SetHeight, (HPDF_Page page, HPDF_REAL points), (page, points))
KIOSK_LATE_CALL(hpdf, HPDF_STATUS, HPDF_Page_SetWidth, (HPDF_Page page, HPDF_REAL points), (page, points))
KIOSK_LATE_CALL(hpdf, HPDF_STATUS, HPDF_ReadFromStream, (HPDF_Doc document, HPDF_BYTE* bytes, HPDF_UINT32* size), (document, bytes, size))
KIOSK_LATE_CALL(hpdf, HPDF_STATUS, HPDF_ResetStream, (HPDF_Doc document), (document))
KIOSK_LATE_CALL(hpdf, HPDF_STATUS, HPDF_SaveToStream, (HPDF_Doc document), (document))
KIOSK_LATE_CALL(hpdf, HPDF_STATUS, HPDF_SetCompressionMode, (HPDF_Doc document, HPDF_UINT modes), (document, modes))
