// All of the program is one namespace. Two types of one name in it break the one-definition rule: no compiler
// says so, and the linker keeps either type's destructor for both.
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <string>

#include <fmt/format.h>

#include "support/catch.hpp"

namespace fs = std::filesystem;

namespace {

/// The types that a file declares for others to see, to the first file that declares each; adds a line to
/// `clashes` where another file did before. Sources indent what is nested, so a line's start is enough.
void read_types(fs::path const& file, std::map<std::string, std::string>& first, std::string& clashes) {
    static std::regex const type(R"(^(?:struct|class|enum class|enum) ([A-Za-z]\w*) *(?:final *)?(?:[:{][^:]|[:{]$).*)");
    std::ifstream in(file);
    bool is_private = false;
    std::smatch match;
    for (std::string line; std::getline(in, line);) {
        if (line == "namespace {") is_private = true;
        if (line.ends_with("// namespace")) is_private = false;
        if (is_private || !std::regex_match(line, match, type)) continue;
        auto const [place, is_new] = first.emplace(match[1], file.filename());
        if (!is_new) clashes += fmt::format("{}: {} and {}\n", place->first, place->second, file.string());
    }
}
}  // namespace

TEST_CASE("no two types of the program have one name", "[architecture]") {
    std::map<std::string, std::string> first;
    std::string clashes;
    for (auto const& entry : fs::recursive_directory_iterator(fs::path(KIOSK_SOURCE_DIR) / "kiosk"))
        if (entry.path().extension() == ".hpp" || entry.path().extension() == ".cpp")
            read_types(entry.path(), first, clashes);
    CHECK(first.size() > 100);
    CHECK(clashes == "");
}
