#include "fuzz/source_files.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace kiosk {
namespace fs = std::filesystem;

namespace {

bool is_input(fs::path const& path) {
    auto const name = path.filename();
    return name != "expected.txt" && name != "problems.txt" && name != "event.txt";
}

}  // namespace

std::vector<SourceText> source_files(std::vector<std::string> const& places) {
    std::vector<fs::path> paths;
    for (auto const& place : places) {
        auto const path = fs::path(KIOSK_SOURCE_DIR) / place;
        if (fs::is_regular_file(path)) paths.push_back(path);
        if (!fs::is_directory(path)) continue;
        for (auto const& entry : fs::recursive_directory_iterator(path))
            if (entry.is_regular_file() && is_input(entry.path())) paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    std::vector<SourceText> files;
    for (auto const& path : paths) {
        std::ifstream file(path, std::ios::binary);
        files.push_back({path.string(), std::string(std::istreambuf_iterator<char>(file), {})});
    }
    return files;
}

}  // namespace kiosk
