#include "base/image_header.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace kiosk {
namespace {

enum class ByteOrder { big, little };

/// The number of `size` bytes (up to 4) at `at`. Empty: the bytes end before it.
std::optional<std::uint32_t> number(std::string_view bytes, std::size_t at, std::size_t size,
                                    ByteOrder order) {
    if (at > bytes.size() || bytes.size() - at < size) return {};
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < size; ++i) {
        auto const byte =
            static_cast<unsigned char>(bytes[at + (order == ByteOrder::little ? size - 1 - i : i)]);
        value = value << 8 | byte;
    }
    return value;
}

/// A side of a picture; what no side can be counts as not told.
int side(std::optional<std::uint32_t> value, std::uint32_t mask = 0x7FFFFFFF, std::uint32_t more = 0) {
    return value && (*value & mask) + more <= 0x7FFFFFFF ? static_cast<int>((*value & mask) + more) : 0;
}

int orientation_of_tiff(std::string_view tiff) {
    constexpr std::uint32_t orientation_tag = 0x0112;
    auto const order = tiff.starts_with("II") ? ByteOrder::little : ByteOrder::big;
    if (number(tiff, 2, 2, order) != 42U) return 1;
    auto const directory = number(tiff, 4, 4, order);
    auto const count = directory ? number(tiff, *directory, 2, order) : std::nullopt;
    if (!count) return 1;
    for (std::size_t i = 0; i < *count; ++i) {
        auto const entry = std::size_t{*directory} + 2 + i * 12;
        auto const tag = number(tiff, entry, 2, order);
        if (!tag) return 1;
        if (*tag != orientation_tag) continue;
        auto const value = number(tiff, entry + 8, 2, order);
        return value && *value >= 1 && *value <= 8 ? static_cast<int>(*value) : 1;
    }
    return 1;
}

/// Markers of frames; C4, C8 and CC between them are tables.
bool begins_frame(unsigned marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/// Segment by segment, up to the frame that tells the size.
void read_jpeg(std::string_view jpeg, ImageHeader& header) {
    constexpr auto big = ByteOrder::big;
    bool has_exif = false;
    for (std::size_t at = 2; number(jpeg, at, 1, big) == 0xFFU;) {
        auto const marker = number(jpeg, at + 1, 1, big);
        if (marker == 0xFFU) {  // a fill byte
            ++at;
            continue;
        }
        auto const length = number(jpeg, at + 2, 2, big);
        if (!marker || marker == 0xDAU || marker == 0xD9U || !length || *length < 2)
            return;  // pixels begin, or the end
        auto const body = jpeg.substr(at + 4, *length - 2);
        constexpr std::string_view exif_mark("Exif\0\0", 6);
        if (marker == 0xE1U && !has_exif && body.starts_with(exif_mark)) {
            has_exif = true;
            header.orientation = orientation_of_tiff(body.substr(exif_mark.size()));
        }
        if (begins_frame(*marker)) {
            header.height = side(number(body, 1, 2, big));
            header.width = side(number(body, 3, 2, big));
            return;
        }
        at += 2 + *length;
    }
}

/// The orientation in the EXIF chunk of a WebP, which stands behind the pixels.
int orientation_of_webp(std::string_view webp) {
    constexpr std::string_view jpeg_mark("Exif\0\0", 6);  // not of this format, but some programs write it
    for (std::size_t at = 12; at < webp.size();) {
        auto const length = number(webp, at + 4, 4, ByteOrder::little);
        if (!length) return 1;
        auto body = webp.substr(at + 8).substr(0, *length);
        if (webp.substr(at, 4) == "EXIF") {
            if (body.starts_with(jpeg_mark)) body.remove_prefix(jpeg_mark.size());
            return orientation_of_tiff(body);
        }
        at += 8 + std::size_t{*length} + (*length & 1);  // chunks begin at even places
    }
    return 1;
}

/// Three kinds of WebP put the size into three places.
void read_webp(std::string_view webp, ImageHeader& header) {
    constexpr auto little = ByteOrder::little;
    constexpr std::uint32_t animation_flag = 0x02, exif_flag = 0x08;
    auto const chunk = webp.substr(12, 4);
    if (chunk == "VP8 " && webp.substr(0, 26).ends_with("\x9D\x01\x2A")) {
        header.width = side(number(webp, 26, 2, little), 0x3FFF);
        header.height = side(number(webp, 28, 2, little), 0x3FFF);
    } else if (auto const bits = number(webp, 21, 4, little); chunk == "VP8L" && bits && webp[20] == '\x2F') {
        header.width = side(*bits, 0x3FFF, 1);
        header.height = side(*bits >> 14, 0x3FFF, 1);
    } else if (chunk == "VP8X") {
        header.width = side(number(webp, 24, 3, little), 0xFFFFFF, 1);
        header.height = side(number(webp, 27, 3, little), 0xFFFFFF, 1);
        auto const flags = number(webp, 20, 1, little).value_or(0);
        header.is_animated = (flags & animation_flag) != 0;
        if ((flags & exif_flag) != 0) header.orientation = orientation_of_webp(webp);
    }
}

std::string_view type_of(std::string_view bytes) {
    if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return "PNG";
    if (bytes.starts_with("\xFF\xD8\xFF")) return "JPEG";
    if (bytes.starts_with("GIF87a") || bytes.starts_with("GIF89a")) return "GIF";
    if (bytes.starts_with("RIFF") && bytes.size() >= 12 && bytes.substr(8, 4) == "WEBP") return "WebP";
    if (bytes.starts_with("BM")) return "BMP";
    if (bytes.starts_with(std::string_view("II*\0", 4)) || bytes.starts_with(std::string_view("MM\0*", 4)))
        return "TIFF";
    auto const brand = bytes.substr(0, 12);
    if (brand.ends_with("ftypavif")) return "AVIF";
    if (brand.ends_with("ftypheic") || brand.ends_with("ftypheix") || brand.ends_with("ftypmif1"))
        return "HEIC";
    if (bytes.substr(0, 1000).find("<svg") != bytes.npos) return "SVG";
    return {};
}

}  // namespace

ImageHeader read_image_header(std::string_view bytes) {
    ImageHeader header;
    header.type = type_of(bytes);
    if (header.type == "PNG" && bytes.substr(0, 16).ends_with("IHDR")) {
        header.width = side(number(bytes, 16, 4, ByteOrder::big));
        header.height = side(number(bytes, 20, 4, ByteOrder::big));
    } else if (header.type == "JPEG") {
        read_jpeg(bytes, header);
    } else if (header.type == "GIF") {
        header.width = side(number(bytes, 6, 2, ByteOrder::little));
        header.height = side(number(bytes, 8, 2, ByteOrder::little));
    } else if (header.type == "WebP") {
        read_webp(bytes, header);
    }
    return header;
}

}  // namespace kiosk
