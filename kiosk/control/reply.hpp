// What an operator hears back.
#pragma once

#include <string>

namespace kiosk {

struct Reply {
    bool is_done = false;
    std::string text;  ///< lines for the operator
};

}  // namespace kiosk
