#include "io/refresh_policy.hpp"

#include "support/catch.hpp"

using namespace kiosk;

namespace {
constexpr MonotonicTime start{hours{5}};
constexpr double middle = 0.5;
}  // namespace

TEST_CASE("the first fetch is due at once, the second by chance, all others after the interval", "[io]") {
    RefreshPolicy policy({}, start);
    CHECK(policy.next() == start);
    policy.succeeded(start, 1, true);
    CHECK(policy.next() == start + seconds{30});
    for (double const random : {0.0, 0.5, 1.0}) {
        policy.succeeded(start, random, true);
        CHECK(policy.next() == start + seconds{60});
    }
    RefreshPolicy other({}, start);
    other.succeeded(start, 0.5, true);
    CHECK(other.next() == start + seconds{45});
    RefreshPolicy hasty({.interval = seconds{1}}, start);
    hasty.succeeded(start, 0, true);
    CHECK(hasty.next() == start + seconds{10});
}

TEST_CASE("after failures the wait doubles up to five minutes, and one success ends that", "[io]") {
    RefreshPolicy policy({}, start);
    for (int const wait_s : {5, 10, 20, 40, 80, 160, 300, 300}) {
        policy.failed(start, middle);
        CHECK(policy.next() == start + seconds{wait_s});
    }
    for (int i = 0; i < 1000; ++i) policy.failed(start, middle);
    CHECK(policy.next() == start + minutes{5});
    CHECK(policy.failures() == 1008);
    policy.succeeded(start, 0, true);
    CHECK(policy.failures() == 0);
    policy.failed(start, middle);
    CHECK(policy.next() == start + seconds{5});
}

TEST_CASE("retries differ by a fifth, so that many displays do not ask at once", "[io][E17]") {
    RefreshPolicy policy({}, start);
    policy.failed(start, 0);
    CHECK(policy.next() == start + seconds{4});
    RefreshPolicy other({}, start);
    other.failed(start, 1);
    CHECK(other.next() == start + seconds{6});
    other.failed(start, 77);
    CHECK(other.next() == start + seconds{12});
}

TEST_CASE("a server that asks to be left alone is, but for an hour at most", "[io]") {
    RefreshPolicy policy({}, start);
    policy.failed(start, middle, seconds{120});
    CHECK(policy.next() == start + seconds{120});
    policy.hurry(start + seconds{1});
    CHECK(policy.next() == start + seconds{120});
    policy.failed(start, middle, hours{24 * 365});
    CHECK(policy.next() == start + hours{1});
    policy.failed(start, middle, seconds{1});
    CHECK(policy.next() == start + seconds{20});
    policy.hurry(start + seconds{7});
    CHECK(policy.next() == start + seconds{7});
}

TEST_CASE("once an hour the bytes are asked for, whatever the server says of them", "[io][E16]") {
    RefreshPolicy policy({}, start);
    CHECK(policy.wants_full(start));
    policy.succeeded(start, 0, true);
    CHECK_FALSE(policy.wants_full(start + minutes{59}));
    policy.succeeded(start + minutes{59}, 0, false);
    CHECK(policy.wants_full(start + minutes{60}));
}
