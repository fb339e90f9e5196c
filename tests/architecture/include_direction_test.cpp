// Reads every #include of the program: a folder includes only the folders before it.
#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "support/catch.hpp"

namespace fs = std::filesystem;

namespace {

constexpr std::string_view first = "late";  // stands for libraries of others, which core and shell call alike
constexpr std::array core{"base",   "time",      "schedule", "settings", "words", "import",
                          "export", "programme", "command",  "slides",   "layout", "lint"};
constexpr std::array shell{"io", "paint", "present", "control", "run", "cli"};
/// These are in no order: each is complete without the others.
constexpr std::array strangers{"import", "export", "programme", "command"};

template <class Names>
bool has(Names const& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// Place in the order of reading, from 0; main.cpp (no folder) comes last. -1: no such folder.
int rank(std::string_view folder) {
    if (folder == first) return 0;
    int place = 1;
    for (std::string_view name : core) {
        if (name == folder) return place;
        ++place;
    }
    for (std::string_view name : shell) {
        if (name == folder) return place;
        ++place;
    }
    return folder.empty() ? place : -1;
}

std::string_view first_part(std::string_view path) {
    auto const slash = path.find('/');
    return slash == path.npos ? std::string_view{} : path.substr(0, slash);
}

enum class Origin { ours, standard, system, third_party };

Origin origin_of(std::string_view header) {
    constexpr std::array system_folders{"sys", "linux", "net", "netinet", "arpa"};
    constexpr std::array flat_third_party{"gumbo.h", "linebreak.h", "wordbreak.h", "graphemebreak.h",
                                          "unibreakdef.h", "qrencode.h", "hpdf.h", "ft2build.h", "mosquitto.h", "yaml.h", "zlib.h"};
    std::string_view const folder = first_part(header);
    if (!folder.empty()) {
        if (rank(folder) >= 0) return Origin::ours;
        return has(system_folders, folder) ? Origin::system : Origin::third_party;
    }
    if (header.find('.') == header.npos) return Origin::standard;
    bool const known = has(flat_third_party, header) || header.starts_with("SDL");
    return header.ends_with(".h") && !known ? Origin::system : Origin::third_party;
}

/// What is wrong with `file` (relative to kiosk/) including `header`. Empty: nothing.
std::string breach(std::string_view file, std::string_view header) {
    std::string_view const from = first_part(file);
    bool const is_header = file.ends_with(".hpp");
    bool const in_core = has(core, from);
    if (rank(from) < 0) return fmt::format("{}/ has no place in the order of folders", from);
    if (from.empty() && file != "main.cpp") return "only main.cpp lies outside the folders";

    switch (origin_of(header)) {
        case Origin::standard: {
            constexpr std::array not_in_core{"fstream", "thread", "condition_variable", "future"};
            if (in_core && has(not_in_core, header)) return "the core has no files and no threads";
            return {};
        }
        case Origin::system:
            return in_core ? "the core asks nothing of the operating system" : "";
        case Origin::ours: {
            std::string_view const to = first_part(header);
            if (has(strangers, from) && has(strangers, to) && from != to)
                return fmt::format("{}/ and {}/ do not know each other", from, to);
            if (in_core && has(shell, to)) return fmt::format("{}/ is core, {}/ is shell", from, to);
            if (rank(to) > rank(from)) return fmt::format("{}/ comes after {}/", to, from);
            return {};
        }
        case Origin::third_party: break;
    }

    if (header.starts_with("fmt/") || header == "date/date.h") return {};
    if (header == "date/tz.h")
        return from == "time" && !is_header ? "" : "only the .cpp files of time/ know date/tz.h";
    if (header.starts_with("SDL")) {
        if (in_core) return "the core has no SDL";
        constexpr std::array in_headers{"paint", "present"};
        constexpr std::array in_sources{"paint", "present", "run", "cli"};
        if (!has(in_sources, from)) return "SDL belongs to paint/, present/, run/ and cli/";
        if (is_header && !has(in_headers, from)) return "only headers of paint/ and present/ show SDL";
        return {};
    }
    if (is_header) return "a header of another library belongs into a .cpp file";
    bool const known = header == "pugixml.hpp";  // the one library whose header has no folder
    if (header.find('/') == header.npos && header.ends_with(".hpp") && !known) return "name the folder: \"folder/file.hpp\"";
    return {};
}

struct Include {
    int line;
    std::string header;
};

std::vector<Include> includes_of(std::string_view text) {
    std::vector<Include> found;
    int number = 1;
    while (!text.empty()) {
        std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        auto const skip = [&line](std::string_view word) {
            line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
            bool const there = line.starts_with(word);
            if (there) line.remove_prefix(word.size());
            return there;
        };
        if (skip("#") && skip("include") && (skip("\"") || skip("<")))
            found.push_back({number, std::string(line.substr(0, line.find_first_of("\">")))});
        ++number;
    }
    return found;
}

}  // namespace

TEST_CASE("a folder includes only folders listed above it", "[architecture]") {
    fs::path const root = fs::path(KIOSK_SOURCE_DIR) / "kiosk";
    std::string breaches;
    int seen = 0;
    for (auto const& entry : fs::recursive_directory_iterator(root)) {
        std::string const file = entry.path().lexically_relative(root).generic_string();
        if (!file.ends_with(".hpp") && !file.ends_with(".cpp")) continue;
        std::ifstream stream(entry.path(), std::ios::binary);
        std::string const text{std::istreambuf_iterator<char>(stream), {}};
        for (auto const& [line, header] : includes_of(text)) {
            ++seen;
            std::string const wrong = breach(file, header);
            if (!wrong.empty()) breaches += fmt::format("kiosk/{}:{}: includes {}: {}\n", file, line, header, wrong);
        }
    }
    CHECK(breaches == "");
    CHECK(seen > 50);
}

TEST_CASE("includes are found with their lines, blanks or not", "[architecture]") {
    auto const found = includes_of("// #include <no>\n#include <vector>\n\n #  include\t\"a/b.hpp\"  // why\n#if 1\n#include<c>");
    REQUIRE(found.size() == 3);
    CHECK((found[0].line == 2 && found[0].header == "vector"));
    CHECK((found[1].line == 4 && found[1].header == "a/b.hpp"));
    CHECK((found[2].line == 6 && found[2].header == "c"));
}

TEST_CASE("the order of folders is kept by its rule", "[architecture]") {
    CHECK(breach("slides/playlist.cpp", "programme/programme.hpp") == "");
    CHECK(breach("time/zone.cpp", "time/zone.hpp") == "");
    CHECK(breach("cli/show.cpp", "base/problem.hpp") == "");
    CHECK(breach("main.cpp", "cli/show.hpp") == "");
    CHECK(breach("main.cpp", "lint/lint.hpp") == "");

    CHECK(breach("base/problem.hpp", "time/instant.hpp") == "time/ comes after base/");
    CHECK(breach("paint/painter.cpp", "run/show.hpp") == "run/ comes after paint/");
    CHECK(breach("programme/programme.cpp", "import/import.hpp") ==
          "programme/ and import/ do not know each other");
    CHECK(breach("import/html.cpp", "command/command.hpp") == "import/ and command/ do not know each other");
    CHECK(breach("lint/photos.cpp", "io/files.hpp") == "lint/ is core, io/ is shell");
    CHECK(breach("utils/misc.cpp", "vector") == "utils/ has no place in the order of folders");
    CHECK(breach("misc.cpp", "vector") == "only main.cpp lies outside the folders");
    CHECK(breach("time/zone.cpp", "zone.hpp") == "name the folder: \"folder/file.hpp\"");
}

TEST_CASE("the core asks nothing of the machine", "[architecture]") {
    CHECK(breach("io/files.cpp", "unistd.h") == "");
    CHECK(breach("run/loader.hpp", "thread") == "");

    CHECK(breach("schedule/schedule.cpp", "sys/stat.h") == "the core asks nothing of the operating system");
    CHECK(breach("settings/settings.cpp", "fstream") == "the core has no files and no threads");
    CHECK(breach("layout/now_layout.cpp", "SDL.h") == "the core has no SDL");
    CHECK(breach("layout/metrics.hpp", "SDL2/SDL_ttf.h") == "the core has no SDL");
}

TEST_CASE("headers of other libraries stay where they are needed", "[architecture]") {
    CHECK(breach("base/problem.cpp", "fmt/format.h") == "");
    CHECK(breach("time/instant.hpp", "date/date.h") == "");
    CHECK(breach("time/zone.cpp", "date/tz.h") == "");
    CHECK(breach("paint/painter.hpp", "SDL.h") == "");
    CHECK(breach("run/show.cpp", "SDL2/SDL.h") == "");
    CHECK(breach("import/html.cpp", "gumbo.h") == "");
    CHECK(breach("settings/settings.cpp", "toml++/toml.h") == "");

    CHECK(breach("time/zone.hpp", "date/tz.h") == "only the .cpp files of time/ know date/tz.h");
    CHECK(breach("schedule/schedule.cpp", "date/tz.h") == "only the .cpp files of time/ know date/tz.h");
    CHECK(breach("run/show.hpp", "SDL.h") == "only headers of paint/ and present/ show SDL");
    CHECK(breach("io/files.cpp", "SDL_image.h") == "SDL belongs to paint/, present/, run/ and cli/");
    for (std::string_view header : {"nlohmann/json.hpp", "toml++/toml.h", "gumbo.h", "stb/stb_image.h",
                                    "CLI/CLI.hpp", "pugixml.hpp", "linebreak.h"})
        CHECK(breach("cli/check.hpp", header) == "a header of another library belongs into a .cpp file");
}
