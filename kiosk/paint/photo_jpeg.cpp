// JPEG through libjpeg-turbo, which SDL2_image brings along: it can decode at a half, a quarter or an eighth, and is four
// times as fast as stb_image. Opened when the first JPEG is decoded.
#include <cstdio>  // jpeglib.h forgets it

#include <jpeglib.h>
#include <jerror.h>

#include <csetjmp>
#include <cstdlib>

#include <dlfcn.h>

#include "paint/photo_decoder.hpp"

namespace kiosk {
namespace {

struct Library {
    decltype(&jpeg_std_error) std_error = nullptr;
    decltype(&jpeg_CreateDecompress) create = nullptr;
    decltype(&jpeg_destroy_decompress) destroy = nullptr;
    decltype(&jpeg_mem_src) from_memory = nullptr;
    decltype(&jpeg_read_header) read_header = nullptr;
    decltype(&jpeg_start_decompress) start = nullptr;
    decltype(&jpeg_read_scanlines) read_rows = nullptr;
    bool is_whole = false;
};

Library opened() {
    Library library;
    void* const file = ::dlopen("libjpeg.so.62", RTLD_NOW | RTLD_LOCAL);
    if (!file) return library;
    bool is_whole = true;
    auto const find = [&]<class Function>(Function& function, char const* name) {
        function = reinterpret_cast<Function>(::dlsym(file, name));
        is_whole = is_whole && function;
    };
    find(library.std_error, "jpeg_std_error");
    find(library.create, "jpeg_CreateDecompress");
    find(library.destroy, "jpeg_destroy_decompress");
    find(library.from_memory, "jpeg_mem_src");
    find(library.read_header, "jpeg_read_header");
    find(library.start, "jpeg_start_decompress");
    find(library.read_rows, "jpeg_read_scanlines");
    library.is_whole = is_whole;
    return library;
}

Library const& library() {
    static Library const once = opened();
    return once;
}

/// The library's own, with a way back to where it was called. Source: libjpeg.txt, "Error handling".
struct Errors {
    jpeg_error_mgr base;  // first: the library knows no more of it
    std::jmp_buf back;
    bool is_damaged;
};

[[noreturn]] void on_error(j_common_ptr state) { std::longjmp(reinterpret_cast<Errors*>(state->err)->back, 1); }

/// The library goes on after these with grey where there was no more. Others (a byte too many between parts) do no harm.
bool means_damage(int warning) {
    return warning == JWRN_JPEG_EOF || warning == JWRN_HIT_MARKER || warning == JWRN_HUFF_BAD_CODE || warning == JWRN_ARITH_BAD_CODE ||
           warning == JWRN_NOT_SEQUENTIAL || warning == JWRN_BOGUS_PROGRESSION;
}

void on_message(j_common_ptr state, int level) {
    if (level < 0 && means_damage(state->err->msg_code)) reinterpret_cast<Errors*>(state->err)->is_damaged = true;
}

/// The least of 1/8, 1/4, 1/2 and 1 that is at least `scale`; these have fast transforms.
unsigned eighths_of(double scale) {
    for (unsigned const eighths : {1U, 2U, 4U})
        if (eighths / 8.0 >= scale) return eighths;
    return 8;
}

/// Plain data alone, as longjmp ends no C++ object.
struct Job {
    jpeg_decompress_struct state{};
    Errors errors{};
    std::uint8_t* rows = nullptr;
};

/// False: broken, or of colours that are left to stb_image.
bool decode(Job& job, std::string_view bytes, double scale) {
    auto const& jpeg = library();
    auto& state = job.state;
    state.err = jpeg.std_error(&job.errors.base);
    job.errors.base.error_exit = on_error;
    job.errors.base.emit_message = on_message;
    if (setjmp(job.errors.back) != 0) return false;
    jpeg.create(&state, JPEG_LIB_VERSION, sizeof state);
    jpeg.from_memory(&state, reinterpret_cast<unsigned char const*>(bytes.data()), static_cast<unsigned long>(bytes.size()));
    if (jpeg.read_header(&state, TRUE) != JPEG_HEADER_OK) return false;
    if (state.jpeg_color_space == JCS_CMYK || state.jpeg_color_space == JCS_YCCK) return false;
    state.out_color_space = JCS_RGB;
    state.scale_num = eighths_of(scale);
    state.scale_denom = 8;
    state.dct_method = JDCT_ISLOW;  // the same numbers on every machine
    if (!jpeg.start(&state) || state.output_components != 3) return false;
    auto const stride = std::size_t{state.output_width} * 3;
    job.rows = static_cast<std::uint8_t*>(std::malloc(stride * state.output_height));
    if (!job.rows) return false;
    while (state.output_scanline < state.output_height) {
        JSAMPROW row = job.rows + stride * state.output_scanline;
        if (jpeg.read_rows(&state, &row, 1) == 0) return false;
    }
    return !job.errors.is_damaged;
}

}  // namespace

void prepare_jpeg() { (void)library(); }

std::optional<DecodedPhoto> decode_jpeg(std::string_view bytes, double scale) {
    if (!library().is_whole) return {};
    Job job;
    bool const is_decoded = decode(job, bytes, scale);
    DecodedPhoto photo;
    photo.size = {static_cast<int>(job.state.output_width), static_cast<int>(job.state.output_height)};
    photo.bytes.reset(job.rows);
    library().destroy(&job.state);
    if (!is_decoded) return {};
    return photo;
}

}  // namespace kiosk
