// Fonts that a test can reckon with: every character is half its size wide, what is not seen nothing.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "base/utf8.hpp"
#include "layout/metrics.hpp"
#include "layout/text/script.hpp"

namespace kiosk {

struct FixedMetrics final : Metrics {
    std::map<std::string, Size> images;
    std::map<std::string, LogoLook> logos;

    FixedMetrics() = default;
    explicit FixedMetrics(std::map<std::string, Size> photos, std::map<std::string, LogoLook> looks = {})
        : images(std::move(photos)), logos(std::move(looks)) {}

    int text_width(std::string_view utf8, FontRef font) const override {
        auto const points = decode_utf8(utf8);
        auto const seen = std::count_if(points.begin(), points.end(),
                                        [](CodePoint const& point) { return !is_ignorable(point.value); });
        return static_cast<int>(seen) * font.size_px / 2;
    }
    FontExtents extents(FontRef font) const override { return {font.size_px, font.size_px / 4, font.size_px * 72 / 100}; }
    int left_bearing(std::string_view, FontRef) const override { return 0; }
    std::optional<Size> image_size(std::string const& image) const override {
        auto const found = images.find(image);
        return found == images.end() ? std::optional<Size>{} : found->second;
    }
    std::optional<LogoLook> logo(std::string const& name) const override {
        auto const found = logos.find(name);
        return found == logos.end() ? std::optional<LogoLook>{} : found->second;
    }
};

}  // namespace kiosk
