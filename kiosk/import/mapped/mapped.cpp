#include "import/mapped/mapped.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/limits.hpp"
#include "base/utf8.hpp"
#include "import/feed/feed_draft.hpp"
#include "import/feed/json_source.hpp"
#include "import/mapped/json_tree.hpp"
#include "import/mapped/record_reader.hpp"
#include "import/text/control_characters.hpp"
#include "import/yaml_tree.hpp"

namespace kiosk {
namespace {

constexpr std::size_t records_tried = 50;  // a field that many records lack may still be there

bool is_json(std::string_view text) {
    text = trimmed(text.substr(0, 1000));
    return text.starts_with('{') || text.starts_with('[') || text.starts_with("\xEF\xBB\xBF{") || text.starts_with("\xEF\xBB\xBF[");
}

DataNode read_tree(SourceText const& source, FeedProblems& problems) {
    auto const report = [&](int line, std::string message) {
        problems.each(Severity::error, "not-well-formed", {source.name, line, ""}, std::move(message), "correct the file");
    };
    if (is_json(source.text)) {
        auto reading = read_json_tree(readable_json(source, problems));
        if (!reading.is_whole) report(0, fmt::format("more than {} values, as no schedule has: what comes before is read", most_parts));
        return std::move(reading.root);
    }
    auto text = to_valid_utf8(source.text);
    for (Problem const& problem : drop_controls(text, source.name)) problems.each(problem.severity, problem.code, problem.where, problem.message, problem.hint);
    auto reading = read_yaml(text);
    if (!reading.fault.empty()) report(reading.fault_line, fmt::format("{}: what comes before is read", reading.fault));
    return std::move(reading.root);
}

bool leads_somewhere(DataPath const& path, DataPlace const& from) {
    auto const found = path.places(from);
    return std::any_of(found.begin(), found.end(), [](DataPlace const& place) { return place.node->says_something(); });
}

/// Each of `known_by` is there, in one of the first records at least.
bool fits(FieldMap const& map, DataPlace const& root) {
    std::vector<DataPlace> records;
    for (SessionFields const& session : map.sessions)
        for (DataPath const& at : session.at)
            for (auto& place : at.places(root))
                if (records.size() < records_tried && place.node->kind == DataNode::Kind::mapping) records.push_back(std::move(place));
    if (map.sessions.empty()) records.push_back(root);
    auto const is_in_a_record = [&](DataPath const& path) {
        return std::any_of(records.begin(), records.end(), [&](DataPlace const& record) { return leads_somewhere(path, record); });
    };
    return std::all_of(map.known_by.begin(), map.known_by.end(), [&](std::vector<DataPath> const& either) {
        return std::any_of(either.begin(), either.end(), is_in_a_record);
    });
}

}  // namespace

FieldMap const* find_map(SourceText const& source, std::vector<FieldMap> const& maps) {
    return find_map(source, AskForMaps{[&]() -> std::vector<FieldMap> const& { return maps; }});
}

FieldMap const* find_map(SourceText const& source, AskForMaps const& ask_for_maps) {
    FeedProblems said_when_it_is_read;
    auto const tree = read_tree(source, said_when_it_is_read);
    if (!tree.says_something() || tree.kind == DataNode::Kind::scalar) return nullptr;
    auto const& maps = ask_for_maps();
    auto const root = place_of_root(tree);
    FieldMap const* best = nullptr;
    for (FieldMap const& map : maps)
        if ((!best || map.known_by.size() > best->known_by.size()) && fits(map, root)) best = &map;
    return best;
}

Outcome<ScheduleDraft> import_mapped(SourceText source, FieldMap const& map, EventSettings const& event) {
    FeedProblems problems;
    auto const tree = read_tree(source, problems);
    auto const root = place_of_root(tree);
    RecordReader reader(map, root, source.name, event.language);
    return draft_of(reader.read(), event, std::move(problems));
}

}  // namespace kiosk
