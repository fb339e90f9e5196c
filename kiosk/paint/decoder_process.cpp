#include "paint/decoder_process.hpp"

#include <cerrno>
#include <cstring>

#include <fmt/format.h>
#include <unistd.h>

#include "base/limits.hpp"
#include "io/helper_process.hpp"
#include "io/sandbox.hpp"

namespace kiosk {
namespace {

constexpr SandboxLimits decoder_limits{most_decoder_memory, most_decoder_cpu_seconds};

DecoderReply fault(std::string text) { return {{}, {}, std::move(text)}; }

}  // namespace

DecoderReply decode_apart(std::string_view bytes, DecoderTask const& task, std::stop_token const& stop) {
    HelperTask helper{to_arguments(task), {bytes}, longest_decoding, most_reply_bytes(task)};
    helper.arguments.insert(helper.arguments.begin(), std::string(decoder_flag));
    auto end = run_helper(helper, stop);
    if (!end) return fault(fmt::format("it cannot be decoded now: {}", std::strerror(errno)));
    if (end->why == HelperEnd::Why::stopped) return fault("it is not wanted any more");
    if (auto reply = to_reply(std::move(end->output), task)) return std::move(*reply);
    return fault(end->is_out_of_time() ? "it takes too long to decode" : "its pixels are broken");
}

int run_decoder(std::span<char const* const> arguments) {
    auto const task = to_task(arguments);
    if (!task) return 2;
    auto const picture = mapped_stdin();
    prepare_to_decode(picture, *task);
    enter_sandbox(decoder_limits);
    auto const reply = decode_here(picture, *task);
    auto const* const fault = reinterpret_cast<std::uint8_t const*>(reply.fault.data());
    bool const is_written = write_whole(STDOUT_FILENO, head_of(reply)) &&
                            write_whole(STDOUT_FILENO, reply.fault.empty() ? std::span(reply.bytes) : std::span(fault, reply.fault.size()));
    return is_written ? 0 : 3;
}

}  // namespace kiosk
