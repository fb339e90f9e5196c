// libqrencode's functions, each looked up in the library when it is first called: by a display that shows a code.
// A function that the linker misses wants a line.
#include <qrencode.h>

#include "late/late_library.hpp"

namespace {
void* qrencode() {
    static void* const library = kiosk::open_library("libqrencode.so.4");
    return library;
}
}  // namespace

KIOSK_LATE_CALL(qrencode, QRcode*, QRcode_encodeString8bit, (char const* text, int version, QRecLevel level), (text, version, level))
KIOSK_LATE_CALL(qrencode, void, QRcode_free, (QRcode* code), (code))
