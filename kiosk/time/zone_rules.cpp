#include "time/zone_rules.hpp"

#include <algorithm>
#include <cstdio>
#include <memory>
#include <optional>

namespace kiosk {
namespace {

constexpr std::size_t largest_file = 1 << 20, header_size = 44, type_size = 6;

/// Big-endian, signed.
template <class Number>
Number number_at(std::string_view bytes, std::size_t at) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < sizeof(Number); ++i) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return static_cast<Number>(value);
}

/// One of a file's two blocks: the older has times of 32 bits.
struct Block {
    std::size_t is_utc, is_standard, leaps, times, types, letters;

    /// Empty: no header, or numbers that no zone has.
    static std::optional<Block> read(std::string_view bytes) {
        if (bytes.size() < header_size || !bytes.starts_with("TZif") || bytes[4] < '2') return {};
        auto const count = [&](std::size_t i) { return std::size_t{number_at<std::uint32_t>(bytes, 20 + 4 * i)}; };
        Block const block{count(0), count(1), count(2), count(3), count(4), count(5)};
        for (std::size_t i = 0; i < 6; ++i)
            if (count(i) > largest_file) return {};
        return block.types > 0 ? std::optional(block) : std::nullopt;
    }
    /// Without the header.
    std::size_t size(std::size_t time_size) const {
        return times * (time_size + 1) + types * type_size + letters + leaps * (time_size + 4) + is_standard + is_utc;
    }
};

/// "America/Argentina/Buenos_Aires", "Etc/GMT+5": letters, digits, "_", "+" and "-" between slashes, so that nobody gets out of the
/// database's folder; and none of its files that are no zones.
bool is_name(std::string_view name) {
    constexpr std::size_t longest = 64;
    if (name.empty() || name.size() > longest || name.front() == '/' || name.back() == '/' || name.find("//") != name.npos) return false;
    for (std::string_view const other : {"posix", "right", "Factory"})
        if (name.starts_with(other)) return false;
    return std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '+' || c == '-' || c == '/';
    });
}

std::string bytes_of(std::string const& path) {
    std::unique_ptr<std::FILE, int (*)(std::FILE*)> const file{std::fopen(path.c_str(), "rbe"), std::fclose};
    std::string bytes;
    char part[4096];
    for (std::size_t got = 1; file && got > 0 && bytes.size() < largest_file;) {
        got = std::fread(part, 1, sizeof part, file.get());
        bytes.append(part, got);
    }
    return bytes;
}

}  // namespace

std::shared_ptr<ZoneRules const> ZoneRules::find(std::string_view name) {
    if (!is_name(name)) return nullptr;
    for (std::string_view const folder : {"/usr/share/zoneinfo/", "/usr/share/uclibc/zoneinfo/"})
        if (auto rules = parse(bytes_of(std::string(folder).append(name)))) return rules;
    return nullptr;
}

std::shared_ptr<ZoneRules const> ZoneRules::parse(std::string_view bytes) {
    auto const old = Block::read(bytes);
    if (!old || bytes.size() < header_size + old->size(4)) return nullptr;
    bytes.remove_prefix(header_size + old->size(4));
    auto const block = Block::read(bytes);
    if (!block || bytes.size() < header_size + block->size(8)) return nullptr;
    bytes.remove_prefix(header_size);

    auto const offset_of = [&](std::size_t type) { return seconds{number_at<std::int32_t>(bytes, block->times * 9 + type * type_size)}; };
    auto rules = std::make_shared<ZoneRules>();
    rules->first_ = offset_of(0);
    auto before = rules->first_;
    for (std::size_t i = 0; i < block->times; ++i) {
        auto const type = std::size_t{static_cast<unsigned char>(bytes[block->times * 8 + i])};
        if (type >= block->types) return nullptr;
        std::chrono::sys_seconds const at{seconds{number_at<std::int64_t>(bytes, i * 8)}};
        if (!rules->changes_.empty() && at <= rules->changes_.back().at) return nullptr;
        rules->changes_.push_back({at, before, offset_of(type)});
        before = offset_of(type);
    }
    return rules;
}

seconds ZoneRules::offset_at(std::chrono::sys_seconds t) const {
    auto const next = std::upper_bound(changes_.begin(), changes_.end(), t, [](auto time, Change const& change) { return time < change.at; });
    return next == changes_.begin() ? first_ : std::prev(next)->after;
}

ZoneRules::Local ZoneRules::local_at(WallTime wall) const {
    // From the later of the two times that a clock shows at a change on, the change is over.
    auto const is_before = [](WallTime time, Change const& change) {
        return time.time_since_epoch() - std::max(change.before, change.after) < change.at.time_since_epoch();
    };
    auto const next = std::upper_bound(changes_.begin(), changes_.end(), wall, is_before);
    auto const now = next == changes_.begin() ? first_ : std::prev(next)->after;
    if (next == changes_.end() || wall.time_since_epoch() - std::min(next->before, next->after) < next->at.time_since_epoch()) return {now};
    return {next->before, next->after > next->before, next->after < next->before};
}

}  // namespace kiosk
