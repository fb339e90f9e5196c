#include "settings/control_settings.hpp"

#include <fmt/format.h>

#include "base/utf8.hpp"

namespace kiosk {

std::vector<std::string> const& control_keys() {
    static std::vector<std::string> const names = [] {
        std::vector<std::string> keys;
        for (int number = 1; number <= 24; ++number) keys.push_back(fmt::format("F{}", number));
        for (int digit = 0; digit <= 9; ++digit) keys.push_back(fmt::format("{}", digit));
        for (int digit = 0; digit <= 9; ++digit) keys.push_back(fmt::format("Keypad {}", digit));
        keys.insert(keys.end(), {"PageUp", "PageDown"});
        return keys;
    }();
    return names;
}

ControlSettings read_control(TomlTable table) {
    ControlSettings control;
    if (auto const file = table.text("file")) {
        control.file = file->value;
        control.file_origin = file->where;
    }
    auto keys = table.table("keys");
    for (auto const& name : control_keys())
        if (auto const line = keys.text(name)) control.keys.push_back({name, clean_line(line->value), line->where});
    keys.report_unknown_keys();
    table.report_unknown_keys();
    return control;
}

}  // namespace kiosk
