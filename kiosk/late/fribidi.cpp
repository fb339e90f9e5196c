// FriBidi's functions, each looked up in the library when it is first called: few events have a word that runs from right to left.
// A function that the linker misses wants a line.
#include <fribidi/fribidi.h>

#include "late/late_library.hpp"

namespace {
void* fribidi() {
    static void* const library = kiosk::open_library("libfribidi.so.0");
    return library;
}
}  // namespace

KIOSK_LATE_CALL(fribidi, FriBidiCharType, fribidi_get_bidi_type, (FriBidiChar character), (character))
KIOSK_LATE_CALL(fribidi, void, fribidi_get_bidi_types,
                (FriBidiChar const* text, FriBidiStrIndex const count, FriBidiCharType* types),
                (text, count, types))
KIOSK_LATE_CALL(fribidi, void, fribidi_get_bracket_types,
                (FriBidiChar const* text, FriBidiStrIndex const count, FriBidiCharType const* types, FriBidiBracketType* brackets),
                (text, count, types, brackets))
KIOSK_LATE_CALL(fribidi, FriBidiLevel, fribidi_get_par_embedding_levels_ex,
                (FriBidiCharType const* types, FriBidiBracketType const* brackets, FriBidiStrIndex const count,
                 FriBidiParType* direction, FriBidiLevel* levels),
                (types, brackets, count, direction, levels))
KIOSK_LATE_CALL(fribidi, fribidi_boolean, fribidi_get_mirror_char, (FriBidiChar character, FriBidiChar* image), (character, image))
