#include "paint/painter.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "paint/coverage.hpp"

namespace kiosk {
namespace {

Color color_of(std::uint32_t argb) {
    return {static_cast<std::uint8_t>(argb >> 16 & 255), static_cast<std::uint8_t>(argb >> 8 & 255),
            static_cast<std::uint8_t>(argb & 255), 255};
}

void draw_run_of_text(DrawnRun const& run, Rect const& place, Color color, Canvas& canvas) {
    auto const seen = intersection(place, canvas.clip());
    for (int y = seen.y; y < seen.bottom(); ++y) {
        auto const* bytes = static_cast<std::uint8_t const*>(run.pixels->pixels) +
                            static_cast<std::ptrdiff_t>(y - place.y) * run.pixels->pitch;
        auto const* row = reinterpret_cast<std::uint32_t const*>(bytes);
        if (!run.color) {
            canvas.blend_row(seen.x, y, color, row + (seen.x - place.x), seen.width);
            continue;
        }
        for (int x = seen.x; x < seen.right(); ++x) {
            auto const pixel = row[x - place.x];
            if (pixel >> 24) canvas.blend(x, y, color_of(pixel), pixel >> 24);
        }
    }
}

/// No ink of a line is two of its sizes away from its baseline.
bool is_far_from(TextRun const& run, Rect const& clip) {
    int const reach = 2 * run.font.size_px;
    return run.y + reach < clip.y || run.y - reach > clip.bottom();
}

/// `pixels` are of the box's size.
void draw_pixels(Pixels const& pixels, Rect const& box, int radius, Canvas& canvas) {
    Shape const mask{ShapeKind::rectangle, box, {}, radius, 0};
    auto const& clip = canvas.clip();
    for_each_row(mask, clip.y, clip.bottom(), [&](int y, std::vector<std::uint8_t> const& coverage) {
        auto const row = static_cast<std::size_t>(y - box.y) * coverage.size();
        for (std::size_t i = 0; i < coverage.size(); ++i) {
            auto const* rgba = &pixels.rgba[(row + i) * 4];
            canvas.blend(box.x + static_cast<int>(i), y, {rgba[0], rgba[1], rgba[2], rgba[3]}, coverage[i]);
        }
    });
}

bool is_plain(Shape const& shape) { return shape.kind == ShapeKind::rectangle && shape.radius <= 0; }

}  // namespace

SurfacePointer make_surface(Size size) {
    return SurfacePointer(SDL_CreateRGBSurfaceWithFormat(0, size.width, size.height, 32, SDL_PIXELFORMAT_XRGB8888));
}

std::vector<ImageBox> Painter::paint(Picture const& picture, SDL_Surface& screen) { return paint(picture, picture.area, screen); }

std::vector<ImageBox> Painter::paint(Picture const& picture, Rect const& part, SDL_Surface& screen) {
    auto const area = intersection(picture.area, part);
    Canvas canvas(screen, area);
    canvas.fill(area, picture.ground);
    for (auto const& item : picture.items) {
        std::visit([&](auto const& kind) { draw(kind, canvas); }, item);
    }
    return std::exchange(missing_, {});
}

void Painter::paint(Frame const& frame, SDL_Surface& screen) {
    paint(frame.stage, screen);
    paint(frame.spine, screen);
    if (frame.badge) paint(*frame.badge, screen);
}

void Painter::draw(Shape const& shape, Canvas& canvas) {
    if (is_plain(shape)) return canvas.fill(shape.box, shape.color);
    auto const& clip = canvas.clip();
    for_each_row(shape, clip.y, clip.bottom(), [&](int y, std::vector<std::uint8_t> const& coverage) {
        for (std::size_t i = 0; i < coverage.size(); ++i)
            canvas.blend(shape.box.x + static_cast<int>(i), y, shape.color, coverage[i]);
    });
}

void Painter::draw(TextRun const& run, Canvas& canvas) {
    auto inside = run.clip ? canvas.clipped(*run.clip) : canvas;
    if (inside.clip().width <= 0 || inside.clip().height <= 0 || is_far_from(run, inside.clip())) return;
    if (auto const ink = ink_of(run)) {  // drawn in another size it would cost the glyphs of this one
        auto const seen = intersection(*ink, inside.clip());
        if (seen.width <= 0 || seen.height <= 0) return;
    }
    for (auto const& drawn : fonts_.draw(run.text, run.font)) {
        Rect const place{run.x + drawn.x, run.y + drawn.y, drawn.pixels->w, drawn.pixels->h};
        draw_run_of_text(drawn, place, run.color, inside);
    }
}

std::optional<Rect> Painter::ink_of(TextRun const& run) const {
    constexpr int hinting = 2;  // pixels
    int const size = run.font.size_px;
    int above = 0, below = 0, lean = 0, width = 0;
    bool is_clock = true;
    for (auto const& point : decode_utf8(run.text)) {
        char32_t const c = point.value;
        bool const is_latin = (c >= 0x20 && c < 0x7F) || (c > 0xA0 && c != 0xAD && c < 0x180);
        if (!is_latin) return {};
        bool const is_digit = (c >= '0' && c <= ':');
        above = std::max(above, is_digit ? size * 4 / 5 : c < 0x80 ? size : size * 5 / 4);
        below = std::max(below, is_digit ? size / 16 : size * 2 / 5);
        lean = std::max(lean, is_digit ? size / 16 : size / 2);
        is_clock = is_clock && is_digit;
        // A clock is another text each second, and its digits stand side by side.
        if (is_clock) width += fonts_.text_width(std::string_view(run.text).substr(point.begin, point.size), run.font);
    }
    if (!is_clock) width = fonts_.text_width(run.text, run.font);
    return Rect{run.x - lean - hinting, run.y - above - hinting, width + 2 * (lean + hinting), above + below + 2 * hinting};
}

Crop Painter::crop_of(ImageBox const& image) const {
    auto const [focus_x, focus_y] = images_.focus(image.image);
    return {{image.box.width, image.box.height}, focus_x, focus_y};
}

Images::Wanted Painter::photos_of(Frame const& frame) const {
    Images::Wanted photos;
    for (auto const* picture : {&frame.stage, &frame.spine})
        for (auto const& item : picture->items)
            if (auto const* image = std::get_if<ImageBox>(&item)) photos.emplace_back(image->image, crop_of(*image));
    return photos;
}

void Painter::prepare(Frame const& now, Frame const* soon) { images_.prepare(photos_of(now), soon ? photos_of(*soon) : Images::Wanted{}); }

void Painter::draw(ImageBox const& image, Canvas& canvas) {
    auto const seen = intersection(image.box, canvas.clip());
    if (seen.width <= 0 || seen.height <= 0) return;
    auto const pixels = images_.scaled(image.image, crop_of(image));
    if (pixels) draw_pixels(*pixels, image.box, image.radius, canvas);
    if (!is_ready(image)) missing_.push_back(image);
}

void Painter::draw(LogoBox const& logo, Canvas& canvas) {
    auto const pixels = images_.logos().drawn(logo.logo, {logo.box.width, logo.box.height});
    if (pixels) draw_pixels(*pixels, logo.box, logo.radius, canvas);
}

void Painter::draw(Pictogram const& pictogram, Canvas& canvas) {
    auto const& box = pictogram.box;
    auto const& coverage = pictograms_.coverage(pictogram.name, {box.width, box.height});
    if (coverage.empty()) return;
    auto const seen = intersection(box, canvas.clip());
    for (int y = seen.y; y < seen.bottom(); ++y) {
        auto const row = static_cast<std::size_t>(y - box.y) * static_cast<std::size_t>(box.width);
        for (int x = seen.x; x < seen.right(); ++x) {
            int const column = pictogram.is_flipped ? box.right() - 1 - x : x - box.x;
            canvas.blend(x, y, pictogram.color, coverage[row + static_cast<std::size_t>(column)]);
        }
    }
}

}  // namespace kiosk
