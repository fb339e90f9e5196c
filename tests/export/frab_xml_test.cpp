#include "export/frab_xml.hpp"

#include "support/catch.hpp"
#include "support/schedule_builder.hpp"

using namespace kiosk;

namespace {

bool has(std::string const& text, std::string_view part) { return text.find(part) != text.npos; }

}  // namespace

TEST_CASE("a schedule is written as frab writes its XML", "[export]") {
    ScheduleBuilder builder("America/Chicago");
    builder.draft.event.name = "Fish & Chips";
    auto& talk = builder.add(Kind::talk, "9:05", "10:00", "a < b");
    talk.rooms = {"Hall \"A\""};
    talk.people = {ScheduleBuilder::person("Ada <x>", "", "")};
    talk.status = Status::cancelled;
    auto const text = *to_frab_xml(builder.build()).value;
    CHECK(text.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<schedule>\n"));
    CHECK(has(text, "<title>Fish &amp; Chips</title>"));
    CHECK(has(text, "<acronym>fish-chips</acronym>"));
    CHECK(has(text, "<time_zone_name>America/Chicago</time_zone_name>"));
    CHECK(has(text, "<day index=\"1\" date=\"2023-12-16\" start=\"2023-12-16T04:00:00-06:00\" end=\"2023-12-17T04:00:00-06:00\">"));
    CHECK(has(text, "<room name=\"Hall &quot;A&quot;\">"));
    CHECK(has(text, "<date>2023-12-16T09:05:00-06:00</date>"));
    CHECK(has(text, "<start>09:05</start>"));
    CHECK(has(text, "<duration>00:55</duration>"));
    CHECK(has(text, "<title>CANCELLED: a &lt; b</title>"));
    CHECK(has(text, "<person id=\"1\">Ada &lt;x&gt;</person>"));
}

TEST_CASE("ids of frab's XML are UUIDs, and stay the same", "[export]") {
    ScheduleBuilder builder("America/Chicago");
    builder.add(Kind::talk, "9:00", "10:00", "One").source_id = "one";
    builder.add(Kind::talk, "10:00", "11:00", "Two").source_id = "8079583e-8321-506c-95af-fd2903a5f075";
    auto const text = *to_frab_xml(builder.build()).value;
    CHECK(has(text, "guid=\"8079583e-8321-506c-95af-fd2903a5f075\""));
    auto const guid = text.substr(text.find("guid=\"") + 6, 36);
    CHECK(guid[14] == '8');
    CHECK(guid[8] == '-');
    CHECK(*to_frab_xml(builder.build()).value == text);
}
