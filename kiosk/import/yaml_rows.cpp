#include "import/yaml_rows.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.hpp"
#include "import/people_field.hpp"
#include "import/table_times.hpp"
#include "import/yaml_entries.hpp"

namespace kiosk {
namespace {

using Shape = YamlNode::Kind;

/// What the levels above a row say of it.
struct Context {
    std::vector<TableField> fields;    ///< date, day, room, track
    std::vector<std::string> columns;  ///< rooms of the slots, in order
    std::optional<std::size_t> parent;
    bool in_people = false;
    int depth = 0;
};

/// What an id for nothing looks like.
bool is_empty_slot(std::string_view text) {
    std::string const key = comparison_key(text);
    return key.empty() || key == "empty" || key == "none" || key == "null" || key == "false" || key == "n a";
}

class Finder {
public:
    Finder(std::string const& file, std::string_view language) : file_(file), language_(language) {}

    YamlRows run(YamlNode const& root) {
        walk(root, {}, "");
        return std::move(found_);
    }

private:
    void walk(YamlNode const& node, Context context, std::string const& key) {
        if (node.kind == Shape::sequence) {
            ++context.depth;
            for (YamlNode const& item : node.items) walk(item, context, "");
        }
        if (node.kind != Shape::mapping) return;
        YamlEntries const entries(node, language_);
        bool const has_name = entries.has_text(Column::name);
        bool const is_described = entries.has_text(Column::abstract) || entries.has_text(Column::description);
        bool const is_person =
            has_name && (context.in_people || is_described || entries.has_text(Column::biography) ||
                         entries.has_text(Column::photo) || entries.has_text(Column::affiliation));
        bool const is_talk = context.depth > 0 && entries.has_text(Column::title) && !entries.lists_rows() &&
                             (is_described || entries.has(Column::people) ||
                              entries.has_text(Column::duration) || entries.has_text(Column::kind));
        if (entries.has_time()) add_timed(node, entries, context, key);
        else if (is_person && context.depth > 0) add_person(node, entries, context, key);
        else if (is_talk) add_talk(node, entries, context, key);
        else walk_container(node, entries, std::move(context));
    }

    void walk_container(YamlNode const& node, YamlEntries const& entries, Context context) {
        if (context.depth == 0) read_facts(entries);
        add_to(context, entries);
        ++context.depth;
        for (std::size_t i = 0; i < node.items.size(); ++i) {
            Context inner = context;
            auto const column = column_of(node.keys[i]);
            if (parse_day(node.keys[i]))
                inner.fields.insert(inner.fields.begin(), {Column::date, node.keys[i]});
            else if (column == Column::day && node.items[i].kind != Shape::scalar)
                inner.fields.insert(inner.fields.begin(), {Column::day, node.keys[i]});
            bool const has_digit = node.keys[i].find_first_of("0123456789") != std::string::npos;
            if (column && !has_digit) inner.in_people = column == Column::people;
            walk(node.items[i], std::move(inner), column && !has_digit ? "" : node.keys[i]);
        }
    }

    void add_to(Context& context, YamlEntries const& entries) {
        for (Column const column : {Column::date, Column::day, Column::room, Column::track})
            if (auto const text = entries.text(column); !text.empty())
                context.fields.insert(context.fields.begin(), {column, text});
        for (Column const column : {Column::track, Column::room})
            if (auto const* list = entries.node(column); list && list->kind == Shape::sequence) {
                context.columns.clear();
                for (YamlNode const& item : list->items)
                    context.columns.push_back(YamlEntries(item, language_).name_of_all());
            }
    }

    void read_facts(YamlEntries const& entries) {
        EventFacts& facts = found_.facts;
        facts.name = plain_line(entries.has_text(Column::title) ? entries.text(Column::title)
                                                                : entries.text(Column::name))
                         .text;
        facts.venue = plain_line(entries.text(Column::venue)).text;
        facts.room = plain_line(entries.text(Column::room)).text;
        facts.url = clean_line(entries.text(Column::url));
        facts.zone_name = clean_line(entries.text(Column::zone));
    }

    TableRow row_of(YamlNode const& node, YamlEntries const& entries, Context const& context,
                    std::string const& key) {
        TableRow row;
        row.origin = {file_, node.line, ""};
        row.fields = entries.fields();
        if (!key.empty()) row.fields.push_back({Column::id, key});
        for (TableField const& field : row.fields)
            row.raw += (row.raw.empty() ? "" : " | ") + clean_line(field.text);
        row.fields.insert(row.fields.end(), context.fields.begin(), context.fields.end());
        row.parent = context.parent;
        if (auto const* people = entries.node(Column::people)) add_people(*people, row);
        return row;
    }

    void add_people(YamlNode const& node, TableRow& row) {
        if (node.kind == Shape::mapping)
            row.people.push_back(person_of(node, YamlEntries(node, language_), ""));
        if (node.kind != Shape::sequence) return;
        for (YamlNode const& item : node.items) {
            if (item.kind == Shape::mapping)
                row.people.push_back(person_of(item, YamlEntries(item, language_), ""));
            else add_people_of_entry(item, row);
        }
    }

    /// An item of a list: one person, or several that a `<br>` parts.
    void add_people_of_entry(YamlNode const& item, TableRow& row) {
        std::string const names = plain_names(item.text).text;
        for (std::size_t begin = 0; begin < names.size();) {
            auto const end = std::min(names.find('\n', begin), names.size());
            row.people.push_back(
                person_of_entry(std::string_view(names).substr(begin, end - begin), {file_, item.line, ""}));
            begin = end + 1;
        }
    }

    DraftPerson person_of(YamlNode const& node, YamlEntries const& entries, std::string const& key) {
        DraftPerson person;
        auto const text = [&](Column column) { return plain_field({column, entries.text(column)}).text; };
        person.source_id = entries.has_text(Column::id) ? text(Column::id) : key;
        person.name = plain_name(entries.text(Column::name)).text;
        person.affiliation = clean_line(text(Column::affiliation));
        bool const is_talk_title =
            entries.has_text(Column::abstract) || entries.has_text(Column::description);
        if (person.affiliation.empty() && entries.has_text(Column::role))
            person.affiliation = text(Column::role);
        if (person.affiliation.empty() && !is_talk_title) person.affiliation = text(Column::title);
        person.biography = text(Column::biography);
        person.photo = text(Column::photo);
        if (auto const url = text(Column::url); url.find("://") != std::string::npos)
            person.links.push_back({"Website", url});
        person.origin = person.photo_origin = {file_, node.line, ""};
        if (auto const* photo = entries.node(Column::photo)) person.photo_origin.line = photo->line;
        return person;
    }

    /// Somebody, and what they talk about if their entry says so.
    void add_person(YamlNode const& node, YamlEntries const& entries, Context const& context,
                    std::string const& key) {
        DraftPerson const person = person_of(node, entries, key);
        found_.people.push_back(person);
        bool const is_described = entries.has_text(Column::abstract) || entries.has_text(Column::description);
        bool const has_talk = (entries.has_text(Column::title) && is_described) ||
                              (entries.has_text(Column::talk) && !looks_like_id(entries.text(Column::talk)));
        if (!has_talk) return;
        TableRow row = row_of(node, entries, context, key);
        std::erase_if(row.fields, [](TableField const& field) {
            return field.column == Column::name || field.column == Column::affiliation ||
                   field.column == Column::url;
        });
        row.people = {person};
        row.is_timed = false;
        found_.rows.push_back(std::move(row));
    }

    void add_talk(YamlNode const& node, YamlEntries const& entries, Context const& context,
                  std::string const& key) {
        TableRow row = row_of(node, entries, context, key);
        row.is_timed = false;
        found_.rows.push_back(std::move(row));
    }

    void add_timed(YamlNode const& node, YamlEntries const& entries, Context const& context,
                   std::string const& key) {
        if (!entries.has_content() && add_slot(entries, context)) return;
        found_.rows.push_back(row_of(node, entries, context, key));
        auto const block = found_.rows.size() - 1;
        for (Column const column : {Column::parts, Column::talk, Column::event}) {
            auto const* list = entries.node(column);
            if (!list || list->kind != Shape::sequence) continue;
            for (YamlNode const& item : list->items) add_part(item, block, context);
        }
    }

    /// Parts with times are rows; the others are told in the block's description.
    void add_part(YamlNode const& item, std::size_t block, Context context) {
        YamlEntries const entries(item, language_);
        if (item.kind == Shape::mapping && entries.has_time()) {
            context.parent = block;
            auto const room = std::string(found_.rows[block].text(Column::room));
            if (!room.empty()) context.fields.insert(context.fields.begin(), {Column::room, room});
            add_timed(item, entries, context, "");
            return;
        }
        auto const title = item.kind == Shape::mapping ? entries.name_of_all()
                           : looks_like_id(item.text)  ? words_of_id(item.text)
                                                       : item.text;
        if (trimmed(title).empty()) return;
        TableRow part = row_of(item, entries, {}, "");
        auto& row = found_.rows[block];
        row.people.insert(row.people.end(), part.people.begin(), part.people.end());
        auto const place = std::find_if(row.fields.begin(), row.fields.end(), [](TableField const& field) {
            return field.column == Column::description;
        });
        if (place == row.fields.end()) row.fields.push_back({Column::description, title});
        else place->text += "\n" + title;
    }

    /// A time with columns of talks. False: it has none.
    bool add_slot(YamlEntries const& entries, Context const& context) {
        std::vector<std::pair<std::string, YamlNode const*>> cells;
        for (Column const column : {Column::talk, Column::parts, Column::event})
            if (auto const* list = entries.node(column); list && list->kind == Shape::sequence)
                for (std::size_t i = 0; i < list->items.size(); ++i)
                    cells.emplace_back(list->items.size() == context.columns.size() ? context.columns[i] : "",
                                       &list->items[i]);
        if (cells.empty()) {
            auto const unknown = entries.unknown();
            bool const are_columns =
                unknown.size() > 1 || std::any_of(unknown.begin(), unknown.end(), [&](auto const& entry) {
                    return std::find(context.columns.begin(), context.columns.end(), entry.first) !=
                           context.columns.end();
                });
            if (are_columns) cells = unknown;
        }
        if (cells.empty()) return false;
        Context inner = context;
        auto const fields = entries.fields();
        inner.fields.insert(inner.fields.begin(), fields.begin(), fields.end());
        std::vector<TableRow> rows;
        std::string before;
        for (auto const& [room, cell] : cells) {
            std::string const text = cell->kind == Shape::scalar ? std::string(trimmed(cell->text)) : "";
            bool const is_same = !is_empty_slot(text) && text == before && !room.empty();
            before = text;
            if (is_same && !rows.empty()) rows.back().rooms.push_back(room);
            else add_cell(room, *cell, inner, rows);
        }
        for (TableRow& row : rows)
            if (!goes_on(row)) found_.rows.push_back(std::move(row));
        return true;
    }

    void add_cell(std::string const& room, YamlNode const& cell, Context const& context,
                  std::vector<TableRow>& rows) {
        if (cell.kind == Shape::sequence) {
            for (YamlNode const& item : cell.items)
                if (item.kind != Shape::sequence) add_cell(room, item, context, rows);
            return;
        }
        YamlEntries const entries(cell, language_);
        if (cell.kind == Shape::mapping && !entries.has_content()) {
            for (YamlNode const& inner : cell.items)
                if (inner.kind == Shape::sequence) add_cell(room, inner, context, rows);
            return;
        }
        TableRow row = row_of(cell, entries, context, "");
        if (cell.kind == Shape::scalar) {
            if (is_empty_slot(cell.text)) return;
            row.raw = clean_line(cell.text);
            row.fields.push_back({Column::talk, cell.text});
        }
        if (!room.empty()) row.rooms = {room};
        rows.push_back(std::move(row));
    }

    /// The same talk in the slot before, up to the start of this one, lasts through this one too.
    bool goes_on(TableRow const& row) {
        auto const talk = row.text(Column::talk), start = row.text(Column::start),
                   end = row.text(Column::end);
        if (talk.empty() || end.empty()) return false;
        for (auto before = found_.rows.rbegin();
             before != found_.rows.rend() && before - found_.rows.rbegin() < 20; ++before) {
            bool const is_same = before->text(Column::talk) == talk && before->text(Column::end) == start &&
                                 before->rooms == row.rooms;
            if (!is_same) continue;
            for (TableField& field : before->fields)
                if (field.column == Column::end) field.text = std::string(end);
            return true;
        }
        return false;
    }

    SourceName file_;
    std::string language_;
    YamlRows found_;
};

}  // namespace

YamlRows find_yaml_rows(YamlNode const& root, std::string const& file, std::string_view language) {
    return Finder(file, language).run(root);
}

}  // namespace kiosk
