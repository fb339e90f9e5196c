#include "layout/care.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "layout/geometry.hpp"

namespace kiosk {
namespace {

constexpr double reach = 4;  // u

enum class Edges {
    stay,  ///< those on the screen's border do
    move,
};

struct Mover {
    Size screen;
    int dx, dy;
    Edges edges;

    Rect moved(Rect box) const {
        if (edges == Edges::move) return {box.x + dx, box.y + dy, box.width, box.height};
        int const left = box.x <= 0 ? box.x : box.x + dx, top = box.y <= 0 ? box.y : box.y + dy;
        int const right = box.right() >= screen.width ? box.right() : box.right() + dx;
        int const bottom = box.bottom() >= screen.height ? box.bottom() : box.bottom() + dy;
        return {left, top, std::max(0, right - left), std::max(0, bottom - top)};
    }
    void operator()(Shape& shape) const {
        bool const is_plain = shape.kind == ShapeKind::rectangle && shape.radius == 0;
        if (is_plain) shape.box = moved(shape.box);
        else shape.box.x += dx, shape.box.y += dy;
    }
    void operator()(TextRun& run) const {
        run.x += dx;
        run.y += dy;
        if (run.clip) run.clip = moved(*run.clip);
    }
    void operator()(ImageBox& image) const { image.box.x += dx, image.box.y += dy; }
    void operator()(LogoBox& logo) const { logo.box.x += dx, logo.box.y += dy; }
    void operator()(Pictogram& pictogram) const { pictogram.box.x += dx, pictogram.box.y += dy; }
    void move(Picture& picture) const {
        picture.area = moved(picture.area);
        for (auto& item : picture.items) std::visit(*this, item);
    }
};

}  // namespace

Frame moved(Frame frame, int dx, int dy) {
    Mover const mover{frame.size, dx, dy, Edges::stay};
    mover.move(frame.stage);
    mover.move(frame.spine);
    if (auto& level = frame.level) {
        for (auto* const picture : {&level->drained, &level->flooded}) mover.move(*picture);
        for (auto* const box : {&level->empty, &level->filled}) *box = mover.moved(*box);
    }
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

Frame with_sides_swapped(Frame frame) {
    auto const &spine = frame.spine.area, &stage = frame.stage.area;
    if (spine.width <= 0 || spine.height <= 0) return frame;
    bool const is_beside = spine.height == stage.height;
    int const spine_by = is_beside ? stage.width : stage.height, stage_by = is_beside ? -spine.width : -spine.height;
    auto const by = [&](int length) { return Mover{{}, is_beside ? length : 0, is_beside ? 0 : length, Edges::move}; };
    by(stage_by).move(frame.stage);
    by(spine_by).move(frame.spine);
    if (auto& level = frame.level) {
        for (auto* const picture : {&level->drained, &level->flooded}) by(spine_by).move(*picture);
        for (auto* const box : {&level->empty, &level->filled}) *box = by(spine_by).moved(*box);
    }
    return frame;
}

Frame cared_for(Frame frame, CareSettings const& care, Instant t, int day) {
    if (care.is_oled && day % 2 != 0) frame = with_sides_swapped(std::move(frame));
    if (care.orbits) frame = orbited(std::move(frame), t);
    return frame;
}

}  // namespace kiosk
