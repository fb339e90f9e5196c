#include "paint/coverage.hpp"

#include <algorithm>

namespace kiosk {
namespace {

constexpr int sub_rows = 16;  // per pixel; a sub-row is sampled in its middle
constexpr std::int64_t one = 256;  // a pixel in fixed point

/// Left and right edge of a shape on one sub-row, 1/256 pixels from the box's left.
struct Edges {
    std::int64_t left = 0, right = 0;
};

std::int64_t square_root(std::int64_t value) {
    if (value <= 0) return 0;
    std::int64_t root = 0;
    for (std::int64_t bit = std::int64_t{1} << 30; bit > 0; bit >>= 1) {
        if ((root + bit) * (root + bit) <= value) root += bit;
    }
    return root;
}

/// `y`: the middle of a sub-row, 1/256 pixels from the box's top.
Edges rounded_rectangle(Size box, int radius, std::int64_t y) {
    std::int64_t const width = box.width * one, height = box.height * one;
    std::int64_t const r = std::min({radius * one, width / 2, height / 2});
    std::int64_t const into_corner = r - std::min(y, height - y);
    std::int64_t const inset = into_corner <= 0 ? 0 : r - square_root(r * r - into_corner * into_corner);
    return {inset, width - inset};
}

Edges ellipse(std::int64_t width, std::int64_t height, std::int64_t y) {
    std::int64_t const b = height / 2, from_middle = y - b;
    if (b <= 0 || width <= 0 || from_middle <= -b || from_middle >= b) return {};
    std::int64_t const half = width * square_root(b * b - from_middle * from_middle) / (2 * b);
    return {width / 2 - half, width / 2 + half};
}

Edges diamond(Size box, std::int64_t y) {
    std::int64_t const width = box.width * one, height = box.height * one;
    std::int64_t const half = width * std::min(y, height - y) / height;
    return {width / 2 - half, width / 2 + half};
}

/// Adds `sign` times the pixels between the edges; a full pixel of a sub-row is 256.
void add(std::vector<int>& sums, Edges edges, int sign) {
    edges.left = std::max<std::int64_t>(edges.left, 0);
    edges.right = std::min(edges.right, static_cast<std::int64_t>(sums.size()) * one);
    if (edges.right <= edges.left) return;
    auto const first = edges.left / one, last = (edges.right - 1) / one;
    auto* const at = sums.data();
    if (first == last) {
        at[first] += sign * static_cast<int>(edges.right - edges.left);
        return;
    }
    at[first] += sign * static_cast<int>((first + 1) * one - edges.left);
    for (auto x = first + 1; x < last; ++x) at[x] += sign * static_cast<int>(one);
    at[last] += sign * static_cast<int>(edges.right - last * one);
}

void add_sub_row(std::vector<int>& sums, Shape const& shape, std::int64_t y) {
    Size const box{shape.box.width, shape.box.height};
    if (shape.kind == ShapeKind::rectangle) return add(sums, rounded_rectangle(box, shape.radius, y), 1);
    if (shape.kind == ShapeKind::diamond) return add(sums, diamond(box, y), 1);
    add(sums, ellipse(box.width * one, box.height * one, y), 1);
    std::int64_t const stroke = shape.stroke * one;
    auto hole = ellipse(box.width * one - 2 * stroke, box.height * one - 2 * stroke, y - stroke);
    if (hole.right > hole.left) add(sums, {hole.left + stroke, hole.right + stroke}, -1);
}

}  // namespace

void for_each_row(Shape const& shape, int first_y, int last_y, CoverageRow const& row) {
    if (shape.box.width <= 0 || shape.box.height <= 0) return;
    std::vector<int> sums(static_cast<std::size_t>(shape.box.width));
    std::vector<std::uint8_t> coverage(sums.size());
    for (int y = std::max(first_y, shape.box.y); y < std::min(last_y, shape.box.bottom()); ++y) {
        std::fill(sums.begin(), sums.end(), 0);
        for (int i = 0; i < sub_rows; ++i)
            add_sub_row(sums, shape, (y - shape.box.y) * one + (2 * i + 1) * one / (2 * sub_rows));
        for (std::size_t x = 0; x < sums.size(); ++x)
            coverage[x] = static_cast<std::uint8_t>((sums[x] * 255 + sub_rows * one / 2) / (sub_rows * one));
        row(y, coverage);
    }
}

}  // namespace kiosk
