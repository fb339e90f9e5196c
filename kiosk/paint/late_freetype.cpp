// FreeType's functions, each looked up in the library when it is first called. SDL_ttf has the same library open.
// A function that the linker misses wants a line.
#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_ADVANCES_H

#include "late/late_library.hpp"

namespace {
void* freetype() {
    static void* const library = kiosk::open_library("libfreetype.so.6");
    return library;
}
}  // namespace

KIOSK_LATE_CALL(freetype, FT_Error, FT_Done_Face, (FT_Face face), (face))
KIOSK_LATE_CALL(freetype, FT_Error, FT_Done_FreeType, (FT_Library library), (library))
KIOSK_LATE_CALL(freetype, FT_Error, FT_Get_Advance,
                (FT_Face face, FT_UInt glyph, FT_Int32 flags, FT_Fixed* advance),
                (face, glyph, flags, advance))
KIOSK_LATE_CALL(freetype, FT_UInt, FT_Get_Char_Index, (FT_Face face, FT_ULong character), (face, character))
KIOSK_LATE_CALL(freetype, FT_Error, FT_Init_FreeType, (FT_Library* library), (library))
KIOSK_LATE_CALL(freetype, FT_Error, FT_Load_Glyph, (FT_Face face, FT_UInt glyph, FT_Int32 flags), (face, glyph, flags))
KIOSK_LATE_CALL(freetype, FT_Error, FT_New_Memory_Face,
                (FT_Library library, FT_Byte const* bytes, FT_Long size, FT_Long index, FT_Face* face),
                (library, bytes, size, index, face))
