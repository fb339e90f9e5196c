#include "import/repeated_rows.hpp"

#include <algorithm>
#include <map>
#include <memory_resource>
#include <optional>
#include <string_view>
#include <unordered_map>

#include <fmt/format.h>

namespace kiosk {
namespace {

/// When a row ends, as far as it says so.
std::optional<DraftTime> end_of(DraftSession const& row) {
    if (row.end || !row.start || !row.duration) return row.end;
    return std::visit(
        [&](auto start) { return DraftTime{start + std::chrono::duration_cast<seconds>(*row.duration)}; },
        *row.start);
}

constexpr hours longest{12};  // whole days side by side are days, not one session

bool is_short(DraftTime const& begin, DraftTime const& end) {
    if (auto const* from = std::get_if<Instant>(&begin), *to = std::get_if<Instant>(&end); from && to)
        return *to - *from <= longest;
    if (auto const* from = std::get_if<WallTime>(&begin), *to = std::get_if<WallTime>(&end); from && to)
        return *to - *from <= longest;
    return false;
}

/// What rows must share to be candidates; empty: the row stands for itself.
std::string key_of(DraftSession const& row) {
    if (!row.start || !end_of(row) || row.title.empty() || row.placeholder) return {};
    auto key =
        fmt::format("{}\x1F{}\x1F{}", static_cast<int>(row.kind), static_cast<int>(row.status), row.title);
    for (auto const& room : row.rooms) key += "\x1Fr" + room;
    for (auto const& person : row.people) key += "\x1Fp" + person.name;
    return key;
}

bool agree(std::string const& one, std::string const& other) {
    return one.empty() || other.empty() || one == other;
}

bool is_repeated(DraftSession const& first, DraftSession const& second) {
    bool const is_same_text = agree(first.subtitle, second.subtitle) && agree(first.label, second.label) &&
                              agree(first.track, second.track) && agree(first.abstract, second.abstract) &&
                              agree(first.description, second.description);
    if (!is_same_text || first.parent != second.parent) return false;
    auto const end = end_of(first);
    bool const is_next = second.start == end && is_short(*first.start, *end_of(second));
    return is_next || (second.start == first.start && end_of(second) == end);
}

void take_over(DraftSession& first, DraftSession&& second) {
    auto const fill = [](std::string& to, std::string& from) {
        if (to.empty()) to = std::move(from);
    };
    fill(first.subtitle, second.subtitle);
    fill(first.label, second.label);
    fill(first.track, second.track);
    fill(first.abstract, second.abstract);
    fill(first.description, second.description);
    fill(first.url, second.url);
    first.end = end_of(second);
    first.duration.reset();
    for (auto& link : second.links)
        if (std::find(first.links.begin(), first.links.end(), link) == first.links.end())
            first.links.push_back(std::move(link));
}

/// Takes out the rows that have gone into another one; parts of them are parts of that one.
void remove(ScheduleDraft& draft, std::map<std::size_t, std::size_t> const& joined_into) {
    std::vector<std::size_t> place(draft.sessions.size());
    std::vector<DraftSession> left;
    for (std::size_t i = 0; i < draft.sessions.size(); ++i) {
        auto const joined = joined_into.find(i);
        place[i] = joined == joined_into.end() ? left.size() : place[joined->second];
        if (joined == joined_into.end()) left.push_back(std::move(draft.sessions[i]));
    }
    for (auto& row : left)
        if (row.parent) row.parent = place[*row.parent];
    draft.sessions = std::move(left);
}

}  // namespace

std::vector<Problem> join_repeated_rows(ScheduleDraft& draft) {
    std::vector<Problem> problems;
    std::pmr::monotonic_buffer_resource memory;  // for one entry a row
    std::pmr::unordered_map<std::string_view, int> titles{&memory};  // most rows need no look beyond: no other has their title
    titles.reserve(draft.sessions.size());
    std::vector<int const*> rows_of_title;  // by row
    for (auto const& row : draft.sessions) rows_of_title.push_back(&++titles[row.title]);
    std::map<std::string, std::vector<std::size_t>> alike;
    for (std::size_t i = 0; i < draft.sessions.size(); ++i) {
        if (*rows_of_title[i] == 1) continue;
        if (auto key = key_of(draft.sessions[i]); !key.empty()) alike[std::move(key)].push_back(i);
    }
    std::map<std::size_t, std::size_t> joined_into;
    for (auto const& [key, rows] : alike) {
        std::size_t first = rows.front();
        for (std::size_t k = 1; k < rows.size(); ++k) {
            auto& whole = draft.sessions[first];
            auto& row = draft.sessions[rows[k]];
            if (!is_repeated(whole, row)) {
                first = rows[k];
                continue;
            }
            bool const is_next = row.start != whole.start;
            auto const where =
                whole.origin.path.empty() ? fmt::format("line {}", whole.origin.line) : whole.origin.path;
            problems.push_back(
                {Severity::warning, "session-repeated",
                 is_next ? fmt::format("\"{}\" goes on from {}: shown as one session", row.title, where)
                         : fmt::format("\"{}\" is listed twice, first at {}: shown once", row.title, where),
                 is_next ? "write one row for it" : "remove one", row.origin});
            take_over(whole, std::move(row));
            joined_into[rows[k]] = first;
        }
    }
    if (!joined_into.empty()) remove(draft, joined_into);
    return problems;
}

}  // namespace kiosk
