#include <algorithm>
#include <array>
#include <cmath>

#include "paint/photo_decoder.hpp"
#include "paint/photo_file.hpp"

#define STB_IMAGE_RESIZE_STATIC
#define STB_IMAGE_RESIZE_IMPLEMENTATION
#include <stb/stb_image_resize.h>

namespace kiosk {
namespace {

/// A part of a photo in its own pixels.
struct Region {
    double left = 0, top = 0, right = 0, bottom = 0;
};

/// The largest part of an upright photo that has the shape of `crop`, around its focus.
Region covering(Size photo, Crop const& crop) {
    double const scale = std::max(1.0 * crop.size.width / photo.width, 1.0 * crop.size.height / photo.height);
    double const width = crop.size.width / scale, height = crop.size.height / scale;
    double const left = (photo.width - width) * std::clamp(crop.focus_x, 0, 1000) / 1000;
    double const top = (photo.height - height) * std::clamp(crop.focus_y, 0, 1000) / 1000;
    return {left, top, left + width, top + height};
}

/// Decoders that can make a photo smaller do so roughly; a good filter takes the rest.
constexpr double least_oversampling = 1.25;

/// Is it the photo that the header told of, perhaps at a part of its size?
bool is_scaled(Size size, Size stored) {
    for (int const part : {1, 2, 4, 8})
        if (size == Size{(stored.width + part - 1) / part, (stored.height + part - 1) / part}) return true;
    return false;
}

Region scaled(Region const& region, Size from, Size to) {
    double const x = 1.0 * to.width / from.width, y = 1.0 * to.height / from.height;
    return {region.left * x, region.top * y, region.right * x, region.bottom * y};
}

/// Where an upright point lies in the file. Source: EXIF 2.3 §4.6.4, Orientation.
struct Point {
    int x = 0, y = 0;
};
Point stored_point(Point upright, Size stored, int orientation) {
    int const x = upright.x, y = upright.y, right = stored.width - 1, bottom = stored.height - 1;
    switch (orientation) {
        case 2: return {right - x, y};
        case 3: return {right - x, bottom - y};
        case 4: return {x, bottom - y};
        case 5: return {y, x};
        case 6: return {y, bottom - x};
        case 7: return {right - y, bottom - x};
        case 8: return {right - y, x};
        default: return {x, y};
    }
}

Region stored_region(Region const& r, Size stored, int orientation) {
    double const w = stored.width, h = stored.height;
    switch (orientation) {
        case 2: return {w - r.right, r.top, w - r.left, r.bottom};
        case 3: return {w - r.right, h - r.bottom, w - r.left, h - r.top};
        case 4: return {r.left, h - r.bottom, r.right, h - r.top};
        case 5: return {r.top, r.left, r.bottom, r.right};
        case 6: return {r.top, h - r.right, r.bottom, h - r.left};
        case 7: return {w - r.bottom, h - r.right, w - r.top, h - r.left};
        case 8: return {w - r.bottom, r.left, w - r.top, r.right};
        default: return r;
    }
}

/// sRGB bytes as light of 16 bits, and the lights half-way between neighbours. Source: IEC 61966-2-1.
struct LightTable {
    std::array<std::uint32_t, 256> light{};
    std::array<std::uint32_t, 255> middle{};

    LightTable() {
        for (std::size_t i = 0; i < light.size(); ++i) {
            double const c = static_cast<double>(i) / 255;
            double const linear = c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
            light[i] = static_cast<std::uint32_t>(std::lround(linear * 65535));
        }
        for (std::size_t i = 0; i < middle.size(); ++i) middle[i] = (light[i] + light[i + 1] + 1) / 2;
    }
    std::uint8_t byte(std::uint32_t value) const {
        return static_cast<std::uint8_t>(std::upper_bound(middle.begin(), middle.end(), value) - middle.begin());
    }
};

/// RGB bytes and their size.
struct Raster {
    Size size;
    int channels = 3;
    std::uint8_t const* bytes = nullptr;
    std::vector<std::uint8_t> own;
};

/// Averages squares of `factor` pixels: a 12-megapixel photo is then small enough for a good filter.
Raster averaged(DecodedPhoto const& photo, int factor) {
    static LightTable const table;
    Raster small{{photo.size.width / factor, photo.size.height / factor}, 3, nullptr, {}};
    auto const stride = static_cast<std::size_t>(photo.size.width) * 3;
    auto const columns = static_cast<std::size_t>(small.size.width), side = static_cast<std::size_t>(factor);
    auto const count = static_cast<std::uint32_t>(factor * factor);
    small.own.resize(columns * static_cast<std::size_t>(small.size.height) * 3);
    std::vector<std::uint32_t> sums(columns * 3);
    for (std::size_t y = 0; y < static_cast<std::size_t>(small.size.height); ++y) {
        std::fill(sums.begin(), sums.end(), 0);
        for (std::size_t dy = 0; dy < side; ++dy) {
            auto const* row = photo.bytes.get() + (y * side + dy) * stride;
            for (std::size_t x = 0; x < columns; ++x) {
                for (std::size_t dx = 0; dx < side; ++dx, row += 3) {
                    for (std::size_t c = 0; c < 3; ++c) sums[x * 3 + c] += table.light[row[c]];
                }
            }
        }
        for (std::size_t i = 0; i < sums.size(); ++i) small.own[y * sums.size() + i] = table.byte((sums[i] + count / 2) / count);
    }
    small.bytes = small.own.data();
    return small;
}

/// `region` of `raster` filtered to `size`, in linear light. Empty: no memory.
std::vector<std::uint8_t> filtered(Raster const& raster, Region const& region, Size size) {
    auto const channels = static_cast<std::size_t>(raster.channels);
    std::vector<std::uint8_t> out(static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height) * channels);
    auto part = [](double at, int length) { return static_cast<float>(std::clamp(at / length, 0.0, 1.0)); };
    int const done = stbir_resize_region(
        raster.bytes, raster.size.width, raster.size.height, 0, out.data(), size.width, size.height, 0, STBIR_TYPE_UINT8,
        raster.channels, raster.channels == 4 ? 3 : STBIR_ALPHA_CHANNEL_NONE, 0, STBIR_EDGE_CLAMP, STBIR_EDGE_CLAMP,
        STBIR_FILTER_DEFAULT, STBIR_FILTER_DEFAULT, STBIR_COLORSPACE_SRGB, nullptr, part(region.left, raster.size.width),
        part(region.top, raster.size.height), part(region.right, raster.size.width), part(region.bottom, raster.size.height));
    return done ? out : std::vector<std::uint8_t>{};
}

Pixels turned_upright(std::vector<std::uint8_t> const& bytes, Size stored, int channels, int orientation) {
    Pixels pixels{PhotoHeader{stored, orientation}.upright(), {}};
    pixels.rgba.reserve(bytes.size() / static_cast<std::size_t>(channels) * 4);
    for (int y = 0; y < pixels.size.height; ++y) {
        for (int x = 0; x < pixels.size.width; ++x) {
            auto const from = stored_point({x, y}, stored, orientation);
            auto const* source = bytes.data() + (static_cast<std::ptrdiff_t>(from.y) * stored.width + from.x) * channels;
            pixels.rgba.insert(pixels.rgba.end(), {source[0], source[1], source[2], channels == 4 ? source[3] : std::uint8_t{255}});
        }
    }
    return pixels;
}

}  // namespace

std::optional<Pixels> decode_photo(std::string_view bytes, PhotoHeader const& header, Crop const& crop) {
    if (crop.size.width <= 0 || crop.size.height <= 0) return {};
    auto region = stored_region(covering(header.upright(), crop), header.stored, header.orientation);
    Size const target = PhotoHeader{crop.size, header.orientation}.upright();  // its own inverse
    auto photo = decode_pixels(bytes, least_oversampling * target.width / (region.right - region.left));
    if (!photo || !is_scaled(photo->size, header.stored)) return {};
    region = scaled(region, header.stored, photo->size);
    int const factor = static_cast<int>((region.right - region.left) / target.width / 2);
    Raster raster{photo->size, photo->channels, photo->bytes.get(), {}};
    if (factor >= 2 && photo->channels == 3) {
        raster = averaged(*photo, factor);
        photo->bytes.reset();
        region = {region.left / factor, region.top / factor, region.right / factor, region.bottom / factor};
    }
    auto const small = filtered(raster, region, target);
    if (small.empty()) return {};
    return turned_upright(small, target, raster.channels, header.orientation);
}

bool can_decode_photo(std::string_view bytes) { return decode_pixels(bytes, 0).has_value(); }

}  // namespace kiosk
