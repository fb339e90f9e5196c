// A graphics card that only keeps account.
#pragma once

#include <map>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "present/kms_card.hpp"

namespace kiosk {

class FakeCard final : public KmsCard {
public:
    std::vector<KmsOutput> plugged;      ///< what outputs() says
    std::vector<std::string> done;       ///< "mode 1920x1080 on HDMI-A-1", "flip", "dark HDMI-A-1"
    std::vector<int> refused_modes;      ///< by their index
    bool flips_come = true, can_flip = true, can_be_dark = true;
    int times_asked = 0;
    std::map<std::uint32_t, std::vector<std::uint32_t>> buffers;  ///< pixels by id
    std::uint32_t shown = 0;                                      ///< the buffer that is on the monitor

    std::vector<KmsOutput> outputs(bool asks) override {
        times_asked += asks;
        return plugged;
    }
    std::optional<KmsBuffer> make_buffer(Size size) override {
        auto& pixels = buffers[++last_id_];
        pixels.resize(static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height));
        return KmsBuffer{last_id_, {reinterpret_cast<std::uint8_t*>(pixels.data()), size.width * 4, size}};
    }
    void drop_buffer(KmsBuffer const& buffer) override { buffers.erase(buffer.id); }
    bool set_mode(std::uint32_t, KmsOutput const& output, KmsMode const& mode, KmsBuffer const& buffer) override {
        if (std::find(refused_modes.begin(), refused_modes.end(), mode.index) != refused_modes.end()) return false;
        done.push_back(fmt::format("mode {}x{} on {}", mode.size.width, mode.size.height, output.name));
        shown = buffer.id;
        return true;
    }
    bool flip(std::uint32_t, KmsBuffer const& buffer, bool& is_pending) override {
        if (!can_flip) return false;
        done.push_back("flip");
        shown = buffer.id;
        is_pending = true;
        pending_.push_back(&is_pending);
        return true;
    }
    void wait_for_flips(milliseconds) override {
        if (!flips_come) return;
        for (auto* const one : pending_) *one = false;
        pending_.clear();
    }
    bool set_lit(KmsOutput const& output, bool is_lit) override {
        done.push_back(fmt::format("{} {}", is_lit ? "lit" : "dark", output.name));
        return can_be_dark;
    }

    /// The distinct pixels on the monitor, by row from the top left.
    std::uint32_t pixel(int index) const { return buffers.at(shown)[static_cast<std::size_t>(index)]; }

private:
    std::uint32_t last_id_ = 0;
    std::vector<bool*> pending_;
};

inline KmsOutput monitor(std::uint32_t connector, std::string name, std::vector<Size> sizes, std::vector<std::uint32_t> crtcs = {1, 2}) {
    KmsOutput output{connector, std::move(name), true, {}, std::move(crtcs)};
    for (auto const& size : sizes) {
        int const index = static_cast<int>(output.modes.size());
        output.modes.push_back({size, 60, index == 0, index});
    }
    return output;
}

inline KmsOutput no_monitor(std::uint32_t connector, std::string name) { return {connector, std::move(name), false, {}, {1, 2}}; }

}  // namespace kiosk
