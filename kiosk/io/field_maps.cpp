#include "io/field_maps.hpp"

#include <algorithm>

#include "io/files.hpp"

namespace kiosk {
namespace fs = std::filesystem;
namespace {

void add(fs::path const& path, std::string name, FieldMaps& known) {
    auto file = read_text(path, path.string());
    append(known.problems, std::move(file.problems));
    if (!file.value) return;
    auto map = parse_field_map(*file.value, std::move(name));
    append(known.problems, std::move(map.problems));
    if (map.value) known.maps.push_back(std::move(*map.value));
}

}  // namespace

FieldMaps read_field_maps(fs::path const& data) {
    std::vector<fs::path> files;
    std::error_code error;
    for (auto const& entry : fs::directory_iterator(data / "config" / "formats", error))
        if (entry.path().extension() == ".toml") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    FieldMaps known;
    for (auto const& file : files) add(file, file.stem().string(), known);
    return known;
}

void add_field_map(std::string const& path, FieldMaps& known) {
    if (std::none_of(known.maps.begin(), known.maps.end(), [&](FieldMap const& map) { return map.name == path; }))
        add(path, path, known);
}

}  // namespace kiosk
