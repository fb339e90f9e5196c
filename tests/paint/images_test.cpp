#include "paint/images.hpp"

#include "io/files.hpp"
#include "paint/painting.hpp"
#include "paint/photo_file.hpp"
#include "paint/png.hpp"

using namespace kiosk;

namespace {

/// A PNG whose quarters are red, green (above), blue, white (below).
std::string quarters(Size size) {
    auto const surface = make_surface(size);
    for (int y = 0; y < size.height; ++y) {
        for (int x = 0; x < size.width; ++x) {
            bool const right = x >= size.width / 2, low = y >= size.height / 2;
            auto* row = reinterpret_cast<std::uint32_t*>(static_cast<std::uint8_t*>(surface->pixels) + y * surface->pitch);
            row[x] = low ? (right ? 0xFFFFFF : 0x0000FF) : (right ? 0x00FF00 : 0xFF0000);
        }
    }
    return to_png(*surface);
}

Color at(Pixels const& pixels, int x, int y) {
    auto const* p = &pixels.rgba[static_cast<std::size_t>(y * pixels.size.width + x) * 4];
    return {p[0], p[1], p[2], p[3]};
}

constexpr Color red{255, 0, 0, 255}, green{0, 255, 0, 255}, blue{0, 0, 255, 255}, white{255, 255, 255, 255};

}  // namespace

TEST_CASE("a photo is scaled, keeping its corners where they are", "[paint]") {
    TemporaryFolder const folder;
    REQUIRE(write_atomically(folder.path / "a.png", quarters({400, 300})).empty());
    Images images;
    CHECK(images.add_file("a", folder.path / "a.png").empty());
    CHECK(images.size("a") == Size{400, 300});
    for (Size const size : {Size{40, 30}, Size{400, 300}, Size{600, 450}, Size{12, 9}}) {
        auto const small = images.scaled("a", {size});
        REQUIRE(small);
        CHECK(small->size == size);
        CHECK(at(*small, 1, 1) == red);
        CHECK(at(*small, size.width - 2, 1) == green);
        CHECK(at(*small, 1, size.height - 2) == blue);
        CHECK(at(*small, size.width - 2, size.height - 2) == white);
    }
    CHECK(images.scaled("a", {{40, 30}}) == images.scaled("a", {{40, 30}}));
}

TEST_CASE("a box of another shape keeps the part at the focus", "[paint]") {
    TemporaryFolder const folder;
    REQUIRE(write_atomically(folder.path / "a.png", quarters({400, 200})).empty());
    Images images;
    CHECK(images.add_file("a", folder.path / "a.png").empty());
    auto const left = images.scaled("a", {{50, 100}, 0, 0}), right = images.scaled("a", {{50, 100}, 1000, 1000});
    CHECK(at(*left, 48, 2) == red);
    CHECK(at(*right, 1, 2) == green);
    CHECK(at(*right, 1, 98) == white);
}

TEST_CASE("a photo's own focus decides which part of it is drawn", "[paint]") {
    TemporaryFolder const folder;
    REQUIRE(write_atomically(folder.path / "a.png", quarters({400, 200})).empty());
    PaintBox box;
    CHECK(box.images.add_file("a", folder.path / "a.png", {1000, 0}).empty());
    CHECK(box.images.focus("a") == std::pair{1000, 0});
    CHECK(box.images.focus("nobody") == std::pair{500, 333});
    auto const surface = box.paint({{0, 0, 100, 200}, {0, 0, 0, 255}, {ImageBox{"a", {0, 0, 100, 200}, 0}}});
    auto const* pixels = static_cast<std::uint32_t const*>(surface->pixels);
    CHECK((pixels[50] & 0xFFFFFF) == 0x00FF00);
}

TEST_CASE("the two halves of a photo mix as light does, not as numbers", "[paint]") {
    auto const surface = make_surface({64, 64});
    for (int y = 0; y < 64; ++y) {
        for (int x = 0; x < 64; ++x)
            reinterpret_cast<std::uint32_t*>(static_cast<std::uint8_t*>(surface->pixels) + y * surface->pitch)[x] =
                (x + y) % 2 ? 0xFFFFFF : 0;
    }
    auto const bytes = to_png(*surface);
    auto const grey = decode_photo(bytes, {{64, 64}, 1}, {{4, 4}});
    REQUIRE(grey);
    CHECK(std::abs(at(*grey, 2, 2).r - 188) <= 2);  // half the light is byte 188
}

TEST_CASE("every EXIF orientation stands upright", "[paint]") {
    auto const bytes = quarters({80, 40});
    struct Case { int orientation; Color top_left, top_right, low_left, low_right; };
    // Source: EXIF 2.3 §4.6.4: which side of the file is the photo's top and left.
    for (auto const& [orientation, tl, tr, ll, lr] :
         {Case{1, red, green, blue, white}, Case{2, green, red, white, blue}, Case{3, white, blue, green, red},
          Case{4, blue, white, red, green}, Case{5, red, blue, green, white}, Case{6, blue, red, white, green},
          Case{7, white, green, blue, red}, Case{8, green, white, red, blue}}) {
        CAPTURE(orientation);
        PhotoHeader const header{{80, 40}, orientation};
        auto const size = header.upright();
        CHECK(size == (orientation < 5 ? Size{80, 40} : Size{40, 80}));
        for (Size const wanted : {size, Size{size.width / 10, size.height / 10}}) {
            auto const photo = decode_photo(bytes, header, {wanted});
            REQUIRE(photo);
            CHECK(photo->size == wanted);
            CHECK(at(*photo, 0, 0) == tl);
            CHECK(at(*photo, wanted.width - 1, 0) == tr);
            CHECK(at(*photo, 0, wanted.height - 1) == ll);
            CHECK(at(*photo, wanted.width - 1, wanted.height - 1) == lr);
        }
    }
}

TEST_CASE("files that are not photos are one warning each with a remedy", "[paint]") {
    TemporaryFolder const folder;
    auto const good = quarters({40, 30});
    REQUIRE(write_atomically(folder.path / "photo.jpg", "/* XPM */ static char *x[] = {").empty());
    REQUIRE(write_atomically(folder.path / "half.png", std::string_view(good).substr(0, good.size() / 2)).empty());
    auto huge = good;
    huge[18] = huge[22] = '\x3F';  // 16,000 pixels a side
    REQUIRE(write_atomically(folder.path / "huge.png", huge).empty());
    auto rotten = good;
    for (std::size_t i = 45; i < rotten.size() - 20; ++i) rotten[i] = 'x';
    REQUIRE(write_atomically(folder.path / "rotten.png", rotten).empty());

    Images images;
    auto const only = [&](char const* name) {
        auto const problems = images.add_file(name, folder.path / name);
        REQUIRE(problems.size() == 1);
        CHECK(problems[0].code == "photo-unusable");
        CHECK(problems[0].where.file == (folder.path / name).string());
        CHECK_FALSE(images.size(name));
        CHECK_FALSE(images.scaled(name, {{10, 10}}));
        return problems[0].message;
    };
    CHECK(only("photo.jpg") == "the photo cannot be used: it is neither a PNG nor a JPEG nor a WebP");
    CHECK(only("half.png") == "the photo cannot be used: it is cut off");
    CHECK(only("huge.png") == "the photo cannot be used: it has 16168 x 16158 pixels, more than 50 million or 16,384 a side");
    REQUIRE(write_atomically(folder.path / "moving.gif", std::string_view("GIF89a\x2C\x01\x58\x02", 10)).empty());
    CHECK(only("moving.gif") == "the photo cannot be used: it is of the type GIF, neither PNG nor JPEG nor WebP");
    CHECK(only("none.png") == "the photo cannot be used: cannot be read: No such file or directory");

    CHECK(images.add_file("rotten", folder.path / "rotten.png").empty());
    CHECK(images.check("rotten").at(0).message == "the photo cannot be used: its pixels are broken");
    CHECK_FALSE(images.scaled("rotten", {{10, 10}}));
    CHECK_FALSE(images.size("rotten"));
}

TEST_CASE("a JPEG of thousands of scans is refused before it is decoded", "[paint]") {
    std::string bomb("\xFF\xD8\xFF\xC2\0\x0B\x08\0\x10\0\x10\x01\x01\x11\0", 15);
    for (int i = 0; i < 3000; ++i) bomb += std::string("\xFF\xDA\0\x08\x01\x01\0\0\x3F\0", 10);
    CHECK(read_photo_header(bomb + "\xFF\xD9", "bomb.jpg").problems.at(0).message ==
          "the photo cannot be used: it is made of too many parts");
}

TEST_CASE("a photo is drawn with round corners on the ground", "[paint]") {
    TemporaryFolder const folder;
    REQUIRE(write_atomically(folder.path / "a.png", quarters({400, 300})).empty());
    PaintBox box;
    CHECK(box.images.add_file("a", folder.path / "a.png").empty());
    auto const surface = box.paint({{0, 0, 100, 100}, {0, 0, 0, 255}, {ImageBox{"a", {10, 10, 80, 60}, 12}}});
    CHECK(pixel(*surface, 10, 10) == Color{0, 0, 0, 255});
    CHECK(pixel(*surface, 20, 20) == red);
    CHECK(pixel(*surface, 80, 60) == white);
    CHECK(pixel(*surface, 90, 40) == Color{0, 0, 0, 255});
    CHECK(box.fonts->image_size("a") == Size{400, 300});
}

TEST_CASE("scaled copies give way when they would fill the memory", "[paint]") {
    TemporaryFolder const folder;
    REQUIRE(write_atomically(folder.path / "a.png", quarters({40, 40})).empty());
    Images images;
    images.keep_at_most(2 * 40 * 40 * 4);
    CHECK(images.add_file("a", folder.path / "a.png").empty());
    std::weak_ptr<Pixels const> const first = images.scaled("a", {{40, 40}});
    CHECK(images.scaled("a", {{40, 39}}));
    CHECK_FALSE(first.expired());
    CHECK(images.scaled("a", {{40, 38}}));
    CHECK(first.expired());
}

namespace {

/// A drawn fixture of tests/paint/photos/.
std::filesystem::path fixture(char const* name) { return std::filesystem::path(KIOSK_SOURCE_DIR "/tests/paint/photos") / name; }

std::string little_endian(std::size_t value, int bytes) {
    std::string text;
    for (int i = 0; i < bytes; ++i) text += static_cast<char>(value >> 8 * i & 255);
    return text;
}

/// `chunk`, the pixels of a simple WebP, inside the extended format with these flags and `more` behind it.
std::string extended_webp(std::string const& chunk, Size size, char flags, std::string const& more) {
    auto const body = "WEBPVP8X" + little_endian(10, 4) + flags + std::string(3, '\0') +
                      little_endian(static_cast<std::size_t>(size.width) - 1, 3) +
                      little_endian(static_cast<std::size_t>(size.height) - 1, 3) + chunk + more;
    return "RIFF" + little_endian(body.size(), 4) + body;
}

bool near(Color a, Color b, int most) {
    return std::abs(a.r - b.r) <= most && std::abs(a.g - b.g) <= most && std::abs(a.b - b.b) <= most && a.a == b.a;
}

}  // namespace

TEST_CASE("every way of storing a photo gives the colours that were drawn", "[paint]") {
    for (auto const* name : {"progressive.jpg", "cmyk.jpg", "ycck.jpg", "sixteen-bit.png", "palette.png", "lossy.webp",
                             "lossless.webp"}) {
        CAPTURE(name);
        Images images;
        REQUIRE(images.add_file("a", fixture(name)).empty());
        CHECK(images.size("a") == Size{40, 32});
        CHECK(images.check("a").empty());
        auto const photo = images.scaled("a", {{20, 16}});
        REQUIRE(photo);
        CHECK(near(at(*photo, 4, 4), red, 6));
        CHECK(near(at(*photo, 15, 4), green, 6));
        CHECK(near(at(*photo, 4, 11), blue, 6));
        CHECK(near(at(*photo, 15, 11), white, 6));
    }
}

TEST_CASE("a grey JPEG is grey: three equal colours, as bright as the drawn ones", "[paint]") {
    Images images;
    REQUIRE(images.add_file("a", fixture("grey.jpg")).empty());
    auto const photo = images.scaled("a", {{20, 16}});
    REQUIRE(photo);
    for (auto const& [x, y, level] : {std::tuple{4, 4, 54}, {15, 4, 182}, {4, 11, 18}, {15, 11, 255}})
        CHECK(near(at(*photo, x, y), Color{static_cast<std::uint8_t>(level), static_cast<std::uint8_t>(level), static_cast<std::uint8_t>(level), 255}, 6));
}

TEST_CASE("a photo of 12 megapixels is scaled in one go, its corners where they were", "[paint]") {
    Images images;
    REQUIRE(images.add_file("a", fixture("large.webp")).empty());
    CHECK(images.size("a") == Size{4000, 3000});
    auto const photo = images.scaled("a", {{400, 300}});
    REQUIRE(photo);
    CHECK(at(*photo, 1, 1) == red);
    CHECK(at(*photo, 398, 1) == green);
    CHECK(at(*photo, 1, 298) == blue);
    CHECK(at(*photo, 398, 298) == white);
}

TEST_CASE("where a photo is transparent, the ground shows, whatever the format", "[paint]") {
    for (auto const* name : {"transparent.webp", "palette-transparent.png", "color-key.png"}) {
        CAPTURE(name);
        PaintBox box;
        REQUIRE(box.images.add_file("a", fixture(name)).empty());
        constexpr Color ground{0, 0, 90, 255};
        auto const surface = box.paint({{0, 0, 40, 32}, ground, {ImageBox{"a", {0, 0, 40, 32}, 0}}});
        CHECK(pixel(*surface, 8, 16) == red);
        CHECK(pixel(*surface, 32, 16) == ground);
    }
}

TEST_CASE("a WebP stands upright as its EXIF data says", "[paint]") {
    auto const chunk = read_whole(fixture("lossless.webp")).substr(12);
    std::string const tiff("II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0", 22);
    for (auto const* mark : {"", "Exif"}) {
        CAPTURE(mark);
        auto const exif = *mark ? std::string("Exif\0\0", 6) + tiff : tiff;
        TemporaryFolder const folder;
        auto const file = folder.path / "a.webp";
        REQUIRE(write_atomically(file, extended_webp(chunk, {40, 32}, '\x08', "EXIF" + little_endian(exif.size(), 4) + exif)).empty());
        Images images;
        CHECK(images.add_file("a", file).empty());
        CHECK(images.size("a") == Size{32, 40});
        auto const photo = images.scaled("a", {{32, 40}});
        REQUIRE(photo);
        CHECK(at(*photo, 2, 2) == blue);  // orientation 6: the left column is the top
        CHECK(at(*photo, 29, 2) == red);
    }
}

TEST_CASE("a WebP that moves, is cut off, too large or broken is refused with its reason", "[paint]") {
    auto const good = read_whole(fixture("lossless.webp"));
    auto const said = [](std::string const& bytes) {
        PhotoHeader header;
        return photo_fault(bytes, header);
    };
    CHECK(said(good) == "");
    CHECK(said(extended_webp("", {40, 32}, '\x02', "")) == "it moves: it holds several pictures in turn");
    CHECK(said(good.substr(0, good.size() - 2)) == "it is cut off");
    CHECK(said(extended_webp("", {16'000, 16'000}, 0, "")) ==
          "it has 16000 x 16000 pixels, more than 50 million or 16,384 a side");
    auto unknown = good;
    unknown.replace(12, 4, "ABCD");
    CHECK(said(unknown) == "its header is broken");
    auto rotten = good;
    for (auto i = std::size_t{26}; i < rotten.size(); ++i) rotten[i] = '\xFF';
    CHECK(said(rotten) == "");
    CHECK_FALSE(can_decode_photo(rotten));
    // A larger canvas than the pixels inside it: nothing is read beyond them.
    auto const mismatch = extended_webp(good.substr(12), {400, 320}, 0, "");
    CHECK(said(mismatch) == "");
    CHECK_FALSE(can_decode_photo(mismatch));
}
