#include "export/json_writer.hpp"

#include <nlohmann/json.hpp>

#include "support/catch.hpp"

using namespace kiosk;

namespace {

struct Text {
    std::string text;
    int pieces = 0;
    ByteSink sink = [this](std::string_view piece) { text += piece, ++pieces; };
};

}  // namespace

TEST_CASE("JSON is laid out as the library does it", "[export]") {
    Text out;
    JsonWriter json(out.sink);
    json.begin_object();
    json.key("list").begin_list();
    json.number(-12);
    json.text("short \u00E9");
    json.text("sixteen letters!");
    json.text("\"\n");
    json.text("");
    json.truth(true);
    json.null();
    json.begin_object();
    json.end_object();
    json.end_list();
    json.key("empty").begin_list();
    json.end_list();
    json.key("text").text("a \"quoted\" \\ text of more than sixteen bytes\n\t\x01\x7F, and \u00FC");
    json.end_object();
    json.finish();
    auto const& text = out.text;
    auto const read = nlohmann::ordered_json::parse(text);
    CHECK(read["list"].size() == 8);
    CHECK(text == read.dump(2) + "\n");
}

TEST_CASE("bytes that are no UTF-8 are replaced in JSON", "[export]") {
    Text out;
    JsonWriter json(out.sink);
    json.text("a\xFF z");
    json.finish();
    CHECK(out.text == "\"a\uFFFD z\"\n");
}

TEST_CASE("large JSON comes in pieces and is the same", "[export]") {
    Text out;
    JsonWriter json(out.sink);
    json.begin_list();
    for (int i = 0; i < 50'000; ++i) json.number(i);
    json.end_list();
    json.finish();
    auto const read = nlohmann::json::parse(out.text);
    CHECK(read.size() == 50'000);
    CHECK(read.back() == 49'999);
    CHECK(out.pieces > 5);
    CHECK(out.text.size() / static_cast<std::size_t>(out.pieces) > 10'000);
}
