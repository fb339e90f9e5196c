// libunibreak's functions, each looked up in the library when it is first called: what imports sets no lines.
// A function that the linker misses wants a line.
#include <linebreak.h>

#include "late/late_library.hpp"

namespace {
void* unibreak() {
    static void* const library = kiosk::open_library("libunibreak.so.1");
    return library;
}
}  // namespace

KIOSK_LATE_CALL(unibreak, void, init_linebreak, (), ())
KIOSK_LATE_CALL(unibreak, void, set_linebreaks_utf32,
                (utf32_t const* text, size_t count, char const* language, char* breaks),
                (text, count, language, breaks))
