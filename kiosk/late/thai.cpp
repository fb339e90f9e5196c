// libthai's functions, each looked up in the library when it is first called: by the first Thai title.
// A function that the linker misses wants a line.
#include <thai/thwbrk.h>

#include "late/late_library.hpp"

namespace {
void* thai() {
    static void* const library = kiosk::open_library("libthai.so.0");
    return library;
}
}  // namespace

KIOSK_LATE_CALL(thai, ThBrk*, th_brk_new, (char const* folder), (folder))
KIOSK_LATE_CALL(thai, void, th_brk_delete, (ThBrk* dictionary), (dictionary))
KIOSK_LATE_CALL(thai, int, th_brk_wc_find_breaks,
                (ThBrk* dictionary, thwchar_t const* text, int* places, size_t count),
                (dictionary, text, places, count))
