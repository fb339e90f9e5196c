#include "base/limits.hpp"
#include "paint/logos.hpp"

#include "io/files.hpp"
#include "paint/logo_svg.hpp"
#include "paint/painting.hpp"

using namespace kiosk;

namespace {

std::string svg_of(std::string const& body, std::string const& size = "viewBox='0 0 200 100'") {
    return "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' " + size +
           ">" + body + "</svg>";
}

/// Red on the left half, nothing on the right.
std::string const half_red = svg_of("<rect width='100' height='100' fill='#FF0000'/>");

Color at(Pixels const& pixels, int x, int y) {
    auto const* p = &pixels.rgba[static_cast<std::size_t>(y * pixels.size.width + x) * 4];
    return {p[0], p[1], p[2], p[3]};
}

/// A picture of one colour, the first `clear` tenths of its columns transparent.
Pixels striped(Color color, int clear) {
    Pixels pixels{{40, 20}, {}};
    for (int i = 0; i < 40 * 20; ++i) {
        std::uint8_t const alpha = i % 40 < 4 * clear ? 0 : 255;
        pixels.rgba.insert(pixels.rgba.end(), {color.r, color.g, color.b, alpha});
    }
    return pixels;
}

struct LogoFolder {
    TemporaryFolder folder;
    Logos logos;
    std::filesystem::path write(std::string const& name, std::string_view bytes) const {
        REQUIRE(write_atomically(folder.path / name, bytes).empty());
        return folder.path / name;
    }
    std::string problem_of(std::string const& name, std::string_view bytes) {
        auto const problems = logos.add_file(name, write(name, bytes), {"event.toml", 7, {}});
        if (problems.empty()) return "";
        CHECK(problems.size() == 1);
        CHECK_FALSE(logos.look(name));
        return to_line(problems.front());
    }
};

}  // namespace

TEST_CASE("an SVG is drawn at any size in its own colours, its shape kept", "[paint]") {
    CHECK(shape_of_svg(half_red) == Size{1024, 512});
    for (Size const size : {Size{400, 200}, Size{40, 20}}) {
        auto const pixels = draw_svg(half_red, size);
        REQUIRE(pixels);
        CHECK(pixels->size == size);
        CHECK(at(*pixels, 2, 2) == Color{255, 0, 0, 255});
        CHECK(at(*pixels, size.width / 2 - 2, size.height - 2) == Color{255, 0, 0, 255});
        CHECK(at(*pixels, size.width - 2, 2).a == 0);
    }
    auto const square = draw_svg(half_red, {100, 100});  // of another shape: in the middle
    REQUIRE(square);
    CHECK(at(*square, 10, 10).a == 0);
    CHECK(at(*square, 10, 50) == Color{255, 0, 0, 255});
    CHECK_FALSE(draw_svg("<svg></svg>", {10, 10}));
}

TEST_CASE("an SVG that reaches outside, or would be drawn otherwise than meant, is refused with its reason",
          "[paint]") {
    CHECK(svg_fault(half_red) == "");
    CHECK(svg_fault(svg_of("<defs><linearGradient id='g' xlink:href='#h'/></defs><path "
                           "style='fill:url(#g);stroke:none;stroke-dasharray:none' d='M0 0H9'/>")) == "");
    CHECK(svg_fault(svg_of("<style>.a{fill:#f00}</style><rect class='a' width='9' height='9'/>")) == "");
    CHECK(svg_fault(svg_of("<text y='9'>Hi</text>")) == "it holds <text>, which is not drawn here");
    CHECK(svg_fault(svg_of("<textPath/>")) == "");  // never without <text> around it
    CHECK(svg_fault(svg_of("<use href='#a'/>")) == "it holds <use>, which is not drawn here");
    CHECK(svg_fault(svg_of("<image href='data:image/png;base64,AA'/>")) ==
          "it holds <image>, which is not drawn here");
    CHECK(svg_fault("<!DOCTYPE svg [<!ENTITY x 'y'>]>" + half_red) ==
          "it refers to something outside itself");
    for (auto const* address : {"http://example.org/a.svg#g", "file:///etc/passwd", "other.svg"})
        CHECK(svg_fault(svg_of("<linearGradient xlink:href = \"" + std::string(address) + "\"/>")) ==
              "it refers to something outside itself");
    CHECK(svg_fault(svg_of("<rect fill='orange'/>")) ==
          "it calls a colour \"orange\", which is not known here: write it like #FFC72C");
    CHECK(svg_fault(svg_of("<rect style='stroke : currentColor'/>")) ==
          "it calls a colour \"currentColor\", which is not known here: write it like #FFC72C");
    CHECK(svg_fault(svg_of("<rect fill='red' fill-rule='evenodd' stroke='#fff'/>")) == "");
    CHECK(svg_fault(svg_of("<path stroke-dasharray='0.0001' d='M0 0H1e7'/>")) ==
          "it has dashed lines, which are not drawn here");
    CHECK(svg_fault(svg_of("<rect fill='transparent'/>")).find("\"transparent\"") != std::string::npos);
    CHECK(svg_fault(half_red.substr(0, half_red.size() - 8)) == "it is cut off");
    CHECK(svg_fault(svg_of(std::string(largest_svg, ' '))) ==
          "it has more than 1 MiB, as no drawn logo has");
}

TEST_CASE("the look of a logo is that of its visible part", "[paint]") {
    auto const navy = look_of(striped({0x1A, 0x24, 0x40, 255}, 5));
    REQUIRE(navy);
    CHECK(navy->mean == Color{0x1A, 0x24, 0x40});
    CHECK(navy->is_transparent);
    CHECK_FALSE(look_of(striped({255, 255, 255, 255}, 0))->is_transparent);
    CHECK_FALSE(look_of(striped({255, 255, 255, 255}, 10)));
    // Half black, half white: half the light is byte 188, and the tenths are at the ends.
    auto halves = striped({0, 0, 0, 255}, 0);
    for (std::size_t i = 0; i < halves.rgba.size() / 2; ++i) halves.rgba[i] = 255;
    auto const look = look_of(halves);
    REQUIRE(look);
    CHECK(std::abs(look->mean.r - 188) <= 1);
    CHECK(look->dark == Color{0, 0, 0});
    CHECK(look->light == Color{255, 255, 255});
}

TEST_CASE("a logo may be an SVG or whatever a photo may be", "[paint]") {
    LogoFolder box;
    CHECK(box.problem_of("logo.svg", half_red) == "");
    CHECK(box.problem_of("long.svg", "<!--" + std::string(2000, 'x') + "-->" + half_red) == "");
    CHECK(box.logos.look("logo.svg")->is_scalable);
    CHECK(box.logos.look("logo.svg")->is_transparent);
    CHECK(box.logos.look("logo.svg")->mean == Color{255, 0, 0});
    CHECK(box.logos.look("long.svg")->size == Size{1024, 512});
    for (auto const* name : {"progressive.jpg", "lossless.webp", "palette.png"}) {
        CAPTURE(name);
        auto const file = std::filesystem::path(KIOSK_SOURCE_DIR "/tests/paint/photos") / name;
        CHECK(box.logos.add_file(name, file, {}).empty());
        auto const look = box.logos.look(name);
        REQUIRE(look);
        CHECK(look->size == Size{40, 32});
        CHECK_FALSE(look->is_scalable);
        CHECK_FALSE(look->is_transparent);
    }
    CHECK(box.logos.check().empty());
}

TEST_CASE("the sample's logo is seen on every theme without a plate", "[paint]") {
    Logos logos;
    REQUIRE(logos.add_file("logo", KIOSK_SOURCE_DIR "/config/neurips2023/logo.svg", {}).empty());
    auto const look = logos.look("logo");
    REQUIRE(look);
    for (auto const* theme : {"dark", "light", "high-contrast"}) {
        CAPTURE(theme);
        auto const file = std::string(KIOSK_SOURCE_DIR "/config/themes/") + theme + ".toml";
        auto const parsed = parse_theme({file, read_whole(file)});
        REQUIRE(parsed.value);
        CHECK(legibility(*look, parsed.value->stage) >= 1);
        CHECK(logo_plate(*look, parsed.value->stage) == std::nullopt);
    }
}

TEST_CASE("a logo that cannot be used is one warning at its key, with a remedy", "[paint]") {
    LogoFolder box;
    std::string const head = "event.toml:7: warning: the logo ",
                      tail = "; save it anew as PNG, or as SVG of plain paths [logo-unusable]";
    CHECK(box.problem_of("a.svg", svg_of("<text>A</text>")) ==
          head + "\"a.svg\" cannot be used: it holds <text>, which is not drawn here" + tail);
    CHECK(box.problem_of("a.gif", "GIF89a") ==
          head + "\"a.gif\" cannot be used: it is of the type GIF, neither PNG nor JPEG nor WebP" + tail);
    CHECK(box.problem_of("a.png", "hello") ==
          head + "\"a.png\" cannot be used: it is neither a PNG nor a JPEG nor a WebP" + tail);
    auto const missing = box.logos.add_file("none.svg", box.folder.path / "none.svg", {"event.toml", 7, {}});
    REQUIRE(missing.size() == 1);
    CHECK(to_line(missing.front()) ==
          head + "\"none.svg\" cannot be used: cannot be read: No such file or directory" + tail);
    // What a header does not tell is found when it is decoded.
    CHECK(box.problem_of("empty.svg", svg_of("")) == "");
    CHECK_FALSE(box.logos.look("empty.svg"));
    REQUIRE(box.logos.check().size() == 1);
    CHECK(to_line(box.logos.check().front()) ==
          head + "\"empty.svg\" cannot be used: it is broken, or nothing in it can be seen" + tail);
}

TEST_CASE("a logo is drawn whole, on what is behind it, with the corners of its box", "[paint]") {
    PaintBox box;
    TemporaryFolder const folder;
    REQUIRE(write_atomically(folder.path / "logo.svg", half_red).empty());
    REQUIRE(box.images.logos().add_file("logo", folder.path / "logo.svg", {}).empty());
    CHECK(box.fonts->logo("logo")->size == Size{1024, 512});
    CHECK_FALSE(box.fonts->logo("other"));
    constexpr Color ground{0, 0, 90, 255}, red{255, 0, 0, 255};
    auto const square = box.paint({{0, 0, 100, 60}, ground, {LogoBox{"logo", {10, 10, 80, 40}}}});
    CHECK(pixel(*square, 10, 10) == red);
    CHECK(pixel(*square, 45, 48) == red);
    CHECK(pixel(*square, 55, 30) == ground);
    CHECK(pixel(*square, 9, 30) == ground);
    auto const round = box.paint({{0, 0, 100, 60}, ground, {LogoBox{"logo", {10, 10, 80, 40}, 10}}});
    CHECK(pixel(*round, 10, 10) == ground);
    CHECK(pixel(*round, 10, 30) == red);
    auto const unknown = box.paint({{0, 0, 100, 60}, ground, {LogoBox{"other", {10, 10, 80, 40}}}});
    CHECK(pixel(*unknown, 30, 30) == ground);
}
