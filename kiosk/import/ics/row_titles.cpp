#include "import/ics/row_titles.hpp"

#include <map>
#include <set>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "import/ics/event_text.hpp"
#include "import/kinds.hpp"

namespace kiosk {
namespace {

void name_generic_row(DraftSession& row, std::size_t colon, std::vector<Problem>& problems) {
    std::string const type = row.title.substr(colon + 2);
    std::string const first = row.description.substr(0, row.description.find('\n'));
    row.label = type;
    auto kind = kind_of_field(type);
    row.raw = row.title;
    bool const says_more = !is_filler(first) && first.size() <= 120;
    row.title = says_more ? first : type;
    if (says_more) row.description.erase(0, std::min(first.size() + 1, row.description.size()));
    else if (is_filler(row.description)) row.description.clear();
    if (!says_more && row.title[0] >= 'a' && row.title[0] <= 'z')
        row.title[0] = static_cast<char>(row.title[0] - 'a' + 'A');
    // Only what people give needs a name: a talk, not a lunch.
    if (!says_more && kind == Kind::talk && row.people.empty()) {
        row.placeholder = true;
        row.title.clear();
        problems.push_back({Severity::warning, "placeholder",
                            fmt::format("\"{}\" names nobody and nothing: shown as to be announced", row.raw),
                            "add the title", row.origin});
    }
    row.kind = kind.value_or(Kind::other);
    // A label says what kind and title do not.
    if (comparison_key(type) == to_word(row.kind) || comparison_key(type) == comparison_key(row.title))
        row.label.clear();
}

}  // namespace

void name_generic_rows(std::vector<DraftSession>& rows, std::vector<Problem>& problems) {
    struct Prefix {
        int rows = 0;
        std::set<std::string> titles;
    };
    std::map<std::string, Prefix> prefixes;
    for (auto const& row : rows)
        if (auto const colon = row.title.find(": "); colon != std::string::npos) {
            auto& prefix = prefixes[row.title.substr(0, colon)];
            ++prefix.rows;
            prefix.titles.insert(row.title);
        }
    for (auto& row : rows) {
        auto const colon = row.title.find(": ");
        if (colon == std::string::npos) continue;
        auto const& prefix = prefixes[row.title.substr(0, colon)];
        if (prefix.rows >= 5 && prefix.titles.size() * 2 <= static_cast<std::size_t>(prefix.rows))
            name_generic_row(row, colon, problems);
    }
}

void take_names_from_titles(std::vector<DraftSession>& rows, std::vector<Problem>& problems) {
    std::size_t named = 0;
    std::vector<TitleWithNames> split;
    for (auto const& row : rows) {
        if (!row.people.empty()) return;
        split.push_back(split_names_off(row.title, row.origin));
        if (!split.back().people.empty()) ++named;
    }
    if (named < 2 || named * 2 <= split.size()) return;
    for (std::size_t i = 0; i < split.size(); ++i) {
        if (split[i].people.empty()) continue;
        rows[i].title = std::move(split[i].title);
        rows[i].people = std::move(split[i].people);
    }
    problems.push_back({Severity::warning, "speakers-in-title",
                        fmt::format("names follow the title in {} rows: read as speakers", named), "",
                        rows.front().origin});
}

void settle_kinds(std::vector<DraftSession>& rows) {
    for (auto& row : rows) {
        if (!row.label.empty() || row.kind != Kind::other) continue;
        row.kind = row.people.empty() ? kind_of_title(row.title).value_or(Kind::talk) : Kind::talk;
    }
}

}  // namespace kiosk
