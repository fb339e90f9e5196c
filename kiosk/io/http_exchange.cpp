#include "io/http_exchange.hpp"

#include <fmt/format.h>

namespace kiosk {
namespace {

constexpr std::string_view server_hint = "the server is at fault: tell whoever runs it";

std::string in_mb(std::size_t bytes) {
    return bytes >= 1U << 20 ? fmt::format("{} MB", bytes >> 20) : fmt::format("{} KB", bytes >> 10);
}

/// Where a packed body is packed once more, its reader would meet neither text nor picture.
bool looks_packed(std::string_view bytes) { return bytes.starts_with("\x1F\x8B"); }

}  // namespace

bool HttpExchange::fail(std::string what, std::string hint) {
    if (!fault_) fault_ = FetchFault{std::move(what), std::move(hint)};
    return false;
}

bool HttpExchange::add_header_line(std::string_view line) {
    header_size_ += line.size();
    if (header_size_ > header_limit_)
        return fail(fmt::format("too large: the header alone has more than {}", in_mb(header_limit_)),
                    std::string(server_hint));
    bool const was_complete = reader_.is_complete();
    reader_.add(line);
    if (was_complete || !reader_.is_complete() || reader_.head().status != 200) return true;
    framing_ = framing_of(reader_.head());
    if (!framing_.fault.empty())
        return fail("the answer cannot be right: " + framing_.fault, std::string(server_hint));
    if (framing_.length && *framing_.length > body_limit_)
        return fail(fmt::format("too large: {} bytes are announced, {} are the most", *framing_.length,
                                in_mb(body_limit_)),
                    "check the address");
    unpacker_.emplace(framing_.packing, body_limit_);
    return true;
}

bool HttpExchange::add_body(std::string_view bytes) {
    if (!unpacker_) return !fault_;
    received_ += bytes.size();
    if (framing_.length && received_ > *framing_.length)
        return fail(fmt::format("the answer cannot be right: more than the {} bytes that it announces",
                                *framing_.length),
                    std::string(server_hint));
    switch (unpacker_->add(bytes)) {
        case Unpacker::State::good: return true;
        case Unpacker::State::too_large:
            return fail(fmt::format("too large: {} are the most", in_mb(body_limit_)), "check the address");
        case Unpacker::State::damaged: break;
    }
    return fail("damaged on the way: it cannot be unpacked", std::string(server_hint));
}

std::optional<FetchFault> HttpExchange::finish(bool in_order) {
    if (fault_) return fault_;
    if (header_size_ == 0) fail("the connection broke before the answer");
    else if (!reader_.is_complete()) fail("cut off in the middle of the answer's header");
    else if (!unpacker_) return {};
    else if (framing_.length && received_ < *framing_.length)
        fail(fmt::format("cut off: {} of {} bytes came", received_, *framing_.length));
    else if (!framing_.length && !in_order) fail(fmt::format("cut off or garbled after {} bytes", received_));
    else if (!unpacker_->is_whole())
        fail(fmt::format("cut off: the packed text ends after {} bytes", received_));
    else if (framing_.packing != Packing::none && looks_packed(unpacker_->bytes()))
        fail("the answer cannot be right: it is packed twice", std::string(server_hint));
    return fault_;
}

}  // namespace kiosk
