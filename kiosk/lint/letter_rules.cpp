// Are the letters high enough for those who read them?
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "layout/geometry.hpp"
#include "layout/layout.hpp"
#include "lint/rules.hpp"

namespace kiosk {
namespace {

constexpr double comfortable = 155;  // times the height of a capital
constexpr double mm_per_inch = 25.4;
constexpr std::size_t most_layouts = 1500;  // about a second

/// Millimetres of a pixel.
double pitch_mm(Size size, double inches) { return inches * mm_per_inch / std::hypot(size.width, size.height); }

/// The letters in which the stage says `title`: the largest run that it begins with. 0: it does not.
int title_cap_px(Picture const& stage, std::string_view title, Metrics const& metrics) {
    int largest = 0;
    for (auto const& item : stage.items) {
        auto const* run = std::get_if<TextRun>(&item);
        if (run && !run->text.empty() && title.starts_with(run->text)) largest = std::max(largest, metrics.extents(run->font).cap_height);
    }
    return largest;
}

Problem heights(Size size, double pitch, SourceRef const& where, Metrics const& metrics) {
    auto const geometry = geometry_for(size);
    std::string text;
    struct Role {
        char const* name;
        int weight, units;
    };
    for (auto const& [name, weight, units] : {Role{"clock", 700, 126}, Role{"headlines from", 800, 80}, Role{"lists", 700, 46}, Role{"small print", 500, 34}}) {
        double const mm = metrics.extents({weight, geometry.u(units)}).cap_height * pitch;
        text += fmt::format("{}{} {:.0f} mm ({:.1f} m)", text.empty() ? "" : ", ", name, mm, mm * comfortable / 1000);
    }
    return {Severity::note, "letter-height", fmt::format("capitals, and from how far they are comfortable: {}", text), "", where};
}

}  // namespace

std::vector<Problem> find_small_letters(Schedule const& schedule, SceneMaker const& scenes, Theme const& theme, Size size,
                                        Viewing const& viewing, SourceRef const& where, Metrics const& metrics) {
    std::vector<Problem> problems;
    if (viewing.panel_inches <= 0) return problems;
    double const pitch = pitch_mm(size, viewing.panel_inches);
    problems.push_back(heights(size, pitch, where, metrics));
    if (viewing.metres <= 0) return problems;
    std::size_t layouts = 0;
    for (auto const& session : schedule.sessions()) {
        bool const is_shown = session.status != Status::hidden && session.status != Status::cancelled && session.when.length().count() > 0;
        if (!is_shown || session.title.empty() || ++layouts > most_layouts) continue;
        auto const shown = scenes.main_at(session.when.begin);
        if (shown.now.empty() || shown.now.front() != session.id) continue;
        int const cap = title_cap_px(layout(shown.scene, theme, size, metrics).stage, session.title, metrics);
        double const mm = cap * pitch, metres = mm * comfortable / 1000;
        if (cap == 0 || metres >= viewing.metres) continue;
        problems.push_back({Severity::warning, "text-too-small",
                            fmt::format("\"{}\" is shown in letters of {:.0f} mm: comfortable from {:.1f} m, not from {:g} m", session.title, mm,
                                        metres, viewing.metres),
                            "shorten it in a [[session]] of the event file, or take a larger panel", session.origin});
    }
    return problems;
}

}  // namespace kiosk
