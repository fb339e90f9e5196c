// What is wanted of a picture's bytes, and what comes of it; as values, and as bytes between two processes.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "paint/photo_crop.hpp"
#include "paint/photo_file.hpp"

namespace kiosk {

struct DecoderTask {
    enum class Kind {
        photo,      ///< cut and scaled as `crop` says: pixels
        whole,      ///< can it be decoded? Nothing comes of it but a fault
        fit,        ///< made fit to be kept (photo_fit.hpp): a file's bytes, or none if it is so already
        svg,        ///< drawn in `crop.size`: pixels
        svg_shape,  ///< its size alone
    };
    Kind kind = Kind::whole;
    PhotoHeader header = {};  ///< of a photo
    Crop crop = {};
};

struct DecoderReply {
    Size size;
    std::vector<std::uint8_t> bytes;  ///< rows of R, G, B, A, or a file
    std::string fault;                ///< "its pixels are broken" and the like; empty: it went well
};

/// As arguments of a command line.
std::vector<std::string> to_arguments(DecoderTask const& task);
/// Empty: they are none.
std::optional<DecoderTask> to_task(std::span<char const* const> arguments);

/// The head of a reply; its bytes follow, or its fault.
std::vector<std::uint8_t> head_of(DecoderReply const& reply);
/// Of all bytes that came. Empty: they are not whole, or not what was asked for.
std::optional<DecoderReply> to_reply(std::vector<std::uint8_t> bytes, DecoderTask const& task);
/// What a reply to `task` can have.
std::size_t most_reply_bytes(DecoderTask const& task);

/// Does it, in this process.
DecoderReply decode_here(std::string_view bytes, DecoderTask const& task);
/// Opens what decode_here() may need of the system for these bytes, so that it needs no more of it then.
void prepare_to_decode(std::string_view bytes, DecoderTask const& task);

}  // namespace kiosk
