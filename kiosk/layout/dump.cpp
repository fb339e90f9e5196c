#include "layout/dump.hpp"

#include <fmt/format.h>

namespace kiosk {
namespace {

std::string place(Rect box) { return fmt::format("{},{} {}x{}", box.x, box.y, box.width, box.height); }

struct Writer {
    std::string operator()(Shape const& s) const {
        static constexpr std::string_view names[] = {"rectangle", "ring", "diamond"};
        auto text = fmt::format("{} {} {}", names[static_cast<int>(s.kind)], place(s.box), to_hex(s.color));
        if (s.radius) text += fmt::format(" r{}", s.radius);
        if (s.stroke) text += fmt::format(" stroke {}", s.stroke);
        return text;
    }
    std::string operator()(TextRun const& t) const {
        auto text = fmt::format("text {},{} w{} {}px \"{}\" {}", t.x, t.y, t.font.weight, t.font.size_px, t.text, to_hex(t.color));
        if (t.clip) text += " in " + place(*t.clip);
        return text;
    }
    std::string operator()(ImageBox const& i) const { return fmt::format("image {} \"{}\" r{}", place(i.box), i.image, i.radius); }
    std::string operator()(LogoBox const& l) const { return fmt::format("logo {} \"{}\" r{}", place(l.box), l.logo, l.radius); }
    std::string operator()(Pictogram const& p) const { return fmt::format("pictogram {} {} {}{}", p.name, place(p.box), to_hex(p.color), p.is_flipped ? " flipped" : ""); }
};

}  // namespace

std::string dump(Picture const& picture) {
    auto text = fmt::format("area {} {}\n", place(picture.area), to_hex(picture.ground));
    for (auto const& item : picture.items) text += std::visit(Writer{}, item) + "\n";
    return text;
}

std::string dump(Frame const& frame) {
    auto text = "stage " + dump(frame.stage) + "spine " + dump(frame.spine);
    if (frame.badge) text += "badge " + dump(*frame.badge);
    return text;
}

}  // namespace kiosk
