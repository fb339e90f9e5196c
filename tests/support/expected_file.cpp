#include "support/expected_file.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string_view>

#include "support/catch.hpp"

namespace kiosk {
namespace {

/// The first line that differs: its number, as it is expected, and as it came out.
std::string first_difference(std::string_view expected, std::string_view text) {
    for (int number = 1;; ++number) {
        auto const wanted = expected.substr(0, expected.find('\n')), got = text.substr(0, text.find('\n'));
        bool const at_an_end = wanted.size() == expected.size() || got.size() == text.size();
        if (wanted != got || at_an_end)
            return "line " + std::to_string(number) + "\n  expected: " + std::string(wanted) +
                   "\n  came out: " + std::string(got);
        expected.remove_prefix(wanted.size() + 1);
        text.remove_prefix(got.size() + 1);
    }
}

}  // namespace

std::string read_whole(std::filesystem::path const& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void check_against_file(std::filesystem::path const& expected, std::string const& text) {
    auto out = expected;
    out.replace_extension(".out.txt");
    if (std::getenv("KIOSK_ACCEPT")) {
        std::filesystem::create_directories(expected.parent_path());
        std::ofstream(expected, std::ios::binary) << text;
    }
    auto const wanted = read_whole(expected);
    if (text == wanted) {
        std::filesystem::remove(out);
        SUCCEED();
        return;
    }
    std::ofstream(out, std::ios::binary) << text;
    FAIL_CHECK(out.string() << " differs from " << expected.filename().string() << " in "
                            << first_difference(wanted, text));
}

}  // namespace kiosk
