#include "export/losses.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace kiosk {
namespace {

struct Counted {
    std::string_view words;
    std::ptrdiff_t count = 0;
};

Counted count(Schedule const& schedule, Extra what) {
    auto const people_with = [&](auto has) {
        return std::count_if(schedule.speakers().begin(), schedule.speakers().end(), has);
    };
    auto const sessions_with = [&](auto has) {
        return std::count_if(schedule.sessions().begin(), schedule.sessions().end(), has);
    };
    switch (what) {
        case Extra::biographies:
            return {"biographies", people_with([](Speaker const& s) { return !s.biography.empty(); })};
        case Extra::affiliations:
            return {"affiliations", people_with([](Speaker const& s) { return !s.affiliation.empty(); })};
        case Extra::photos: return {"photos", people_with([](Speaker const& s) { return !s.photo.empty(); })};
        case Extra::links_of_people:
            return {"people's links", people_with([](Speaker const& s) { return !s.links.empty(); })};
        case Extra::roles:
            return {"roles", sessions_with([](Session const& s) {
                        return std::any_of(s.roles.begin(), s.roles.end(),
                                           [](auto const& role) { return !role.empty(); });
                    })};
        case Extra::labels:
            return {"labels", sessions_with([](Session const& s) { return !s.label.empty(); })};
        case Extra::links: return {"links", sessions_with([](Session const& s) { return !s.links.empty(); })};
        case Extra::further_rooms:
            return {"further rooms", sessions_with([](Session const& s) { return s.rooms.size() > 1; })};
        case Extra::parts_of_blocks:
            return {"parts of blocks", sessions_with([](Session const& s) { return s.parent.has_value(); })};
        case Extra::statuses:
            return {"statuses",
                    sessions_with([](Session const& s) { return s.status != Status::confirmed; })};
        case Extra::foreign_ids:
            return {"ids as they were", sessions_with([](Session const& s) { return !is_uuid(s.id.value); })};
    }
    return {};
}

}  // namespace

std::vector<Problem> report_losses(Schedule const& schedule, std::string_view format,
                                   std::vector<Extra> const& missing) {
    std::string lost;
    for (Extra const what : missing)
        if (auto const [words, number] = count(schedule, what); number > 0)
            lost += fmt::format("{}{} {}", lost.empty() ? "" : ", ", number, words);
    if (lost.empty()) return {};
    return {{Severity::note,
             "export-loses",
             fmt::format("{} has no place for {}", format, lost),
             "write frab-json to keep them",
             {}}};
}

bool is_uuid(std::string_view text) {
    if (text.size() != 36) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        bool const is_dash = i == 8 || i == 13 || i == 18 || i == 23;
        bool const is_digit = (text[i] >= '0' && text[i] <= '9') || (text[i] >= 'a' && text[i] <= 'f') ||
                              (text[i] >= 'A' && text[i] <= 'F');
        if (is_dash ? text[i] != '-' : !is_digit) return false;
    }
    return true;
}

}  // namespace kiosk
