// SDL's functions, each looked up in SDL's library when it is first called. To load these libraries and the
// sixty behind them takes 7 ms, for which commands that draw nothing need not wait.
// The compiler holds the lines below against SDL's headers. A function that the linker misses wants a line.
#include <cstdarg>
#include <cstdio>

#include <SDL.h>
#include <SDL_image.h>
#include <SDL_ttf.h>

#include "late/late_library.hpp"
#include "paint/late_sdl.hpp"

namespace {

// The names are those of the headers' major version.
void* sdl() {
    static void* const library = kiosk::open_library("libSDL2-2.0.so.0");
    return library;
}
void* ttf() {
    static void* const library = kiosk::open_library("libSDL2_ttf-2.0.so.0");
    return library;
}
void* image() {
    static void* const library = kiosk::open_library("libSDL2_image-2.0.so.0");
    return library;
}

}  // namespace

namespace kiosk {
void load_sdl() {
    ttf();
    sdl();
}
}  // namespace kiosk

KIOSK_LATE_CALL(sdl, SDL_Surface*, SDL_ConvertSurfaceFormat,
                (SDL_Surface* from, Uint32 pixel_format, Uint32 flags),
                (from, pixel_format, flags))
KIOSK_LATE_CALL(sdl, SDL_Surface*, SDL_CreateRGBSurfaceWithFormat,
                (Uint32 flags, int width, int height, int depth, Uint32 format),
                (flags, width, height, depth, format))
KIOSK_LATE_CALL(sdl, SDL_Renderer*, SDL_CreateRenderer,
                (SDL_Window* window, int index, Uint32 flags),
                (window, index, flags))
KIOSK_LATE_CALL(sdl, SDL_Texture*, SDL_CreateTexture,
                (SDL_Renderer* renderer, Uint32 format, int access, int width, int height),
                (renderer, format, access, width, height))
KIOSK_LATE_CALL(sdl, SDL_Window*, SDL_CreateWindow,
                (char const* title, int x, int y, int width, int height, Uint32 flags),
                (title, x, y, width, height, flags))
KIOSK_LATE_CALL(sdl, void, SDL_DestroyRenderer, (SDL_Renderer* renderer), (renderer))
KIOSK_LATE_CALL(sdl, void, SDL_DestroyTexture, (SDL_Texture* texture), (texture))
KIOSK_LATE_CALL(sdl, void, SDL_DestroyWindow, (SDL_Window* window), (window))
KIOSK_LATE_CALL(sdl, void, SDL_DisableScreenSaver, (), ())
KIOSK_LATE_CALL(sdl, int, SDL_FillRect, (SDL_Surface* surface, SDL_Rect const* rect, Uint32 color), (surface, rect, color))
KIOSK_LATE_CALL(sdl, void, SDL_FreeSurface, (SDL_Surface* surface), (surface))
KIOSK_LATE_CALL(sdl, SDL_GLContext, SDL_GL_GetCurrentContext, (), ())
KIOSK_LATE_CALL(sdl, void*, SDL_GL_GetProcAddress, (char const* name), (name))
KIOSK_LATE_CALL(sdl, char const*, SDL_GetCurrentVideoDriver, (), ())
KIOSK_LATE_CALL(sdl, int, SDL_GetDisplayBounds, (int display_index, SDL_Rect* rect), (display_index, rect))
KIOSK_LATE_CALL(sdl, char const*, SDL_GetError, (), ())
KIOSK_LATE_CALL(sdl, int, SDL_GetRendererInfo, (SDL_Renderer* renderer, SDL_RendererInfo* info), (renderer, info))
KIOSK_LATE_CALL(sdl, int, SDL_GetRendererOutputSize,
                (SDL_Renderer* renderer, int* width, int* height),
                (renderer, width, height))
KIOSK_LATE_CALL(sdl, SDL_Surface*, SDL_GetWindowSurface, (SDL_Window* window), (window))
KIOSK_LATE_CALL(sdl, SDL_bool, SDL_HasEvents, (Uint32 min_type, Uint32 max_type), (min_type, max_type))
KIOSK_LATE_CALL(sdl, int, SDL_InitSubSystem, (Uint32 flags), (flags))
KIOSK_LATE_CALL(sdl, char const*, SDL_GetKeyName, (SDL_Keycode key), (key))
KIOSK_LATE_CALL(sdl, int, SDL_PollEvent, (SDL_Event* event), (event))
KIOSK_LATE_CALL(sdl, int, SDL_PushEvent, (SDL_Event* event), (event))
KIOSK_LATE_CALL(sdl, int, SDL_QueryTexture,
                (SDL_Texture* texture, Uint32* format, int* access, int* width, int* height),
                (texture, format, access, width, height))
KIOSK_LATE_CALL(sdl, void, SDL_QuitSubSystem, (Uint32 flags), (flags))
KIOSK_LATE_CALL(sdl, SDL_RWops*, SDL_RWFromConstMem, (void const* bytes, int size), (bytes, size))
KIOSK_LATE_CALL(sdl, int, SDL_RWclose, (SDL_RWops* context), (context))
KIOSK_LATE_CALL(sdl, int, SDL_RenderClear, (SDL_Renderer* renderer), (renderer))
KIOSK_LATE_CALL(sdl, int, SDL_RenderCopy,
                (SDL_Renderer* renderer, SDL_Texture* texture, SDL_Rect const* from_rect, SDL_Rect const* to_rect),
                (renderer, texture, from_rect, to_rect))
KIOSK_LATE_CALL(sdl, int, SDL_RenderFillRect, (SDL_Renderer* renderer, SDL_Rect const* rect), (renderer, rect))
KIOSK_LATE_CALL(sdl, void, SDL_RenderPresent, (SDL_Renderer* renderer), (renderer))
KIOSK_LATE_CALL(sdl, SDL_bool, SDL_SetHint, (char const* name, char const* value), (name, value))
// Takes arguments that cannot be handed on as they are.
extern "C" int SDL_SetError(char const* format, ...) {
    static auto* const function = kiosk::find_in_library<decltype(SDL_SetError)>(sdl(), "SDL_SetError");
    char text[1024];
    va_list arguments;
    va_start(arguments, format);
    std::vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    return function("%s", text);
}

KIOSK_LATE_CALL(sdl, int, SDL_SetRenderDrawBlendMode,
                (SDL_Renderer* renderer, SDL_BlendMode blend_mode),
                (renderer, blend_mode))
KIOSK_LATE_CALL(sdl, int, SDL_SetRenderDrawColor,
                (SDL_Renderer* renderer, Uint8 red, Uint8 green, Uint8 blue, Uint8 alpha),
                (renderer, red, green, blue, alpha))
KIOSK_LATE_CALL(sdl, int, SDL_SetSurfaceBlendMode,
                (SDL_Surface* surface, SDL_BlendMode blend_mode),
                (surface, blend_mode))
KIOSK_LATE_CALL(sdl, int, SDL_SetTextureAlphaMod, (SDL_Texture* texture, Uint8 alpha), (texture, alpha))
KIOSK_LATE_CALL(sdl, int, SDL_SetTextureBlendMode,
                (SDL_Texture* texture, SDL_BlendMode blend_mode),
                (texture, blend_mode))
KIOSK_LATE_CALL(sdl, int, SDL_ShowCursor, (int toggle), (toggle))
KIOSK_LATE_CALL(sdl, int, SDL_SoftStretchLinear,
                (SDL_Surface* from, SDL_Rect const* from_rect, SDL_Surface* to, SDL_Rect const* to_rect),
                (from, from_rect, to, to_rect))
KIOSK_LATE_CALL(sdl, int, SDL_UpdateTexture,
                (SDL_Texture* texture, SDL_Rect const* rect, void const* pixels, int pitch),
                (texture, rect, pixels, pitch))
KIOSK_LATE_CALL(sdl, int, SDL_UpdateWindowSurfaceRects,
                (SDL_Window* window, SDL_Rect const* rects, int count),
                (window, rects, count))
KIOSK_LATE_CALL(sdl, int, SDL_UpperBlit,
                (SDL_Surface* from, SDL_Rect const* from_rect, SDL_Surface* to, SDL_Rect* to_rect),
                (from, from_rect, to, to_rect))
KIOSK_LATE_CALL(sdl, int, SDL_WaitEventTimeout, (SDL_Event* event, int timeout), (event, timeout))

KIOSK_LATE_CALL(ttf, void, TTF_CloseFont, (TTF_Font* font), (font))
KIOSK_LATE_CALL(ttf, int, TTF_FontAscent, (TTF_Font const* font), (font))
KIOSK_LATE_CALL(ttf, int, TTF_FontDescent, (TTF_Font const* font), (font))
KIOSK_LATE_CALL(ttf, int, TTF_FontHeight, (TTF_Font const* font), (font))
KIOSK_LATE_CALL(ttf, int, TTF_GlyphIsProvided32, (TTF_Font* font, Uint32 character), (font, character))
KIOSK_LATE_CALL(ttf, int, TTF_GlyphMetrics32,
                (TTF_Font* font, Uint32 character, int* min_x, int* max_x, int* min_y, int* max_y, int* advance),
                (font, character, min_x, max_x, min_y, max_y, advance))
KIOSK_LATE_CALL(ttf, int, TTF_Init, (), ())
KIOSK_LATE_CALL(ttf, TTF_Font*, TTF_OpenFontIndexRW,
                (SDL_RWops* source, int free_source, int size, long index),
                (source, free_source, size, index))
KIOSK_LATE_CALL(ttf, void, TTF_Quit, (), ())
KIOSK_LATE_CALL(ttf, SDL_Surface*, TTF_RenderUTF8_Blended,
                (TTF_Font* font, char const* text, SDL_Color color),
                (font, text, color))
KIOSK_LATE_CALL(ttf, int, TTF_SetFontDirection, (TTF_Font* font, TTF_Direction direction), (font, direction))
KIOSK_LATE_CALL(ttf, void, TTF_SetFontHinting, (TTF_Font* font, int hinting), (font, hinting))
KIOSK_LATE_CALL(ttf, int, TTF_SetFontScriptName, (TTF_Font* font, char const* script), (font, script))
KIOSK_LATE_CALL(ttf, int, TTF_SetFontSize, (TTF_Font* font, int size), (font, size))
KIOSK_LATE_CALL(ttf, int, TTF_SizeUTF8,
                (TTF_Font* font, char const* text, int* width, int* height),
                (font, text, width, height))

KIOSK_LATE_CALL(image, SDL_Surface*, IMG_LoadSizedSVG_RW,
                (SDL_RWops* from, int width, int height),
                (from, width, height))
KIOSK_LATE_CALL(image, int, IMG_Init, (int flags), (flags))
KIOSK_LATE_CALL(image, SDL_Surface*, IMG_LoadWEBP_RW, (SDL_RWops* from), (from))
