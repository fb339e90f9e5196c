#include "import/title_status.hpp"

#include "support/catch.hpp"

using namespace kiosk;

namespace {

std::string rest(std::string_view title, Status status) {
    auto const read = take_status(title);
    if (!read) return "none";
    return read->status == status ? read->rest : "another status";
}

}  // namespace

TEST_CASE("a title says that its session is cancelled or moved", "[import]") {
    CHECK(rest("CANCELLED - Pizza", Status::cancelled) == "Pizza");
    CHECK(rest("Canceled: Pizza", Status::cancelled) == "Pizza");
    CHECK(rest("[cancelled] Pizza", Status::cancelled) == "Pizza");
    CHECK(rest("Pizza (abgesagt)", Status::cancelled) == "Pizza");
    CHECK(rest("*CANCELLED* Pizza", Status::cancelled) == "Pizza");
    CHECK(rest("ANNULÉ \u2013 Pizza", Status::cancelled) == "Pizza");
    CHECK(rest("[MOVED] Pizza", Status::moved) == "Pizza");
    CHECK(rest("Pizza [FULL]", Status::confirmed) == "Pizza");
}

TEST_CASE("the same words inside a title are the title", "[import]") {
    for (auto const* title : {"Security of a Full-Body Scanner", "How we cancelled everything", "Full: a history", "Moved by music",
                              "Noise cancelled (twice)", "", "()", "["})
        CHECK(rest(title, Status::confirmed) == "none");
}

TEST_CASE("a title that is nothing else stays", "[import]") { CHECK(rest("(cancelled)", Status::cancelled) == "(cancelled)"); }
