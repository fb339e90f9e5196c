// A photo of 12 megapixels made as large as a portrait: ours, beside stb_image and stb_image_resize.
//   kiosk_photo_bench      prints the CPU time of both in milliseconds, the least of three each
#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

#include <sys/resource.h>

#include "paint/photo_file.hpp"

#define STB_IMAGE_STATIC
#define STB_IMAGE_IMPLEMENTATION
#define STBI_ONLY_JPEG
#include <stb/stb_image.h>
#define STB_IMAGE_RESIZE_STATIC
#define STB_IMAGE_RESIZE_IMPLEMENTATION
#include <stb/stb_image_resize.h>
#define STB_IMAGE_WRITE_STATIC
#define STB_IMAGE_WRITE_IMPLEMENTATION
#include <stb/stb_image_write.h>

namespace {

constexpr int width = 4000, height = 3000, side = 538, quality = 88;

/// Soft shapes and the noise of a camera, as a photo has them: about 3 MB.
std::string photo() {
    std::vector<unsigned char> rgb(std::size_t{3} * width * height);
    unsigned seed = 1;
    for (std::size_t i = 0; i < rgb.size(); ++i) {
        seed = seed * 1664525U + 1013904223U;
        auto const x = static_cast<unsigned>(i / 3 % width), y = static_cast<unsigned>(i / 3 / width);
        auto const shape = ((x / 9 ^ y / 11) & 127U) + (x * y / 70000U & 63U) + 30U * static_cast<unsigned>(i % 3);
        rgb[i] = static_cast<unsigned char>(std::min(255U, shape + (seed >> 29)));
    }
    std::string bytes;
    auto const append = [](void* to, void* data, int size) { static_cast<std::string*>(to)->append(static_cast<char const*>(data), static_cast<std::size_t>(size)); };
    stbi_write_jpg_to_func(append, &bytes, width, height, 3, rgb.data(), quality);
    return bytes;
}

double cpu_ms() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    auto const ms = [](timeval const& time) { return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3; };
    return ms(usage.ru_utime) + ms(usage.ru_stime);
}

template <class Work>
double least(Work const& work) {
    double best = 1e9;
    for (int i = 0; i < 3; ++i) {
        double const before = cpu_ms();
        work();
        best = std::min(best, cpu_ms() - before);
    }
    return best;
}

void with_stb(std::string const& bytes) {
    int w = 0, h = 0, channels = 0;
    auto* const pixels = stbi_load_from_memory(reinterpret_cast<stbi_uc const*>(bytes.data()), static_cast<int>(bytes.size()), &w, &h, &channels, 3);
    std::vector<unsigned char> small(std::size_t{3} * side * side);
    stbir_resize_uint8(pixels, w, h, 0, small.data(), side, side, 0, 3);
    stbi_image_free(pixels);
}

}  // namespace

int main() {
    auto const bytes = photo();
    kiosk::PhotoHeader header;
    if (!kiosk::photo_fault(bytes, header).empty()) return 3;
    double const ours = least([&] { (void)kiosk::decode_photo(bytes, header, {{side, side}}); });
    std::printf("%.1f %.1f\n", ours, least([&] { with_stb(bytes); }));
}
