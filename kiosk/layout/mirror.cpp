#include "layout/mirror.hpp"

namespace kiosk {
namespace {

struct Mirror {
    int width;
    Metrics const& metrics;

    void turn(Rect& box) const { box.x = width - box.right(); }
    void operator()(Shape& shape) const { turn(shape.box); }
    void operator()(ImageBox& image) const { turn(image.box); }
    void operator()(LogoBox& logo) const { turn(logo.box); }
    void operator()(Pictogram& pictogram) const {
        turn(pictogram.box);
        // An arrow points where reading goes; cups, clocks and crosses are the same for everybody.
        if (pictogram.name == "moved") pictogram.is_flipped = !pictogram.is_flipped;
    }
    void operator()(TextRun& run) const {
        run.x = width - run.x - metrics.text_width(run.text, run.font);
        if (run.clip) turn(*run.clip);
    }
};

}  // namespace

Picture mirrored(Picture picture, int screen_width, Metrics const& metrics) {
    Mirror const mirror{screen_width, metrics};
    mirror.turn(picture.area);
    for (auto& item : picture.items) std::visit(mirror, item);
    return picture;
}

Frame mirrored(Frame frame, Metrics const& metrics) {
    int const width = frame.size.width;
    frame.stage = mirrored(std::move(frame.stage), width, metrics);
    frame.spine = mirrored(std::move(frame.spine), width, metrics);
    if (frame.badge) frame.badge = mirrored(std::move(*frame.badge), width, metrics);
    if (auto& level = frame.level) {
        for (auto* const picture : {&level->drained, &level->flooded}) *picture = mirrored(std::move(*picture), width, metrics);
        for (auto* const box : {&level->empty, &level->filled}) Mirror{width, metrics}.turn(*box);
    }
    return frame;
}

}  // namespace kiosk
