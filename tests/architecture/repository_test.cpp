// The repository as a whole: what lies where, and that it knows no machine.
#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "support/catch.hpp"

namespace fs = std::filesystem;

namespace {

bool belongs_at_the_top(std::string_view name) {
    constexpr std::array allowed{"CMakeLists.txt", "README.md", "config", "fonts", "images", "kiosk", "scripts",
                                 "tests",          "build"};
    return name.starts_with('.') || std::find(allowed.begin(), allowed.end(), name) != allowed.end();
}

/// The first path of somebody's machine in `line`: one that starts in a folder where people build.
/// The same words inside a longer path or a URL are none. Empty: there is none.
std::string_view machine_path(std::string_view line) {
    // In two pieces, or this file would find itself.
    constexpr std::array<std::string_view, 4> starts{"/" "work/", "/" "home/", "/" "root/", "/" "Users/"};
    for (std::string_view start : starts) {
        for (auto at = line.find(start); at != line.npos; at = line.find(start, at + 1)) {
            char const before = at == 0 ? ' ' : line[at - 1];
            bool const inside = std::isalnum(static_cast<unsigned char>(before)) != 0 ||
                                std::string_view("_.-/~}*)").find(before) != std::string_view::npos;
            if (!inside) return line.substr(at, line.find_first_of(" \t\"'`,;:)", at) - at);
        }
    }
    return {};
}

}  // namespace

TEST_CASE("the top level holds what a reader expects there, and nothing else", "[architecture]") {
    std::string strays;
    for (auto const& entry : fs::directory_iterator(KIOSK_SOURCE_DIR)) {
        std::string const name = entry.path().filename().string();
        if (!belongs_at_the_top(name)) strays += name + "\n";
    }
    CHECK(strays == "");

    CHECK(belongs_at_the_top(".gitignore"));
    CHECK_FALSE(belongs_at_the_top("docs"));
    CHECK_FALSE(belongs_at_the_top("kiosk.cpp"));
}

TEST_CASE("no text names a path of the machine it was written on", "[architecture]") {
    std::string found;
    int texts = 0;
    fs::path const root = KIOSK_SOURCE_DIR;
    for (auto entry = fs::recursive_directory_iterator(root); entry != fs::recursive_directory_iterator(); ++entry) {
        fs::path const file = entry->path().lexically_relative(root);
        if (file == ".git" || file == "build") entry.disable_recursion_pending();
        if (file == ".git" || !entry->is_regular_file()) continue;
        std::ifstream stream(entry->path(), std::ios::binary);
        std::string const text{std::istreambuf_iterator<char>(stream), {}};
        if (text.find('\0') != text.npos) continue;
        ++texts;
        int number = 1;
        for (std::string_view rest = text; !rest.empty(); ++number) {
            std::string_view const line = rest.substr(0, rest.find('\n'));
            rest.remove_prefix(std::min(rest.size(), line.size() + 1));
            if (auto const path = machine_path(line); !path.empty())
                found += fmt::format("{}:{}: {}\n", file.generic_string(), number, path);
        }
    }
    CHECK(found == "");
    CHECK(texts > 30);
}

TEST_CASE("a path of a machine is told from words inside a longer one", "[architecture]") {
    std::string const work = "/" "work/", home = "/" "home/";
    CHECK(machine_path("see " + work + "main/a.txt, there") == work + "main/a.txt");
    CHECK(machine_path(home + "pi") == home + "pi");
    CHECK(machine_path("root=\"" + home + "pi\"") == home + "pi");
    CHECK(machine_path("https://example.org" + work + "x") == "");
    CHECK(machine_path("our" + work + " ~" + work + " ${root}" + home) == "");
}
