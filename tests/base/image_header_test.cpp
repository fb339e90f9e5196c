#include "base/image_header.hpp"

#include <string>

#include "support/catch.hpp"

using namespace kiosk;

namespace {

template <std::size_t size>
std::string bytes(char const (&literal)[size]) {
    return {literal, size - 1};
}

std::string segment(char marker, std::string const& body) {
    auto const length = body.size() + 2;
    return std::string{'\xFF', marker, static_cast<char>(length >> 8), static_cast<char>(length & 255)} + body;
}

std::string const jpeg_start = "\xFF\xD8", frame = segment('\xC0', bytes("\x08\x01\x2C\x00\xC8\x03\x01\x11\x00"));

std::string exif(std::string const& order, std::string const& numbers) { return segment('\xE1', bytes("Exif\0\0") + order + numbers); }

int orientation(std::string const& order, std::string const& numbers) {
    return read_image_header(jpeg_start + exif(order, numbers) + "\xFF\xDA").orientation;
}

std::string told(std::string const& file) {
    auto const header = read_image_header(file);
    return std::string(header.type) + " " + std::to_string(header.width) + "x" + std::to_string(header.height);
}

}  // namespace

TEST_CASE("each type tells its size in its own way", "[base]") {
    CHECK(told(bytes("\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0\x01\x2C\0\0\x02\x58\x08\x06\0\0\0")) == "PNG 300x600");
    CHECK(told(jpeg_start + segment('\xE0', "JFIF") + segment('\xC4', "table") + frame) == "JPEG 200x300");
    CHECK(told(bytes("GIF89a\x2C\x01\x58\x02\xF7")) == "GIF 300x600");
    CHECK(told(bytes("RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9D\x01\x2A\x2C\x41\x58\x02")) == "WebP 300x600");
    CHECK(told(bytes("RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2F\x2B\xC1\x95\0")) == "WebP 300x600");
    CHECK(told(bytes("RIFF\0\0\0\0WEBPVP8X\0\0\0\0\0\0\0\0\x2B\x01\0\x57\x02\0")) == "WebP 300x600");
    CHECK(told(bytes("\0\0\0\x18" "ftypheic\0\0\0\0")) == "HEIC 0x0");
    CHECK(told("<?xml version='1.0'?><svg width='9'/>") == "SVG 0x0");
    CHECK(told("hello") == " 0x0");
}

TEST_CASE("the orientation is read in both byte orders, and broken blocks mean upright", "[base]") {
    CHECK(orientation("II", bytes("\x2A\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0")) == 6);
    CHECK(orientation("MM", bytes("\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x08\0\0")) == 8);
    CHECK(orientation("II", bytes("\x2A\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x63\0\0\0")) == 1);
    CHECK(orientation("II", bytes("\x2A\0\xF0\xFF\xFF\xFF")) == 1);
    CHECK(orientation("II", bytes("\x2A\0\x08\0\0\0\xFF\xFF")) == 1);
    CHECK(read_image_header("\xFF\xD8\xFF\xE1\xFF\xFF").orientation == 1);
}

TEST_CASE("size and orientation of one photo stand side by side", "[base]") {
    std::string const photo =
        jpeg_start + exif("II", bytes("\x2A\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0")) + segment('\xE1', "http://ns.adobe.com") + frame;
    auto const header = read_image_header(photo);
    CHECK(header.width == 200);
    CHECK(header.height == 300);
    CHECK(header.orientation == 6);
    CHECK(header.lies_on_its_side());
}

TEST_CASE("a header that is cut off anywhere tells what it can", "[base]") {
    for (std::string const& whole : {jpeg_start + exif("MM", bytes("\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x08\0\0")) + frame,
                                     bytes("RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2F\x2B\xC1\x95\0"), bytes("GIF89a\x2C\x01\x58\x02"),
                                     bytes("\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF")})
        for (std::size_t size = 0; size <= whole.size(); ++size) {
            auto const header = read_image_header(whole.substr(0, size));
            CHECK(header.width >= 0);
            CHECK(header.height >= 0);
            CHECK((header.orientation >= 1 && header.orientation <= 8));
        }
}

TEST_CASE("a WebP tells whether it moves and how it lies, and no size without its signature", "[base]") {
    auto const webp = [](std::string const& rest) { return read_image_header(bytes("RIFF\0\0\0\0WEBP") + rest); };
    CHECK(webp(bytes("VP8X\x0A\0\0\0\x02\0\0\0\x2B\x01\0\x57\x02\0")).is_animated);
    CHECK_FALSE(webp(bytes("VP8X\x0A\0\0\0\x08\0\0\0\x2B\x01\0\x57\x02\0")).is_animated);
    std::string const head = bytes("VP8X\x0A\0\0\0\x08\0\0\0\x2B\x01\0\x57\x02\0");
    std::string const exif = bytes("EXIF\x16\0\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0");
    CHECK(webp(head + exif).orientation == 6);
    // A chunk of odd length is followed by a blank; one that ends behind the file ends the search.
    CHECK(webp(head + bytes("ICCP\x03\0\0\0abc\0") + exif).orientation == 6);
    CHECK(webp(head + bytes("ICCP\xFF\xFF\xFF\xFF") + exif).orientation == 1);
    CHECK(webp(bytes("VP8 \0\0\0\0\0\0\0\x9D\x01\x2B\x2C\x41\x58\x02")).width == 0);
    CHECK(webp(bytes("VP8L\0\0\0\0\x2E\x2B\xC1\x95\0")).width == 0);
}

TEST_CASE("the shortest file that begins as a WebP is none yet", "[base]") {
    for (std::string_view const cut : {"RIFF", "RIFFWEBP", "RIFF\x0A\x0AWEBP", "RIFF\x0A\x0A\x0AWEBP"}) CHECK(read_image_header(cut).type != "WebP");
    CHECK(read_image_header("RIFF\x0A\x0A\x0A\x0AWEBP").type == "WebP");
}
