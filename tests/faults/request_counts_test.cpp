// How often servers are asked, on a simulated clock: rows E8, E12 and E17 of the catalogue of faults.
#include <random>

#include "io/refresh_policy.hpp"
#include "support/catch.hpp"
#include "support/figure.hpp"

using namespace kiosk;

namespace {

/// The times at which one display asks a server, from the start on for `length`. `answers`: whether it answers at that time.
template <class Answers>
std::vector<milliseconds> asked(unsigned seed, milliseconds length, Answers answers) {
    std::mt19937 random(seed);
    RefreshPolicy policy({}, MonotonicTime{});
    std::vector<milliseconds> times;
    while (policy.next().time_since_epoch() < length) {
        auto const now = policy.next();
        times.push_back(now.time_since_epoch());
        auto const luck = std::generate_canonical<double, 32>(random);
        if (answers(now.time_since_epoch())) policy.succeeded(now, luck, true);
        else policy.failed(now, luck);
    }
    return times;
}

}  // namespace

TEST_CASE("a server that fails, or does not exist, is asked less than once a minute in the long run", "[faults][E8][E12]") {
    std::size_t most = 0;
    for (unsigned seed = 0; seed < 100; ++seed)
        most = std::max(most, asked(seed, minutes{5}, [](milliseconds) { return false; }).size());
    report_figure("E8", static_cast<double>(most), "requests in 5 min");
    report_figure("E12", static_cast<double>(most), "attempts in 5 min");
    CHECK(most <= 8);
}

TEST_CASE("twenty displays that start together, and see the server come back together, do not ask together", "[faults][E17]") {
    std::vector<int> in_second(3600);
    for (unsigned seed = 0; seed < 20; ++seed)
        for (auto const time : asked(seed, hours{1}, [](milliseconds t) { return t < minutes{20} || t > minutes{30}; }))
            ++in_second[static_cast<std::size_t>(time / seconds{1})];
    auto const most = *std::max_element(in_second.begin() + 1, in_second.end());  // in the first one all are switched on
    report_figure("E17", most, "requests/s of 20");
    CHECK(most <= 8);
}
