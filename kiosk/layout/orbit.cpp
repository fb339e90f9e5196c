#include "layout/orbit.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "layout/geometry.hpp"

namespace kiosk {
namespace {

constexpr double reach = 4;  // u

/// Moves a box; its edges on the screen's border stay there.
Rect moved_box(Rect box, Size screen, int dx, int dy) {
    int const left = box.x <= 0 ? box.x : box.x + dx, top = box.y <= 0 ? box.y : box.y + dy;
    int const right = box.right() >= screen.width ? box.right() : box.right() + dx;
    int const bottom = box.bottom() >= screen.height ? box.bottom() : box.bottom() + dy;
    return {left, top, std::max(0, right - left), std::max(0, bottom - top)};
}

struct Mover {
    Size screen;
    int dx, dy;
    void operator()(Shape& shape) const {
        bool const is_plain = shape.kind == ShapeKind::rectangle && shape.radius == 0;
        if (is_plain) shape.box = moved_box(shape.box, screen, dx, dy);
        else shape.box.x += dx, shape.box.y += dy;
    }
    void operator()(TextRun& run) const {
        run.x += dx;
        run.y += dy;
        if (run.clip) run.clip = moved_box(*run.clip, screen, dx, dy);
    }
    void operator()(ImageBox& image) const { image.box.x += dx, image.box.y += dy; }
    void operator()(LogoBox& logo) const { logo.box.x += dx, logo.box.y += dy; }
    void operator()(Pictogram& pictogram) const { pictogram.box.x += dx, pictogram.box.y += dy; }
};

void move(Picture& picture, Size screen, int dx, int dy) {
    picture.area = moved_box(picture.area, screen, dx, dy);
    for (auto& item : picture.items) std::visit(Mover{screen, dx, dy}, item);
}

}  // namespace

Frame moved(Frame frame, int dx, int dy) {
    move(frame.stage, frame.size, dx, dy);
    move(frame.spine, frame.size, dx, dy);
    return frame;
}

Frame orbited(Frame frame, Instant t) {
    // Around a square of 4 x 4 steps, so that each step is as small as the next.
    constexpr auto ring = std::to_array<std::pair<int, int>>({{-2, -2}, {-1, -2}, {0, -2}, {1, -2}, {2, -2}, {2, -1}, {2, 0}, {2, 1},
                                                              {2, 2}, {1, 2}, {0, 2}, {-1, 2}, {-2, 2}, {-2, 1}, {-2, 0}, {-2, -1}});
    auto const minute = std::chrono::floor<minutes>(t.time_since_epoch()).count();
    auto const size = static_cast<long long>(ring.size());
    auto const [x, y] = ring[static_cast<std::size_t>((minute % size + size) % size)];
    auto const geometry = geometry_for(frame.size);
    auto const pixels = [&](int step) { return static_cast<int>(std::lround(step * reach / 2 * geometry.unit)); };
    return moved(std::move(frame), pixels(x), pixels(y));
}

}  // namespace kiosk
