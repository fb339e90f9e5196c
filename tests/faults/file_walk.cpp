#include "faults/file_walk.hpp"

#include <array>
#include <cerrno>
#include <set>

#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include "faults/file_faults.hpp"
#include "faults/kept_state.hpp"

namespace kiosk {
namespace fs = std::filesystem;
namespace {

using Kind = FileFault::Kind;

constexpr std::array errors{EIO, ENOSPC, EROFS, EDQUOT, EMFILE};
constexpr std::array losses{Loss::nothing,   Loss::bytes, Loss::half_of_bytes,  Loss::only_sizes,
                            Loss::last_name, Loss::names, Loss::names_and_bytes};
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr int one_cut_of = 5;  // each has a fork(), which is slow then; there are seven losses, so that all have their turn
#else
constexpr int one_cut_of = 1;
#endif
constexpr int exit_of_done = 43, exit_of_done_in_part = 44;  // done, and the power is cut then

std::ptrdiff_t entries_in(fs::path const& folder) {
    std::error_code error;
    return std::distance(fs::recursive_directory_iterator(folder, error), fs::recursive_directory_iterator());
}

std::ptrdiff_t open_files() { return std::distance(fs::directory_iterator("/proc/self/fd"), fs::directory_iterator()); }

void append(std::vector<std::string>& lines, std::vector<std::string> const& more) {
    lines.insert(lines.end(), more.begin(), more.end());
}

std::string first_repeated(std::vector<std::string> const& lines) {
    std::set<std::string> seen;
    for (auto const& line : lines)
        if (!seen.insert(line).second) return line;
    return {};
}

class Walker {
public:
    explicit Walker(FileOperation const& operation) : operation_(operation) {}

    FileWalk walk() {
        result_.calls = calls();
        for (int at = 1; at <= result_.calls; ++at) {
            for (int const error : errors)
                for (auto const kind : {Kind::error, Kind::errors_from_there}) go_on_after({kind, at, error});
            for (int const error : {0, ENOSPC}) go_on_after({Kind::short_write, at, error});
            go_on_after({Kind::read_errors, at, EIO});
        }
        for (int at = 1; at <= result_.calls + 1; ++at)
            for (auto const loss : losses)
                if (operation_.is_durable || loss == Loss::nothing) start_after({Kind::cut, at, 0, loss});
        if (operation_.is_durable)
            for (int at = 1; at <= result_.calls; ++at) start_after({Kind::error, at, EIO, Loss::names_and_bytes});
        cut_again_and_again();
        return std::move(result_);
    }

private:
    int calls() {
        TemporaryFolder const folder(quick_folder());
        operation_.prepare(folder.path);
        auto const act = operation_.start(folder.path);
        FaultyFiles const files;
        act();
        int const calls = files.calls();
        if (auto const found = operation_.found(folder.path); found != operation_.after)
            result_.bad.push_back(fmt::format("{}: without a fault, \"{}\" is found", operation_.name, found));
        return calls;
    }

    void expect(bool is_good, FileFault const& fault, std::string const& what) {
        if (!is_good) result_.bad.push_back(fmt::format("{}, {}: {}", operation_.name, to_words(fault), what));
    }
    void expect_found(fs::path const& folder, FileFault const& fault, bool only_after, std::string const& when) {
        auto const found = operation_.found(folder);
        bool const is_good = found == operation_.after || (!only_after && found == operation_.before);
        expect(is_good, fault, fmt::format("{}, \"{}\" is found", when, found));
        auto const entries = entries_in(folder);
        expect(entries <= static_cast<std::ptrdiff_t>(operation_.most_files), fault,
               fmt::format("{}, there are {} files", when, entries));
    }
    void expect_shown(Acted const& acted, FileFault const& fault) {
        if (!acted.shown) return;
        bool const is_whole = *acted.shown == operation_.after || *acted.shown == operation_.before;
        expect(is_whole || !acted.said.empty(), fault, fmt::format("\"{}\" is shown, and nothing said", *acted.shown));
    }

    /// An error, and then none any more.
    void go_on_after(FileFault const& fault) {
        ++result_.points;
        TemporaryFolder const folder(quick_folder());
        operation_.prepare(folder.path);
        auto const act = operation_.start(folder.path);
        auto const files_before = open_files();
        Acted acted;
        try {
            FaultyFiles const files(fault);
            acted = act();
            // The disk may still be bad. Another start may say so again.
            if (!acted.shown) append(acted.said, act().said);
        } catch (std::exception const& thrown) {
            expect(false, fault, thrown.what());
        }
        expect(open_files() == files_before, fault, "a file stays open");
        expect(first_repeated(acted.said).empty(), fault, "said twice: " + first_repeated(acted.said));
        expect_shown(acted, fault);
        expect_found(folder.path, fault, acted.said.empty(), "after the fault");
        acted = act();
        expect_found(folder.path, fault, true, "once it works again");
        if (acted.shown) expect(*acted.shown == operation_.after, fault, "later, \"" + *acted.shown + "\" is shown");
    }

    /// Starts, does the operation and is cut; at the latest when it is done.
    int cut(fs::path const& folder, FileFault const& fault) {
        auto const child = ::fork();
        if (child == 0) {
            auto const act = operation_.start(folder);
            FaultyFiles const files(fault);
            files.cut(act().said.empty() ? exit_of_done : exit_of_done_in_part);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

    void start_after(FileFault const& fault) {
        if (++cuts_ % one_cut_of != 0) return;
        ++result_.points;
        TemporaryFolder const folder(quick_folder());
        operation_.prepare(folder.path);
        int const end = cut(folder.path, fault);
        expect(end >= exit_of_cut && end <= exit_of_done_in_part, fault, fmt::format("it ended with {}", end));
        expect_found(folder.path, fault, end == exit_of_done, "after the cut");
        operation_.start(folder.path)();
        expect_found(folder.path, fault, true, "after the next start");
    }

    void cut_again_and_again() {
        TemporaryFolder const folder(quick_folder());
        operation_.prepare(folder.path);
        for (auto const loss : {Loss::nothing, Loss::last_name})
            for (int at = 1; at <= result_.calls; ++at) {
                if (++cuts_ % one_cut_of != 0) continue;
                ++result_.points;
                FileFault const fault{Kind::cut, at, 0, loss};
                cut(folder.path, fault);
                expect_found(folder.path, fault, false, "after many cuts");
            }
    }

    FileOperation const& operation_;
    FileWalk result_;
    int cuts_ = 0;
};

}  // namespace

FileWalk walk(FileOperation const& operation) { return Walker(operation).walk(); }

}  // namespace kiosk
