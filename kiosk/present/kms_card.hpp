// A graphics card without a window system, as the kernel's mode setting (KMS) has it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/problem.hpp"
#include "layout/picture.hpp"
#include "present/fade_blend.hpp"
#include "time/instant.hpp"

namespace kiosk {

/// What a monitor can show.
struct KmsMode {
    Size size;
    double refresh_hz = 0;
    bool is_preferred = false;  ///< by the monitor
    int index = 0;              ///< in its list
    friend bool operator==(KmsMode const&, KmsMode const&) = default;
};

/// Where a monitor can be plugged in.
struct KmsOutput {
    std::uint32_t connector = 0;
    std::string name;  ///< as the kernel calls it: "HDMI-A-1"
    bool is_connected = false;
    std::vector<KmsMode> modes;
    std::vector<std::uint32_t> crtcs;  ///< the card's scanners that can feed it
    friend bool operator==(KmsOutput const&, KmsOutput const&) = default;
};

/// A picture in the card's reach. It is slow to read on many boards, so that it is only written.
struct KmsBuffer {
    std::uint32_t id = 0;
    PixelTarget target;
};

/// The calls that a screen needs, so that tests can play the card. Source: drm-kms(7), drm-memory(7) (dumb buffers),
/// Documentation/gpu/drm-kms. All of them fail without a word where the card has gone.
class KmsCard {
public:
    virtual ~KmsCard() = default;

    /// `asks`: the monitors are asked what they can do, which takes a while; else what is known is said.
    virtual std::vector<KmsOutput> outputs(bool asks) = 0;
    virtual std::optional<KmsBuffer> make_buffer(Size size) = 0;
    virtual void drop_buffer(KmsBuffer const& buffer) = 0;
    /// Shows `buffer`, which has the mode's size. False: the monitor, the card or another program does not let us.
    virtual bool set_mode(std::uint32_t crtc, KmsOutput const& output, KmsMode const& mode, KmsBuffer const& buffer) = 0;
    /// Shows `buffer` from the next refresh on, and then clears `is_pending`, which must live until that is so.
    virtual bool flip(std::uint32_t crtc, KmsBuffer const& buffer, bool& is_pending) = 0;
    /// Takes in what flips report, waiting for the first for `longest`.
    virtual void wait_for_flips(milliseconds longest) = 0;
    /// The monitor's own power saving (DPMS). False: it has none.
    virtual bool set_lit(KmsOutput const& output, bool is_lit) = 0;
};

/// The card at `path`, "/dev/dri/card0". Errors: `display-missing`: it cannot be opened, shows no pictures, or another program
/// has it.
Outcome<std::unique_ptr<KmsCard>> open_kms_card(std::string const& path);

}  // namespace kiosk
