#include "present/kms_machine.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>

namespace kiosk {
namespace {

constexpr long long most_pixels = 1920LL * 1200;
constexpr double usual_refresh_hz = 60;

long long pixels_of(KmsMode const& mode) { return static_cast<long long>(mode.size.width) * mode.size.height; }

double distance_to_usual(KmsMode const& mode) { return std::abs(mode.refresh_hz - usual_refresh_hz); }

std::optional<KmsMode> best_of_size(std::vector<KmsMode> const& modes, Size size) {
    std::optional<KmsMode> best;
    for (auto const& mode : modes)
        if (mode.size == size && (!best || distance_to_usual(mode) < distance_to_usual(*best))) best = mode;
    return best;
}

/// 1366x768 has the shape of 1920x1080.
bool have_same_shape(Size a, Size b) {
    return std::abs(static_cast<double>(a.width) / a.height - static_cast<double>(b.width) / b.height) < 0.02;
}

}  // namespace

std::optional<KmsMode> choose_mode(std::vector<KmsMode> const& modes, std::optional<Size> wanted) {
    if (modes.empty()) return {};
    if (wanted)
        if (auto const mode = best_of_size(modes, *wanted)) return mode;
    auto const preferred = std::find_if(modes.begin(), modes.end(), [](KmsMode const& mode) { return mode.is_preferred; });
    auto const& native = preferred == modes.end() ? modes.front() : *preferred;
    if (pixels_of(native) <= most_pixels) return native;
    KmsMode const* largest = nullptr;
    for (auto const& mode : modes)
        if (pixels_of(mode) <= most_pixels && have_same_shape(mode.size, native.size) && (!largest || pixels_of(mode) > pixels_of(*largest)))
            largest = &mode;
    return largest ? best_of_size(modes, largest->size) : native;
}

Outcome<std::shared_ptr<KmsMachine>> KmsMachine::open() {
    std::vector<std::string> paths;
    std::error_code none;
    for (auto const& entry : std::filesystem::directory_iterator("/dev/dri", none))
        if (entry.path().filename().string().starts_with("card")) paths.push_back(entry.path().string());
    std::sort(paths.begin(), paths.end());
    std::vector<std::unique_ptr<KmsCard>> cards;
    std::vector<Problem> problems;
    for (auto const& path : paths) {
        auto card = open_kms_card(path);
        if (card.value) cards.push_back(std::move(*card.value));
        else problems.insert(problems.end(), card.problems.begin(), card.problems.end());
    }
    if (paths.empty())
        problems.push_back({Severity::error, "display-missing", "no display to draw on: this machine has no graphics card, or no driver for it",
                            "start it in a desktop session, or see what the kernel says of the card: journalctl -k | grep -i drm", {}});
    if (cards.empty()) return {{}, std::move(problems)};
    return {std::make_shared<KmsMachine>(std::move(cards)), {}};
}

bool KmsMachine::is_taken(KmsPlace const& place) const {
    return std::any_of(taken_.begin(), taken_.end(), [&](KmsPlace const& other) {
        return other.card == place.card && (other.crtc == place.crtc || other.output.connector == place.output.connector);
    });
}

std::optional<KmsPlace> KmsMachine::take(std::string_view name, bool asks) {
    for (auto const& card : cards_)
        for (auto& output : card->outputs(asks)) {
            if (!output.is_connected || (!name.empty() && output.name != name)) continue;
            for (auto const crtc : output.crtcs) {
                KmsPlace const place{card.get(), output, crtc};
                if (is_taken(place)) continue;
                taken_.push_back(place);
                return place;
            }
        }
    return {};
}

void KmsMachine::give_back(KmsPlace const& place) {
    std::erase_if(taken_, [&](KmsPlace const& other) { return other.card == place.card && other.crtc == place.crtc; });
}

}  // namespace kiosk
