// A painted surface as a file, and as a number.
#pragma once

#include <string>

#include <SDL.h>

namespace kiosk {

/// PNG of 8-bit RGB without alpha; the same surface gives the same bytes. Empty: no memory.
/// `surface`: XRGB8888 or ARGB8888.
std::string to_png(SDL_Surface const& surface);

/// 16 hexadecimal digits that tell pictures apart: FNV-1a of 64 bits over size and colours.
std::string fingerprint(SDL_Surface const& surface);

}  // namespace kiosk
