#include "settings/display_settings.hpp"

#include <charconv>
#include <set>

#include <fmt/format.h>

#include "base/utf8.hpp"

namespace kiosk {
namespace {

std::string line_of(TomlTable& table, std::string_view key) {
    auto const given = table.text(key);
    return given ? clean_line(given->value) : std::string();
}

/// 0: not given, or out of range.
double read_size(TomlTable& table, std::string_view key, double least, double most) {
    auto const given = table.number(key);
    if (!given || (*given >= least && *given <= most)) return given.value_or(0);
    table.report({Severity::error, "value-range", fmt::format("{} is {}: ignored", key, *given),
                  fmt::format("write {} to {}", least, most), table.where(key)});
    return 0;
}

/// "1920x1080". Range: 320x200 to 7680x4320.
std::optional<std::pair<int, int>> parse_size(std::string_view text) {
    int width = 0, height = 0;
    auto const* const end = text.data() + text.size();
    auto const across = std::from_chars(text.data(), end, width);
    if (across.ec != std::errc{} || across.ptr == end || *across.ptr != 'x') return {};
    auto const down = std::from_chars(across.ptr + 1, end, height);
    if (down.ec != std::errc{} || down.ptr != end || width < 320 || height < 200 || width > 7680 || height > 4320) return {};
    return std::pair(width, height);
}

}  // namespace

DisplaySettings read_display(TomlTable table) {
    DisplaySettings display;
    display.where = table.where();
    display.name = line_of(table, "name");
    display.host = line_of(table, "host");
    if (auto const room = table.text("room")) display.rooms.push_back(clean_line(room->value));
    if (auto const rooms = table.texts("rooms"))
        for (auto const& room : *rooms) display.rooms.push_back(clean_line(room.value));
    if (auto const degrees = table.integer("rotate")) {
        bool const is_right_angle = *degrees >= 0 && *degrees < 360 && *degrees % 90 == 0;
        if (is_right_angle) display.rotate = static_cast<int>(*degrees);
        else table.report({Severity::error, "value-range", fmt::format("a display cannot be turned by {} degrees: ignored", *degrees),
                           "write 0, 90, 180 or 270", table.where("rotate")});
    }
    display.output = line_of(table, "output");
    if (display.name.empty()) display.name = display.output;
    if (auto const mode = table.text("mode"); mode && mode->value != "auto") {
        display.mode = parse_size(mode->value);
        if (!display.mode)
            table.report({Severity::error, "value-range", fmt::format("\"{}\" is no size of a picture: ignored", mode->value),
                          "write \"1920x1080\", or \"auto\" for what the monitor prefers", mode->where});
    }
    display.panel_inches = read_size(table, "panel_inches", 3, 200);
    display.viewing_metres = read_size(table, "viewing_metres", 0.2, 50);
    table.report_unknown_keys();
    return display;
}

PowerSettings read_power(TomlTable table) {
    PowerSettings power;
    power.cec = table.flag("cec").value_or(true);
    if (auto const off = table.text("off")) {
        auto const dash = off->value.find('-');
        auto const from = parse_time_argument(off->value.substr(0, dash));
        auto const to = dash == std::string::npos ? std::nullopt : parse_time_argument(off->value.substr(dash + 1));
        bool const are_hours = from && to && from->time_of_day && to->time_of_day && *from->time_of_day != *to->time_of_day;
        if (off->value == "night") power.off = PowerSettings::Off::at_night;
        else if (are_hours) power = {PowerSettings::Off::in_hours, *from->time_of_day, *to->time_of_day, power.cec};
        else if (off->value != "never")
            table.report({Severity::error, "value-range", fmt::format("\"{}\" says no time for the panel to be off: it stays on", off->value),
                          "write \"never\", \"night\" or hours like \"22:00-06:30\"", off->where});
    }
    table.report_unknown_keys();
    return power;
}

Outcome<DisplaySettings> choose_display(Settings const& settings, std::string_view name, std::string_view host) {
    auto const& displays = settings.displays;
    if (!name.empty()) {
        for (auto const& display : displays)
            if (display.name == name) return {display, {}};
        std::vector<std::string> names;
        for (auto const& display : displays) names.push_back(display.name);
        return {{}, {{Severity::error, "display-unknown", fmt::format("there is no display \"{}\"", name),
                      names.empty() ? "the event file names no [[display]]"
                                    : fmt::format("known displays: {}", fmt::join(names, ", ")), {}}}};
    }
    for (auto const& display : displays)
        if (!display.host.empty() && display.host == host) return {display, {}};
    for (auto const& display : displays)
        if (display.host.empty() && !display.name.empty() && display.name == host) return {display, {}};
    return {displays.empty() ? DisplaySettings{} : displays.front(), {}};
}

std::vector<DisplaySettings> displays_beside(Settings const& settings, DisplaySettings const& chosen) {
    std::vector<DisplaySettings> others;
    if (chosen.output.empty()) return others;
    std::set<std::string> outputs{chosen.output};
    for (auto const& display : settings.displays)
        if (!display.output.empty() && display.host == chosen.host && outputs.insert(display.output).second) others.push_back(display);
    return others;
}

}  // namespace kiosk
