// A few slides as they are painted, compared with tests/paint/golden/NAME.png.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <fstream>

#include "layout/layout.hpp"
#include "paint/painting.hpp"
#include "paint/photo_decoder.hpp"
#include "paint/png.hpp"
#include "support/sample_scenes.hpp"

using namespace kiosk;
namespace fs = std::filesystem;

namespace {

/// Of 255. Another processor, or FreeType built with another compiler, may round a pixel's coverage to the
/// next step; what moved, is missing or has another colour differs by far more.
constexpr int tolerance = 3;

struct Golden {
    std::string_view name, scene, theme;
    Size size;
    std::string_view language = "en-US";
};

constexpr Golden goldens[] = {
    {"now-dark", "now-photo", "dark", {480, 288}},
    {"break-light", "break", "light", {320, 544}},
    {"day-high-contrast", "day", "high-contrast", {480, 288}},
    {"speaker-from-the-right", "speaker-photo", "dark", {480, 288}, "ar"},
    {"emergency", "emergency", "dark", {320, 544}},
    {"directory-light", "directory", "light", {480, 288}},
};

Theme theme_of(std::string_view name) {
    auto const file = std::string(name) + ".toml";
    return *parse_theme({file, read_whole(KIOSK_SOURCE_DIR "/config/themes/" + file)}).value;
}

Scene scene_of(Golden const& golden) {
    auto sample = sample_called(golden.scene);
    sample.language = golden.language;
    return scene_of(sample);
}

/// A photo of nobody: a head before a wall that grows darker.
SurfacePointer drawn_photo() {
    auto surface = make_surface({400, 500});
    for (int y = 0; y < surface->h; ++y) {
        auto* row = reinterpret_cast<std::uint32_t*>(static_cast<std::uint8_t*>(surface->pixels) +
                                                     y * surface->pitch);
        for (int x = 0; x < surface->w; ++x) {
            bool const is_head = std::hypot(x - 200, y - 190) < 90 || std::hypot(x - 200, y - 520) < 190;
            auto const wall = static_cast<std::uint32_t>(160 - y / 5);
            row[x] = is_head ? 0xC08A5Eu : wall << 16 | (wall + 20) << 8 | (wall + 30);
        }
    }
    return surface;
}

std::array<int, 3> channels(Color color) { return {color.r, color.g, color.b}; }

/// A picture of the pixels that differ: white on black. Empty: none does.
SurfacePointer difference(SDL_Surface const& painted, DecodedPhoto const& expected) {
    auto marks = make_surface({painted.w, painted.h});
    bool differs = false;
    for (int y = 0; y < painted.h; ++y)
        for (int x = 0; x < painted.w; ++x) {
            auto const got = channels(pixel(painted, x, y));
            auto const* wanted = expected.bytes.get() + (y * painted.w + x) * expected.channels;
            bool const same = std::equal(got.begin(), got.end(), wanted,
                                         [](int a, int b) { return std::abs(a - b) <= tolerance; });
            if (same) continue;
            differs = true;
            SDL_Rect const place{x, y, 1, 1};
            SDL_FillRect(marks.get(), &place, 0xFFFFFF);
        }
    return differs ? std::move(marks) : nullptr;
}

void write(fs::path const& file, SDL_Surface const& surface) {
    std::ofstream(file, std::ios::binary) << to_png(surface);
}

void check_against_picture(fs::path const& file, SDL_Surface const& painted) {
    auto out = file, diff = file;
    out.replace_extension(".out.png");
    diff.replace_extension(".diff.png");
    if (std::getenv("KIOSK_ACCEPT")) write(file, painted);
    auto const expected = decode_pixels(read_whole(file));
    bool const has_size = expected && expected->size == Size{painted.w, painted.h};
    auto const marks = has_size ? difference(painted, *expected) : nullptr;
    for (auto const& left : {out, diff}) fs::remove(left);
    if (has_size && !marks) {
        SUCCEED();
        return;
    }
    write(out, painted);
    if (marks) write(diff, *marks);
    FAIL_CHECK(out.string() << (has_size ? " differs from " : " has no counterpart of its size in ")
                            << file.filename().string());
}

}  // namespace

TEST_CASE("a few slides are painted as they were before", "[paint]") {
    TemporaryFolder const folder;
    PaintBox box;
    auto const photo = folder.path / sample_photo;
    write(photo, *drawn_photo());
    REQUIRE(box.images.add_file(std::string(sample_photo), photo).empty());
    for (auto const& golden : goldens) {
        auto const frame = layout(scene_of(golden), theme_of(golden.theme), golden.size, *box.fonts);
        auto const surface = make_surface(golden.size);
        Painter(*box.fonts, box.images, box.pictograms).paint(frame, *surface);
        check_against_picture(
            fs::path(KIOSK_SOURCE_DIR) / "tests/paint/golden" / (std::string(golden.name) + ".png"),
            *surface);
    }
}
