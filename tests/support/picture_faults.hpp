// What must hold for every picture, whatever the schedule says.
#pragma once

#include <string>

#include "layout/metrics.hpp"
#include "layout/picture.hpp"
#include "settings/theme.hpp"
#include "slides/slide.hpp"

namespace kiosk {

/// Where the ink of texts is.
class Ink {
public:
    virtual ~Ink() = default;
    /// The smallest box around a line's ink.
    virtual Rect box(TextRun const& run) const = 0;
    /// Does ink of one stand on ink of the other? Asked only where their boxes overlap.
    virtual bool touch(TextRun const& one, TextRun const& other) const = 0;
};

/// By advance width, cap height and the script's reach below the baseline: as much as layout knows.
class MeasuredInk final : public Ink {
public:
    explicit MeasuredInk(Metrics const& metrics) : metrics_(metrics) {}
    Rect box(TextRun const& run) const override;
    bool touch(TextRun const&, TextRun const&) const override { return true; }

private:
    Metrics const& metrics_;
};

/// One line for each fault of the frame that `scene` was laid out to; empty: it has none. Texts are
/// valid and say something; none is smaller than the smallest size of DISPLAY.md section 2. None
/// leaves its picture, the safe area of section 1, or the field that it stands on; none touches
/// another, a photo, a pictogram, a QR code or a rule.
std::string faults_of(Frame const& frame, Scene const& scene, Theme const& theme, Metrics const& metrics,
                      Ink const& ink);

}  // namespace kiosk
