// Row G11: pictures of speakers that were made to hurt whoever decodes them.
#include <cstdint>

#include <fmt/format.h>

#include <zlib.h>

#include "hostile/corpus.hpp"
#include "hostile/event_file.hpp"
#include "hostile/packed.hpp"

namespace kiosk {
namespace {

using namespace std::string_view_literals;
using namespace std::string_literals;

std::string big_endian(std::uint32_t value) {
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(static_cast<unsigned char>(value >> shift));
    return bytes;
}

std::string chunk(std::string_view type, std::string_view data) {
    std::string const body = std::string(type) + std::string(data);
    auto const sum = ::crc32(0, reinterpret_cast<Bytef const*>(body.data()), static_cast<uInt>(body.size()));
    return big_endian(static_cast<std::uint32_t>(data.size())) + body + big_endian(static_cast<std::uint32_t>(sum));
}

constexpr auto png_start = "\x89PNG\r\n\x1A\n"sv;

std::string png_head(std::uint32_t width, std::uint32_t height) {
    return std::string(png_start) + chunk("IHDR", big_endian(width) + big_endian(height) + std::string("\x08\x02\0\0\0"sv));
}

/// Grey stripes, which pack well.
std::string png(std::uint32_t width, std::uint32_t height) {
    std::string rows;
    for (std::uint32_t y = 0; y < height; ++y) rows += std::string(1, '\0') + std::string(std::size_t{3} * width, static_cast<char>(y % 100));
    return png_head(width, height) + chunk("IDAT", deflated(rows)) + chunk("IEND", "");
}

std::string repeated(std::string_view unit, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += unit;
    return text;
}

/// A progressive JPEG's header of that size, and scans without an end.
std::string jpeg_with_scans(int scans) {
    std::string bytes("\xFF\xD8\xFF\xC2\x00\x0B\x08\x05\xDC\x05\xDC\x01\x01\x11\x00"sv);
    bytes += repeated("\xFF\xDA\x00\x08\x01\x01\x00\x00\x00\x00"sv, scans);
    return bytes + "\xFF\xD9";
}

void add_photo(Corpus& corpus, std::string_view what, std::string_view photo, std::string_view bytes) {
    auto event = ten_talks(corpus.chance);
    auto const folder = fmt::format("beside/{}-{}", corpus.count(), what);
    corpus.add_beside(fmt::format("{}/{}", folder, photo), bytes);
    corpus.add_beside(fmt::format("{}/talks.csv", folder), written(writer_of("csv"), event));
    corpus.add("G11", fmt::format("image-{}.toml", what),
               fmt::format("[event]\nname = \"A\"\ntime_zone = \"Europe/Berlin\"\n[images]\nfolders = [\"{}\"]\n[[schedule]]\nsource = \"{}/talks.csv\"\n[[speaker]]\nname = \"{}\"\nphoto = \"{}\"\n",
                           folder, folder, event.talks[4].speaker, photo),
               sessions(10));
}

}  // namespace

void add_pictures(Corpus& corpus) {
    auto const good = png(200 + corpus.chance.below(100), 250);
    add_photo(corpus, "good", "photo.png", good);
    for (int i = 0; i < 6; ++i) add_photo(corpus, "cut", "photo.png", good.substr(0, corpus.chance.below(static_cast<unsigned>(good.size()))));
    for (int i = 0; i < 12; ++i) {
        auto changed = good;
        for (int edits = 0; edits < 4; ++edits) changed[corpus.chance.below(static_cast<unsigned>(changed.size()))] = static_cast<char>(corpus.chance.below(256));
        add_photo(corpus, "mut", "photo.png", changed);
    }
    for (auto const size : {0U, 16'385U, 0x7FFFFFFFU, 0xFFFFFFFFU}) add_photo(corpus, "size", "photo.png", png_head(size, size) + chunk("IDAT", deflated("x")) + chunk("IEND", ""));
    add_photo(corpus, "bomb", "photo.png", png_head(16'000, 16'000) + chunk("IDAT", deflated(std::string(50'000'000, '\0'))) + chunk("IEND", ""));
    add_photo(corpus, "bomb-of-text", "photo.png", png_head(100, 100) + chunk("zTXt", "a\0\0"s + deflated(std::string(50'000'000, 'a'))) + chunk("IEND", ""));
    add_photo(corpus, "few-rows", "photo.png", png_head(6'000, 6'000) + chunk("IDAT", deflated("\0\1\2"sv)) + chunk("IEND", ""));
    add_photo(corpus, "chunks-200k", "photo.png", png_head(100, 100) + repeated(chunk("IDAT", ""), 200'000) + chunk("IEND", ""));
    for (int const scans : {1, 250, 30'000}) add_photo(corpus, fmt::format("scans-{}", scans), "photo.jpg", jpeg_with_scans(scans));
    add_photo(corpus, "jpeg-alone", "photo.jpg", "\xFF\xD8"sv);
    add_photo(corpus, "jpeg-endless-marker", "photo.jpg", "\xFF\xD8" + repeated("\xFF"sv, 500'000));
    add_photo(corpus, "xpm", "photo.jpg", "/* XPM */\nstatic char *a[] = {\"99999 99999 99999 9\",\n\"a c #000000\"};\n");
    add_photo(corpus, "xv", "photo.jpg", "P7 332\n#END_OF_COMMENTS\n99999 99999 255\n");
    add_photo(corpus, "ppm", "photo.png", "P6\n60000 60000\n255\n");
    add_photo(corpus, "gif", "photo.jpg", "GIF89a\xFF\xFF\xFF\xFF\xF7\0\0"sv);
    add_photo(corpus, "bmp", "photo.jpg", "BM\0\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\xFF\xFF\xFF\x7F\xFF\xFF\xFF\x7F\1\0\x18\0"sv);
    for (auto const what : {"VP8 "sv, "VP8L"sv, "VP8X"sv, "ANIM"sv})
        add_photo(corpus, "webp", "photo.webp", "RIFF\x1E\0\0\0WEBP"s + std::string(what) + "\x0A\0\0\0\x10\0\0\0\xFF\x3F\0\xFF\x3F\0\xFF\xFF"s);
    add_photo(corpus, "svg-as-png", "photo.png", "<svg xmlns='http://www.w3.org/2000/svg'><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>&b;</svg>");
    add_photo(corpus, "empty", "photo.png", "");
    add_photo(corpus, "30mb", "photo.jpg", "\xFF\xD8\xFF\xE0" + std::string(34'000'000, '\xFF'));
    // An absolute path in the event file is an organiser's right.
    for (auto const* name : {"../../../../etc/passwd", "photo.png/../../x", "http://127.0.0.1:9/x.png", "file:///etc/passwd"}) {
        auto event = ten_talks(corpus.chance);
        corpus.add_beside("beside/paths.csv", written(writer_of("csv"), event));
        corpus.add("G11", "image-path.toml", fmt::format("[event]\nname = \"A\"\ntime_zone = \"Europe/Berlin\"\n[images]\nfolders = [\"beside\"]\n[[schedule]]\nsource = \"beside/paths.csv\"\n[[speaker]]\nname = \"Ada Example\"\nphoto = \"{}\"\n", name));
    }
}

}  // namespace kiosk
