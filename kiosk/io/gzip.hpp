// Unpacking what servers send packed, piece by piece and within a limit.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace kiosk {

/// How a body is packed. Source: RFC 9110 §8.4.1.
enum class Packing { none, gzip, deflate };

/// Unpacks a stream into a string that stays within a limit. zlib's memory apart (about 40 KiB), no more
/// is held than the result.
class Unpacker {
public:
    /// `limit`: bytes of the result.
    Unpacker(Packing packing, std::size_t limit);
    ~Unpacker();
    Unpacker(Unpacker const&) = delete;
    Unpacker& operator=(Unpacker const&) = delete;

    enum class State { good, too_large, damaged };
    /// Takes the next piece. Once it is not good, it stays so. Source: RFC 1952, RFC 1950, RFC 1951.
    State add(std::string_view bytes);

    /// Has the last member ended with its right checksum, so that nothing is missing? What is not packed
    /// is always whole.
    bool is_whole() const;
    std::string const& bytes() const { return bytes_; }
    std::string take() { return std::move(bytes_); }

private:
    struct Stream;
    State add_packed(std::string_view bytes);
    bool begin(unsigned char first);

    Packing packing_;
    std::size_t limit_;
    State state_ = State::good;
    std::string bytes_;
    std::unique_ptr<Stream> stream_;
};

}  // namespace kiosk
