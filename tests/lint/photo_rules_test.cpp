#include "lint/rules.hpp"
#include "support/catch.hpp"

using namespace kiosk;

namespace {

std::string said_of(ImageHeader const& header) {
    std::string lines;
    for (auto const& problem : find_photo_doubts("Ada Example", "ada.jpg", header)) lines += to_line(problem) + "\n";
    return lines;
}

}  // namespace

TEST_CASE("photos of a usual size and upright are not worth a word", "[lint]") {
    CHECK(said_of({"JPEG", 200, 3000, 1}).empty());
    CHECK(said_of({"PNG", 800, 1000, 1}).empty());
    CHECK(said_of({"PNG", 0, 0, 1}).empty());
}

TEST_CASE("photos that are small, large or turned are said with person, file and what is shown", "[lint]") {
    CHECK(said_of({"PNG", 199, 1000, 1}) ==
          "ada.jpg: warning: the photo of Ada Example has 199 x 1000 pixels, fewer than 200 at a side: scaled up, it looks "
          "coarse; use a larger one, 800 x 1000 pixels do [photo-unusable]\n");
    CHECK(said_of({"JPEG", 4000, 3000, 6}) ==
          "ada.jpg: note: the photo of Ada Example lies on its side: turned upright, as its EXIF orientation 6 says [photo-turned]\n"
          "ada.jpg: warning: the photo of Ada Example has 3000 x 4000 pixels, more than 3000 at a side: scaled down, it costs time "
          "and memory; save it smaller, 800 x 1000 pixels do [photo-unusable]\n");
    CHECK(said_of({"JPEG", 800, 1000, 3}) ==
          "ada.jpg: note: the photo of Ada Example stands on its head: turned upright, as its EXIF orientation 3 says [photo-turned]\n");
}
