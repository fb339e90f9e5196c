#include "io/good_copies.hpp"

#include <array>
#include <cerrno>
#include <cstring>

#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

#include "base/limits.hpp"
#include "io/files.hpp"
#include "io/masked_url.hpp"

namespace kiosk {
namespace fs = std::filesystem;
namespace {

constexpr milliseconds meta_age = hours{1};
constexpr std::array<std::string_view, 2> slots{".a", ".b"};

std::string stem_of(std::string_view source) { return fmt::format("{:016x}", checksum_of(source)); }

struct ReadCopy {
    enum class State { missing, good, damaged, unreadable, of_another_source } state = State::missing;
    CopyHeader header = {};
    std::string bytes = {};
    std::string trouble = {};  ///< why it is unreadable
};

ReadCopy read_copy(fs::path const& path, std::string_view source) {
    using State = ReadCopy::State;
    // What cannot be read now may be good: there may be no descriptor left.
    auto const unreadable = [](std::string why) { return ReadCopy{State::unreadable, {}, {}, std::move(why)}; };
    struct stat status {};
    if (::lstat(path.c_str(), &status) != 0) {
        bool const is_missing = errno == ENOENT || errno == ENOTDIR;
        return is_missing ? ReadCopy{} : unreadable(fmt::format("cannot be read: {}", std::strerror(errno)));
    }
    if (!S_ISREG(status.st_mode) || static_cast<std::uintmax_t>(status.st_size) > largest_copy) return {State::damaged};
    auto file = read_text(path, {}, largest_copy);
    if (!file.value) return unreadable(file.problems.front().message);
    std::size_t size = 0;
    auto const header = parse_copy_header(file.value->text, size);
    if (!header) return {State::damaged};
    auto& bytes = file.value->text;
    bytes.erase(0, size);
    if (bytes.size() != header->length || checksum_of(bytes) != header->checksum)
        return {State::damaged};
    if (header->source != source) return {State::of_another_source};
    return {State::good, *header, std::move(bytes)};
}

/// What was learnt of the same bytes later.
std::optional<CopyMeta> renewed_meta(fs::path const& path, CopyHeader const& header) {
    auto const later = read_copy_header(path);
    bool const is_same = later && later->source == header.source && later->generation == header.generation &&
                         later->checksum == header.checksum;
    return is_same ? std::optional(later->meta) : std::nullopt;
}

}  // namespace

struct GoodCopies::Stored {
    std::optional<ReadCopy> newest = {};
    std::string_view slot = slots[1];      ///< of the newest, if there is one
    std::string_view free_slot = slots[0]; ///< of the older generation, or of none
    Instant since{};                       ///< when the newest came
    bool is_damaged = false, is_set_aside = false;
    std::string trouble = {};  ///< why a copy, which may be newer, cannot be read; empty: all can
};

GoodCopies::GoodCopies(StateFolder const& state, std::string_view folder)
    : folder_(state.access() == StateFolder::Access::none ? fs::path() : state.path() / folder),
      is_writable_(state.access() == StateFolder::Access::read_write) {}

GoodCopies::Stored GoodCopies::find(std::string_view source) const {
    Stored stored;
    if (folder_.empty()) return stored;
    auto const stem = stem_of(source);
    for (auto const slot : slots) {
        auto const path = folder_ / (stem + std::string(slot));
        auto copy = read_copy(path, source);
        if (copy.state == ReadCopy::State::damaged) {
            stored.is_damaged = true;
            // For whoever wants to know what happened; one a source is enough.
            stored.is_set_aside = is_writable_ && ::rename(path.c_str(), (folder_ / (stem + ".damaged")).c_str()) == 0;
        }
        if (copy.state == ReadCopy::State::unreadable) stored.trouble = copy.trouble;
        bool const is_newer = !stored.newest || copy.header.generation > stored.newest->header.generation;
        if (copy.state == ReadCopy::State::good && is_newer) stored.newest = std::move(copy), stored.slot = slot;
    }
    stored.free_slot = stored.slot == slots[0] ? slots[1] : slots[0];
    if (stored.newest) stored.since = stored.newest->header.meta.fetched;
    if (stored.newest)
        if (auto meta = renewed_meta(folder_ / (stem + ".seen"), stored.newest->header))
            stored.newest->header.meta = std::move(*meta);
    return stored;
}

std::vector<Problem> GoodCopies::doubts(std::string_view source, Stored const& stored) {
    bool const is_fine = !stored.is_damaged && stored.trouble.empty();
    if (is_fine) doubtful_.erase(std::string(source));
    // What was set aside is not met again: the next one is news.
    if (is_fine || (!stored.is_set_aside && !doubtful_.emplace(source).second)) return {};
    std::vector<Problem> problems;
    if (!stored.trouble.empty())
        problems.push_back({Severity::warning,
                            "file-unreadable",
                            fmt::format("a stored copy {}", stored.trouble),
                            "check the permissions and the disk",
                            {masked_url(source), 0, {}}});
    if (stored.is_damaged)
        problems.push_back({Severity::note,
                            "cache-damaged",
                            stored.newest ? "a stored copy is damaged: the other one is used"
                                          : "the stored copy is damaged: it is not used",
                            {},
                            {masked_url(source), 0, {}}});
    return problems;
}

Outcome<GoodCopy> GoodCopies::latest(std::string_view source) {
    Outcome<GoodCopy> outcome;
    auto stored = find(source);
    outcome.problems = doubts(source, stored);
    if (stored.newest)
        outcome.value = GoodCopy{std::move(stored.newest->bytes), std::move(stored.newest->header.meta), stored.since};
    return outcome;
}

std::optional<GoodCopy> GoodCopies::previous(std::string_view source) const {
    auto const stored = find(source);
    if (!stored.newest) return {};
    auto older = read_copy(folder_ / (stem_of(source) + std::string(stored.free_slot)), source);
    if (older.state != ReadCopy::State::good) return {};
    auto const since = older.header.meta.fetched;
    return GoodCopy{std::move(older.bytes), std::move(older.header.meta), since};
}

std::optional<CopyHeader> GoodCopies::look(std::string_view source) const {
    std::optional<CopyHeader> newest;
    if (folder_.empty()) return newest;
    auto const stem = stem_of(source);
    for (auto const slot : slots) {
        auto header = read_copy_header(folder_ / (stem + std::string(slot)));
        if (header && header->source == source && (!newest || header->generation > newest->generation)) newest = std::move(header);
    }
    if (newest)
        if (auto meta = renewed_meta(folder_ / (stem + ".seen"), *newest)) newest->meta = std::move(*meta);
    return newest;
}

/// 0, or why not (errno).
int GoodCopies::make_folder() const {
    if (::mkdir(folder_.c_str(), 0700) != 0) return errno == EEXIST ? 0 : errno;
    int const error = sync_folder(folder_.parent_path());
    if (error) ::rmdir(folder_.c_str());  // nobody would bring it to the disk later
    return error;
}

std::vector<Problem> GoodCopies::written(int error) {
    bool const is_news = error != 0 && !has_failed_;
    has_failed_ = error != 0;
    if (!is_news) return {};
    return {{Severity::warning,
             "state-unwritable",
             fmt::format("nothing can be kept for the next start: {}", std::strerror(error)),
             "check the folder, its permissions and the free space",
             {folder_.string(), 0, {}}}};
}

std::vector<Problem> GoodCopies::store(std::string_view source, std::string_view bytes,
                                       CopyMeta const& meta) {
    if (!is_writable_) return {};
    if (bytes.size() > largest_copy - longest_copy_header) return written(EFBIG);
    if (int const error = make_folder()) return written(error);
    auto const stored = find(source);
    auto problems = doubts(source, stored);
    auto const stem = (folder_ / stem_of(source)).string();
    if (stored.newest && stored.trouble.empty() && stored.newest->bytes == bytes) {
        auto header = stored.newest->header;
        if (std::chrono::abs(meta.fetched - header.meta.fetched) < meta_age) return problems;
        header.meta = meta;
        append(problems, written(write_durably(stem + ".seen", to_line(header))));
        return problems;
    }
    auto const generation = stored.newest ? stored.newest->header.generation + 1 : 1;
    auto file = to_line(CopyHeader{std::string(source), generation, meta, bytes.size(), checksum_of(bytes)});
    file.append(bytes);
    int const error = write_durably(stem + std::string(stored.free_slot), file);
    // Of two that cannot be read now, the one that stays could be taken for newer than this one.
    if (!error && !stored.newest && !stored.trouble.empty()) ::unlink((stem + std::string(stored.slot)).c_str());
    append(problems, written(error));
    return problems;
}

}  // namespace kiosk
