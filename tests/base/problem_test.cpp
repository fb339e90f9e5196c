#include "base/problem.hpp"

#include "support/catch.hpp"

using namespace kiosk;

TEST_CASE("a problem prints in the form that compilers use", "[base]") {
    Problem const problem{Severity::warning, "time-out-of-order",
                          "\"12:30AM\" comes after \"11:30AM\": read as 12:30 PM", "", {"schedule.html", 52, ""}};
    CHECK(to_line(problem) ==
          "schedule.html:52: warning: \"12:30AM\" comes after \"11:30AM\": read as 12:30 PM [time-out-of-order]");
}

TEST_CASE("a problem without a line says what to do all the same", "[base]") {
    CHECK(to_line({Severity::error, "file-unreadable", "cannot be read", "check the name", {"a.toml", 0, ""}}) ==
          "a.toml: error: cannot be read; check the name [file-unreadable]");
}

TEST_CASE("problems sort by place, and the same one stands once", "[base]") {
    Problem const late{Severity::note, "b", "late", "", {"f", 9, ""}};
    Problem const early{Severity::error, "a", "early", "", {"f", 2, ""}};
    std::vector<Problem> problems{late, early, late};
    sort_by_place(problems);
    CHECK(problems == std::vector<Problem>{early, late});
}

TEST_CASE("a problem is one line, whatever it speaks of", "[base]") {
    CHECK(to_line({Severity::warning, "placeholder", "\"A\nkiosk: error: forged\x1B[2J\" \u202E\xFF", "", {"a\r.ics", 3, ""}}) ==
          "a\\x0D.ics:3: warning: \"A\\x0Akiosk: error: forged\\x1B[2J\" \\u202E\\xFF [placeholder]");
    auto const long_line = to_line({Severity::warning, "placeholder", std::string(999, 'a') + std::string(5000, '\xC3') + "\u00E9", "", {}});
    CHECK(long_line.size() < 2100);
    CHECK(long_line.ends_with("\u2026"));
}
