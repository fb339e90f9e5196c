#include "run/stats.hpp"

#include <nlohmann/json.hpp>

#include "support/catch.hpp"

using namespace kiosk;

TEST_CASE("the stats have every key of the contract", "[run]") {
    ShowStats show;
    show.now = Instant{seconds{1702743120}};
    show.clock = {true, "synchronised"};
    show.sources = {{"https://example.org/a.ics", "stale", "timed out", seconds{900}, 12}};
    auto const json = nlohmann::json::parse(to_json(show, {}));
    for (char const* key : {"now", "slide", "session", "frames", "longest_gap_ms", "first_frame_ms", "fingerprint", "sources",
                            "clock", "rss_kb", "heap_kb", "fds", "threads", "cpu_ms", "watchdog_pings"})
        CHECK(json.contains(key));
    CHECK(json["now"] == "2023-12-16T16:12:00.000Z");
    CHECK(json["sources"][0]["age_s"] == 900);
    CHECK(json["clock"]["trusted"] == true);
    CHECK(json["clock"]["source"] == "synchronised");
}

TEST_CASE("the process knows its age and its size", "[run]") {
    auto const process = read_process_stats();
    CHECK(process.rss_kb > 1000);
    CHECK(process.fds >= 3);
    CHECK(process.threads >= 1);
    CHECK(process_age() >= milliseconds{0});
    CHECK(process_age() < hours{1});
}

TEST_CASE("text that is not UTF-8 does not end the show", "[run]") {
    ShowStats show;
    show.slide = "\xFF";
    CHECK(nlohmann::json::parse(to_json(show, {}))["slide"] == "\xEF\xBF\xBD");
}
