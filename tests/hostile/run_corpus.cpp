// kiosk_hostile_run KIOSK [--sanitized] [--row ROW] FOLDER...: checks, imports and draws each file of the folders that kiosk_hostile filled,
// under limits, and prints a line a row of the catalogue. Exit code 1 if anything crashed, hung, exceeded a limit, printed what it must
// not, or came to another exit code or number of sessions than it must.
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "hostile/corpus.hpp"
#include "hostile/trial.hpp"

namespace kiosk {
namespace {

namespace fs = std::filesystem;

struct Case {
    std::string row, file;
    Wanted wanted;
};

std::vector<Case> read_cases(fs::path const& folder) {
    std::vector<Case> cases;
    std::ifstream list(folder / "cases.tsv");
    for (std::string line; std::getline(list, line);) {
        std::istringstream words(line);
        Case one;
        auto& wanted = one.wanted;
        words >> one.row >> one.file >> wanted.exit >> wanted.least_sessions >> wanted.most_sessions >> wanted.first_line >> wanted.last_line >> wanted.place;
        cases.push_back(std::move(one));
    }
    return cases;
}

/// What the files of one row came to.
struct RowFigures {
    int cases = 0, bad = 0;
    double slowest_cpu = 0, slowest_wall = 0;
    long peak_mib = 0;
    int lines = 0, right_lines = 0;        ///< that a problem must name, and does
    int counted = 0, right_counts = 0;     ///< exit codes and numbers of sessions
    int raw = 0, forged = 0;               ///< bytes that no terminal should get; lines that begin with no file
    int traced = 0, outside = 0;           ///< opened beyond the folder and the zones, or connected
};

/// "A7" before "A10".
struct ByRow {
    bool operator()(std::string const& a, std::string const& b) const {
        return std::pair(a[0], std::atoi(a.c_str() + 1)) < std::pair(b[0], std::atoi(b.c_str() + 1));
    }
};

/// Controls but line ends, what turns text around, and what is no UTF-8.
int raw_bytes(std::string_view text) {
    auto const points = decode_utf8(text);
    return static_cast<int>(std::count_if(points.begin(), points.end(), [](CodePoint const& point) {
        auto const c = point.value;
        bool const is_broken = c == 0xFFFD && point.size == 1;
        return is_broken || (c < 0x20 && c != '\n') || (c >= 0x7F && c <= 0x9F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x2028;
    }));
}

class CorpusRun {
public:
    CorpusRun(std::string kiosk, bool is_sanitized, std::string only_row)
        : kiosk_(std::move(kiosk)), only_row_(std::move(only_row)), is_sanitized_(is_sanitized), has_strace_(fs::exists("/usr/bin/strace")) {}

    void run(fs::path const& folder) {
        folder_ = folder;
        work_ = folder / "beside" / "work";
        fs::create_directories(work_);
        for (auto const& one : read_cases(folder))
            if (only_row_.empty() || one.row == only_row_) run(one);
    }

    bool print() const {
        std::printf("%-4s %6s %4s %9s %9s  %s\n", "row", "cases", "bad", "slowest s", "peak MiB", "figure");
        RowFigures all;
        for (auto const& [name, row] : rows_) {
            std::printf("%-4s %6d %4d %9.2f %9ld  %s\n", name.c_str(), row.cases, row.bad, row.slowest_cpu, row.peak_mib, figure_of(name, row).c_str());
            all.cases += row.cases, all.bad += row.bad, all.lines += row.lines, all.right_lines += row.right_lines, all.raw += row.raw, all.forged += row.forged;
            all.counted += row.counted, all.right_counts += row.right_counts;
            all.outside += row.outside;
            all.slowest_cpu = std::max(all.slowest_cpu, row.slowest_cpu);
            all.peak_mib = std::max(all.peak_mib, row.peak_mib);
        }
        bool const names_lines = 100 * all.right_lines >= 95 * all.lines;
        bool const is_good = all.bad == 0 && all.raw == 0 && all.forged == 0 && all.outside == 0 && names_lines && all.right_counts == all.counted;
        std::printf("%s: %d files, %d bad; slowest %.2f s of CPU, peak %ld MiB; as wanted %d of %d, right lines %d of %d; %d raw bytes, %d forged lines, %d opens outside\n",
                    is_good ? "good" : "BAD", all.cases, all.bad, all.slowest_cpu, all.peak_mib, all.right_counts, all.counted, all.right_lines, all.lines, all.raw, all.forged, all.outside);
        return is_good;
    }

private:
    void run(Case const& one) {
        auto& row = rows_[one.row];
        ++row.cases;
        said_.clear();
        auto const checked = attempt(one, {"check"}, {});
        judge(one, checked, row);
        if (one.row == "A7") (void)attempt(one, {"check"}, {0, 256});
        auto const imported = attempt(one, {"import"}, {});
        row.raw += raw_bytes(imported.err);
        if (raw_bytes(imported.out) > 0) complain("what it exports is no text", one);
        ++turn_;
        bool const is_drawn = one.row[0] == 'C' || one.row[0] == 'G' || one.row == "A14" || one.row == "B4" || turn_ % 7 == 0;
        if (is_drawn) draw(one);
        if (is_traced(one.row) || turn_ % 10 == 0) trace(one, row);
        if (said_.empty()) return;
        ++row.bad;
        std::fprintf(stderr, "%s %s: %s\n", one.row.c_str(), one.file.c_str(), said_.c_str());
    }

    std::vector<std::string> command(Case const& one, std::vector<std::string> const& words) const {
        std::vector<std::string> all{kiosk_};
        all.insert(all.end(), words.begin(), words.end());
        if (!one.file.ends_with(".toml")) all.insert(all.end(), {"--time-zone", "Europe/Berlin", "--date", "2030-05-01"});
        all.push_back((folder_ / one.file).string());
        return all;
    }

    TrialResult attempt(Case const& one, std::vector<std::string> const& words, TrialLimits limits) {
        constexpr std::size_t most_mib = 256, address_space_mib = 768;  // libraries are mapped and not used
        constexpr int slowness = 6, width_of_frames = 4;               // of the sanitizers
        if (is_sanitized_) limits.cpu_seconds *= slowness, limits.wall_seconds *= slowness, limits.stack_kib *= width_of_frames;
        else limits.address_space_mib = address_space_mib;
        auto result = run_trial(command(one, words), limits, work_);
        // What waits for ever does so twice; what only had to share the machine does not.
        if (result.is_late) result = run_trial(command(one, words), limits, work_);
        auto& row = rows_[one.row];
        row.slowest_cpu = std::max(row.slowest_cpu, result.cpu_seconds);
        row.slowest_wall = std::max(row.slowest_wall, result.wall_seconds);
        if (!is_sanitized_) row.peak_mib = std::max(row.peak_mib, result.peak_mib);
        bool const is_machines_fault = result.exit == 3 && one.row == "A5";
        if (!result.ended.empty()) complain(fmt::format("{} ended {}", words[0], result.ended), one);
        else if (result.exit != 0 && result.exit != 1 && !is_machines_fault) complain(fmt::format("{} ended with {}", words[0], result.exit), one);
        if (!is_sanitized_ && result.peak_mib > static_cast<long>(most_mib)) complain(fmt::format("{} took {} MiB", words[0], result.peak_mib), one);
        for (auto const* report : {"ERROR: AddressSanitizer", "runtime error:", "terminate called", "Assertion"})
            if (result.err.find(report) != std::string::npos) complain(fmt::format("{} said \"{}\"", words[0], report), one);
        return result;
    }

    void judge(Case const& one, TrialResult const& checked, RowFigures& row) const {
        row.raw += raw_bytes(checked.err) + raw_bytes(checked.out);
        auto const path = (folder_ / one.file).string();
        std::istringstream lines(checked.err);
        bool names_line = false;
        for (std::string line; std::getline(lines, line);) {
            bool const is_ours = line.starts_with(folder_.string()) || line.starts_with("kiosk") || line.starts_with("http") || line[0] == '=' || line[0] == ' ';
            if (!is_ours) ++row.forged;
            // JSON says where by a path: FILE /schedule/events/3: …
            auto const end_of_place = line.find(": ");
            bool const names_place = line.starts_with(path + " /") && line.substr(0, end_of_place).ends_with(fmt::format("/{}", one.wanted.place));
            names_line |= one.wanted.place >= 0 && names_place;
            if (!line.starts_with(path + ":")) continue;
            int const number = std::atoi(line.c_str() + path.size() + 1);
            names_line |= number >= one.wanted.first_line && number <= one.wanted.last_line;
        }
        if (one.wanted.first_line > 0) ++row.lines, row.right_lines += names_line;
        if (one.wanted.first_line > 0 && !names_line && std::getenv("KIOSK_HOSTILE_TELL")) std::fprintf(stderr, "%s %s: no problem names line %d to %d\n", one.row.c_str(), one.file.c_str(), one.wanted.first_line, one.wanted.last_line);
        judge_counts(one, checked, row);
    }

    static void judge_counts(Case const& one, TrialResult const& checked, RowFigures& row) {
        auto const& wanted = one.wanted;
        if (wanted.exit < 0 && wanted.least_sessions < 0) return;
        ++row.counted;
        int found = -1;
        for (auto at = checked.out.find(" session"); at != std::string::npos && found < 0; at = checked.out.find(" session", at + 1)) {
            auto const begin = checked.out.rfind(' ', at - 1);
            if (begin != std::string::npos) found = std::atoi(checked.out.c_str() + begin + 1);
        }
        bool const is_right = (wanted.exit < 0 || wanted.exit == checked.exit) && (wanted.least_sessions < 0 || found >= wanted.least_sessions) &&
                              (wanted.most_sessions < 0 || found <= wanted.most_sessions);
        row.right_counts += is_right;
        if (!is_right && std::getenv("KIOSK_HOSTILE_TELL")) std::fprintf(stderr, "%s %s: exit %d, %d sessions; wanted %d, %d to %d\n", one.row.c_str(), one.file.c_str(), checked.exit, found, wanted.exit, wanted.least_sessions, wanted.most_sessions);
    }

    void draw(Case const& one) {
        for (auto const* size : {"1920x1080", "1080x1920"})
            (void)attempt(one, {"render", "--at", "2030-05-01T10:10", "--size", size, "-o", (work_ / "picture.png").string()}, {});
    }

    /// These name files and addresses; of the others a tenth is looked at.
    static bool is_traced(std::string const& row) { return row == "B8" || row == "G11" || row == "C8"; }

    void trace(Case const& one, RowFigures& row) const {
        if (!has_strace_ || is_sanitized_) return;
        auto const log = work_ / "trace";
        std::vector<std::string> words{"/usr/bin/strace", "-f", "-qq", "-e", "trace=open,openat,connect", "-o", log.string()};
        auto const checked = command(one, {"check"});
        words.insert(words.end(), checked.begin(), checked.end());
        (void)run_trial(words, {0, 0, 20, 30}, work_);
        ++row.traced;
        std::ifstream lines(log);
        for (std::string line; std::getline(lines, line);) {
            bool const is_network = line.find("connect(") != std::string::npos && line.find("AF_UNIX") == std::string::npos;
            // What no part of the program has a reason to open; the event file's own words lead nowhere else.
            bool const is_secret = line.find("\"/etc/passwd") != std::string::npos || line.find("\"/etc/hostname") != std::string::npos;
            if (!is_network && !is_secret) continue;
            ++row.outside;
            std::fprintf(stderr, "%s %s: %s\n", one.row.c_str(), one.file.c_str(), line.c_str());
        }
    }

    void complain(std::string const& what, Case const&) { said_ += (said_.empty() ? "" : "; ") + what; }

    static std::string figure_of(std::string const& name, RowFigures const& row) {
        std::string text;
        auto const add = [&](std::string const& part) { text += (text.empty() ? "" : ", ") + part; };
        if (name == "A5") add(fmt::format("slowest {:.0f} ms", row.slowest_wall * 1000));
        if (row.counted > 0) add(fmt::format("as wanted {} of {}", row.right_counts, row.counted));
        if (row.lines > 0) add(fmt::format("right lines {} of {}", row.right_lines, row.lines));
        if (name[0] == 'C' || row.raw > 0 || row.forged > 0) add(fmt::format("{} raw bytes, {} forged lines", row.raw, row.forged));
        if (row.traced > 0) add(fmt::format("{} opens outside", row.outside));
        return text;
    }

    std::string kiosk_, only_row_;
    bool is_sanitized_, has_strace_;
    fs::path folder_, work_;
    int turn_ = 0;
    std::string said_;  // of the case that is being run
    std::map<std::string, RowFigures, ByRow> rows_;
};

}  // namespace
}  // namespace kiosk

int main(int count, char** arguments) {
    std::vector<std::string> const words(arguments + 1, arguments + count);
    bool is_sanitized = false;
    std::string row;
    std::size_t first_folder = 1;
    for (; first_folder < words.size() && words[first_folder].starts_with("--"); ++first_folder) {
        if (words[first_folder] == "--sanitized") is_sanitized = true;
        else if (words[first_folder] == "--row" && first_folder + 1 < words.size()) row = words[++first_folder];
        else break;
    }
    if (first_folder >= words.size() || words[first_folder].starts_with("--")) {
        std::fprintf(stderr, "kiosk_hostile_run: KIOSK [--sanitized] [--row ROW] FOLDER...\n");
        return 2;
    }
    kiosk::CorpusRun run(words[0], is_sanitized, row);
    for (std::size_t i = first_folder; i < words.size(); ++i) run.run(std::filesystem::path(words[i]));
    return run.print() ? 0 : 1;
}
