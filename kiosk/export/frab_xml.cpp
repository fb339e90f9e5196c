#include "export/frab_xml.hpp"

#include <algorithm>
#include <cstdint>

#include <fmt/format.h>

#include "export/losses.hpp"
#include "export/programme_days.hpp"

namespace kiosk {
namespace {

std::string escaped(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (char const c : text) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            default: out += c;
        }
    }
    return out;
}

/// FNV-1a, 64 bits: the same on every machine.
std::uint64_t hash(std::string_view text, std::uint64_t basis) {
    for (char const c : text) basis = (basis ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return basis;
}

/// Version 8: "vendor specific". Source: RFC 9562 §5.8.
std::string to_uuid(std::string const& id) {
    if (is_uuid(id)) return id;
    auto const high = hash(id, 14695981039346656037ULL), low = hash(id, high);
    return fmt::format("{:08x}-{:04x}-8{:03x}-{:04x}-{:012x}", high >> 32, high >> 16 & 0xFFFF, high & 0xFFF, (low >> 48 & 0x3FFF) | 0x8000,
                       low & 0xFFFFFFFFFFFFULL);
}

class XmlWriter {
public:
    explicit XmlWriter(Schedule const& schedule) : schedule_(schedule) {
        auto const& speakers = schedule.speakers();
        for (std::size_t i = 0; i < speakers.size(); ++i) number_of_.emplace(speakers[i].id, i + 1);
    }

    std::string run() {
        auto const days = sessions_by_day(schedule_);
        out_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<schedule>\n  <generator name=\"kiosk\"/>\n  <version>1.0</version>\n";
        write_conference(days);
        int index = 0;
        for (auto const& [day, rooms] : days) write_day(++index, day, rooms);
        out_ += "</schedule>\n";
        return std::move(out_);
    }

private:
    void element(int depth, std::string_view name, std::string_view text) {
        out_ += fmt::format("{:{}}<{}>{}</{}>\n", "", 2 * depth, name, escaped(text), name);
    }

    void write_conference(std::map<Day, RoomSessions> const& days) {
        auto const& event = schedule_.event();
        out_ += "  <conference>\n";
        element(2, "acronym", acronym_of(event));
        element(2, "title", event.name.empty() ? acronym_of(event) : event.name);
        if (!days.empty()) {
            element(2, "start", to_iso(days.begin()->first));
            element(2, "end", to_iso(days.rbegin()->first));
        }
        element(2, "days", std::to_string(days.size()));
        element(2, "timeslot_duration", "00:05");
        if (!event.url.empty()) element(2, "base_url", event.url);
        if (!schedule_.zone().name().empty()) element(2, "time_zone_name", schedule_.zone().name());
        out_ += "  </conference>\n";
    }

    void write_day(int index, Day day, RoomSessions const& rooms) {
        auto const& zone = schedule_.zone();
        auto const bound = [&](Day of) { return zone.to_iso_with_offset(zone.to_instant(WallTime{of} + hours{4})); };
        out_ += fmt::format("  <day index=\"{}\" date=\"{}\" start=\"{}\" end=\"{}\">\n", index, to_iso(day), bound(day), bound(day + date::days{1}));
        for (auto const& [room, sessions] : rooms) {
            out_ += fmt::format("    <room name=\"{}\">\n", escaped(room));
            for (Session const* session : sessions) write_event(*session, room);
            out_ += "    </room>\n";
        }
        out_ += "  </day>\n";
    }

    void write_event(Session const& session, std::string const& room) {
        out_ += fmt::format("      <event guid=\"{}\" id=\"{}\">\n", to_uuid(session.id.value), ++events_);
        element(4, "room", room);
        element(4, "title", title_of(session));
        element(4, "subtitle", session.subtitle);
        element(4, "type", session.label.empty() ? to_word(session.kind) : session.label);
        element(4, "date", schedule_.zone().to_iso_with_offset(session.when.begin));
        element(4, "start", start_clock(session, schedule_.zone()));
        element(4, "duration", to_hours_and_minutes(std::chrono::duration_cast<minutes>(session.when.length()), 2));
        element(4, "abstract", session.abstract);
        element(4, "slug", fmt::format("{}-{}", acronym_of(schedule_.event()), events_));
        element(4, "track", session.track);
        write_people(session);
        element(4, "language", session.language);
        element(4, "description", session.description);
        out_ += "        <recording><license></license><optout>false</optout></recording>\n        <links>\n";
        for (Link const& link : session.links) out_ += fmt::format("          <link href=\"{}\">{}</link>\n", escaped(link.url), escaped(link.text));
        out_ += "        </links>\n        <attachments/>\n";
        if (!session.url.empty()) element(4, "url", session.url);
        out_ += "      </event>\n";
    }

    static std::string title_of(Session const& session) {
        std::string const title = session.title.empty() ? std::string(session.label.empty() ? to_word(session.kind) : session.label) : session.title;
        return session.status == Status::cancelled ? "CANCELLED: " + title : session.status == Status::moved ? "MOVED: " + title : title;
    }

    void write_people(Session const& session) {
        out_ += "        <persons>\n";
        for (SpeakerId const& id : session.speakers)
            out_ += fmt::format("          <person id=\"{}\">{}</person>\n", number_of_[id], escaped(schedule_.speaker(id).name));
        out_ += "        </persons>\n";
    }

    Schedule const& schedule_;
    std::map<SpeakerId, std::size_t> number_of_;
    std::string out_;
    int events_ = 0;
};

}  // namespace

Outcome<std::string> to_frab_xml(Schedule const& schedule) {
    return {XmlWriter(schedule).run(),
            report_losses(schedule, "frab XML",
                          {Extra::biographies, Extra::affiliations, Extra::photos, Extra::links_of_people, Extra::roles, Extra::further_rooms,
                           Extra::parts_of_blocks, Extra::foreign_ids})};
}

}  // namespace kiosk
