// Functions of a library that is opened when the first of them is called: what a command does not use, its start need not wait for.
#pragma once

#include <cstdio>
#include <cstdlib>

#include <dlfcn.h>

namespace kiosk {

/// Ends the program, as the system's loader would.
[[noreturn]] inline void fail_without_library() {
    std::fprintf(stderr, "kiosk: error: %s; install what scripts/packages --list names\n", dlerror());
    std::_Exit(3);
}

/// `file` is the library's name with the number of its interface (soname). It stays open. Errors: ends the program.
inline void* open_library(char const* file) {
    if (void* const library = dlopen(file, RTLD_LAZY)) return library;
    fail_without_library();
}

/// Errors: ends the program.
template <class Function>
Function* find_in_library(void* library, char const* name) {
    if (void* const function = dlsym(library, name)) return reinterpret_cast<Function*>(function);
    fail_without_library();
}

}  // namespace kiosk

/// Defines a function of a library's header, which calls that of `library()`. The compiler holds it against the header.
#define KIOSK_LATE_CALL(library, result, name, parameters, arguments)                            \
    extern "C" result name parameters {                                                          \
        static auto* const function = kiosk::find_in_library<decltype(name)>(library(), #name); \
        return function arguments;                                                               \
    }
