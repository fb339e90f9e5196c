// The floor of a display: the least program that shows a picture with SDL and changes a clock's worth of it each second.
//   kiosk_display_floor PICTURE.png [SECONDS]    fullscreen; ends after SECONDS, if said
// Keeps to the four traps that a plain SDL program falls into: no renderer, no waiting in SDL where it would poll, no OpenGL below
// the window's surface, no window manager asked.
#include <cstdlib>
#include <cstring>

#include <SDL.h>
#include <SDL_image.h>
#include <poll.h>

namespace {

constexpr int clock_width = 400, clock_height = 150;  // pixels

void tick(SDL_Window* window, Uint32 color) {
    auto* const surface = SDL_GetWindowSurface(window);
    SDL_Rect const clock{40, surface->h - clock_height - 40, clock_width, clock_height};
    SDL_FillRect(surface, &clock, color);
    SDL_UpdateWindowSurfaceRects(window, &clock, 1);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) return 2;
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0) return 3;
    SDL_Rect display{};
    SDL_GetDisplayBounds(0, &display);
    auto* const window = SDL_CreateWindow("floor", 0, 0, display.w, display.h, SDL_WINDOW_BORDERLESS);
    auto* const picture = IMG_Load(argv[1]);
    if (!window || !picture) return 3;
    SDL_BlitSurface(picture, nullptr, SDL_GetWindowSurface(window), nullptr);
    SDL_FreeSurface(picture);
    SDL_UpdateWindowSurface(window);
    bool const is_x11 = std::strcmp(SDL_GetCurrentVideoDriver(), "x11") == 0;
    int const seconds = argc > 2 ? std::atoi(argv[2]) : -1;
    for (int i = 0; i != seconds; ++i) {
        SDL_Event event;
        if (is_x11) SDL_WaitEventTimeout(nullptr, 1000);
        else ::poll(nullptr, 0, 1000);
        while (SDL_PollEvent(&event))
            if (event.type == SDL_QUIT) return 0;
        tick(window, static_cast<Uint32>(i) * 0x010101U);
    }
}
