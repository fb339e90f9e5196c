// A folder that is gone after the test.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>

namespace kiosk {

struct TemporaryFolder {
    std::filesystem::path path;
    explicit TemporaryFolder(std::filesystem::path const& where = std::filesystem::temp_directory_path()) {
        std::string name = (where / "kiosk-XXXXXX").string();
        path = ::mkdtemp(name.data());
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
    TemporaryFolder(TemporaryFolder const&) = delete;
    TemporaryFolder& operator=(TemporaryFolder const&) = delete;
};

}  // namespace kiosk
