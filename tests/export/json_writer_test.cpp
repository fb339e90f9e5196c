#include "export/json_writer.hpp"

#include <nlohmann/json.hpp>

#include "support/catch.hpp"

using namespace kiosk;

TEST_CASE("JSON is laid out as the library does it", "[export]") {
    JsonWriter json(0);
    json.begin_object();
    json.key("list").begin_list();
    json.number(-12);
    json.truth(true);
    json.null();
    json.begin_object();
    json.end_object();
    json.end_list();
    json.key("empty").begin_list();
    json.end_list();
    json.key("text").text("a \"quoted\" \\ text of more than sixteen bytes\n\t\x01\x7F, and \u00FC");
    json.end_object();
    auto const text = json.take();
    auto const read = nlohmann::ordered_json::parse(text);
    CHECK(read["list"].size() == 4);
    CHECK(text == read.dump(2));
}

TEST_CASE("bytes that are no UTF-8 are replaced in JSON", "[export]") {
    JsonWriter json(0);
    json.text("a\xFF z");
    CHECK(json.take() == "\"a\uFFFD z\"");
}
