// The contract of RELIABILITY.md section 2 for a display that runs: each fault of a server is held, then ended.
#include <cstdio>
#include <filesystem>
#include <fstream>

#include <fmt/format.h>

#include "faults/living_day.hpp"
#include "support/catch.hpp"
#include "support/figure.hpp"

using namespace kiosk;

namespace {

constexpr Instant nine = Instant{date::sys_days{date::year{2023} / 12 / 16}} + hours{9};
constexpr std::size_t at_a_time = 16;

std::string page(std::string_view third) {
    return fmt::format("<h1>A day</h1><p>16 December 2023</p><table>\n"
                       "<tr><td>09:00 - 10:00</td><td>First session</td></tr>\n<tr><td>10:00 - 11:00</td><td>Second session</td></tr>\n"
                       "<tr><td>11:00 - 12:00</td><td>{}</td></tr>\n<tr><td>12:00 - 13:00</td><td>Fourth session</td></tr>\n</table>\n"
                       "<!-- {} -->\n", third, std::string(3000, '.'));  // room for what cuts it
}

/// One display that lives through one fault.
struct HeldFault {
    std::string name;
    LivingDay day{page("Third session"), {}};
    std::string before = {}, trouble = {};
    std::size_t lines = 0;
    long ms = 0;  // from the fault's end to the new page on the screen
    bool keeps = false, hints = false, recovers = false, is_left_alone = false;

    bool is_good() const { return keeps && hints && lines <= 2 && (recovers || is_left_alone); }
};

long count_of(std::filesystem::path const& folder) {
    return std::distance(std::filesystem::directory_iterator(folder), std::filesystem::directory_iterator());
}

void hold(HeldFault& held) {
    held.before = held.day.words_at(nine + minutes{10});
    held.day.server.behave(held.name);
    held.day.hurry();
}

/// While it is held: the programme stands, and after a quarter of an hour the screen says how old it is.
void look_at(HeldFault& held) {
    auto const sources = held.day.sources();
    held.trouble = sources.at(0).last_error;
    auto const now = held.day.words_at(nine + minutes{10}), later = held.day.words_at(nine + minutes{50});
    held.keeps = now == held.before && later.find("First session") != later.npos;
    bool const is_unreachable = !held.day.web().at(0).trouble.empty();
    held.hints = (later.find("no connection") != later.npos) == is_unreachable;
}

void end(HeldFault& held) {
    held.day.server.behave("ok");
    held.day.server.serve("/page", page("Third session, changed"));
    held.day.hurry();
}

bool has_recovered(HeldFault& held) {
    auto const words = held.day.words_at(nine + hours{2} + minutes{50});
    return words.find("Third session, changed") != words.npos && words.find("no connection") == words.npos &&
           held.day.sources().at(0).last_error.empty();
}

void live_through(std::vector<std::unique_ptr<HeldFault>>& batch) {
    for (auto& held : batch) held->day.start(nine);
    for (auto& held : batch) hold(*held);
    std::this_thread::sleep_for(milliseconds{1400});  // longer than the time that a fetch may take
    for (auto& held : batch) look_at(*held);
    auto const begin = std::chrono::steady_clock::now();
    for (auto& held : batch) end(*held);
    for (int i = 0; i < 400; ++i) {
        bool all = true;
        for (auto& held : batch) {
            if (held->recovers) continue;
            held->recovers = has_recovered(*held);
            held->ms = std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now() - begin).count();
            all = all && held->recovers;
        }
        if (all || i * 5 > 2500) break;
        std::this_thread::sleep_for(milliseconds{5});
    }
    for (auto& held : batch) {
        held->lines = held->day.said().size();
        held->is_left_alone = !held->recovers && held->day.server.requests().empty();
    }
}

}  // namespace

TEST_CASE("whatever a server does, a display keeps its programme, says how old it is, and is right soon after", "[faults][E1][slow]") {
    auto const names = fault_names();
    long const threads = count_of("/proc/self/task"), files = count_of("/proc/self/fd");
    std::size_t good = 0, left_alone = 0;
    long slowest = 0;
    fmt::print("{:<22} {:>5} {:>5} {:>5} {:>9} {:>6}  {}\n", "behaviour, held", "keeps", "hints", "lines", "right", "ms", "what the log says");
    for (std::size_t begin = 0; begin < names.size(); begin += at_a_time) {
        std::vector<std::unique_ptr<HeldFault>> batch;
        for (auto i = begin; i < std::min(begin + at_a_time, names.size()); ++i) batch.push_back(std::unique_ptr<HeldFault>(new HeldFault{names[i]}));
        live_through(batch);
        for (auto const& held : batch) {
            INFO(held->name << ": " << held->trouble);
            fmt::print("{:<22} {:>5} {:>5} {:>5} {:>9} {:>6}  {}\n", held->name, held->keeps ? "yes" : "NO", held->hints ? "yes" : "NO", held->lines,
                       held->recovers ? "yes" : held->is_left_alone ? "as asked" : "NO", held->recovers ? held->ms : 0, held->trouble.substr(0, 90));
            CHECK(held->keeps);
            CHECK(held->hints);
            CHECK(held->lines <= 2);
            CHECK((held->recovers || held->is_left_alone));
            good += held->is_good() ? 1 : 0;
            left_alone += held->is_left_alone ? 1 : 0;
            slowest = std::max(slowest, held->recovers ? held->ms : 0);
        }
    }
    long const more_threads = count_of("/proc/self/task") - threads, more_files = count_of("/proc/self/fd") - files;
    fmt::print("{} behaviours, the contract held in {}; right again after {} ms at most; {} threads and {} descriptors more than before\n", names.size(),
               good, slowest, more_threads, more_files);
    report_figure("E1", static_cast<double>(names.size() - good), fmt::format("breaks of {}", names.size()));
    CHECK(left_alone >= 3);  // of four that name a time with 429 and 503; on a slow machine that of one is over by now
    CHECK(more_threads == 0);
    CHECK(more_files <= 1);  // libcurl may keep one of its own
}
