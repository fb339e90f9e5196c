// The tables `[[display]]` and `[power]` of the event file.
#pragma once

#include "settings/settings.hpp"
#include "settings/toml_table.hpp"

namespace kiosk {

/// What is wrong with the table is reported in it.
DisplaySettings read_display(TomlTable table);
/// `off` is "never", "night", or hours: "22:00-06:30". What is wrong with the table is reported in it.
PowerSettings read_power(TomlTable table);

}  // namespace kiosk
