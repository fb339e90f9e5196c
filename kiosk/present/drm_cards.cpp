#include "present/drm_cards.hpp"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <string_view>
#include <tuple>

namespace kiosk {
namespace fs = std::filesystem;
namespace {

/// "card1-HDMI-A-1" is connector HDMI-A-1 of card 1; "card1" and "renderD128" are none.
std::optional<DrmConnector> connector_called(std::string const& name) {
    constexpr std::string_view prefix = "card";
    if (!name.starts_with(prefix)) return {};
    DrmConnector connector;
    auto const* const end = name.data() + name.size();
    auto const number = std::from_chars(name.data() + prefix.size(), end, connector.card);
    if (number.ec != std::errc{} || number.ptr == end || *number.ptr != '-') return {};
    connector.name.assign(number.ptr + 1, end);
    return connector;
}

}  // namespace

std::vector<DrmConnector> drm_connectors(fs::path const& folder) {
    std::vector<DrmConnector> connectors;
    std::error_code error;
    for (auto const& entry : fs::directory_iterator(folder, error)) {
        auto connector = connector_called(entry.path().filename().string());
        if (!connector) continue;
        std::ifstream status(entry.path() / "status");
        std::string word;
        status >> word;
        connector->is_connected = word == "connected";
        connectors.push_back(std::move(*connector));
    }
    std::sort(connectors.begin(), connectors.end(),
              [](DrmConnector const& a, DrmConnector const& b) { return std::tie(a.card, a.name) < std::tie(b.card, b.name); });
    return connectors;
}

std::optional<int> card_with_monitor(std::vector<DrmConnector> const& connectors) {
    auto const found = std::find_if(connectors.begin(), connectors.end(), [](DrmConnector const& one) { return one.is_connected; });
    return found == connectors.end() ? std::nullopt : std::optional(found->card);
}

}  // namespace kiosk
