#include "import/mapped/field_map.hpp"

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "settings/toml_table.hpp"

namespace kiosk {
namespace {

class MapReader {
public:
    explicit MapReader(TomlTable table) : table_(std::move(table)) {}

    Outcome<FieldMap> read(std::string name) {
        FieldMap map;
        map.name = std::move(name);
        if (auto const text = table_.text("description")) map.description = text->value;
        read_marks(map);
        map.people = paths(table_, "people");
        read_event(map);
        for (auto& table : table_.tables("session")) map.sessions.push_back(session(table));
        read_person(map.person);
        map.rooms = name_list("room");
        map.tags = name_list("tag");
        read_states(map);
        table_.report_unknown_keys();
        bool const reads_facts = !map.people.empty() || !map.event_name.empty() || !map.rooms.at.empty();
        if (map.known_by.empty() || (map.sessions.empty() && !reads_facts)) {
            report({}, "known_by, and at least one of [[session]], people, [event] and [room], are needed: the format is not used",
                   "see the files of config/formats/");
            return {{}, table_.problems()};
        }
        return {std::move(map), table_.problems()};
    }

private:
    void report(SourceRef where, std::string message, std::string hint) {
        if (where.file.empty()) where = table_.where();
        table_.report({Severity::error, "format-map-invalid", std::move(message), std::move(hint), std::move(where)});
    }

    std::optional<DataPath> path(std::string_view text, SourceRef const& where) {
        auto parsed = DataPath::parse(text);
        if (!parsed)
            report(where, fmt::format("\"{}\" is no path: ignored", clean_line(text)),
                   "write names with dots between them: \"sessions[*].room.name\"");
        return parsed;
    }

    std::vector<DataPath> paths(TomlTable& table, std::string_view key) {
        std::vector<DataPath> found;
        for (auto const& text : table.texts(key).value_or(std::vector<TomlText>{}))
            if (auto parsed = path(text.value, text.where)) found.push_back(std::move(*parsed));
        return found;
    }

    /// "sessions | program": either will do.
    void read_marks(FieldMap& map) {
        for (auto const& text : table_.texts("known_by").value_or(std::vector<TomlText>{})) {
            std::vector<DataPath> either;
            for (std::string_view rest = text.value; !rest.empty();) {
                auto const bar = std::min(rest.find('|'), rest.size());
                if (auto parsed = path(rest.substr(0, bar), text.where)) either.push_back(std::move(*parsed));
                rest.remove_prefix(std::min(bar + 1, rest.size()));
            }
            if (!either.empty()) map.known_by.push_back(std::move(either));
        }
    }

    std::optional<FieldWay> way(std::string_view text, SourceRef const& where) {
        FieldWay way;
        if (text.find('{') == text.npos) {
            auto parsed = path(text, where);
            if (!parsed) return {};
            way.pieces.emplace_back("", std::move(*parsed));
            return way;
        }
        while (!text.empty()) {
            auto const open = text.find('{');
            auto const close = text.find('}', std::min(open, text.size()));
            if (open == text.npos || close == text.npos) break;
            auto parsed = path(text.substr(open + 1, close - open - 1), where);
            if (!parsed) return {};
            way.pieces.emplace_back(text.substr(0, open), std::move(*parsed));
            text.remove_prefix(close + 1);
        }
        way.last_words = text;
        return way;
    }

    Field field(TomlTable& table, std::string_view key) {
        Field found;
        for (auto const& text : table.texts(key).value_or(std::vector<TomlText>{}))
            if (auto one = way(text.value, text.where)) found.push_back(std::move(*one));
        return found;
    }

    void read_event(FieldMap& map) {
        auto table = table_.table("event");
        map.event_name = field(table, "name");
        map.event_start = field(table, "start");
        map.event_end = field(table, "end");
        map.event_zone = field(table, "time_zone");
        map.event_city = field(table, "city");
        map.event_venue = field(table, "venue");
        map.event_url = field(table, "url");
        table.report_unknown_keys();
    }

    SessionFields session(TomlTable& table) {
        SessionFields s;
        s.at = paths(table, "at");
        if (s.at.empty()) report(table.where(), "a [[session]] needs at = \"the path of its records\"", "");
        std::pair<char const*, Field*> const fields[] = {
            {"id", &s.id}, {"title", &s.title}, {"subtitle", &s.subtitle}, {"kind", &s.kind}, {"track", &s.track},
            {"tags", &s.tags}, {"language", &s.language}, {"abstract", &s.abstract}, {"description", &s.description},
            {"url", &s.url}, {"links", &s.links}, {"room", &s.room}, {"speakers", &s.speakers}, {"parent", &s.parent},
            {"start", &s.start}, {"end", &s.end}, {"date", &s.date}, {"time", &s.time}, {"minute", &s.minute},
            {"end_date", &s.end_date}, {"end_time", &s.end_time}, {"zone", &s.zone}, {"clock", &s.clock}, {"duration", &s.duration},
            {"status", &s.status}, {"cancelled", &s.cancelled}, {"hidden", &s.hidden}, {"published", &s.published},
            {"confirmed", &s.confirmed}, {"for_all", &s.for_all}, {"service", &s.service}, {"unless", &s.unless},
        };
        for (auto const& [key, target] : fields) *target = field(table, key);
        table.report_unknown_keys();
        return s;
    }

    void read_person(PersonFields& person) {
        auto table = table_.table("person");
        person.id = field(table, "id");
        person.name = field(table, "name");
        person.family_first = field(table, "family_first");
        person.role = field(table, "role");
        person.affiliation = field(table, "affiliation");
        person.biography = field(table, "biography");
        person.photo = field(table, "photo");
        person.links = field(table, "links");
        table.report_unknown_keys();
    }

    NameList name_list(std::string_view key) {
        auto table = table_.table(key);
        NameList list;
        list.at = paths(table, "at");
        list.id = field(table, "id");
        list.name = field(table, "name");
        list.group = field(table, "group");
        table.report_unknown_keys();
        return list;
    }

    void read_states(FieldMap& map) {
        auto table = table_.table("states");
        for (char const* state : {"confirmed", "tentative", "cancelled", "moved", "hidden"})
            for (auto const& word : table.texts(state).value_or(std::vector<TomlText>{}))
                map.states.emplace(to_lower_ascii(trimmed(word.value)), state);
        table.report_unknown_keys();
    }

    TomlTable table_;
};

}  // namespace

Outcome<FieldMap> parse_field_map(SourceText const& file, std::string name) {
    auto parsed = TomlTable::parse(file);
    if (!parsed.value) return {{}, std::move(parsed.problems)};
    return MapReader(std::move(*parsed.value)).read(std::move(name));
}

}  // namespace kiosk
