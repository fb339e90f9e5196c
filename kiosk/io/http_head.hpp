// The header of an HTTP answer, line by line, and what it says of the body.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "io/gzip.hpp"

namespace kiosk {

struct HttpHead {
    int status = 0;  ///< 100 to 999
    std::vector<std::pair<std::string, std::string>>
        fields;  ///< names in lower case, values without outer blanks

    /// The first field of that name (in lower case). Empty: there is none, or it is empty.
    std::string_view field(std::string_view name) const;
};

/// Puts a header together. Interim answers (100 Continue) are read and forgotten, as are the lines behind
/// a body sent in chunks. Source: RFC 9112 §2 to §5, RFC 9110 §15.2.
class HeadReader {
public:
    void add(std::string_view line);  ///< one line with its end
    bool is_complete() const { return is_complete_; }
    HttpHead const& head() const { return head_; }

private:
    HttpHead head_;
    bool is_complete_ = false;
};

/// Where the body ends, and how it is packed.
struct BodyFraming {
    std::optional<std::uint64_t>
        length;  ///< bytes on the wire; empty: by chunks, or until the connection ends
    Packing packing = Packing::none;
    std::string fault;  ///< why no body can be believed; empty: it can
};

/// Fault: lengths that contradict each other or are none, a length beside chunks, a packing that was not
/// asked for. Source: RFC 9112 §6.3, RFC 9110 §8.4.
BodyFraming framing_of(HttpHead const& head);

/// An ETag that may be sent back as it is; else empty. Source: RFC 9110 §8.8.3.
std::string safe_etag(std::string_view value);

/// A Last-Modified that may be sent back as it is; else empty. Source: RFC 9110 §8.8.2.
std::string safe_last_modified(std::string_view value);

}  // namespace kiosk
