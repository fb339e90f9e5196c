// Paths into data files, and the files that describe formats.
#include "base/limits.hpp"
#include "import/mapped/mapped.hpp"

#include "import/draft_text.hpp"
#include "import/mapped/data_path.hpp"
#include "import/mapped/json_tree.hpp"
#include "support/catch.hpp"

using namespace kiosk;

namespace {

std::string const days = R"({"days": [{"date": "Monday", "rooms": {"A": [{"t": "one"}, {"t": "two"}], "B/1": {"t": "three"}}}, {"date": "Tuesday", "rooms": {}}]})";

/// The texts that a path leads to; for keys, the keys.
std::vector<std::string> found(std::string const& path, std::string const& json = days) {
    auto const parsed = DataPath::parse(path);
    REQUIRE(parsed);
    auto const tree = read_json_tree(json).root;
    std::vector<std::string> all;
    for (auto const& place : parsed->places(place_of_root(tree))) all.push_back(parsed->asks_for_key() ? place.record->key : place.node->text);
    return all;
}

using Texts = std::vector<std::string>;

Outcome<FieldMap> parsed(std::string const& text) { return parse_field_map({"mine.toml", text}, "mine"); }

}  // namespace

TEST_CASE("a path leads to members, list entries and everything in them", "[import]") {
    CHECK(found("days[0].date") == Texts{"Monday"});
    CHECK(found("days[*].date") == Texts{"Monday", "Tuesday"});
    CHECK(found("days[0].rooms.A[1].t") == Texts{"two"});
    CHECK(found("days[*].rooms.*[*].t") == Texts{"one", "two", "three"});
    CHECK(found("days[2].date").empty());
    CHECK(found("nights[*].date").empty());
    CHECK(found("days[*].date.deeper").empty());
}

TEST_CASE("a single value counts as a list of one, but nothing does not", "[import]") {
    CHECK(found("who[*]", R"({"who": "Ann"})") == Texts{"Ann"});
    CHECK(found("who[*]", R"({"who": ["Ann", "Bob"]})") == Texts{"Ann", "Bob"});
    CHECK(found("who[*]", R"({"who": null})").empty());
    CHECK(found("[*].who", R"({"who": "Ann"})") == Texts{"Ann"});
}

TEST_CASE("a path can go back to the record around, and ask for the key", "[import]") {
    CHECK(found("days[*].rooms.*[*].^.@") == Texts{"A", "A", "B/1"});
    CHECK(found("days[*].rooms.*[*].^.^.date") == Texts{"Monday", "Monday", "Monday"});
    CHECK(found("days[*].@") == Texts{"0", "1"});
    CHECK(found("^.days[*].date").empty());
}

TEST_CASE("a place is named as JSON pointers name it", "[import]") {
    auto const tree = read_json_tree(days).root;
    auto const places = DataPath::parse("days[*].rooms.*[*].t")->places(place_of_root(tree));
    REQUIRE(places.size() == 3);
    CHECK(places[1].pointer == "/days/0/rooms/A/1/t");
    CHECK(places[2].pointer == "/days/0/rooms/B~11/t");
}

TEST_CASE("what is no path is refused", "[import]") {
    for (auto const* text : {"a..b", "a[", "a[x]", "a]", ".a", "a.", "a.@.b", "a[-1]", "a[99999999999999999999]"}) {
        INFO(text);
        CHECK_FALSE(DataPath::parse(text));
    }
}

TEST_CASE("JSON becomes a tree of texts, and more than any schedule holds is cut", "[import]") {
    auto const tree = read_json_tree(R"({"a": [1, 2.50, true, null, "x"], "b": {}})").root;
    REQUIRE(tree.items.size() == 2);
    Texts texts;
    for (auto const& item : tree.items[0].items) texts.push_back(item.text);
    CHECK(texts == Texts{"1", "2.50", "true", "", "x"});
    std::string many = "[0";
    for (std::size_t i = 0; i < most_parts; ++i) many += ",0";
    auto const cut = read_json_tree(many + "]");
    CHECK_FALSE(cut.is_whole);
    CHECK(cut.root.items.size() == most_parts - 1);
}

TEST_CASE("a map's mistakes are told with their lines", "[import]") {
    auto const wrong = parsed("known_by = [\"a\"]\n[[session]]\nat = \"rows[\"\ntitel = \"t\"\nstart = \"s\"\n");
    CHECK(to_text(wrong.problems) ==
          "mine.toml:2: error: a [[session]] needs at = \"the path of its records\" [format-map-invalid]\n"
          "mine.toml:3: error: \"rows[\" is no path: ignored; write names with dots between them: \"sessions[*].room.name\" [format-map-invalid]\n"
          "mine.toml:4: error: there is no key \"titel\" in [session]; did you mean \"title\"? [key-unknown]\n");
    CHECK_FALSE(parsed("description = \"nothing\"\n").value);
    CHECK_FALSE(parsed("known_by = [\"a\"]\n").value);
    CHECK(parsed("known_by = \"a\"\n[[session]]\nat = \"rows[*]\"\ntitle = \"t\"\n").value);
}

TEST_CASE("a user's own map reads a user's own file", "[import]") {
    auto const map = parsed(R"(
        known_by = ["was", "wann | ab"]
        [event]
        name = "titel"
        [[session]]
        at = "punkte[*]"
        title = ["was", "{art} von {wer[0].name}"]
        date = "^.tag"
        time = "ab"
        end_time = "bis"
        room = "wo[*]"
        speakers = "wer[*]"
        unless = "entfällt"
        [person]
        name = "name"
        affiliation = "firma"
    )");
    REQUIRE(map.value);
    CHECK(to_text(map.problems) == "");
    SourceText const source{"plan.json", R"({"titel": "Ein Tag", "tag": "2030-05-04", "punkte": [
        {"was": "Nachts", "ab": "23:30", "bis": "00:30", "wo": ["Saal", "Foyer"], "wer": [{"name": "Ute Kern", "firma": "Kern KG"}]},
        {"was": "", "art": "Lesung", "ab": "9:05", "wer": [{"name": "Jo Ahn"}]},
        {"was": "Fort", "ab": "10:00", "entfällt": true},
        "kein Eintrag", {}
    ]})"};
    std::vector<FieldMap> const maps{*map.value};
    CHECK(find_map(source, maps) == &maps[0]);
    auto const outcome = import_mapped(source, *map.value, {});
    REQUIRE(outcome.value);
    CHECK(to_text(*outcome.value) ==
          "event\n  name: Ein Tag\n  day: 2030-05-04\nrows\n"
          "/punkte/0: 2030-05-04T23:30:00 - 2030-05-05T00:30:00 talk \"Nachts\"\n"
          "  room: Saal\n  room: Foyer\n  person: Ute Kern @ Kern KG\n"
          "/punkte/1: 2030-05-04T09:05:00 talk \"Lesung von Jo Ahn\"\n  person: Jo Ahn\n");
}
