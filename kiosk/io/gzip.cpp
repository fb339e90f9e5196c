#include "io/gzip.hpp"

#include <algorithm>
#include <array>

#include <zlib.h>

namespace kiosk {
namespace {

constexpr int largest_window = 15;

/// zlib's name for a format. Some servers send "deflate" without the two bytes in front that
/// RFC 9110 §8.4.1.2 asks for; the first byte tells (RFC 1950 §2.2: method 8, window of at most 7).
int window_for(Packing packing, unsigned char first) {
    if (packing == Packing::gzip) return 16 + largest_window;
    bool const has_header = (first & 0x0F) == 8 && first >> 4 <= 7;
    return has_header ? largest_window : -largest_window;
}

}  // namespace

struct Unpacker::Stream {
    z_stream zlib{};
    bool has_begun = false, has_ended = false;
    ~Stream() {
        if (has_begun) ::inflateEnd(&zlib);
    }
};

Unpacker::Unpacker(Packing packing, std::size_t limit) : packing_(packing), limit_(limit) {
    if (packing != Packing::none) stream_ = std::make_unique<Stream>();
}

Unpacker::~Unpacker() = default;

bool Unpacker::is_whole() const { return state_ == State::good && (!stream_ || stream_->has_ended); }

Unpacker::State Unpacker::add(std::string_view bytes) {
    if (state_ != State::good || bytes.empty()) return state_;
    if (stream_) return state_ = add_packed(bytes);
    if (bytes.size() > limit_ - bytes_.size()) return state_ = State::too_large;
    bytes_.append(bytes);
    return state_;
}

bool Unpacker::begin(unsigned char first) {
    auto& [zlib, has_begun, has_ended] = *stream_;
    if (!has_begun) has_begun = ::inflateInit2(&zlib, window_for(packing_, first)) == Z_OK;
    // Several gzip members in a row are one file; after anything else nothing may follow.
    else if (has_ended && packing_ == Packing::gzip) ::inflateReset(&zlib);
    else if (has_ended) return false;
    has_ended = false;
    return has_begun;
}

Unpacker::State Unpacker::add_packed(std::string_view bytes) {
    auto& [zlib, has_begun, has_ended] = *stream_;
    std::array<char, 16384> piece;
    std::string input(bytes);  // zlib wants bytes that it could change
    zlib.next_in = reinterpret_cast<Bytef*>(input.data());
    zlib.avail_in = static_cast<uInt>(input.size());
    bool has_more = false;
    while (zlib.avail_in > 0 || has_more) {
        if ((!has_begun || has_ended) && !begin(*zlib.next_in)) return State::damaged;
        zlib.next_out = reinterpret_cast<Bytef*>(piece.data());
        zlib.avail_out = static_cast<uInt>(piece.size());
        int const result = ::inflate(&zlib, Z_NO_FLUSH);
        if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR) return State::damaged;
        auto const size = piece.size() - zlib.avail_out;
        if (size > limit_ - bytes_.size()) return State::too_large;
        bytes_.append(piece.data(), size);
        has_ended = result == Z_STREAM_END;
        has_more = !has_ended && zlib.avail_out == 0;
    }
    return State::good;
}

}  // namespace kiosk
