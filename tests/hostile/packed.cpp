#include "hostile/packed.hpp"

#include <zlib.h>

namespace kiosk {
namespace {

std::string packed(std::string_view bytes, int window_bits) {
    z_stream stream{};
    ::deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, window_bits, MAX_MEM_LEVEL, Z_DEFAULT_STRATEGY);
    std::string out(::deflateBound(&stream, bytes.size()), '\0');
    std::string input(bytes);  // zlib's interface takes no const
    stream.next_in = reinterpret_cast<Bytef*>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    ::deflate(&stream, Z_FINISH);
    out.resize(out.size() - stream.avail_out);
    ::deflateEnd(&stream);
    return out;
}

}  // namespace

std::string gzipped(std::string_view bytes) { return packed(bytes, MAX_WBITS + 16); }
std::string deflated(std::string_view bytes) { return packed(bytes, MAX_WBITS); }

}  // namespace kiosk
