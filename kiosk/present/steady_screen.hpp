// A screen that goes on in another way where one fails: the graphics chip may lose what it holds, or be lost itself.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "present/screen.hpp"

namespace kiosk {

/// One way to present. Null: this machine has not got it.
using OpenScreen = std::function<std::unique_ptr<Screen>()>;

/// `first`, and where it fails: its pictures handed over anew, then each of `others` in turn, the failed one closed before; each
/// shows the whole picture at once. Lost is the screen when all have failed. After a thousand frames without a failure all
/// are tried again. `say`: hears of every change; none: nobody does.
std::unique_ptr<Screen> steady(std::unique_ptr<Screen> first, std::vector<OpenScreen> others, std::function<void(std::string const&)> say);

}  // namespace kiosk
