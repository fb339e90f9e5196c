#include "export/ics.hpp"

#include <string_view>

#include <fmt/format.h>

namespace kiosk {
namespace {

constexpr std::size_t longest_line = 75;  // octets without the line end: RFC 5545 §3.1

bool is_inside_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

void add_line(std::string& out, std::string_view line) {
    std::size_t room = longest_line;
    while (line.size() > room) {
        std::size_t end = room;
        while (end > 1 && is_inside_character(line[end])) --end;
        out.append(line.substr(0, end)).append("\r\n ");
        line.remove_prefix(end);
        room = longest_line - 1;  // the blank counts
    }
    out.append(line).append("\r\n");
}

/// Source: RFC 5545 §3.3.11.
std::string escaped(std::string_view text) {
    std::string out;
    for (char const c : text) {
        if (c == '\\' || c == ';' || c == ',') out += '\\';
        if (c == '\n') out += "\\n";
        else if (static_cast<unsigned char>(c) >= 0x20) out += c;
    }
    return out;
}

/// A parameter's value in quotes; what may not stand there as RFC 6868 has it.
std::string in_quotes(std::string_view text) {
    std::string out = "\"";
    for (char const c : text) {
        if (c == '"') out += "^'";
        else if (c == '^') out += "^^";
        else if (c == '\n') out += "^n";
        else if (static_cast<unsigned char>(c) >= 0x20) out += c;
    }
    return out + '"';
}

std::string without_line_ends(std::string_view text) {
    std::string out;
    for (char const c : text)
        if (static_cast<unsigned char>(c) >= 0x20) out += c;
    return out;
}

std::string stamp(Instant t, bool utc) {
    auto const second = std::chrono::floor<seconds>(t);
    std::string text;
    for (char const c : to_iso(WallTime{second.time_since_epoch()}))
        if (c != '-' && c != ':') text += c;
    return utc ? text + 'Z' : text;
}

std::string rooms_of(Session const& session, Schedule const& schedule) {
    std::string names;
    for (auto const& id : session.rooms) names += (names.empty() ? "" : ", ") + schedule.room(id).name;
    return names.empty() ? schedule.event().room : names;
}

std::string_view status_of(Session const& session) {
    if (session.status == Status::cancelled) return "CANCELLED";
    return session.status == Status::tentative ? "TENTATIVE" : "CONFIRMED";
}

std::string description_of(Session const& session) {
    std::string text = session.abstract;
    if (!session.description.empty()) text += (text.empty() ? "" : "\n") + session.description;
    return text;
}

/// A title for calendars, which show nothing else: a session without one goes by its kind.
std::string title_of(Session const& session) {
    if (!session.title.empty()) return session.title;
    return session.label.empty() ? std::string(to_word(session.kind)) : session.label;
}

void add_session(std::string& out, Session const& session, Schedule const& schedule) {
    bool const utc = !schedule.zone().name().empty();
    auto const add = [&](std::string_view name, std::string const& value) {
        if (!value.empty()) add_line(out, fmt::format("{}:{}", name, value));
    };
    add_line(out, "BEGIN:VEVENT");
    add("UID", escaped(session.id.value));
    add("DTSTAMP", stamp(session.when.begin, true));
    add("DTSTART", stamp(session.when.begin, utc));
    add("DTEND", stamp(session.when.end, utc));
    add("SUMMARY", escaped(title_of(session)));
    add("DESCRIPTION", escaped(description_of(session)));
    add("LOCATION", escaped(rooms_of(session, schedule)));
    add("CATEGORIES",
        std::string(to_word(session.kind)) + (session.track.empty() ? "" : "," + escaped(session.track)));
    for (std::size_t i = 0; i < session.speakers.size(); ++i)
        add_line(out,
                 fmt::format("ATTENDEE{};CN={}:invalid:nomail", leads(session.roles[i]) ? ";ROLE=CHAIR" : "",
                             in_quotes(schedule.speaker(session.speakers[i]).name)));
    for (auto const& link : session.links)
        add_line(out, fmt::format("ATTACH{}:{}", link.text.empty() ? "" : ";LABEL=" + in_quotes(link.text),
                                  without_line_ends(link.url)));
    add("URL", without_line_ends(session.url));
    add("STATUS", std::string(status_of(session)));
    add_line(out, "END:VEVENT");
}

}  // namespace

std::string to_ics(Schedule const& schedule) {
    std::string out;
    add_line(out, "BEGIN:VCALENDAR");
    add_line(out, "VERSION:2.0");
    add_line(out, "PRODID:-//kiosk//schedule//EN");
    if (!schedule.event().name.empty()) add_line(out, "X-WR-CALNAME:" + escaped(schedule.event().name));
    if (!schedule.zone().name().empty()) add_line(out, "X-WR-TIMEZONE:" + schedule.zone().name());
    for (auto const& session : schedule.sessions())
        if (session.status != Status::hidden) add_session(out, session, schedule);
    add_line(out, "END:VCALENDAR");
    return out;
}

}  // namespace kiosk
