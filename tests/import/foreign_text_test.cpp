// Every trap of foreign text, through every format's title, speaker name and description.
#include <functional>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "import/import.hpp"
#include "support/catch.hpp"

using namespace kiosk;

namespace {

std::string replaced(std::string text, std::string_view what, std::string_view with) {
    for (auto at = text.find(what); at != text.npos; at = text.find(what, at + with.size())) text.replace(at, what.size(), with);
    return text;
}

std::string as_xml(std::string const& text) {
    return replaced(replaced(replaced(text, "&", "&amp;"), "<", "&lt;"), ">", "&gt;");
}

std::string as_json(std::string const& text) { return nlohmann::json(text).dump(); }

std::string as_ics(std::string const& text) {
    return replaced(replaced(replaced(replaced(text, "\\", "\\\\"), ",", "\\,"), ";", "\\;"), "\n", "\\n");
}

/// One session whose texts are `text`, as a file of each format, so that a reader of the file sees `text`.
struct Carrier {
    std::string_view format;
    std::function<std::string(std::string const& text)> with;
};

std::vector<Carrier> const& carriers() {
    static std::vector<Carrier> const all{
        {"html",
         [](std::string const& text) {
             return "<p>Oslo, May 3, 2030</p><table><tr><th>Time</th><th>Title</th><th>Speaker</th><th>Abstract</th></tr>"
                    "<tr><td>9:00</td><td>" + text + "</td><td>" + text + "</td><td>" + text + "</td></tr></table>";
         }},
        {"csv", [](std::string const& text) { return fmt::format("Date,Start,Title,Speaker,Description\n2030-05-03,09:00,\"{0}\",\"{0}\",\"{0}\"\n", text); }},
        {"yaml",
         [](std::string const& text) {
             return fmt::format("- date: 2030-05-03\n  start: '09:00'\n  title: {0}\n  speaker: {0}\n  description: {0}\n", as_json(text));
         }},
        {"ics",
         [](std::string const& text) {
             return fmt::format("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20300503T070000Z\r\nSUMMARY:{0}\r\n"
                                "ATTENDEE;CN=\"{1}\":mailto:a@example.org\r\nDESCRIPTION:{0}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
                                as_ics(text), text);
         }},
        {"xcal",
         [](std::string const& text) {
             return fmt::format("<iCalendar><vcalendar><vevent><uid>1</uid><dtstart>20300503T090000</dtstart><summary>{0}</summary>"
                                "<attendee>{0}</attendee><description>{0}</description></vevent></vcalendar></iCalendar>", as_xml(text));
         }},
        {"frab-xml",
         [](std::string const& text) {
             return fmt::format("<schedule><conference><title>T</title></conference><day date=\"2030-05-03\" index=\"1\"><room name=\"A\">"
                                "<event guid=\"1\"><start>09:00</start><duration>0:30</duration><title>{0}</title><description>{0}</description>"
                                "<persons><person id=\"1\">{0}</person></persons></event></room></day></schedule>", as_xml(text));
         }},
        {"frab-json",
         [](std::string const& text) {
             return fmt::format(R"({{"schedule":{{"conference":{{"title":"T","days":[{{"date":"2030-05-03","rooms":{{"A":[{{"guid":"1",)"
                                R"("start":"09:00","duration":"0:30","title":{0},"description":{0},"persons":[{{"public_name":{0}}}]}}]}}}}]}}}}}})",
                                as_json(text));
         }},
        {"frab-json-2",
         [](std::string const& text) {
             return fmt::format(R"({{"schedule":{{"conference":{{"title":"T","days":[{{"date":"2030-05-03"}}]}},"events":[{{"guid":"1",)"
                                R"("start":"2030-05-03T09:00:00+02:00","end":"2030-05-03T10:00:00+02:00","title":{0},"description":{0},)"
                                R"("participants":[{{"name":{0}}}]}}]}}}})", as_json(text));
         }},
    };
    return all;
}

struct Trap {
    std::string_view what, written, shown;
    std::string_view name = {};  ///< where a name is shown otherwise
};

std::string const zalgo = "A\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309\u030A\u030Bda Example";

std::vector<Trap> const& traps() {
    static std::vector<Trap> const all{
        {"entities", "Ad&#97; &Eacute;xample", "Ada \u00C9xample"},
        {"tags", "<u>Ada</u> <span class='x>y'>Example</span>", "Ada Example"},
        {"bold of Markdown", "**Ada** Example", "Ada Example"},
        {"link of Markdown", "[Ada Example](https://example.org/ada)", "Ada Example"},
        {"code of Markdown", "`Ada` Example", "Ada Example"},
        {"TeX", "Ada $x^2$ Example", "Ada x\u00B2 Example"},
        {"controls", "Ada\x01\x1B Example", "Ada Example"},
        {"bidi overrides", "\u202EAda\u202C \u2067Example\u2069", "Ada Example"},
        {"zero width", "A\u200Bda\uFEFF Example", "Ada Example"},
        {"zalgo", zalgo, "A\u0301\u0302\u0303\u0304da Example"},
        {"no-break spaces", "\u00A0Ada\u00A0Example&nbsp;", "Ada\u00A0Example"},
        {"blanks", "  Ada \t  Example ", "Ada Example"},
        {"scripts", "Ada <script>alert(1)</script>Example", "Ada Example", "Ada <script>alert(1)</script>Example"},
    };
    return all;
}

std::string description_of(DraftSession const& session) { return session.description.empty() ? session.abstract : session.description; }

}  // namespace

TEST_CASE("foreign text is tamed alike in every format", "[import]") {
    for (Trap const& trap : traps())
        for (Carrier const& carrier : carriers()) {
            INFO(trap.what << " in " << carrier.format);
            auto const outcome = import_schedule({"x", carrier.with(std::string(trap.written))}, carrier.format, {});
            REQUIRE(outcome.value);
            REQUIRE(outcome.value->sessions.size() == 1);
            auto const& session = outcome.value->sessions.front();
            CHECK(session.title == trap.shown);
            CHECK(description_of(session) == trap.shown);
            // A page's scripts are gone before anybody looks for names, and its brackets hold affiliations.
            bool const is_page = carrier.format == "html";
            if (is_page && trap.what == "link of Markdown") continue;
            auto const name = trap.name.empty() || is_page ? trap.shown : trap.name;
            REQUIRE(session.people.size() == 1);
            CHECK(session.people.front().name == name);
        }
}

TEST_CASE("every format that has sessions carries the traps", "[import]") {
    for (Format const& format : formats()) {
        bool const has_carrier = std::any_of(carriers().begin(), carriers().end(), [&](Carrier const& carrier) { return carrier.format == format.name; });
        CHECK((has_carrier || format.name == "ini"));
    }
}
