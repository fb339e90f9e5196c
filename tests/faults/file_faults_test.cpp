// What a display keeps on disk, with a fault at every single file call.
#include "faults/file_faults.hpp"

#include <memory>

#include <fmt/format.h>

#include "faults/file_walk.hpp"
#include "faults/kept_state.hpp"
#include "io/files.hpp"
#include "support/catch.hpp"
#include "support/figure.hpp"

using namespace kiosk;
namespace fs = std::filesystem;

namespace {

Instant const noon = *parse_time_argument("2030-05-01T12:00:00Z")->instant;
std::string const page = "https://example.org/schedule.html";

CopyMeta meta_at(Instant fetched) { return {fetched, "\"tag\"", {}}; }

std::string words(GoodCopy const& copy) {
    return fmt::format("{} of {}", copy.bytes, to_iso(WallTime{std::chrono::floor<seconds>(copy.meta.fetched.time_since_epoch())}));
}

/// What a reader beside the display finds.
std::string found_copy(fs::path const& folder) {
    auto const state = StateFolder::look({folder / "state"});
    auto const copy = GoodCopies(state).latest(page);
    if (!copy.problems.empty()) return "damaged";
    return copy.value ? words(*copy.value) : "nothing";
}

void keep(fs::path const& folder, std::vector<std::string> const& versions) {
    KeptState kept(folder);
    for (auto const& bytes : versions) kept.copies.store(page, bytes, meta_at(noon));
}

auto storing(std::string bytes, Instant at = noon) {
    return [=](fs::path const& folder) {
        auto const kept = std::make_shared<KeptState>(folder);
        return [=] { return Acted{to_lines(kept->copies.store(page, bytes, meta_at(at))), {}}; };
    };
}

/// The newest of two copies is not whole.
void spoil_newest(fs::path const& folder) {
    keep(folder, {"one", "two"});
    for (auto const& entry : fs::directory_iterator(folder / "state" / "copies"))
        if (entry.path().extension() == ".b") fs::resize_file(entry.path(), entry.file_size() - 1);
}

std::string found_sound_copy(fs::path const& folder) {
    auto const state = StateFolder::look({folder / "state"});
    auto const copy = GoodCopies(state).latest(page);
    return copy.value ? words(*copy.value) : "nothing";
}

/// The start of a display that has copies: what it shows before anything was fetched.
std::function<Acted()> starting(fs::path const& folder) {
    return [=] {
        KeptState kept(folder);
        auto copy = kept.copies.latest(page);
        append(kept.problems, std::move(copy.problems));
        return Acted{to_lines(kept.problems), copy.value ? words(*copy.value) : "nothing"};
    };
}

/// The first start of all, as far as the first copy.
std::function<Acted()> starting_and_storing(fs::path const& folder) {
    return [=] {
        KeptState kept(folder);
        append(kept.problems, kept.copies.store(page, "one", meta_at(noon)));
        auto copy = kept.copies.latest(page);
        append(kept.problems, std::move(copy.problems));
        return Acted{to_lines(kept.problems), copy.value ? words(*copy.value) : "nothing"};
    };
}

void keep_much(fs::path const& folder) {
    KeptState kept(folder);
    for (auto const* bytes : {"one", "two"}) kept.copies.store(page, bytes, meta_at(noon));
    for (auto const* other : {"x", "y"})
        for (auto const* bytes : {"three", "four"}) kept.copies.store(other, bytes, meta_at(noon));
    write_atomically(folder / "state" / "copies" / "0123456789abcdef.a.77.new", "left by a cut");
}

std::function<Acted()> pruning(fs::path const& folder) {
    auto const kept = std::make_shared<KeptState>(folder);
    return [=] {
        kept->copies.prune(300, {page});
        return Acted{};
    };
}

std::string found_commands(fs::path const& folder) {
    KeptDesk const desk(folder);
    return desk.said.empty() ? desk.commands() : "damaged";
}

void command(fs::path const& folder, std::vector<std::string> const& lines) {
    KeptDesk desk(folder);
    for (auto const& line : lines) REQUIRE(desk.tell(line).is_done);
}

/// `line` is said by the operator until it has been kept; a second "undo" would take back something else.
auto commanding(std::string line, std::string wanted) {
    return [=](fs::path const& folder) {
        auto const desk = std::make_shared<KeptDesk>(folder);
        return [=] {
            desk->said.clear();
            auto const reply = desk->tell(desk->commands() == wanted ? "clear hold" : line);
            bool const is_told = reply.text.find("cannot be kept") != std::string::npos;
            if (is_told && desk->said.empty()) return Acted{};  // said before; the operator is told each time
            if (!is_told && !desk->said.empty()) desk->said.emplace_back("the operator was told that it was done");
            return Acted{desk->said, {}};
        };
    };
}

std::function<Acted()> recalling(fs::path const& folder) {
    return [=] {
        KeptDesk const desk(folder);
        return Acted{desk.said, desk.commands()};
    };
}

std::function<Acted()> reporting(fs::path const& folder) {
    remove_unfinished(folder / "stats.json");
    auto const last = std::make_shared<std::string>();
    return [=] {
        auto const problems = write_atomically(folder / "stats.json", std::string(3000, 'n'));
        auto const line = problems.empty() ? "" : to_line(problems.front());
        bool const is_news = !line.empty() && line != *last;
        *last = line;
        return Acted{is_news ? std::vector{line} : std::vector<std::string>{}, {}};
    };
}

std::string found_stats(fs::path const& folder) {
    auto const read = read_text(folder / "stats.json", "stats");
    if (!read.value) return "nothing";
    if (read.value->text == std::string(3000, 'n')) return "new";
    return read.value->text == "old" ? "old" : "damaged";
}

std::string const one = "one of 2030-05-01T12:00:00", two = "two of 2030-05-01T12:00:00",
                  three = "three of 2030-05-01T12:00:00";

std::vector<FileOperation> operations() {
    auto const nothing = [](fs::path const&) {};
    auto const kept = [](std::vector<std::string> versions) { return [=](fs::path const& f) { keep(f, versions); }; };
    auto const given = [](std::vector<std::string> lines) { return [=](fs::path const& f) { command(f, lines); }; };
    std::string const later = "two of 2030-05-01T14:00:00", delayed = " +delay 10m", cancelled = " +delay 10m +cancel Lunch";
    return {
        {"the first copy of a source", nothing, storing("one"), found_copy, "nothing", one, 5},
        {"its second copy", kept({"one"}), storing("two"), found_copy, one, two, 6},
        {"its third copy", kept({"one", "two"}), storing("three"), found_copy, two, three, 6},
        {"the same bytes, later", kept({"one", "two"}), storing("two", noon + hours{2}), found_copy, two, later, 7},
        {"a copy after damage", spoil_newest, storing("three"), found_sound_copy, one, three, 7},
        {"a start", kept({"one", "two"}), starting, found_copy, two, two, 5},
        {"a start after damage", spoil_newest, starting, found_sound_copy, one, one, 6},
        {"the very first start", nothing, starting, found_copy, "nothing", "nothing", 2},
        {"the first start and copy", nothing, starting_and_storing, found_copy, "nothing", one, 5},
        {"pruning", keep_much, pruning, found_copy, two, two, 10},
        {"an operator's first command", nothing, commanding("delay 10m", delayed), found_commands, "", delayed, 2},
        {"a second command", given({"delay 10m"}), commanding("cancel Lunch", cancelled), found_commands, delayed, cancelled, 2},
        {"undo", given({"delay 10m", "cancel Lunch"}), commanding("undo", " +delay 10m -cancel Lunch"), found_commands, cancelled,
         " +delay 10m -cancel Lunch", 2},
        {"clear", given({"delay 10m", "cancel Lunch"}), commanding("clear all", " -delay 10m -cancel Lunch"), found_commands, cancelled,
         " -delay 10m -cancel Lunch", 2},
        {"a start with commands", given({"delay 10m", "cancel Lunch"}), recalling, found_commands, cancelled, cancelled, 1},
        {"--stats", [](fs::path const& f) { write_atomically(f / "stats.json", "old"); }, reporting, found_stats, "old", "new", 2,
         false},
    };
}

}  // namespace

TEST_CASE("a fault at any file call leaves what was kept before or after it, whole, and is said once", "[faults][F1][F2][F3]") {
    fmt::print("{:<28} {:>5} {:>6} {:>4}\n", "a fault at each file call of", "calls", "faults", "bad");
    std::size_t all_points = 0, all_bad = 0;
    for (auto const& operation : operations()) {
        auto const result = walk(operation);
        fmt::print("{:<28} {:>5} {:>6} {:>4}\n", operation.name, result.calls, result.points, result.bad.size());
        all_points += static_cast<std::size_t>(result.points);
        all_bad += result.bad.size();
        for (std::size_t i = 0; i < std::min<std::size_t>(result.bad.size(), 5); ++i) UNSCOPED_INFO(result.bad[i]);
        CHECK(result.bad.empty());
    }
    fmt::print("{:<28} {:>5} {:>6} {:>4}\n", "all", "", all_points, all_bad);
    for (auto const* row : {"F1", "F2", "F3"}) report_figure(row, static_cast<double>(all_bad), fmt::format("bad of {}", all_points));
    CHECK(all_points > 1500);
}

TEST_CASE("commands that could not be read at the start are read before the next one, and none is lost", "[faults][F3]") {
    TemporaryFolder const folder(quick_folder());
    command(folder.path, {"delay 10m"});
    std::optional<KeptDesk> desk;
    {
        FaultyFiles const files({FileFault::Kind::read_errors, 1, EIO});
        desk.emplace(folder.path);
    }
    CHECK(desk->said.size() == 1);
    CHECK(desk->commands().empty());
    CHECK(desk->tell("cancel Lunch").is_done);
    CHECK(desk->commands() == " +delay 10m +cancel Lunch");
    CHECK(found_commands(folder.path) == desk->commands());
    CHECK(desk->said.size() == 1);
}

TEST_CASE("a day on which nothing changes hardly wears the disk", "[faults][F14]") {
    TemporaryFolder const folder(quick_folder());
    KeptState kept(folder.path);
    std::string const bytes(200'000, 'p');
    kept.copies.store(page, bytes, meta_at(noon));
    FaultyFiles const files;
    for (int minute = 1; minute <= 24 * 60; ++minute) kept.copies.store(page, bytes, meta_at(noon + minutes{minute}));
    fmt::print("written in a day without a change: {:.1f} KiB\n", static_cast<double>(files.bytes_written()) / 1024);
    CHECK(files.bytes_written() > 0);
    CHECK(files.bytes_written() < 64 * 1024);
}
