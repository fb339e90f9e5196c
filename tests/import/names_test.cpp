#include "import/names.hpp"

#include "support/catch.hpp"

using namespace kiosk;

namespace {

std::string people(std::string_view text, People expected = People::one) {
    std::string out;
    for (auto const& person : read_people(text, expected)) {
        if (!out.empty()) out += "; ";
        out += person.name + (person.affiliation.empty() ? "" : " @ " + person.affiliation);
    }
    return out;
}

}  // namespace

TEST_CASE("names have two to four capitalised words", "[import]") {
    CHECK(looks_like_name("Jane Doe"));
    CHECK(looks_like_name("H.T. Kung"));
    CHECK(looks_like_name("Noah D. Goodman"));
    CHECK(looks_like_name("Julius von Kügelgen"));
    CHECK(looks_like_name("Yuhuai (Tony) Wu"));
    CHECK_FALSE(looks_like_name("Learning to Design Circuits"));
    CHECK_FALSE(looks_like_name("UT Austin"));
    CHECK_FALSE(looks_like_name("Break"));
    CHECK_FALSE(looks_like_name("Session A"));
    CHECK_FALSE(looks_like_name("Poster Session 1"));
    CHECK_FALSE(looks_like_name(""));
}

TEST_CASE("an affiliation follows a dash, a bracket or a comma", "[import]") {
    CHECK(people("Zhan Shi - University of Texas at Austin") == "Zhan Shi @ University of Texas at Austin");
    CHECK(people("Jane Doe (ACME)") == "Jane Doe @ ACME");
    CHECK(people("Jane Doe(ACME)") == "Jane Doe @ ACME");
    CHECK(people("Kristin Lauter, FAIR Labs North America, Meta") ==
          "Kristin Lauter @ FAIR Labs North America, Meta");
    CHECK(people("Yuhuai (Tony) Wu (xAI)") == "Yuhuai (Tony) Wu @ xAI");
}

TEST_CASE("several names are several people", "[import]") {
    CHECK(people("Jeff Dean,  Song Han, and Ion Stoica", People::several) ==
          "Jeff Dean; Song Han; Ion Stoica");
    CHECK(people("Lily Peng (ACME) & Dale Webster (Globex)") == "Lily Peng @ ACME; Dale Webster @ Globex");
    CHECK(people("Jane Doe, John Roe", People::several) == "Jane Doe; John Roe");
    CHECK(people("Learning, Seeing and Doing") == "");
    CHECK(people("") == "");
}
