// The formats that files describe: those of config/formats/, and a user's own.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "import/mapped/field_map.hpp"

namespace kiosk {

struct FieldMaps {
    std::vector<FieldMap> maps;
    std::vector<Problem> problems;
};

/// Every config/formats/*.toml below `data`, by name. Problems: of the files that are not right.
FieldMaps read_field_maps(std::filesystem::path const& data);

/// Adds the one at `path` under its whole name, if it can be read and is not there yet.
void add_field_map(std::string const& path, FieldMaps& known);

}  // namespace kiosk
