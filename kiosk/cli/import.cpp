#include "import/import.hpp"

#include <fmt/format.h>
#include <malloc.h>

#include "cli/command.hpp"
#include "export/export.hpp"

namespace kiosk {

Exit import(CommonOptions const& options, ImportOptions const& import) {
    if (import.list_formats) {
        std::string text;
        for (auto const& format : formats()) text += fmt::format("{:<12} {}\n", format.name, format.description);
        return write_result("-", text, options);
    }
    // This ends soon: memory given back to the system now is only asked for again, page by page.
    mallopt(M_TRIM_THRESHOLD, 1 << 30);
    mallopt(M_MMAP_THRESHOLD, 1 << 30);
    auto const snapshot = load(options, import.from);
    print(snapshot.problems, options);
    if (snapshot.schedule.sessions().empty()) {
        if (!has_error(snapshot.problems)) fmt::print(stderr, "{}: error: no sessions in it [no-programme]\n", options.event);
        return Exit::input_has_errors;
    }
    auto exported = export_schedule(snapshot.schedule, import.to);
    print(exported.problems, options);
    if (!exported.value) return Exit::input_has_errors;
    auto const written = write_result(import.output, *exported.value, options);
    if (written != Exit::done) return written;
    return has_error(snapshot.problems) ? Exit::input_has_errors : Exit::done;
}

}  // namespace kiosk
