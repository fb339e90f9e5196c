#include "import/ini.hpp"

#include <algorithm>
#include <vector>

#include "base/utf8.hpp"
#include "import/column_names.hpp"

namespace kiosk {
namespace {

struct Entry {
    Column column{};
    std::string value;
};

struct Section {
    std::vector<Entry> entries;

    std::string value(Column column) const {
        auto const found = std::find_if(entries.begin(), entries.end(), [&](Entry const& entry) { return entry.column == column; });
        return found == entries.end() ? std::string() : found->value;
    }
    std::string title() const { return value(Column::title).empty() ? value(Column::name) : value(Column::title); }
    std::optional<Day> first_day() const {
        for (Column const column : {Column::date, Column::start})
            if (auto const text = value(column); text.size() >= 10)
                if (auto const day = parse_day(text.substr(0, 10))) return day;
        return {};
    }
};

/// A value without quotes around it; comments stand on lines of their own.
std::string value_of(std::string_view text) {
    text = trimmed(text);
    if (text.size() > 1 && (text[0] == '"' || text[0] == '\'') && text.back() == text[0]) text = text.substr(1, text.size() - 2);
    return clean_line(text);
}

/// Empty: a line is neither section, entry nor comment, so the text is something else.
std::vector<Section> read_sections(std::string_view text) {
    std::vector<Section> sections;
    for (std::size_t begin = 0; begin < text.size();) {
        auto const end = std::min(text.find('\n', begin), text.size());
        auto const line = trimmed(text.substr(begin, end - begin));
        begin = end + 1;
        if (line.empty() || line[0] == '#' || line[0] == ';') continue;
        if (line[0] == '[' && line.back() == ']') {
            sections.emplace_back();
            continue;
        }
        auto const equals = line.find('=');
        if (sections.empty() || equals == line.npos || equals == 0) return {};
        if (auto const column = column_of(trimmed(line.substr(0, equals)))) sections.back().entries.push_back({*column, value_of(line.substr(equals + 1))});
    }
    return sections;
}

}  // namespace

int recognise_ini(std::string_view text) {
    auto const sections = read_sections(text.substr(0, 20'000));
    bool const has_facts = std::any_of(sections.begin(), sections.end(), [](Section const& section) { return !section.title().empty() && section.first_day(); });
    return has_facts ? 70 : 0;
}

Outcome<ScheduleDraft> import_ini(SourceText source, EventSettings const& event) {
    auto const sections = read_sections(to_valid_utf8(source.text.substr(0, 1'000'000)));
    auto const found = std::find_if(sections.begin(), sections.end(), [](Section const& section) { return !section.title().empty(); });
    if (found == sections.end())
        return {{}, {{Severity::error, "no-programme", "no section has a title", "name the event: title = ...", {source.name, 0, ""}}}};
    ScheduleDraft draft;
    draft.event.name = found->title();
    draft.event.venue = found->value(Column::venue);
    draft.event.room = found->value(Column::room);
    draft.event.url = found->value(Column::url);
    draft.event.zone_name = event.time_zone.empty() ? found->value(Column::zone) : event.time_zone;
    draft.event.first_day = event.date ? event.date : found->first_day();
    return {std::move(draft), {}};
}

}  // namespace kiosk
