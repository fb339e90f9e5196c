// Drawn photos that outlive their program.
#include "paint/kept_photos.hpp"

#include "base/limits.hpp"
#include "io/files.hpp"
#include "paint/images.hpp"
#include "paint/painting.hpp"
#include "support/comes_true.hpp"
#include "support/random_text.hpp"

using namespace kiosk;

namespace {

constexpr Instant morning{hours{10}};
constexpr seconds long_enough{20};
constexpr std::string_view photo = "the bytes of a photo's file";

/// A folder for state, opened anew each time as at a start.
struct Home {
    TemporaryFolder folder;
    std::vector<Problem> problems;
    StateFolder state = StateFolder::open({folder.path}, problems);
    KeptPhotos photos{state, 1};

    std::filesystem::path drawn() const { return folder.path / "drawn-photos"; }
    std::vector<std::filesystem::path> files() const {
        std::vector<std::filesystem::path> found;
        if (!std::filesystem::exists(drawn())) return found;
        for (auto const& entry : std::filesystem::directory_iterator(drawn())) found.push_back(entry.path());
        return found;
    }
};

Pixels pattern(Size size, std::uint8_t alpha = 255) {
    Pixels pixels{size, {}};
    for (int i = 0; i < size.width * size.height; ++i)
        for (int const byte : {i, i * 7, i * 31, int{alpha}}) pixels.rgba.push_back(static_cast<std::uint8_t>(byte));
    return pixels;
}

/// Pixels that no packing makes fewer.
Pixels noise(Size size, unsigned seed) {
    Chance chance(seed);
    Pixels pixels{size, {}};
    for (int i = 0; i < size.width * size.height * 4; ++i) pixels.rgba.push_back(static_cast<std::uint8_t>(i % 4 == 3 ? 255U : chance.below(256)));
    return pixels;
}

bool is_kept(KeptPhotos const& photos, KeptPhotos::Key const& key) { return photos.find(key).has_value(); }

/// A display with one photo, `kept` behind it, once the photo is there.
struct Display {
    Images images;
    std::shared_ptr<Pixels const> pixels;

    Display(KeptPhotos& kept, std::string const& file, Crop const& crop) {
        images.add_unseen("a", "a.png", [file]() -> Outcome<std::string> { return {file, {}}; });
        images.decode_aside({}, &kept);
        images.prepare({{"a", crop}});
        images.wait(long_enough);
        images.collect();
        pixels = images.scaled("a", crop);
    }
};

std::string sample(char const* name) { return read_text(std::string(KIOSK_SOURCE_DIR "/tests/paint/photos/") + name, name).value->text; }

}  // namespace

TEST_CASE("pixels are found again as they were, opaque and transparent ones", "[paint]") {
    Home home;
    for (std::uint8_t const alpha : std::initializer_list<std::uint8_t>{255, 128}) {
        CAPTURE(static_cast<int>(alpha));
        Crop const crop{{12, 9}, alpha, 0};
        auto const key = home.photos.key_of(photo, crop);
        CHECK_FALSE(is_kept(home.photos, key));
        home.photos.keep(key, pattern({12, 9}, alpha), morning);
        auto const found = home.photos.find(key);
        REQUIRE(found);
        CHECK(found->size == Size{12, 9});
        CHECK(found->rgba == pattern({12, 9}, alpha).rgba);
    }
}

TEST_CASE("pixels are packed, and noise comes back as it was all the same", "[paint]") {
    Home home;
    auto const plain = home.photos.key_of(photo, {{90, 80}}), random = home.photos.key_of(photo, {{61, 47}});
    home.photos.keep(plain, pattern({90, 80}), morning);
    CHECK(std::filesystem::file_size(home.files().at(0)) < 90 * 80);
    home.photos.keep(random, noise({61, 47}, 3), morning);
    auto const found = home.photos.find(random);
    REQUIRE(found);
    CHECK(found->rgba == noise({61, 47}, 3).rgba);
}

TEST_CASE("pixels belong to bytes, a cut, a size and a program", "[paint]") {
    Home home;
    Crop const crop{{12, 9}, 500, 333};
    home.photos.keep(home.photos.key_of(photo, crop), pattern({12, 9}), morning);
    CHECK(is_kept(home.photos, home.photos.key_of(photo, crop)));
    CHECK_FALSE(is_kept(home.photos, home.photos.key_of("other bytes", crop)));
    CHECK_FALSE(is_kept(home.photos, home.photos.key_of(photo, {{12, 9}, 501, 333})));
    CHECK_FALSE(is_kept(home.photos, home.photos.key_of(photo, {{12, 9}, 500, 334})));
    CHECK_FALSE(is_kept(home.photos, home.photos.key_of(photo, {{9, 12}, 500, 333})));
    KeptPhotos const of_another(home.state, 2);
    CHECK_FALSE(is_kept(of_another, of_another.key_of(photo, crop)));
}

TEST_CASE("what a power cut or a worn disk leaves of pixels is not shown", "[paint]") {
    Home home;
    auto const key = home.photos.key_of(photo, {{12, 9}});
    home.photos.keep(key, pattern({12, 9}), morning);
    auto const file = home.files().at(0);
    auto const whole = read_text(file, "kept").value->text;
    for (std::size_t const at : {std::size_t{0}, std::size_t{20}, whole.find('\n'), whole.size() / 2, whole.size() - 1}) {
        CAPTURE(at);
        auto damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ 1);
        REQUIRE(write_atomically(file, damaged).empty());
        CHECK_FALSE(is_kept(home.photos, key));
    }
    for (std::size_t const length : {std::size_t{0}, whole.find('\n'), whole.size() - 1}) {
        CAPTURE(length);
        REQUIRE(write_atomically(file, whole.substr(0, length)).empty());
        CHECK_FALSE(is_kept(home.photos, key));
    }
    REQUIRE(write_atomically(file, whole).empty());
    CHECK(is_kept(home.photos, key));
}

TEST_CASE("what was kept first makes room for what is drawn now", "[paint]") {
    Home home;
    home.photos.keep(home.photos.key_of(photo, {{12, 9}}), pattern({12, 9}), morning);
    auto const old = home.files().at(0);
    std::filesystem::resize_file(old, most_kept_pixel_bytes - 100);
    std::filesystem::last_write_time(old, std::filesystem::file_time_type::clock::now() - hours{24});
    auto const small = home.photos.key_of(photo, {{1, 1}});
    home.photos.keep(small, pattern({1, 1}), morning);
    CHECK(is_kept(home.photos, small));
    CHECK_FALSE(std::filesystem::exists(old));
}

TEST_CASE("memory that wears is not written to all day", "[paint]") {
    Home home;
    Size const size{1000, 1000};
    auto const pixels = noise(size, 1);
    auto const keep = [&](int focus, Instant now) {
        auto const key = home.photos.key_of(photo, {size, focus, 0});
        home.photos.keep(key, pixels, now);
        return is_kept(home.photos, key);
    };
    int kept = 0;
    while (kept < 100 && keep(kept, morning)) ++kept;
    CHECK(kept == 22);  // of 3 MB; what is begun is ended
    CHECK(keep(kept, morning + hours{24}));
    CHECK(home.files().size() <= most_kept_pixel_bytes / 3'000'000);
}

TEST_CASE("without a folder that can be written to, nothing is kept and nothing said", "[paint]") {
    TemporaryFolder const folder;
    auto const state = StateFolder::look({folder.path / "none"});
    KeptPhotos photos(state, 1);
    auto const key = photos.key_of(photo, {{12, 9}});
    photos.keep(key, pattern({12, 9}), morning);
    CHECK_FALSE(is_kept(photos, key));
    CHECK(std::filesystem::is_empty(folder.path));
}

TEST_CASE("a display that starts again shows a photo without decoding it, as long as its bytes are the same", "[paint]") {
    Home home;
    auto const first = sample("progressive.jpg"), other = sample("lossy.webp");
    Crop const crop{{40, 30}};
    auto const key = home.photos.key_of(first, crop);
    {
        Display const display(home.photos, first, crop);
        REQUIRE(display.pixels);
        REQUIRE(comes_true([&] { return is_kept(home.photos, key); }));
        CHECK(home.photos.find(key)->rgba == display.pixels->rgba);
    }
    // Of other pixels under its key one sees that they were not decoded anew.
    home.photos.keep(key, pattern({40, 30}), morning);
    Display const again(home.photos, first, crop), changed(home.photos, other, crop);
    REQUIRE(again.pixels);
    CHECK(again.pixels->rgba == pattern({40, 30}).rgba);
    REQUIRE(changed.pixels);
    CHECK(changed.pixels->rgba != again.pixels->rgba);
}
