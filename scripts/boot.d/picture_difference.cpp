// How far two pictures differ, each PNG or PPM: "mean 0.012, over 0.003 %": of the channels' differences of 255, and of the
// pixels of which a channel is off by more than 8.
//   kiosk_picture_difference A B        ends with 1 if their sizes differ or one cannot be read
#include <cstdio>
#include <cstdlib>

#define STB_IMAGE_IMPLEMENTATION
#define STBI_ONLY_PNG
#define STBI_ONLY_PNM
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#pragma GCC diagnostic ignored "-Wunused-function"
#include <stb/stb_image.h>
#pragma GCC diagnostic pop

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    int widths[2], heights[2], channels;
    unsigned char* pixels[2];
    for (int i = 0; i < 2; ++i) {
        pixels[i] = stbi_load(argv[i + 1], &widths[i], &heights[i], &channels, 3);
        if (!pixels[i]) return std::fprintf(stderr, "%s: %s\n", argv[i + 1], stbi_failure_reason()), 1;
    }
    if (widths[0] != widths[1] || heights[0] != heights[1])
        return std::fprintf(stderr, "%dx%d and %dx%d\n", widths[0], heights[0], widths[1], heights[1]), 1;
    long const size = static_cast<long>(widths[0]) * heights[0];
    double sum = 0;
    long over = 0;
    for (long i = 0; i < size; ++i) {
        int most = 0;
        for (int channel = 0; channel < 3; ++channel) {
            int const difference = std::abs(pixels[0][3 * i + channel] - pixels[1][3 * i + channel]);
            sum += difference;
            most = difference > most ? difference : most;
        }
        over += most > 8 ? 1 : 0;
    }
    std::printf("mean %.3f, over %.3f %%\n", sum / static_cast<double>(3 * size), 100.0 * static_cast<double>(over) / static_cast<double>(size));
}
