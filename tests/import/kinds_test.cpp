#include "import/kinds.hpp"

#include "support/catch.hpp"

using namespace kiosk;

namespace {

std::string kind(std::string_view title) {
    auto const found = kind_of_title(title);
    return found ? std::string(to_word(*found)) : "";
}

std::string role(std::string_view text) {
    auto const found = take_role(text);
    if (!found) return "";
    return std::string(to_word(found->kind)) + "|" + found->label + "|" + found->rest;
}

}  // namespace

TEST_CASE("a title that holds little else names its kind", "[import]") {
    CHECK(kind("Opening Remarks") == "opening");
    CHECK(kind("Introductory remarks") == "opening");
    CHECK(kind("Introduction and Opening Remarks") == "opening");
    CHECK(kind("Break & Refreshments - 2nd floor") == "break");
    CHECK(kind("Coffee break and beginning of poster session") == "break");
    CHECK(kind("Poster Session 2") == "poster");
    CHECK(kind("Competition Track Highlights") == "competition");
    CHECK(kind("Competition Winner Talks") == "competition");
    CHECK(kind("Competition Q&A") == "competition");
    CHECK(kind("Closing Remarks") == "closing");
    CHECK(kind("Panel Discussion (A B, C D)") == "panel");
    CHECK(kind("Registration") == "service");
    CHECK(kind("Reception") == "social");
    CHECK(kind("Mittagspause") == "meal");
    CHECK(kind("Clôture") == "closing");
}

TEST_CASE("a meal beats a break", "[import]") {
    CHECK(kind("Lunch Break") == "meal");
    CHECK(kind("Break for lunch") == "meal");
    CHECK(kind("Tea Break") == "break");
}

TEST_CASE("a talk that only uses such a word is not of that kind", "[import]") {
    CHECK(kind("Opening the black box") == "");
    CHECK(kind("Introduction to Kubernetes") == "");
    CHECK(kind("Training Transformers") == "");
    CHECK(kind("Learning to Design Circuits") == "");
    CHECK(kind("") == "");
}

TEST_CASE("a role before a name gives kind, label and the rest", "[import]") {
    CHECK(role("Special Speaker: Jane Doe") == "invited|Special Speaker|Jane Doe");
    CHECK(role("Keynote Speaker: Jane Doe") == "keynote||Jane Doe");
    CHECK(role("Invited Speaker 1: Jane Doe") == "invited||Jane Doe");
    CHECK(role("Invited Speaker") == "invited||");
    CHECK(role("Speaker: Jane Doe - MIT") == "talk||Jane Doe - MIT");
    CHECK(role("Contributed talk: Deep Things") == "talk|Contributed talk|Deep Things");
    CHECK(role("Invited talk Jane Doe") == "invited||Jane Doe");
    CHECK(role("Tutorial 1: Deep Things") == "workshop|Tutorial|Deep Things");
    CHECK(role("Learning to Design Circuits") == "");
    CHECK(role("") == "");
    CHECK(take_role("Invited Speaker")->names_speaker);
    CHECK_FALSE(take_role("Contributed Talks")->names_speaker);
}

TEST_CASE("people can do other things than speak", "[import]") {
    CHECK(take_person_role("Moderator: Jane Doe")->rest == "Jane Doe");
    CHECK(take_person_role("Moderated by Jane Doe")->role == "moderator");
    CHECK(take_person_role("Session Chair: Jane Doe")->role == "chair");
    CHECK_FALSE(take_person_role("Hosting services at scale"));
    CHECK_FALSE(take_person_role("Chairs and tables"));
}
