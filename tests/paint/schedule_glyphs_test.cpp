// Events made up by chance in the fonts of this machine: every letter is there, and the ink that is
// really drawn keeps clear of everything.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <set>

#include "base/utf8.hpp"
#include "layout/layout.hpp"
#include "paint/painting.hpp"
#include "paint/png.hpp"
#include "slides/scene.hpp"
#include "support/picture_faults.hpp"
#include "support/random_schedule.hpp"

using namespace kiosk;

namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr unsigned first_event = 5001, last_event = 5010;
#else
constexpr unsigned first_event = 5001, last_event = 5100;
#endif

constexpr std::array sizes{Size{800, 480},  Size{1280, 720},  Size{1024, 768}, Size{480, 800},
                           Size{720, 1280}, Size{1920, 1080}, Size{1280, 540}};

/// By the pixels that are drawn.
class DrawnInk final : public Ink {
public:
    explicit DrawnInk(Fonts const& fonts) : fonts_(fonts) {}

    Rect box(TextRun const& run) const override {
        int left = 1 << 20, right = -left, top = left, bottom = -left;
        for_each_pixel(run, [&](int x, int y) {
            left = std::min(left, x), right = std::max(right, x + 1);
            top = std::min(top, y), bottom = std::max(bottom, y + 1);
        });
        if (right < left) return {run.x, run.y, 0, 0};
        return {left, top, right - left, bottom - top};
    }

    bool touch(TextRun const& one, TextRun const& other) const override {
        std::set<std::pair<int, int>> pixels;
        for_each_pixel(one, [&](int x, int y) { pixels.emplace(x, y); });
        bool touches = false;
        for_each_pixel(other, [&](int x, int y) { touches = touches || pixels.count({x, y}) > 0; });
        return touches;
    }

private:
    /// Pixels that are covered by more than half; fainter ones are the edges of letters.
    template <class Use>
    void for_each_pixel(TextRun const& run, Use use) const {
        for (auto const& drawn : fonts_.draw(run.text, run.font)) {
            auto const& pixels = *drawn.pixels;
            for (int y = 0; y < pixels.h; ++y)
                for (int x = 0; x < pixels.w; ++x)
                    if (alpha(pixels, x, y) > 127) use(run.x + drawn.x + x, run.y + drawn.y + y);
        }
    }

    static unsigned alpha(SDL_Surface const& surface, int x, int y) {
        auto const* bytes = static_cast<std::uint8_t const*>(surface.pixels) + y * surface.pitch;
        return reinterpret_cast<std::uint32_t const*>(bytes)[x] >> 24;
    }

    Fonts const& fonts_;
};

/// The event's photos, as files.
void add_photos(Images& images, std::filesystem::path const& folder) {
    for (auto const& [name, size] : random_photos()) {
        auto const file = folder / name;
        std::ofstream(file, std::ios::binary) << to_png(*make_surface(size));
        REQUIRE(images.add_file(name, file).empty());
    }
}

/// The letters of a frame that no font of the chain has, without those whose package is not installed.
class GlyphCheck {
public:
    explicit GlyphCheck(Fonts const& fonts) : fonts_(fonts) {}

    std::string missing_in(Frame const& frame) {
        std::string missing;
        for (auto const* picture : {&frame.stage, &frame.spine})
            for (auto const& item : picture->items)
                if (auto const* run = std::get_if<TextRun>(&item)) missing += missing_in(*run);
        return missing;
    }

    std::set<std::string> packages;  // that would have to be installed to check the rest

private:
    std::string missing_in(TextRun const& run) {
        std::string missing;
        for (char32_t const c : fonts_.missing(run.text, run.font)) {
            auto const package = fonts_.package_for(c);
            if (!package.empty())
                packages.insert(package);
            else
                missing += fmt::format("U+{:04X} of \"{}\"\n", static_cast<std::uint32_t>(c), run.text);
        }
        return missing;
    }

    Fonts const& fonts_;
};

}  // namespace

TEST_CASE("every letter of any schedule is drawn, and keeps clear of everything else", "[paint]") {
    TemporaryFolder const folder;
    PaintBox box;
    add_photos(box.images, folder.path);
    auto const& fonts = *box.fonts;
    GlyphCheck glyphs(fonts);
    int frames = 0;
    std::string faults;
    for (unsigned seed = first_event; seed <= last_event; ++seed) {
        Chance chance(seed);
        auto const event = random_event(seed);
        SceneMaker const scenes(event.schedule, event.display, {}, english_words("en-US"),
                                event.announcements);
        for (auto const t : random_instants(chance, event.schedule, event.display)) {
            auto const in_turn = scenes.at(t)->in_turn;
            auto const& slide = chance.pick(in_turn);
            auto const scene = scenes.at(t, slide)->scene;
            auto const size = chance.pick(sizes);
            auto const frame = layout(scene, Theme{}, size, fonts);
            ++frames;
            auto const found =
                glyphs.missing_in(frame) + faults_of(frame, scene, Theme{}, fonts, DrawnInk(fonts));
            if (!found.empty())
                faults += fmt::format("seed {}, {}, {}x{}\n{}", seed, slide, size.width, size.height, found);
        }
    }
    for (auto const& package : glyphs.packages)
        WARN("letters that only " + package + " has were not looked for: it is not installed");
    CHECK(faults == "");
    CHECK(frames > static_cast<int>(last_event - first_event));
}
