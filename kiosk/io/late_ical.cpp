// libical's functions, each looked up in its library when it is first called, as paint/late_sdl.cpp does with SDL's: it brings the
// tables of all the world's calendars (ICU, 36 MB) for rules that few schedules have.
// The compiler holds the lines below against libical's header. A function that the linker misses wants a line.
#include <cstdio>
#include <cstdlib>

#include <dlfcn.h>
#include <libical/ical.h>

namespace {

[[noreturn]] void fail() {  // as the system's loader would
    std::fprintf(stderr, "kiosk: error: %s; install what scripts/packages --list names\n", dlerror());
    std::_Exit(3);
}

// The name is that of the header's major version.
void* ical() {
    static void* const library = dlopen("libical.so.3", RTLD_LAZY);
    if (!library) fail();
    return library;
}

template <class Function>
Function* find(char const* name) {
    if (void* const function = dlsym(ical(), name)) return reinterpret_cast<Function*>(function);
    fail();
}

}  // namespace

#define CALL(result, name, parameters, arguments)                \
    extern "C" result name parameters {                          \
        static auto* const function = find<decltype(name)>(#name); \
        return function arguments;                               \
    }

CALL(icaltimetype, icaltime_null_time, (), ())
CALL(int, icaltime_is_null_time, (icaltimetype const time), (time))
CALL(icalrecurrencetype, icalrecurrencetype_from_string, (char const* text), (text))
CALL(enum icalrecurrencetype_weekday, icalrecurrencetype_day_day_of_week, (short day), (day))
CALL(icalrecur_iterator*, icalrecur_iterator_new, (icalrecurrencetype rule, icaltimetype start), (rule, start))
CALL(icaltimetype, icalrecur_iterator_next, (icalrecur_iterator* iterator), (iterator))
CALL(void, icalrecur_iterator_free, (icalrecur_iterator* iterator), (iterator))
