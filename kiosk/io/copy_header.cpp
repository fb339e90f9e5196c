#include "io/copy_header.hpp"

#include <algorithm>
#include <charconv>
#include <fstream>

#include <fmt/format.h>

namespace kiosk {
namespace {

constexpr std::string_view start = "kiosk-copy 1", end_mark = " check=";
constexpr std::size_t check_digits = 16;

/// Percent-encoded, so that a value has neither blanks nor line ends. Source: RFC 3986 §2.1.
std::string encoded(std::string_view text) {
    std::string out;
    for (unsigned char const c : text) {
        if (c <= ' ' || c == '%' || c == 0x7F) out += fmt::format("%{:02X}", c);
        else out += static_cast<char>(c);
    }
    return out;
}

template <class Number>
std::optional<Number> number_in(std::string_view text, int base) {
    Number value{};
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return {};
    return value;
}

std::optional<std::string> decoded(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            out += text[i];
            continue;
        }
        auto const value =
            text.size() - i > 2 ? number_in<unsigned>(text.substr(i + 1, 2), 16) : std::nullopt;
        if (!value) return {};
        out += static_cast<char>(*value);
        i += 2;
    }
    return out;
}

/// Takes " NAME=VALUE" from the front of `rest`.
std::optional<std::string_view> take(std::string_view& rest, std::string_view name) {
    if (!rest.starts_with(' ') || !rest.substr(1).starts_with(name) || rest.substr(1 + name.size(), 1) != "=")
        return {};
    rest.remove_prefix(name.size() + 2);
    auto const value = rest.substr(0, rest.find(' '));
    rest.remove_prefix(value.size());
    return value;
}

/// The end of the header in `file`, if its own checksum is right.
std::optional<std::string_view> checked_line(std::string_view file, std::size_t& size) {
    auto const end = file.substr(0, longest_copy_header).find('\n');
    if (end == file.npos || end < end_mark.size() + check_digits) return {};
    auto const line = file.substr(0, end);
    auto const text = line.substr(0, line.size() - check_digits - end_mark.size());
    if (line.substr(text.size()) != fmt::format("{}{:016x}", end_mark, checksum_of(text))) return {};
    size = end + 1;
    return text;
}

}  // namespace

std::string to_line(CopyHeader const& header) {
    constexpr Instant last = Instant{date::sys_days{date::year{9999} / 12 / 31}};
    auto const fetched = std::chrono::floor<seconds>(std::clamp(header.meta.fetched, Instant{}, last));
    auto const line = fmt::format(
        "{} source={} generation={} fetched={}Z etag={} last-modified={} length={} checksum={:016x}", start,
        encoded(header.source), header.generation, to_iso(WallTime{fetched.time_since_epoch()}),
        encoded(header.meta.etag), encoded(header.meta.last_modified), header.length, header.checksum);
    return fmt::format("{}{}{:016x}\n", line, end_mark, checksum_of(line));
}

std::optional<CopyHeader> parse_copy_header(std::string_view file, std::size_t& size) {
    auto const line = checked_line(file, size);
    if (!line || !line->starts_with(start)) return {};
    auto rest = line->substr(start.size());
    auto const source = take(rest, "source"), generation = take(rest, "generation"),
               fetched = take(rest, "fetched"), etag = take(rest, "etag"),
               last_modified = take(rest, "last-modified"), length = take(rest, "length"),
               checksum = take(rest, "checksum");
    if (!checksum || !rest.empty() || !source || !generation || !fetched || !etag || !last_modified ||
        !length)
        return {};
    auto const time = parse_time_argument(*fetched);
    auto const number = number_in<std::uint64_t>(*generation, 10),
               bytes = number_in<std::uint64_t>(*length, 10), sum = number_in<std::uint64_t>(*checksum, 16);
    auto const name = decoded(*source), tag = decoded(*etag), modified = decoded(*last_modified);
    if (!time || !time->instant || !number || !bytes || !sum || !name || !tag || !modified) return {};
    return CopyHeader{*name, *number, {*time->instant, *tag, *modified}, *bytes, *sum};
}

std::optional<std::string> read_copy_start(std::filesystem::path const& file) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(std::filesystem::symlink_status(file, error))) return {};  // a FIFO would block
    std::ifstream stream(file, std::ios::binary);
    std::string start(longest_copy_header, '\0');
    stream.read(start.data(), static_cast<std::streamsize>(start.size()));
    if (!stream.is_open() || stream.bad()) return {};
    start.resize(static_cast<std::size_t>(stream.gcount()));
    return start;
}

std::optional<CopyHeader> read_copy_header(std::filesystem::path const& file) {
    std::size_t size = 0;
    auto const start = read_copy_start(file);
    return start ? parse_copy_header(*start, size) : std::nullopt;
}

}  // namespace kiosk
