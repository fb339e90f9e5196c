// What servers send and disks hold.
#include <algorithm>

#include <fmt/format.h>

#include "base/checksum.hpp"
#include "base/utf8.hpp"
#include "fuzz/fuzz_target.hpp"
#include "fuzz/schedule_life.hpp"
#include "io/address_check.hpp"
#include "io/copy_header.hpp"
#include "io/gzip.hpp"
#include "io/http_dates.hpp"
#include "io/http_head.hpp"
#include "io/masked_url.hpp"

namespace kiosk {
namespace {

void read_head(std::string_view bytes) {
    HeadReader reader;
    for (std::size_t begin = 0; begin < bytes.size();) {
        auto const end = std::min(bytes.find('\n', begin), bytes.size() - 1) + 1;
        reader.add(bytes.substr(begin, end - begin));
        begin = end;
    }
    auto const& head = reader.head();
    auto const framing = framing_of(head);
    must(framing.fault.empty() || framing.fault.size() < 300, "a fault is a short sentence");
    must_be_a_line(escaped_line(framing.fault), "what is wrong with a body");
    // Any byte but controls may be in them: they are sent back, and never shown.
    for (auto const& kept : {safe_etag(head.field("etag")), safe_last_modified(head.field("last-modified"))})
        must(std::none_of(kept.begin(), kept.end(), [](char c) { return (c >= 0 && c < 0x20) || c == 0x7F; }), "what is sent back holds no controls");
    (void)parse_http_date(head.field("date"));
    if (auto const wait = parse_retry_after(head.field("retry-after"), Instant{}))
        must(*wait >= seconds{0} && *wait <= hours{24 * 366}, "nobody is left alone for more than a year");
}

void unpack(std::string_view bytes) {
    constexpr std::size_t limit = 1U << 20;
    for (auto const packing : {Packing::gzip, Packing::deflate, Packing::none})
        for (std::size_t const piece : {std::size_t{1}, std::size_t{997}}) {
            Unpacker unpacker(packing, limit);
            for (std::size_t at = 0; at < bytes.size(); at += piece)
                if (unpacker.add(bytes.substr(at, piece)) != Unpacker::State::good) break;
            must(unpacker.bytes().size() <= limit, "no more is unpacked than the limit");
        }
}

void read_copy(std::string_view bytes) {
    std::size_t size = 0;
    (void)parse_copy_header(bytes, size);
    // The checksum as it ought to be, so that more than the checksum is tried.
    auto const line = bytes.substr(0, bytes.find('\n'));
    auto const file = fmt::format("{} check={:016x}\nbytes", line, checksum_of(line));
    auto const header = parse_copy_header(file, size);
    if (!header) return;
    must(size == file.size() - 5, "a header ends where its line does");
    must(parse_copy_header(to_line(*header), size).has_value(), "a header is read back");
}

void read_url(std::string_view bytes) {
    (void)masked_url(bytes);
    (void)scheme_of(bytes);
    (void)kind_of_host(host_of(bytes));
}

}  // namespace

std::vector<FuzzTarget> const& shell_fuzz_targets() {
    static std::vector<FuzzTarget> const all{{"http-head", {"tests/fuzz/seeds/http-head"}, read_head},
                                             {"unpacking", {"tests/fuzz/seeds/unpacking"}, unpack},
                                             {"copy-header", {"tests/fuzz/seeds/copy-header"}, read_copy},
                                             {"url", {"tests/fuzz/seeds/url"}, read_url}};
    return all;
}

}  // namespace kiosk
