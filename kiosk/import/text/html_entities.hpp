// `&amp;`, `&#8217;`, `&uuml;` in texts that are no HTML pages.
#pragma once

#include <string>
#include <string_view>

namespace kiosk {

/// Each entity decoded once: "&amp;lt;" gives "&lt;". What is none stays as it is; numbers that are
/// no character give U+FFFD, those of Windows-1252 (128 to 159) what browsers make of them.
/// Source: HTML Living Standard §13.2.5.80.
std::string decode_entities(std::string_view text);

}  // namespace kiosk
