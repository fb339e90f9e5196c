// Decoding in a process of its own: a picture that breaks the decoder, or was made to, takes nothing else with it.
#pragma once

#include <span>
#include <stop_token>
#include <string_view>

#include "paint/decoder_task.hpp"

namespace kiosk {

/// The first argument that makes this program a decoder: main() then calls run_decoder() with the others.
inline constexpr std::string_view decoder_flag = "--decode-picture";

/// Has this program, started once more, do `task` to `bytes`: within 5 s of processor time, 10 s in all and 320 MiB, without
/// files, network or processes (io/sandbox.hpp). Faults: "its pixels are broken" where it died, "it takes too long to
/// decode", "it takes too much memory", "it cannot be decoded now: …" where no process can be had. For any thread.
DecoderReply decode_apart(std::string_view bytes, DecoderTask const& task, std::stop_token const& stop = {});

/// The other end: the picture on stdin, the reply on stdout. Returns the exit code.
int run_decoder(std::span<char const* const> arguments);

}  // namespace kiosk
