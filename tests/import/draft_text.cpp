#include "import/draft_text.hpp"

#include <fmt/format.h>

namespace kiosk {
namespace {

std::string time_text(std::optional<DraftTime> const& time) {
    if (!time) return "?";
    if (auto const* wall = std::get_if<WallTime>(&*time)) return to_iso(*wall);
    return to_iso(WallTime{std::chrono::floor<seconds>(std::get<Instant>(*time).time_since_epoch())}) + "Z";
}

void add(std::string& out, std::string_view name, std::string_view value) {
    if (!value.empty()) out += fmt::format("  {}: {}\n", name, value);
}

std::string person_text(DraftPerson const& person) {
    std::string text = person.name;
    if (!person.affiliation.empty()) text += " @ " + person.affiliation;
    if (!person.role.empty()) text += " [" + person.role + "]";
    return text;
}

std::string_view status_text(Status status) {
    switch (status) {
        case Status::confirmed: break;
        case Status::tentative: return "tentative";
        case Status::cancelled: return "cancelled";
        case Status::moved: return "moved";
        case Status::hidden: return "hidden";
    }
    return "";
}

/// The line, or the path where a format has no lines.
std::string place_text(SourceRef const& where) { return where.path.empty() ? std::to_string(where.line) : where.path; }

std::string session_text(DraftSession const& session) {
    std::string out = fmt::format("{}: {} ", place_text(session.origin), time_text(session.start));
    if (session.end) out += "- " + time_text(session.end) + " ";
    if (session.duration) out += fmt::format("+{} min ", session.duration->count() / 60000);
    out += fmt::format("{} \"{}\"", to_word(session.kind), session.title);
    if (session.placeholder) out += " (placeholder)";
    out += '\n';
    add(out, "id", session.source_id);
    add(out, "subtitle", session.subtitle);
    add(out, "label", session.label);
    add(out, "status", status_text(session.status));
    add(out, "track", session.track);
    add(out, "language", session.language);
    for (std::string const& room : session.rooms) add(out, "room", room);
    if (session.is_for_all) out += "  for everybody\n";
    if (session.parent) out += fmt::format("  part of: row {}\n", *session.parent + 1);
    for (DraftPerson const& person : session.people) {
        add(out, "person", person_text(person));
        add(out, "photo", person.photo);
        add(out, "biography", person.biography);
    }
    for (Link const& link : session.links) add(out, "link", link.text + " " + link.url);
    add(out, "url", session.url);
    add(out, "abstract", session.abstract);
    add(out, "description", session.description);
    return out;
}

}  // namespace

std::string to_text(ScheduleDraft const& draft) {
    std::string out = "event\n";
    EventFacts const& event = draft.event;
    add(out, "name", event.name);
    add(out, "series", event.series);
    add(out, "venue", event.venue);
    add(out, "room", event.room);
    add(out, "zone", event.zone_name);
    add(out, "contact", event.contact);
    if (event.first_day) add(out, "day", to_iso(*event.first_day));
    if (event.opens) add(out, "opens", fmt::format("{} min", event.opens->count()));
    if (event.closes) add(out, "closes", fmt::format("{} min", event.closes->count()));
    out += "rows\n";
    for (DraftSession const& session : draft.sessions) out += session_text(session);
    if (!draft.people.empty()) out += "people\n";
    for (DraftPerson const& person : draft.people) {
        out += fmt::format("{}: {}\n", place_text(person.origin), person_text(person));
        add(out, "biography", person.biography);
        if (!person.photo.empty())
            add(out, person.photo_origin.path.empty() ? fmt::format("photo (line {})", person.photo_origin.line) : "photo", person.photo);
        for (Link const& link : person.links) add(out, "link", link.text + " " + link.url);
    }
    return out;
}

std::string to_text(std::vector<Problem> problems) {
    sort_by_place(problems);
    std::string out;
    for (Problem const& problem : problems) out += to_line(problem) + '\n';
    return out;
}

}  // namespace kiosk
