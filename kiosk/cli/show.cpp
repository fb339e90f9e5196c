#include "cli/command.hpp"
namespace kiosk { Exit show(CommonOptions const&, ShowOptions const&) { return Exit::done; } Exit rehearse(CommonOptions const&, ShowOptions const&) { return Exit::done; } }
