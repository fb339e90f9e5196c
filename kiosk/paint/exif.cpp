#include <optional>

#include "paint/photo_file.hpp"

namespace kiosk {
namespace {

/// Numbers of a TIFF structure, whose byte order is its own.
class Tiff {
public:
    explicit Tiff(std::string_view bytes) : bytes_(bytes), little_(bytes.substr(0, 2) == "II") {}

    std::optional<std::uint32_t> number(std::size_t at, std::size_t size) const {
        if (at > bytes_.size() || bytes_.size() - at < size) return {};
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < size; ++i) {
            auto const byte = static_cast<unsigned char>(bytes_[at + (little_ ? size - 1 - i : i)]);
            value = value << 8 | byte;
        }
        return value;
    }

private:
    std::string_view bytes_;
    bool little_;
};

constexpr std::uint32_t orientation_tag = 0x0112;

int orientation_of_tiff(std::string_view bytes) {
    Tiff const tiff(bytes);
    if (tiff.number(2, 2) != 42U) return 1;
    auto const directory = tiff.number(4, 4);
    auto const count = directory ? tiff.number(*directory, 2) : std::nullopt;
    if (!count) return 1;
    for (std::size_t i = 0; i < *count; ++i) {
        auto const entry = std::size_t{*directory} + 2 + i * 12;
        auto const tag = tiff.number(entry, 2);
        if (!tag) return 1;
        if (*tag != orientation_tag) continue;
        auto const value = tiff.number(entry + 8, 2);
        return value && *value >= 1 && *value <= 8 ? static_cast<int>(*value) : 1;
    }
    return 1;
}

}  // namespace

int exif_orientation(std::string_view jpeg) {
    std::size_t at = 2;
    auto byte = [&](std::size_t i) { return static_cast<unsigned char>(jpeg[i]); };
    while (at + 4 <= jpeg.size() && byte(at) == 0xFF) {
        auto const marker = byte(at + 1);
        if (marker == 0xFF) {  // a fill byte
            ++at;
            continue;
        }
        if (marker == 0xDA || marker == 0xD9) return 1;  // pixels begin, or the end
        auto const length = std::size_t{byte(at + 2)} << 8 | byte(at + 3);
        if (length < 2) return 1;
        auto const body = jpeg.substr(at + 4, length - 2);
        if (marker == 0xE1 && body.substr(0, 6) == std::string_view("Exif\0\0", 6)) return orientation_of_tiff(body.substr(6));
        at += 2 + length;
    }
    return 1;
}

}  // namespace kiosk
