// JSON pointers, which name the place of a problem in a JSON file. Source: RFC 6901.
#pragma once

#include <string>
#include <string_view>

namespace kiosk {

/// One name inside a pointer: "a/b" is "a~1b", and what cannot be shown is left out. Source: RFC 6901 §3.
std::string pointer_token(std::string_view name);

}  // namespace kiosk
