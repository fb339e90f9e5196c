#include "export/csv.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "schedule/ends.hpp"

namespace kiosk {
namespace {

constexpr std::string_view header =
    "Room,Date,Day,Start,End,Duration,Title,Subtitle,Type,Track,ID,Abstract,Description,Language,Speakers,"
    "Affiliations,URL";

/// Spreadsheets run what begins like a formula; with an apostrophe before it, it is text. The importer
/// takes that one off. Source: OWASP, "CSV Injection".
std::string guarded(std::string const& cell) {
    constexpr std::string_view first_of_formulas = "=+-@\t\r";
    bool const is_formula = cell.find_first_of(first_of_formulas) == 0;
    bool const looks_guarded = cell.starts_with('\'') && cell.find_first_of(first_of_formulas) == 1;
    return is_formula || looks_guarded ? "'" + cell : cell;
}

std::string quoted(std::string const& cell) {
    bool const is_edged = !cell.empty() && (cell.front() == ' ' || cell.back() == ' ');
    if (!is_edged && cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
    std::string text = "\"";
    for (char const c : cell) {
        if (c == '"') text += '"';
        text += c;
    }
    return text + "\"";
}

/// Bars separate; one inside a name would make two of it.
std::string joined(std::vector<std::string> parts) {
    std::string text;
    for (std::string& part : parts) {
        std::replace(part.begin(), part.end(), '|', '/');
        text += (&part == &parts.front() ? "" : "|") + part;
    }
    return text;
}

std::string clock_text(WallTime wall) {
    auto const minute = std::chrono::duration_cast<minutes>(wall - date::floor<date::days>(wall)).count();
    return fmt::format("{:02}:{:02}", minute / 60, minute % 60);
}

std::vector<std::string> cells_of(Session const& session, Schedule const& schedule, Day first_day) {
    Zone const& zone = schedule.zone();
    auto const begin = zone.to_wall(session.when.begin), end = zone.to_wall(session.when.end);
    auto const length = std::chrono::duration_cast<minutes>(end - begin).count();
    auto const day = (logical_day(session.when.begin, zone) - first_day).count() + 1;
    std::vector<std::string> rooms, speakers, affiliations;
    for (RoomId const& id : session.rooms) rooms.push_back(schedule.room(id).name);
    for (SpeakerId const& id : session.speakers) {
        Speaker const& speaker = schedule.speaker(id);
        speakers.push_back(fmt::format("{}:{}", id.value, speaker.name));
        affiliations.push_back(speaker.affiliation);
    }
    bool const has_affiliation =
        std::any_of(affiliations.begin(), affiliations.end(), [](auto const& text) { return !text.empty(); });
    if (!has_affiliation) affiliations.clear();
    return {joined(rooms),
            to_iso(date::floor<date::days>(begin)),
            std::to_string(day),
            clock_text(begin),
            clock_text(end),
            fmt::format("{}:{:02}", length / 60, length % 60),
            session.title,
            session.subtitle,
            std::string(to_word(session.kind)),
            session.track,
            session.id.value,
            session.abstract,
            session.description,
            session.language,
            joined(speakers),
            joined(affiliations),
            session.url};
}

}  // namespace

std::string to_csv(Schedule const& schedule) {
    std::string text = std::string(header) + "\r\n";
    if (schedule.sessions().empty()) return text;
    auto const first_day = logical_day(schedule.sessions().front().when.begin, schedule.zone());
    for (Session const& session : schedule.sessions()) {
        auto const cells = cells_of(session, schedule, first_day);
        for (std::size_t i = 0; i < cells.size(); ++i)
            text += (i == 0 ? "" : ",") + quoted(guarded(cells[i]));
        text += "\r\n";
    }
    return text;
}

}  // namespace kiosk
