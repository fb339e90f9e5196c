// A schedule out, in any format that other tools read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/problem.hpp"
#include "schedule/schedule.hpp"

namespace kiosk {

/// One format that can be written. Each has its own file in this folder and a line in export_formats().
struct ExportFormat {
    std::string_view name;         ///< "frab-json", as in `--to`
    std::string_view description;  ///< for `--help`
    /// Never throws; always has a value. Problems: `export-loses` for what the format cannot hold.
    Outcome<std::string> (*write)(Schedule const& schedule);
};

std::vector<ExportFormat> const& export_formats();

/// Errors: `format-unknown`.
Outcome<std::string> export_schedule(Schedule const& schedule, std::string_view format);

}  // namespace kiosk
