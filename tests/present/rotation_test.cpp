#include "present/rotation.hpp"

#include "paint/painter.hpp"
#include "support/catch.hpp"

using namespace kiosk;

namespace {

/// A picture of 3x2 pixels, numbered in reading order, as the panel has it.
std::vector<int> turned_pixels(Rotation rotation) {
    auto const picture = make_surface({3, 2});
    for (int i = 0; i < 6; ++i)
        reinterpret_cast<std::uint32_t*>(static_cast<std::uint8_t*>(picture->pixels) + i / 3 * picture->pitch)[i % 3] = static_cast<std::uint32_t>(i);
    auto const size = picture_size({3, 2}, rotation);
    auto const panel = make_surface(size);
    copy_rotated(*picture, {0, 0, 3, 2}, rotation, *panel);
    std::vector<int> numbers;
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x)
            numbers.push_back(static_cast<int>(reinterpret_cast<std::uint32_t*>(static_cast<std::uint8_t*>(panel->pixels) + y * panel->pitch)[x]));
    return numbers;
}

}  // namespace

TEST_CASE("a picture turns clockwise on its panel", "[present]") {
    CHECK(turned_pixels(Rotation::none) == std::vector{0, 1, 2, 3, 4, 5});
    CHECK(turned_pixels(Rotation::quarter) == std::vector{3, 0, 4, 1, 5, 2});
    CHECK(turned_pixels(Rotation::half) == std::vector{5, 4, 3, 2, 1, 0});
    CHECK(turned_pixels(Rotation::three_quarters) == std::vector{2, 5, 1, 4, 0, 3});
}

TEST_CASE("a part of a picture goes to its place", "[present]") {
    CHECK(rotated({1, 0, 2, 1}, {3, 2}, Rotation::quarter) == Rect{1, 1, 1, 2});
    CHECK(rotated({1, 0, 2, 1}, {3, 2}, Rotation::half) == Rect{0, 1, 2, 1});
    CHECK(rotated({1, 0, 2, 1}, {3, 2}, Rotation::three_quarters) == Rect{0, 0, 1, 2});
    CHECK(picture_size({1920, 1080}, Rotation::quarter) == Size{1080, 1920});
}

TEST_CASE("only right angles turn a picture", "[present]") {
    CHECK(rotation_of(270) == Rotation::three_quarters);
    CHECK(rotation_of(0) == Rotation::none);
    CHECK(rotation_of(45) == Rotation::none);
}
