#include "hostile/event_file.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace kiosk {
namespace {

std::string replaced(std::string text, std::string_view what, std::string_view by) {
    for (auto at = text.find(what); at != text.npos; at = text.find(what, at + by.size())) text.replace(at, what.size(), by);
    return text;
}

std::string xml(std::string text) { return replaced(replaced(std::move(text), "&", "&amp;"), "<", "&lt;"); }
std::string quoted_csv(std::string const& text) { return "\"" + replaced(text, "\"", "\"\"") + "\""; }
std::string ics_text(std::string text) {
    for (auto const* mark : {"\\", ";", ","}) text = replaced(std::move(text), mark, std::string("\\") + mark);
    return replaced(std::move(text), "\n", "\\n");
}

std::string json(std::string_view text) {
    std::string out = "\"";
    for (char const c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (static_cast<unsigned char>(c) < 0x20) out += fmt::format("\\u{:04x}", static_cast<int>(c));
        else out += c;
    }
    return out + "\"";
}

std::string ics_time(Talk const& talk, std::string const& clock) {
    bool const is_plain = talk.date.size() == 10 && clock.size() == 5;
    if (!is_plain) return talk.date + "T" + clock;
    return replaced(talk.date, "-", "") + "T" + replaced(clock, ":", "") + "00";
}

std::string xml_begin(EventFile const& event) {
    return fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<schedule>\n<conference><title>{}</title><time_zone_name>{}</time_zone_name></conference>\n"
                       "<day index=\"1\" date=\"2030-05-01\">\n<room name=\"Hall A\">\n", xml(event.name), xml(event.zone));
}
std::string xml_talk(Talk const& talk, std::size_t) {
    return fmt::format("<event id=\"{}\">\n<date>{}T{}:00+02:00</date>\n<start>{}</start>\n<duration>00:30</duration>\n<title>{}</title>\n<room>{}</room>\n"
                       "<abstract>{}</abstract>\n<persons><person id=\"9{}\">{}</person></persons>\n{}</event>\n",
                       xml(talk.id), talk.date, talk.start, talk.start, xml(talk.title), xml(talk.room), xml(talk.abstract), xml(talk.id), xml(talk.speaker), talk.more);
}

std::string json_begin(EventFile const& event) {
    return fmt::format("{{\"schedule\":{{\"conference\":{{\"title\":{},\"time_zone_name\":{},\"days\":[{{\"index\":1,\"date\":\"2030-05-01\",\"rooms\":{{\"Hall A\":[\n",
                       json(event.name), json(event.zone));
}
std::string json_talk(Talk const& talk, std::size_t index) {
    return fmt::format("{}{{\"id\":{},\n\"date\":\"{}T{}:00+02:00\",\n\"start\":\"{}\",\"duration\":\"00:30\",\"title\":{},\n\"room\":{},\"abstract\":{},\n\"persons\":[{{\"name\":{}}}]{}}}\n",
                       index > 0 ? "," : "", json(talk.id), talk.date, talk.start, talk.start, json(talk.title), json(talk.room), json(talk.abstract), json(talk.speaker), talk.more);
}

std::string json_2_begin(EventFile const& event) {
    return fmt::format("{{\"schedule\":{{\"version\":\"2\",\"conference\":{{\"title\":{},\"time_zone_name\":{}}},\"events\":[\n", json(event.name), json(event.zone));
}
std::string json_2_talk(Talk const& talk, std::size_t index) {
    return fmt::format("{}{{\"guid\":{},\n\"start\":\"{}T{}:00+02:00\",\"end\":\"{}T{}:00+02:00\",\n\"title\":{},\"room\":{{\"name\":{}}},\"abstract\":{},\n\"participants\":[{{\"name\":{}}}]{}}}\n",
                       index > 0 ? "," : "", json(talk.id), talk.date, talk.start, talk.date, talk.end, json(talk.title), json(talk.room), json(talk.abstract), json(talk.speaker), talk.more);
}

std::string xcal_begin(EventFile const& event) { return fmt::format("<?xml version=\"1.0\"?>\n<iCalendar><vcalendar>\n<x-wr-calname>{}</x-wr-calname>\n", xml(event.name)); }
std::string xcal_talk(Talk const& talk, std::size_t) {
    return fmt::format("<vevent>\n<uid>{}</uid>\n<dtstart>{}</dtstart>\n<dtend>{}</dtend>\n<summary>{}</summary>\n<location>{}</location>\n<description>{}</description>\n<attendee>{}</attendee>\n{}</vevent>\n",
                       xml(talk.id), ics_time(talk, talk.start), ics_time(talk, talk.end), xml(talk.title), xml(talk.room), xml(talk.abstract), xml(talk.speaker), talk.more);
}

std::string ics_begin(EventFile const& event) { return fmt::format("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\nX-WR-CALNAME:{}\r\nX-WR-TIMEZONE:{}\r\n", ics_text(event.name), event.zone); }
std::string ics_talk(Talk const& talk, std::size_t) {
    return fmt::format("BEGIN:VEVENT\r\nUID:{}\r\nDTSTART;TZID=Europe/Berlin:{}\r\nDTEND;TZID=Europe/Berlin:{}\r\nSUMMARY:{}\r\nLOCATION:{}\r\nDESCRIPTION:{}\r\nATTENDEE;CN=\"{}\":mailto:a@example.org\r\n{}END:VEVENT\r\n",
                       ics_text(talk.id), ics_time(talk, talk.start), ics_time(talk, talk.end), ics_text(talk.title), ics_text(talk.room), ics_text(talk.abstract), replaced(talk.speaker, "\"", ""), talk.more);
}

std::string csv_begin(EventFile const&) { return "Date,Start,End,Title,Speakers,Room,Abstract\n"; }
std::string csv_talk(Talk const& talk, std::size_t) {
    return fmt::format("{},{},{},{},{},{},{}{}\n", talk.date, talk.start, talk.end, quoted_csv(talk.title), quoted_csv(talk.speaker), quoted_csv(talk.room), quoted_csv(talk.abstract), talk.more);
}

std::string yaml_begin(EventFile const&) { return ""; }
std::string yaml_talk(Talk const& talk, std::size_t) {
    return fmt::format("- title: {}\n  start: {} {}\n  end: {} {}\n  room: {}\n  speakers: [{}]\n  abstract: {}\n{}", json(talk.title), talk.date, talk.start, talk.date, talk.end, json(talk.room), json(talk.speaker), json(talk.abstract), talk.more);
}

std::string html_begin(EventFile const& event) {
    return fmt::format("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>{}</title></head><body>\n<h1>{}</h1>\n<h2>Wednesday, May 1, 2030</h2>\n<table>\n<tr><th>Time</th><th>Title</th><th>Speaker</th><th>Room</th></tr>\n", xml(event.name), xml(event.name));
}
std::string html_talk(Talk const& talk, std::size_t) {
    return fmt::format("<tr>\n<td>{} - {}</td>\n<td>{}</td>\n<td>{}</td>\n<td>{}</td>\n</tr>\n{}", talk.start, talk.end, xml(talk.title), xml(talk.speaker), xml(talk.room), talk.more);
}

std::string emf_begin(EventFile const&) { return "[\n"; }
std::string emf_talk(Talk const& talk, std::size_t index) {
    return fmt::format("{}{{\"id\": {}, \"title\": {}, \"type\": \"talk\",\n\"start_date\": \"{} {}:00\", \"end_date\": \"{} {}:00\",\n\"venue\": {}, \"speaker\": {}, \"description\": {}, \"link\": \"\", \"source\": \"database\"{}}}\n",
                       index > 0 ? "," : "", index + 1, json(talk.title), talk.date, talk.start, talk.date, talk.end, json(talk.room), json(talk.speaker), json(talk.abstract), talk.more);
}

int line_ends(std::string_view text) { return static_cast<int>(std::count(text.begin(), text.end(), '\n')); }

}  // namespace

std::vector<Writer> const& writers() {
    static std::vector<Writer> const all{
        {"frab-xml", "xml", xml_begin, xml_talk, "</room></day></schedule>\n"},
        {"frab-json", "json", json_begin, json_talk, "]}}]}}}\n"},
        {"frab-json-2", "json", json_2_begin, json_2_talk, "]}}\n"},
        {"xcal", "xml", xcal_begin, xcal_talk, "</vcalendar></iCalendar>\n"},
        {"ics", "ics", ics_begin, ics_talk, "END:VCALENDAR\r\n"},
        {"csv", "csv", csv_begin, csv_talk, ""},
        {"yaml", "yaml", yaml_begin, yaml_talk, ""},
        {"html", "html", html_begin, html_talk, "</table></body></html>\n"},
        {"emf", "json", emf_begin, emf_talk, "]\n"},
    };
    return all;
}

Writer const& writer_of(std::string_view name) {
    return *std::find_if(writers().begin(), writers().end(), [&](Writer const& one) { return one.name == name; });
}

EventFile ten_talks(Chance& chance) {
    static constexpr std::string_view things[] = {"maps", "letters", "boats", "cranes", "boxes", "creases", "bridges", "birds", "lamps", "towers"};
    static constexpr std::string_view names[] = {"Ada Example", "Bo Sample", "Carla Muster", "Dan Prova", "Eva Ensaio", "Finn Voorbeeld"};
    EventFile event;
    for (int i = 0; i < 10; ++i) {
        int const from = 9 * 60 + 30 * i;
        auto const clock = [](int minute) { return fmt::format("{:02}:{:02}", minute / 60, minute % 60); };
        event.talks.push_back({fmt::format("{}", 100 + i), fmt::format("How to fold {} of paper {}", things[i], chance.below(1000)), std::string(chance.pick(names)),
                               "Hall A", "2030-05-01", clock(from), clock(from + 30), "A talk with folds.", ""});
    }
    return event;
}

std::string written(Writer const& writer, EventFile const& event) {
    std::pair<int, int> lines;
    return written(writer, event, 0, lines);
}

std::string written(Writer const& writer, EventFile const& event, std::size_t place, std::pair<int, int>& lines) {
    std::string text = writer.begin(event);
    int line = line_ends(text);
    for (std::size_t i = 0; i < event.talks.size(); ++i) {
        auto const talk = writer.talk(event.talks[i], i);
        int const first = line + 1;
        line += line_ends(talk);
        if (i == place) lines = {first, std::max(first, line)};
        text += talk;
    }
    return text += writer.end;
}

}  // namespace kiosk
