#include "io/http_head.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "io/http_dates.hpp"

namespace kiosk {
namespace {

constexpr std::size_t longest_etag = 256;

std::string_view without_blanks(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    auto const begin = std::min(text.find_first_not_of(blanks), text.size());
    text.remove_prefix(begin);
    return text.substr(0, text.find_last_not_of(blanks) + 1);
}

/// "HTTP/1.1 200 OK". Empty: not a status line.
std::optional<int> status_of(std::string_view line) {
    auto const blank = line.find(' ');
    if (!line.starts_with("HTTP/") || blank == line.npos) return {};
    int status = 0;
    auto const digits = line.substr(blank + 1, 3);
    auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), status);
    if (error != std::errc{} || end != digits.data() + digits.size() || status < 100) return {};
    return status;
}

/// The members of every field of that name: "gzip, br" are two. Source: RFC 9110 §5.6.1.
std::vector<std::string> members_of(HttpHead const& head, std::string_view name) {
    std::vector<std::string> members;
    for (auto const& [field, value] : head.fields) {
        if (field != name) continue;
        for (std::string_view rest = value;;) {
            auto const comma = rest.find(',');
            members.push_back(to_lower_ascii(without_blanks(rest.substr(0, comma))));
            if (comma == rest.npos) break;
            rest.remove_prefix(comma + 1);
        }
    }
    return members;
}

std::string shown(std::string_view foreign) {
    constexpr std::size_t most = 60;
    auto text = clean_line(foreign.substr(0, most));
    return foreign.size() > most ? text + "…" : text;
}

void read_lengths(HttpHead const& head, BodyFraming& framing) {
    auto const lengths = members_of(head, "content-length");
    for (auto const& text : lengths) {
        std::uint64_t length = 0;
        auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), length);
        if (text.empty() || error != std::errc{} || end != text.data() + text.size()) {
            framing.fault = fmt::format("its length, \"{}\", is no number", shown(text));
            return;
        }
        if (framing.length && *framing.length != length) {
            framing.fault = fmt::format("it names two lengths, {} and {}", *framing.length, length);
            return;
        }
        framing.length = length;
    }
}

}  // namespace

std::string_view HttpHead::field(std::string_view name) const {
    auto const found =
        std::find_if(fields.begin(), fields.end(), [&](auto const& field) { return field.first == name; });
    return found == fields.end() ? std::string_view{} : std::string_view(found->second);
}

void HeadReader::add(std::string_view line) {
    if (is_complete_) return;
    bool const is_continued = line.starts_with(' ') || line.starts_with('\t');
    auto const text = without_blanks(line);
    if (auto const status = status_of(line)) {
        head_ = {*status, {}};
    } else if (text.empty()) {
        is_complete_ = head_.status >= 200;
    } else if (is_continued && !head_.fields.empty()) {
        head_.fields.back().second.append(" ").append(text);
    } else if (auto const colon = text.find(':'); colon != text.npos) {
        head_.fields.emplace_back(to_lower_ascii(text.substr(0, colon)),
                                  without_blanks(text.substr(colon + 1)));
    }
}

BodyFraming framing_of(HttpHead const& head) {
    BodyFraming framing;
    read_lengths(head, framing);
    if (!framing.fault.empty()) return framing;
    auto const transfer = members_of(head, "transfer-encoding");
    if (transfer.size() > 1 || (transfer.size() == 1 && transfer.front() != "chunked"))
        framing.fault = fmt::format("it is sent as \"{}\", which was not asked for", shown(transfer.front()));
    else if (!transfer.empty() && framing.length)
        framing.fault = "it has a length and comes in chunks, which contradict each other";
    auto packed = members_of(head, "content-encoding");
    std::erase_if(packed, [](std::string const& name) { return name.empty() || name == "identity"; });
    if (packed.empty()) return framing;
    if (packed.size() == 1 && (packed.front() == "gzip" || packed.front() == "x-gzip"))
        framing.packing = Packing::gzip;
    else if (packed.size() == 1 && packed.front() == "deflate") framing.packing = Packing::deflate;
    else
        framing.fault = fmt::format("it is packed as \"{}\", which was not asked for",
                                    shown(fmt::format("{}", fmt::join(packed, ", "))));
    return framing;
}

std::string safe_etag(std::string_view value) {
    auto tag = value;
    if (tag.starts_with("W/")) tag.remove_prefix(2);
    bool const is_quoted = tag.size() >= 2 && tag.front() == '"' && tag.back() == '"';
    if (!is_quoted || value.size() > longest_etag) return {};
    tag = tag.substr(1, tag.size() - 2);
    bool const is_safe = std::all_of(tag.begin(), tag.end(),
                                     [](unsigned char c) { return c == 0x21 || (c >= 0x23 && c != 0x7F); });
    return is_safe ? std::string(value) : std::string();
}

std::string safe_last_modified(std::string_view value) {
    // A day's name is not read for its date: it may be anything, and what is sent back is this text.
    bool const is_plain = std::all_of(value.begin(), value.end(), [](unsigned char c) { return c >= 0x20 && c < 0x7F; });
    return is_plain && parse_http_date(value) ? std::string(value) : std::string();
}

}  // namespace kiosk
