// Which screen goes to which output of which card.
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "present/kms_card.hpp"

namespace kiosk {

/// The mode to use. `wanted`, where the monitor has it; else what the monitor prefers, but not more than 1920x1200 pixels if
/// there is less of the same shape: the processor paints them, and from five metres nobody sees more. Of modes of one size
/// the one nearest to 60 Hz. Empty: there are none.
std::optional<KmsMode> choose_mode(std::vector<KmsMode> const& modes, std::optional<Size> wanted);

/// What one screen has of a card.
struct KmsPlace {
    KmsCard* card = nullptr;
    KmsOutput output;
    std::uint32_t crtc = 0;
};

/// All cards of this machine, shared by its screens.
class KmsMachine {
public:
    explicit KmsMachine(std::vector<std::unique_ptr<KmsCard>> cards) : cards_(std::move(cards)) {}
    /// Every /dev/dri/card* that has outputs. Errors: as open_kms_card's, where there is none.
    static Outcome<std::shared_ptr<KmsMachine>> open();

    /// A connected output that no other screen has; `name`: which, empty: the first. It is the caller's until give_back().
    /// `asks`: as KmsCard::outputs().
    std::optional<KmsPlace> take(std::string_view name, bool asks);
    void give_back(KmsPlace const& place);

private:
    bool is_taken(KmsPlace const& place) const;

    std::vector<std::unique_ptr<KmsCard>> cards_;
    std::vector<KmsPlace> taken_;
};

}  // namespace kiosk
