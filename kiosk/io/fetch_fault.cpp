#include "io/fetch_fault.hpp"

#include <cerrno>
#include <cstring>

#include <fmt/format.h>

#include "base/utf8.hpp"

namespace kiosk {
namespace {

constexpr char const* network_hint = "check the address and the network";
constexpr char const* packages_hint = "install what scripts/packages --list names";

std::string in_words(milliseconds length) {
    return length % seconds{1} == milliseconds{0} ? fmt::format("{} s", length / seconds{1})
                                                  : fmt::format("{} ms", length.count());
}

}  // namespace

FetchFault library_missing() {
    return {"the program's library for it, libcurl, is not installed or too old", packages_hint};
}

FetchFault cancelled() { return {"given up, as the program wants it no more", {}, true}; }

FetchFault name_not_found(std::string_view host) {
    return {fmt::format("the name {} was not found", clean_line(host)), network_hint};
}

FetchFault no_connection(milliseconds limit) {
    return {fmt::format("timed out after {}: no connection", in_words(limit)), network_hint};
}

FetchFault silent(milliseconds limit, bool has_begun) {
    return {fmt::format("timed out after {} {}", in_words(limit),
                        has_begun ? "in the middle of the answer" : "without an answer"),
            "check the network and the server"};
}

FetchFault too_slow() { return {"timed out, as it came too slowly", "check the network and the server"}; }

FetchFault cannot_connect(std::string_view host, int error) {
    if (error == ECONNREFUSED)
        return {fmt::format("{} refuses the connection", clean_line(host)),
                "check the address and the server"};
    auto const* const reason = error ? std::strerror(error) : "no address answers";
    return {fmt::format("there is no way to {}: {}", clean_line(host), reason), network_hint};
}

FetchFault address_refused(std::string_view host) {
    return {
        fmt::format(
            "{} is an address of this machine or of the venue's network, to which nobody outside may lead",
            clean_line(host)),
        "if that is meant, name it in the event file"};
}

FetchFault certificate_refused(std::string_view host, long verdict, std::string_view detail, Instant now) {
    constexpr long not_yet_valid = 9, has_expired = 10;
    auto const today = to_iso(WallTime{std::chrono::floor<seconds>(now).time_since_epoch()});
    if (verdict == not_yet_valid)
        return {
            fmt::format("its certificate is not yet valid by this machine's clock, which says {} UTC", today),
            "set the clock, or wait until it is set"};
    if (verdict == has_expired)
        return {fmt::format("its certificate is no longer valid by this machine's clock, which says {} UTC",
                            today),
                "if the clock is right, tell whoever runs the server"};
    return {fmt::format("its certificate is not valid for {}: {}", clean_line(host), clean_line(detail)),
            "tell whoever runs the server; or is it a network where one has to log in first?"};
}

FetchFault library_error(int code, std::string_view detail) {
    return {fmt::format("libcurl's error {}: {}", code, clean_line(detail))};
}

}  // namespace kiosk
