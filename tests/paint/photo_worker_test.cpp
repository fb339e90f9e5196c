// Photos that a thread decodes: the same pixels, later.
#include <atomic>

#include "base/image_header.hpp"
#include "io/files.hpp"
#include "paint/painting.hpp"
#include "paint/photo_file.hpp"
#include "paint/photo_fit.hpp"
#include "paint/png.hpp"
#include "paint/studio.hpp"
#include "support/comes_true.hpp"

using namespace kiosk;

namespace {

constexpr seconds long_enough{20};

std::filesystem::path sample(char const* name) { return std::filesystem::path(KIOSK_SOURCE_DIR "/tests/paint/photos") / name; }

std::string plain_png(std::uint32_t color, Size size = {40, 30}) {
    auto const surface = make_surface(size);
    SDL_FillRect(surface.get(), nullptr, color);
    return to_png(*surface);
}

/// Asks, waits, and takes what came.
std::shared_ptr<Pixels const> brought(Images& images, std::string const& name, Crop const& crop) {
    images.scaled(name, crop);
    images.wait(long_enough);
    images.collect();
    return images.scaled(name, crop);
}

Picture with_photo(std::string const& name) { return {{0, 0, 100, 100}, {0, 0, 0, 255}, {ImageBox{name, {10, 10, 80, 60}, 12}}}; }

}  // namespace

TEST_CASE("a worker brings the same pixels, at every size and cut", "[paint]") {
    for (auto const* const name : {"progressive.jpg", "cmyk.jpg", "palette-transparent.png", "lossy.webp", "large.webp"}) {
        CAPTURE(name);
        Images here, aside;
        REQUIRE(here.add_file("a", sample(name)).empty());
        REQUIRE(aside.add_file("a", sample(name)).empty());
        std::atomic<int> calls = 0;
        aside.decode_aside([&] { ++calls; });
        for (auto const& crop : {Crop{{20, 16}}, Crop{{400, 500}}, Crop{{16, 20}, 0, 1000}, Crop{{1, 1}}}) {
            CHECK_FALSE(aside.scaled("a", crop));
            CHECK_FALSE(aside.is_ready("a", crop));
            auto const pixels = brought(aside, "a", crop);
            REQUIRE(pixels);
            CHECK(aside.is_ready("a", crop));
            CHECK(pixels->size == crop.size);
            CHECK(pixels->rgba == here.scaled("a", crop)->rgba);
        }
        CHECK(comes_true([&] { return calls == 4; }));
    }
}

TEST_CASE("a photo that turns out to be broken is not known any more, and that is told once", "[paint]") {
    TemporaryFolder const folder;
    auto rotten = plain_png(0xFF0000);
    for (std::size_t i = 45; i < rotten.size() - 20; ++i) rotten[i] = 'x';
    REQUIRE(write_atomically(folder.path / "a.png", rotten).empty());
    Images images;
    REQUIRE(images.add_file("a", folder.path / "a.png").empty());
    images.add_unseen("b", "http://b.example/", []() -> Outcome<std::string> { return {std::string("<html>"), {}}; });
    images.decode_aside({});
    CHECK(images.size("b") == Size{0, 0});
    images.prepare({{"a", {{10, 10}}}}, {{"b", {{10, 10}}}});
    images.wait(long_enough);
    auto const news = images.collect();
    REQUIRE(news.broken.size() == 2);
    CHECK(news.broken.at(0).message == "the photo cannot be used: its pixels are broken");
    CHECK(news.broken.at(1).where.file == "http://b.example/");
    CHECK_FALSE(images.size("a"));
    CHECK_FALSE(images.size("b"));
    CHECK(images.is_ready("a", {{10, 10}}));
    CHECK(images.collect().broken.empty());
}

TEST_CASE("a photo that is replaced stays until the new one is ready", "[paint]") {
    TemporaryFolder const folder;
    auto const file = folder.path / "a.png";
    REQUIRE(write_atomically(file, plain_png(0xFF0000)).empty());
    Images images;
    REQUIRE(images.add_file("a", file).empty());
    images.decode_aside({});
    REQUIRE(brought(images, "a", {{8, 6}}));
    CHECK(images.collect().replaced.empty());
    REQUIRE(write_atomically(file, plain_png(0x0000FF)).empty());
    REQUIRE(images.add_file("a", file).empty());
    CHECK(images.collect().replaced == std::vector<std::string>{"a"});
    CHECK(images.scaled("a", {{8, 6}})->rgba[0] == 255);
    CHECK_FALSE(images.is_ready("a", {{8, 6}}));
    CHECK(brought(images, "a", {{8, 6}})->rgba[0] == 0);
    CHECK(images.is_ready("a", {{8, 6}}));
}

TEST_CASE("what a slide needs stays in memory, even if it is more than usual", "[paint]") {
    TemporaryFolder const folder;
    REQUIRE(write_atomically(folder.path / "a.png", plain_png(0xFF0000)).empty());
    Images images;
    images.keep_at_most(1000);
    REQUIRE(images.add_file("a", folder.path / "a.png").empty());
    images.decode_aside({});
    images.prepare({{"a", {{40, 40}}}, {"a", {{41, 40}}}, {"a", {{42, 40}}}}, {{"a", {{43, 40}}}});
    images.wait(long_enough);
    images.collect();
    for (int width = 40; width < 44; ++width) CHECK(images.is_ready("a", {{width, 40}}));
    images.prepare({{"a", {{44, 40}}}});
    images.wait(long_enough);
    images.collect();
    CHECK(images.is_ready("a", {{44, 40}}));
    CHECK_FALSE(images.is_ready("a", {{40, 40}}));
}

TEST_CASE("a painter says which photos are to come, and a picture completed later is the same", "[paint]") {
    TemporaryFolder const folder;
    REQUIRE(write_atomically(folder.path / "a.png", plain_png(0xFF0000)).empty());
    PaintBox here, aside;
    REQUIRE(here.images.add_file("a", folder.path / "a.png").empty());
    REQUIRE(aside.images.add_file("a", folder.path / "a.png").empty());
    aside.images.decode_aside({});
    Painter painter(*aside.fonts, aside.images, aside.pictograms);
    auto const picture = with_photo("a");
    auto const surface = make_surface({100, 100});
    auto const missing = painter.paint(picture, *surface);
    REQUIRE(missing.size() == 1);
    CHECK(pixel(*surface, 50, 40) == Color{0, 0, 0, 255});
    aside.images.wait(long_enough);
    aside.images.collect();
    CHECK(painter.paint(picture, missing[0].box, *surface).empty());
    CHECK(fingerprint(*surface) == fingerprint(*here.paint(picture)));
}

TEST_CASE("a studio takes a file that was replaced under its name, and reads what is on the web when it is wanted", "[paint]") {
    TemporaryFolder const folder;
    auto const file = folder.path / "a.png";
    REQUIRE(write_atomically(file, plain_png(0xFF0000)).empty());
    int reads = 0;
    auto const read = [&](WantedPhoto const& wanted) -> Outcome<std::string> {
        ++reads;
        if (wanted.url.ends_with("b")) return {plain_png(0x00FF00), {}};
        return {{}, {{Severity::warning, "photo-unusable", "why", "", {wanted.url, 0, {}}}}};
    };
    std::map<std::string, PhotoSource> photos{{"a", {file, 500, 333, stamp_of(file), {}}}, {"b", {{}, 500, 333, 1, {"http://b"}}},
                                              {"c", {{}, 500, 333, 1, {"http://c"}}}};
    auto studio = Studio::open(KIOSK_SOURCE_DIR, photos, {}, "en-US", read);
    REQUIRE(studio.value);
    auto const color_of = [&](std::string const& name) {
        auto const surface = make_surface({100, 100});
        (*studio.value)->painter().paint(with_photo(name), *surface);
        return pixel(*surface, 50, 40);
    };
    CHECK(color_of("a") == Color{255, 0, 0, 255});
    CHECK(reads == 0);
    CHECK((*studio.value)->metrics().image_size("b") == Size{40, 30});
    CHECK(color_of("b") == Color{0, 255, 0, 255});
    CHECK_FALSE((*studio.value)->metrics().image_size("c"));
    CHECK((*studio.value)->take_problems().size() == 1);
    REQUIRE(write_atomically(file, plain_png(0x0000FF)).empty());
    CHECK(stamp_of(file) != photos["a"].stamp);
    CHECK((*studio.value)->adopt(photos, {}).empty());
    CHECK(color_of("a") == Color{255, 0, 0, 255});
    photos["a"].stamp = stamp_of(file);
    CHECK((*studio.value)->adopt(photos, {}).empty());
    CHECK(color_of("a") == Color{0, 0, 255, 255});
}

TEST_CASE("a photo that is kept is no larger than a display can show", "[paint]") {
    auto const fitted = [](std::string const& bytes) {
        auto fit = fit_photo(bytes);
        INFO(fit.fault);
        REQUIRE(fit.fault.empty());
        return std::pair(read_image_header(fit.bytes), fit.bytes);
    };
    auto const small = read_whole(sample("lossless.webp"));
    CHECK(fitted(small).second == small);
    auto const [header, large] = fitted(read_whole(sample("large.webp")));
    CHECK(header.type == "JPEG");
    CHECK((header.width == 1600 && header.height == 1200));
    CHECK(large.size() <= 1U << 20);
    auto const wide = fitted(plain_png(0x123456, {5000, 3})).first;
    CHECK((wide.width == 1600 && wide.height == 1));
    CHECK(fit_photo("<html>").fault == "it is neither a PNG nor a JPEG nor a WebP");
    auto rotten = plain_png(0xFF0000);
    for (std::size_t i = 45; i < rotten.size() - 20; ++i) rotten[i] = 'x';
    CHECK(fit_photo(rotten).fault == "its pixels are broken");
    CHECK(fit_photo(rotten).bytes.empty());
}
