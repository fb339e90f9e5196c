#include "import/table_draft.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "import/table_times.hpp"
#include "import/title_status.hpp"

namespace kiosk {
namespace {

/// The rows right after `block` that fill it without a gap; fewer than two are none.
std::size_t count_parts(std::vector<DraftSession> const& rows, std::size_t block) {
    auto const& whole = rows[block];
    if (!whole.start || !whole.end || whole.parent) return 0;
    auto reached = whole.start;
    std::size_t count = 0;
    for (std::size_t i = block + 1; i < rows.size() && reached != whole.end; ++i, ++count) {
        auto const& part = rows[i];
        if (part.start != reached || !part.end || part.end == part.start || part.rooms != whole.rooms ||
            part.parent)
            return 0;
        reached = part.end;
    }
    return reached == whole.end && count > 1 ? count : 0;
}

void find_blocks(std::vector<DraftSession>& rows, std::vector<Problem>& problems) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        auto const count = count_parts(rows, i);
        if (count == 0) continue;
        for (std::size_t part = i + 1; part <= i + count; ++part) rows[part].parent = i;
        problems.push_back(
            {Severity::note, "block-with-parts",
             fmt::format("the {} rows below fill \"{}\": taken as its parts", count, rows[i].title), "",
             rows[i].origin});
        i += count;
    }
}

void report_markup(std::vector<TableRow> const& rows, std::vector<Problem>& problems) {
    std::size_t count = 0;
    SourceRef first;
    for (TableRow const& row : rows) {
        bool const has = std::any_of(row.fields.begin(), row.fields.end(),
                                     [](TableField const& field) { return plain_field(field).had_markup; });
        if (has && count++ == 0) first = row.origin;
    }
    if (count > 0)
        problems.push_back({Severity::warning, "markup-in-text",
                            fmt::format("HTML, Markdown or TeX in {} {}: shown as plain text", count,
                                        count == 1 ? "row" : "rows"),
                            "", first});
}

/// A row that is on at some time, but says of nobody and nothing what it is.
void settle_placeholder(TableRow const& row, DraftSession& session, std::vector<Problem>& problems) {
    bool const is_nameless =
        row.is_timed && session.title.empty() && session.title_if_unknown.empty() && session.people.empty();
    session.placeholder |= is_nameless;
    if (!session.placeholder) return;
    problems.push_back({Severity::warning, "placeholder",
                        fmt::format("\"{}\" names nobody and nothing: shown as to be announced", row.raw),
                        "add the title", row.origin});
}

}  // namespace

ScheduleDraft draft_of_rows(std::vector<TableRow> const& rows, EventSettings const& event,
                            std::vector<Problem>& problems) {
    ScheduleDraft draft;
    auto times = read_table_times(rows, event, problems);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        auto session = read_row(rows[i]);
        session.parent = rows[i].parent;
        session.start = times.rows[i].start;
        session.end = times.rows[i].end;
        session.duration = times.rows[i].duration;
        append(problems, take_status_off_title(session));
        settle_placeholder(rows[i], session, problems);
        draft.sessions.push_back(std::move(session));
    }
    draft.event.first_day = event.date ? event.date : times.first_day;
    draft.event.zone_name = event.time_zone;
    find_blocks(draft.sessions, problems);
    report_markup(rows, problems);
    return draft;
}

}  // namespace kiosk
