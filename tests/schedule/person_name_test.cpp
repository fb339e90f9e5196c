#include "schedule/person_name.hpp"

#include "support/catch.hpp"

using namespace kiosk;

TEST_CASE("two spellings of one person are the same", "[schedule]") {
    CHECK(same_person("H.T. Kung", "H. T. Kung"));
    CHECK(same_person("Summer Deng", "Zhaoxia (Summer) Deng"));
    CHECK(same_person("Dr. Neeraja J. Yadwadkar", "Neeraja Yadwadkar"));
    CHECK(same_person("Zhangyang \"Atlas\" Wang", "Atlas Wang"));
    CHECK(same_person("DVOŘÁK Antonín", "Dvorak Antonin"));
    CHECK(same_person("Dr. Jané Doe", "jane doe"));
}

TEST_CASE("different people are not", "[schedule]") {
    CHECK_FALSE(same_person("Song Han", "Song Hanlin"));
    CHECK_FALSE(same_person("", ""));
    CHECK_FALSE(same_person("A. Smith", "B. Smith"));
}

TEST_CASE("initials are the first and the last", "[schedule]") {
    CHECK(initials("Atlas Wang") == "AW");
    CHECK(initials("Dr. Neeraja J. Yadwadkar") == "NY");
    CHECK(initials("Zhaoxia (Summer) Deng") == "ZD");
    CHECK(initials("Plato") == "P");
    CHECK(initials("ludwig van beethoven") == "LB");
    CHECK(initials("王小明") == "王");
    CHECK(initials("Dr.") == "D");
    CHECK(initials("") == "");
}
