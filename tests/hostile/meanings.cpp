// Table B of the catalogue: files that are well formed and say what cannot be.
#include <fmt/format.h>

#include "hostile/corpus.hpp"
#include "hostile/event_file.hpp"

namespace kiosk {
namespace {

std::string file_name(std::string_view what, Writer const& writer) { return fmt::format("{}-{}.{}", writer.name, what, writer.extension); }

/// One talk of the ten, changed; a problem must name one of its lines, and at least `least` talks must be left.
template <class Change>
void add_changed(Corpus& corpus, std::string_view row, Writer const& writer, std::string_view what, int least, bool is_told, Change const& change) {
    auto event = ten_talks(corpus.chance);
    auto const place = 1 + corpus.chance.below(8);
    change(event.talks[place]);
    std::pair<int, int> lines{-1, -1};
    auto const text = written(writer, event, place, lines);
    if (!is_told) lines = {-1, -1};
    corpus.add(row, file_name(what, writer), text, {-1, least, 10, lines.first, lines.second, static_cast<int>(place)});
}

void add_bad_times(Corpus& corpus) {
    for (auto const& writer : writers()) {
        for (auto const* time : {"25:61", "24:30", "-1:00", "99999999999:00", "noonish", ""})
            add_changed(corpus, "B1", writer, "time", 9, true, [&](Talk& talk) { talk.start = time, talk.end = time; });
        if (writer.name == "html") continue;  // its day stands above the table
        for (auto const* day : {"2030-02-30", "2030-13-01", "0000-00-00", "99999-01-01"})
            add_changed(corpus, "B1", writer, "time-of-day", 9, true, [&](Talk& talk) { talk.date = day; });
    }
}

void add_lunch(Corpus& corpus) {
    for (auto const* name : {"html", "csv"}) {
        auto event = ten_talks(corpus.chance);
        for (int i = 0; i < 10; ++i) event.talks[static_cast<std::size_t>(i)].start = fmt::format("{}:{:02}{}", 8 + i / 2, 30 * (i % 2), i < 8 ? "AM" : "PM");
        event.talks[8].title = "Lunch";
        event.talks[8].start = "12:30AM";
        event.talks[9].start = "1:30PM";
        for (auto& talk : event.talks) talk.end.clear();
        std::pair<int, int> lines;
        auto text = written(writer_of(name), event, 8, lines);
        for (auto at = text.find(" - <"); at != text.npos; at = text.find(" - <")) text.erase(at, 3);
        corpus.add("B2", file_name("lunch-at-half-past-midnight", writer_of(name)), text, {-1, 10, 10, lines.first, lines.second, 8});
    }
}

void add_lengths(Corpus& corpus) {
    for (auto const& writer : writers()) {
        if (writer.name != "frab-xml" && writer.name != "frab-json")
            add_changed(corpus, "B3", writer, "end-before-start", 10, writer.name != "html", [](Talk& talk) { talk.end = "08:00"; });
        add_changed(corpus, "B3", writer, "dur-zero", 10, false, [](Talk& talk) { talk.end = talk.start; });
    }
    for (auto const* length : {"-01:00", "00:00", "10000000:00", "99999999999999999999:00", "PT1H", "-1", "1e9", "", "NaN"})
        for (auto const* name : {"frab-xml", "frab-json"}) {
            auto text = written(writer_of(name), ten_talks(corpus.chance));
            text.replace(text.find("00:30"), 5, length);
            corpus.add("B3", file_name("dur", writer_of(name)), text, sessions(10));
        }
    for (auto const* length : {"-PT1H", "PT0S", "PT10000000H", "P99999999999D", "P1Y", "PT", "-P1W"}) {
        auto text = written(writer_of("ics"), ten_talks(corpus.chance));
        auto const at = text.find("DTEND");
        text.replace(at, text.find("\r\n", at) - at, std::string("DURATION:") + length);
        corpus.add("B3", "ics-dur.ics", text, sessions(10));
    }
}

void add_collisions(Corpus& corpus) {
    for (auto const& writer : writers()) {
        auto event = ten_talks(corpus.chance);
        for (auto& talk : event.talks) talk.start = "09:00", talk.end = "17:00";
        corpus.add("B4", file_name("all-same-time", writer), written(writer, event), sessions(10));
        event = ten_talks(corpus.chance);
        for (auto& talk : event.talks) talk.end = "17:30";
        corpus.add("B4", file_name("overlap", writer), written(writer, event), sessions(10));
        event = ten_talks(corpus.chance);
        for (auto& talk : event.talks) talk.id = "7";
        corpus.add("B5", file_name("dup-ids", writer), written(writer, event));
        event = ten_talks(corpus.chance);
        event.talks[3] = event.talks[2];
        corpus.add("B5", file_name("dup-row", writer), written(writer, event), {-1, 9, 10, -1, -1, -1});
    }
}

void add_dates(Corpus& corpus) {
    for (auto const* heading : {"", "TBA", "Saturday, December 16, 2022", "December 2022 and December 2023", "31 June 2030", "1.1.1", "9999-12-31", "Day 1"}) {
        auto text = written(writer_of("html"), ten_talks(corpus.chance));
        auto const at = text.find("Wednesday, May 1, 2030");
        corpus.add("B6", "html-date.html", text.replace(at, 22, heading), sessions(10));
    }
    for (auto const* day : {"TBA", "", "9999-12-31", "0001-01-01", "1969-12-31"})
        for (auto const& writer : writers()) {
            if (writer.name == "html") continue;
            auto event = ten_talks(corpus.chance);
            for (auto& talk : event.talks) talk.date = day;
            corpus.add("B6", file_name("date", writer), written(writer, event));
        }
}

void add_unknown_room(Corpus& corpus) {
    corpus.add_beside("beside/rooms.csv", written(writer_of("csv"), ten_talks(corpus.chance)));
    corpus.add("B7", "room-999.toml", "[event]\nname = \"A\"\ntime_zone = \"Europe/Berlin\"\n[[schedule]]\nsource = \"beside/rooms.csv\"\n[[display]]\nname = \"d\"\nroom = \"Room 999\"\n", {-1, 10, 10, -1, -1, -1});
}

void add_zones(Corpus& corpus) {
    for (auto const* zone : {"../../../../etc/passwd", "/etc/passwd", "../../../../etc/hostname", "Europe/../../../../etc/passwd", "W. Europe Standard Time", "CET-1CEST,M3.5.0,M10.5.0/3",
                             "Mars/Olympus", "", "Europe/Berlin\\0x", "%2e%2e/%2e%2e/etc/passwd", "file:///etc/passwd", "..\\..\\windows", "posixrules", "tzdata.zi", "leapseconds"})
        for (auto const* name : {"ics", "frab-xml", "frab-json", "frab-json-2"}) {
            auto event = ten_talks(corpus.chance);
            event.zone = zone;
            auto text = written(writer_of(name), event);
            for (auto at = text.find("TZID=Europe/Berlin"); at != text.npos; at = text.find("TZID=Europe/Berlin", at + 5)) text.replace(at + 5, 13, zone);
            corpus.add("B8", file_name("tz", writer_of(name)), text);
        }
    corpus.add_beside("beside/zone.csv", written(writer_of("csv"), ten_talks(corpus.chance)));
    for (auto const* zone : {"../../../../etc/passwd", "/etc/passwd", "Europe/Berlin/../../../../etc/passwd", ""})
        corpus.add("B8", "tz.toml", fmt::format("[event]\nname = \"A\"\ntime_zone = \"{}\"\n[[schedule]]\nsource = \"beside/zone.csv\"\n", zone));
}

void add_states(Corpus& corpus) {
    for (auto const* more : {"STATUS:CANCELLED\r\n", "STATUS:TENTATIVE\r\n", "STATUS:\r\n"})
        add_changed(corpus, "B13", writer_of("ics"), "cancelled", 10, false, [&](Talk& talk) { talk.more = more; });
    for (auto const* title : {"CANCELLED: How to fold", "[Cancelled] Maps", "Abgesagt: Karten"})
        for (auto const& writer : writers()) add_changed(corpus, "B13", writer, "cancelled", 10, false, [&](Talk& talk) { talk.title = title; });
    for (auto const& writer : writers()) {
        add_changed(corpus, "B14", writer, "liquid", 9, false, [](Talk& talk) { talk.title = "{% for talk in page.talks %}{{ talk.title }}{% endfor %}"; });
        add_changed(corpus, "B14", writer, "liquid-open", 9, false, [](Talk& talk) { talk.title = "{{ talk.title"; });
    }
    auto text = written(writer_of("html"), ten_talks(corpus.chance));
    corpus.add("B14", "comment-unclosed.html", text.insert(text.find("<table>"), "<!-- "), refused());
    text = written(writer_of("frab-xml"), ten_talks(corpus.chance));
    corpus.add("B14", "comment-unclosed.xml", text.insert(text.find("<day"), "<!-- "), {1, -1, -1, -1, -1, -1});
}

}  // namespace

void add_meanings(Corpus& corpus) {
    add_bad_times(corpus);
    add_lunch(corpus);
    add_lengths(corpus);
    add_collisions(corpus);
    add_dates(corpus);
    add_unknown_room(corpus);
    add_zones(corpus);
    add_states(corpus);
}

}  // namespace kiosk
