// A schedule out, in any format that other tools read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/byte_sink.hpp"
#include "base/problem.hpp"
#include "schedule/schedule.hpp"

namespace kiosk {

/// One format that can be written. Each has its own file in this folder and a line in export_formats().
struct ExportFormat {
    std::string_view name;         ///< "frab-json", as in `--to`
    std::string_view description;  ///< for `--help`
    /// Never throws; UTF-8. Problems: `export-loses` for what the format cannot hold.
    std::vector<Problem> (*write)(Schedule const& schedule, ByteSink const& sink);
};

std::vector<ExportFormat> const& export_formats();

/// Errors: `format-unknown`.
Outcome<ExportFormat> find_export_format(std::string_view name);

/// The whole as one text. Errors: `format-unknown`.
Outcome<std::string> export_schedule(Schedule const& schedule, std::string_view format);

}  // namespace kiosk
