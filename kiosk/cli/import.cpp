#include "import/import.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <new>

#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <fmt/format.h>

#include "cli/command.hpp"
#include "export/export.hpp"
#include "io/field_maps.hpp"
#include "io/files.hpp"

namespace kiosk {
namespace {

/// To ask the system for memory page by page takes a third of the time that a large calendar needs. An import ends soon:
/// its heap is laid out at once, in pages of 2 MB where the system has them, and nothing is given back. What is not used
/// costs nothing.
void take_memory_in_large_pieces() {
    constexpr int heap = 128 << 20, mapped_alone = 32 << 20, first = 1 << 20, page = 2 << 20;  // bytes
    mallopt(M_TOP_PAD, heap);
    mallopt(M_MMAP_THRESHOLD, mapped_alone);
    mallopt(M_TRIM_THRESHOLD, std::numeric_limits<int>::max());
    void* volatile const more = std::malloc(first);  // than is left, so that the heap grows; volatile: it is not left out
    std::free(more);
    auto const end = reinterpret_cast<std::uintptr_t>(::sbrk(0));
    auto const begin = (end - std::min<std::uintptr_t>(end, heap) + page - 1) / page * page;
    if (begin < end) ::madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE);
}

}  // namespace

Exit import(CommonOptions const& options, ImportOptions const& import) {
    if (import.list_formats) {
        std::string text;
        for (auto const& format : formats()) text += fmt::format("{:<14} {}\n", format.name, format.description);
        auto const described = read_field_maps(data_folder());
        for (auto const& map : described.maps) text += fmt::format("{:<14} {}\n", map.name, map.description);
        print(described.problems, options);
        return write_result("-", text, options);
    }
    take_memory_in_large_pieces();
    auto wanted = options;
    wanted.shows_nothing = true;
    // It goes with the process: to give a million pieces back one by one takes as long as to write them.
    alignas(Snapshot) static std::byte place[sizeof(Snapshot)];
    auto const& snapshot = *new (place) Snapshot(load(wanted, import.from));
    print(snapshot.problems, options);
    if (snapshot.schedule.sessions().empty()) {
        if (!has_error(snapshot.problems)) fmt::print(stderr, "{}: error: no sessions in it [no-programme]\n", options.event);
        return Exit::input_has_errors;
    }
    auto format = find_export_format(import.to);
    if (!format.value) {
        print(std::move(format.problems), options);
        return Exit::input_has_errors;
    }
    std::vector<Problem> losses;
    auto const written = write_result(import.output, [&](ByteSink const& sink) { losses = format.value->write(snapshot.schedule, sink); }, options);
    print(std::move(losses), options);
    if (written != Exit::done) return written;
    return has_error(snapshot.problems) ? Exit::input_has_errors : Exit::done;
}

}  // namespace kiosk
