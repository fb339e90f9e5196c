// One question and its answer: takes what comes over the wire, and says whether all of it has come.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "io/fetch_fault.hpp"
#include "io/gzip.hpp"
#include "io/http_head.hpp"

namespace kiosk {

/// Only the body of a "200 OK" is of use; that of any other answer is dropped unread.
class HttpExchange {
public:
    /// Limits in bytes: of the header with all interim ones, and of the body when unpacked.
    HttpExchange(std::size_t header_limit, std::size_t body_limit)
        : header_limit_(header_limit), body_limit_(body_limit) {}

    /// False: stop, it is of no use.
    bool add_header_line(std::string_view line);
    bool add_body(std::string_view bytes);

    /// Nothing more is wanted: the answer has no body of use.
    bool is_done() const { return reader_.is_complete() && !unpacker_; }
    /// As many bytes have come as were announced. More would be a contradiction; they show at once, or never.
    bool has_announced_length() const {
        return unpacker_ && framing_.length && received_ == *framing_.length;
    }

    /// Call when the connection has ended (`in_order`: as the protocol wants it) or nothing more is waited
    /// for. Fault: of what came, or that something is missing.
    std::optional<FetchFault> finish(bool in_order);

    std::optional<FetchFault> const& fault() const { return fault_; }  ///< of what has come so far

    bool has_head() const { return reader_.is_complete(); }
    HttpHead const& head() const { return reader_.head(); }
    std::uint64_t received() const { return received_; }  ///< bytes of the body on the wire
    std::string take_body() { return unpacker_ ? unpacker_->take() : std::string(); }

private:
    bool fail(std::string what, std::string hint = {});

    std::size_t header_limit_, body_limit_, header_size_ = 0;
    std::uint64_t received_ = 0;
    HeadReader reader_;
    BodyFraming framing_;
    std::optional<Unpacker> unpacker_;  // there is one while a body of use comes
    std::optional<FetchFault> fault_;
};

}  // namespace kiosk
