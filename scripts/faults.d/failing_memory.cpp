// Preloaded: the $KIOSK_FAIL_AT-th piece of memory that is asked for is not to be had, nor the $KIOSK_FAIL_FOR - 1 after it.
// Says at the end how many were asked for, to the file $KIOSK_COUNT.
#include <atomic>
#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <cstdlib>

extern "C" {
void* __libc_malloc(std::size_t) noexcept;
void* __libc_calloc(std::size_t, std::size_t) noexcept;
void* __libc_realloc(void*, std::size_t) noexcept;
void* __libc_memalign(std::size_t, std::size_t) noexcept;
}

namespace {

std::atomic<long long> asked{0}, first{-1}, last{-1};

struct Settings {
    Settings() {
        auto const number = [](char const* name) { return std::getenv(name) ? std::atoll(std::getenv(name)) : 0; };
        auto const at = number("KIOSK_FAIL_AT"), count = number("KIOSK_FAIL_FOR");
        asked = 0;
        last = at + (count > 0 ? count : 1);
        first = at > 0 ? at : -1;
    }
    ~Settings() {
        auto const total = asked.load();
        first = -1;
        char const* const file = std::getenv("KIOSK_COUNT");
        if (auto* const out = file ? std::fopen(file, "w") : nullptr) {
            std::fprintf(out, "%lld\n", total);
            std::fclose(out);
        }
    }
} const settings;

bool fails() {
    auto const number = ++asked;
    bool const is_one = first > 0 && number >= first && number < last;
    if (is_one) errno = ENOMEM;
    return is_one;
}

}  // namespace

extern "C" {
void* malloc(std::size_t size) noexcept { return fails() ? nullptr : __libc_malloc(size); }
void* calloc(std::size_t count, std::size_t size) noexcept { return fails() ? nullptr : __libc_calloc(count, size); }
void* realloc(void* before, std::size_t size) noexcept { return fails() ? nullptr : __libc_realloc(before, size); }
void* aligned_alloc(std::size_t alignment, std::size_t size) noexcept { return fails() ? nullptr : __libc_memalign(alignment, size); }
void* memalign(std::size_t alignment, std::size_t size) noexcept { return fails() ? nullptr : __libc_memalign(alignment, size); }
int posix_memalign(void** out, std::size_t alignment, std::size_t size) noexcept {
    if (fails()) return ENOMEM;
    *out = __libc_memalign(alignment, size);
    return *out ? 0 : ENOMEM;
}
}
