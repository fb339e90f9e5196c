#include "import/yaml.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/limits.hpp"
#include "base/utf8.hpp"
#include "import/html.hpp"
#include "import/table_draft.hpp"
#include "import/text/control_characters.hpp"
#include "import/yaml_rows.hpp"
#include "import/yaml_tree.hpp"

namespace kiosk {
namespace {

/// What YAML 1.1 does not take for text: "1:30" is 90, "010" is 8, "no" is false.
bool is_number_like(std::string_view text) {
    std::string const lower = to_lower_ascii(text);
    for (std::string_view const word : {"yes", "no", "on", "off", "y", "n"})
        if (lower == word) return true;
    if (text.size() > 8 || text.empty() || text[0] < '0' || text[0] > '9') return false;
    bool const is_sexagesimal =
        text[0] != '0' && text.find(':') != text.npos && text.find_first_not_of("0123456789:") == text.npos;
    bool const is_octal =
        text.size() > 1 && text[0] == '0' && text.find_first_not_of("01234567") == text.npos;
    return is_sexagesimal || is_octal;
}

struct NumberLike {
    std::size_t count = 0;
    std::string text;
    int line = 0;
};

void find_number_likes(YamlNode const& node, NumberLike& found) {
    if (node.kind == YamlNode::Kind::scalar && node.is_plain && is_number_like(node.text) &&
        found.count++ == 0) {
        found.text = node.text;
        found.line = node.line;
    }
    for (YamlNode const& item : node.items) find_number_likes(item, found);
}

class Importer {
public:
    Importer(SourceText const& source, EventSettings const& event)
        : event_(event), file_(source.name), text_(to_valid_utf8(source.text)) {}

    Outcome<ScheduleDraft> run() {
        if (text_.size() > largest_written_source) {
            report(Severity::error, "not-well-formed", 0, "the file is larger than any schedule: not read",
                   "check the file");
            return {{}, std::move(problems_)};
        }
        append(problems_, drop_controls(text_, file_));
        auto const reading = read_yaml(text_);
        report_reading(reading);
        auto found = find_yaml_rows(reading.root, file_, event_.language);
        if (found.rows.empty() && found.people.empty()) return read_as_settings();
        if (found.rows.size() > most_sessions) {
            report(Severity::error, "too-large", 0,
                   fmt::format("the file has {} entries: the first {} are read", found.rows.size(), most_sessions),
                   "check the file");
            found.rows.resize(most_sessions);
            for (auto& row : found.rows)
                if (row.parent && *row.parent >= most_sessions) row.parent.reset();
        }
        auto draft = draft_of_rows(found.rows, event_, problems_);
        draft.people = std::move(found.people);
        auto const days = std::move(draft.event);
        draft.event = std::move(found.facts);
        draft.event.first_day = days.first_day;
        if (!days.zone_name.empty()) draft.event.zone_name = days.zone_name;
        return {std::move(draft), std::move(problems_)};
    }

private:
    /// The settings of a site say of the event what the front matter of its pages says.
    Outcome<ScheduleDraft> read_as_settings() {
        auto page = import_html({file_, text_}, event_);
        std::erase_if(page.problems, [](Problem const& problem) { return problem.code == "no-programme"; });
        if (page.value && page.value->event == EventFacts{}) page.value.reset();
        if (page.value) append(problems_, std::move(page.problems));
        report(Severity::error, "no-programme", 0, "no entry has a start, a title or a name", "check that this is the file with the schedule");
        return {std::move(page.value), std::move(problems_)};
    }

    void report_reading(YamlReading const& reading) {
        if (!reading.fault.empty())
            report(Severity::error, "not-well-formed", reading.fault_line,
                   fmt::format("{}: what comes before is read", reading.fault), "correct the line");
        if (reading.tab_line > 0)
            report(Severity::warning, "yaml-unsafe", reading.tab_line, "indented with a tab: read as blanks",
                   "use blanks");
        for (YamlDouble const& twice : reading.doubles)
            report(Severity::warning, "duplicate-id", twice.line,
                   fmt::format("\"{}\" stands twice: both are kept", clean_line(twice.key)), "rename one");
        NumberLike number;
        find_number_likes(reading.root, number);
        if (number.count == 0) return;
        std::string const more = number.count > 1 ? fmt::format(" (and {} more)", number.count - 1) : "";
        report(Severity::warning, "yaml-unsafe", number.line,
               fmt::format("{}{} has no quotes, and may be no text to other programs: read as text",
                           clean_line(number.text), more),
               "put it into quotes");
    }

    void report(Severity severity, std::string code, int line, std::string message, std::string hint) {
        problems_.push_back(
            {severity, std::move(code), std::move(message), std::move(hint), {file_, line, ""}});
    }

    EventSettings const& event_;
    SourceName file_;
    std::string text_;
    std::vector<Problem> problems_;
};

/// "key:" or "key: value" at the front of a line; its key. Empty: it is something else.
std::string_view key_of(std::string_view line) {
    while (line.starts_with("- ")) line = trimmed(line.substr(2));
    auto const colon = line.find(':');
    if (colon == line.npos || colon == 0 || colon > 100) return {};
    if (std::string_view("{[<|").find(line[0]) != std::string_view::npos) return {};  // JSON, a page, a table
    bool const is_key = colon + 1 == line.size() || line[colon + 1] == ' ' || line[colon + 1] == '\t' ||
                        line[colon + 1] == '\r';
    auto key = trimmed(line.substr(0, colon));
    if (key.size() > 2 && (key[0] == '"' || key[0] == '\'')) key = key.substr(1, key.size() - 2);
    return is_key ? key : std::string_view{};
}

/// The meanings of all keys of a line, also of "{start: 9:00, title: One}".
std::vector<Column> columns_of(std::string_view line) {
    std::vector<Column> columns;
    if (auto const column = column_of(key_of(line))) columns.push_back(*column);
    for (std::size_t place = line.find_first_of("{,"); place < line.size();
         place = line.find_first_of("{,", place + 1))
        if (auto const column = column_of(key_of(trimmed(line.substr(place + 1, 100)))))
            columns.push_back(*column);
    return columns;
}

/// Lines that begin at the margin of a YAML file.
bool is_margin_line(std::string_view line) {
    if (line.starts_with('#') || line == "-" || line.starts_with("- ") || line.starts_with("---") ||
        line.starts_with("..."))
        return true;
    return line.starts_with('%') || line.starts_with(']') || line.starts_with('}') || !key_of(line).empty();
}

}  // namespace

int recognise_yaml(std::string_view text) {
    std::string const head = to_valid_utf8(text.substr(0, 100'000));
    bool const is_cut = text.size() > 100'000;
    std::set<Column> known;
    int keys = 0, starts = 0;
    for (std::size_t begin = 0; begin < head.size();) {
        auto const end = std::min(head.find('\n', begin), head.size());
        std::string_view line = std::string_view(head).substr(begin, end - begin);
        begin = end + 1;
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (trimmed(line).empty() || (is_cut && end == head.size())) continue;
        bool const is_margin = line[0] != ' ' && line[0] != '\t';
        if (is_margin && !is_margin_line(line)) return 0;
        if (line.starts_with("---") && keys > 0) return 0;  // front matter, or a second document
        if (!key_of(trimmed(line)).empty()) ++keys;
        for (Column const column : columns_of(trimmed(line))) {
            known.insert(column);
            if (column == Column::start || column == Column::end) ++starts;
        }
    }
    bool const is_titled = known.contains(Column::title) || known.contains(Column::name) ||
                           known.contains(Column::event) || known.contains(Column::talk);
    if (known.size() < 2 || (!is_titled && starts < 2)) return 0;
    return starts > 1 ? 85 : 70;
}

Outcome<ScheduleDraft> import_yaml(SourceText source, EventSettings const& event) {
    return Importer(source, event).run();
}

}  // namespace kiosk
