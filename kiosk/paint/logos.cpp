#include "paint/logos.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "base/image_header.hpp"
#include "base/limits.hpp"
#include "io/files.hpp"
#include "paint/decoder_process.hpp"
#include "paint/logo_svg.hpp"
#include "paint/photo_file.hpp"

namespace kiosk {
namespace {

constexpr std::size_t most_drawn = 4;  // sizes kept: WELCOME and END, a directory, and one to spare

Problem unusable(std::string const& name, std::string const& why, SourceRef const& where) {
    return {Severity::warning, "logo-unusable", fmt::format("the logo \"{}\" cannot be used: {}", name, why),
            "save it anew as PNG, or as SVG of plain paths", where};
}

bool is_svg(std::string_view bytes) {
    auto const type = read_image_header(bytes).type;
    return type == "SVG" || (type.empty() && bytes.find("<svg") != bytes.npos);  // behind a long comment
}

std::optional<std::string> read_bytes(std::filesystem::path const& file) {
    auto read = read_text(file, file.string(), largest_photo);
    if (!read.value) return {};
    return std::move(read.value->text);
}

std::optional<Pixels> decode(std::string_view bytes, Size size) {
    DecoderTask task{is_svg(bytes) ? DecoderTask::Kind::svg : DecoderTask::Kind::photo, {}, {size}};
    if (task.kind == DecoderTask::Kind::photo && !photo_fault(bytes, task.header).empty()) return {};
    auto reply = decode_apart(bytes, task);
    if (!reply.fault.empty()) return {};
    return Pixels{reply.size, std::move(reply.bytes)};
}

/// The natural size. Empty: broken.
std::optional<Size> size_of(std::string_view bytes) {
    if (is_svg(bytes)) {
        auto const reply = decode_apart(bytes, {DecoderTask::Kind::svg_shape});
        return reply.fault.empty() ? std::optional(reply.size) : std::nullopt;
    }
    PhotoHeader header;
    return photo_fault(bytes, header).empty() ? std::optional(header.upright()) : std::nullopt;
}

std::optional<LogoLook> look_at(std::string_view bytes) {
    constexpr Size enough{256, 256};
    auto const size = size_of(bytes);
    if (!size) return {};
    LogoLook natural;
    natural.size = *size;
    auto const pixels = decode(bytes, fitted_size(natural, enough));
    auto look = pixels ? look_of(*pixels) : std::nullopt;
    if (!look) return {};
    look->size = *size;
    look->is_scalable = is_svg(bytes);
    return look;
}

/// Bytes of sRGB as light, 0 to 1. Source: IEC 61966-2-1.
std::array<double, 256> const& light_of_bytes() {
    static auto const table = [] {
        std::array<double, 256> light{};
        for (std::size_t i = 0; i < light.size(); ++i) {
            double const c = static_cast<double>(i) / 255;
            light[i] = c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
        }
        return light;
    }();
    return table;
}

/// The byte that is nearest to a light.
std::uint8_t to_byte(double light) {
    auto const& table = light_of_bytes();
    auto const above = std::lower_bound(table.begin() + 1, table.end() - 1, light);
    return static_cast<std::uint8_t>(above - table.begin() - (light - above[-1] < *above - light ? 1 : 0));
}

/// The grey below which `share` of the weight lies.
Color grey_at(std::array<double, 256> const& weights, double share) {
    double sum = 0, whole = 0;
    for (double const weight : weights) whole += weight;
    std::size_t grey = 0;
    while (grey < 255 && (sum += weights[grey]) < share * whole) ++grey;
    auto const byte = static_cast<std::uint8_t>(grey);
    return {byte, byte, byte};
}

}  // namespace

std::optional<LogoLook> look_of(Pixels const& pixels) {
    auto const& light = light_of_bytes();
    std::array<double, 256> weights{};  // of each grey
    double red = 0, green = 0, blue = 0, visible = 0;
    std::size_t clear = 0;
    for (std::size_t i = 0; i + 3 < pixels.rgba.size(); i += 4) {
        auto const* p = &pixels.rgba[i];
        double const alpha = p[3] / 255.0;
        if (p[3] < 128) ++clear;
        red += alpha * light[p[0]], green += alpha * light[p[1]], blue += alpha * light[p[2]],
            visible += alpha;
        weights[to_byte(0.2126 * light[p[0]] + 0.7152 * light[p[1]] + 0.0722 * light[p[2]])] += alpha;
    }
    if (visible < 1) return {};
    LogoLook look;
    look.size = pixels.size;
    look.is_transparent = clear * 20 >= pixels.rgba.size() / 4;  // corners alone, or more
    look.mean = {to_byte(red / visible), to_byte(green / visible), to_byte(blue / visible)};
    look.dark = grey_at(weights, 0.1);
    look.light = grey_at(weights, 0.9);
    return look;
}

std::vector<Problem> Logos::add_file(std::string const& name, std::filesystem::path const& file,
                                     SourceRef const& where) {
    logos_.erase(name);
    auto const read = read_text(file, file.string(), largest_photo);
    if (!read.value) return {unusable(name, read.problems.front().message, where)};
    PhotoHeader header;
    auto fault =
        is_svg(read.value->text) ? svg_fault(read.value->text) : photo_fault(read.value->text, header);
    if (!fault.empty()) return {unusable(name, fault, where)};
    logos_[name] = {file, where, {}, {}};
    return {};
}

std::optional<LogoLook> Logos::look(std::string const& name) const {
    auto const found = logos_.find(name);
    if (found == logos_.end()) return {};
    auto& logo = found->second;
    if (!logo.look) {
        auto const bytes = read_bytes(logo.file);
        logo.look = bytes ? look_at(*bytes) : std::nullopt;
    }
    return *logo.look;
}

std::shared_ptr<Pixels const> Logos::drawn(std::string const& name, Size size) const {
    auto const found = logos_.find(name);
    if (found == logos_.end()) return {};
    auto& drawn = found->second.drawn;
    auto const kept =
        std::find_if(drawn.begin(), drawn.end(), [&](auto const& pixels) { return pixels->size == size; });
    if (kept != drawn.end()) return *kept;
    auto const bytes = read_bytes(found->second.file);
    auto pixels = bytes ? decode(*bytes, size) : std::nullopt;
    if (!pixels) return {};
    if (drawn.size() == most_drawn) drawn.erase(drawn.begin());
    drawn.push_back(std::make_shared<Pixels const>(std::move(*pixels)));
    return drawn.back();
}

std::vector<Problem> Logos::check() const {
    std::vector<Problem> problems;
    for (auto const& [name, logo] : logos_)
        if (!look(name))
            problems.push_back(unusable(name, "it is broken, or nothing in it can be seen", logo.where));
    return problems;
}

}  // namespace kiosk
