// Reading `[control]` of an event file.
#pragma once

#include "settings/settings.hpp"
#include "settings/toml_table.hpp"

namespace kiosk {

/// Unknown keys are problems with their line. What a key or the file says is read by whoever carries it out.
ControlSettings read_control(TomlTable table);

}  // namespace kiosk
