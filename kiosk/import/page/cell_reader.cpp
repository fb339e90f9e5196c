#include "import/page/cell_reader.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "import/kinds.hpp"
#include "import/names.hpp"
#include "import/page/cell_texts.hpp"
#include "import/page/folds.hpp"
#include "import/page/run_joins.hpp"

namespace kiosk {
namespace {

class Reader {
public:
    Reader(PageKnowledge const& known, std::string const& file) : known_(known), file_(file) {}

    void read_cell(RowCell const& row_cell) {
        std::vector<Run> runs = without_links(row_cell.cell.runs);
        join_sentences(runs);
        for (Run& run : runs) take_brackets(run);
        join_roles(runs);
        std::erase_if(runs, [](Run const& run) { return trimmed(run.text).empty(); });
        for (std::size_t i = 0; i < runs.size(); ++i) read_run(runs, i, row_cell.column);
        for (Fold const& fold : row_cell.cell.folds) take_fold(fold);
    }

    /// Where the columns, and what stands below the row, say more than its cells.
    void add_surroundings(RawRow const& row) {
        if (content.rooms.empty() && !row.room.empty()) content.rooms.push_back(row.room);
        if (content.track.empty()) content.track = row.track;
        for (std::string const& part : row.parts) add(content.description, part);
    }

    void finish(std::string const& row_class) {
        if (content.title.ends_with(':'))
            content.title =
                std::string(trimmed(std::string_view(content.title).substr(0, content.title.size() - 1)));
        if (is_to_come(content.title)) content.title.clear(), content.placeholder = true;
        bool const nameless = content.people.empty() && content.title.empty();
        if (nameless && role_ && role_->names_speaker) content.placeholder = true;
        bool const is_block = role_ && (role_->kind == Kind::panel || role_->kind == Kind::workshop);
        if (role_ && !content.placeholder && (nameless || (is_block && content.title.empty())))
            content.title = role_text_, content.label.clear();
        auto const titled = content.people.empty() || !role_ ? kind_of_title(content.title) : std::nullopt;
        if (titled && !role_)
            content.kind = *titled;
        else if (!role_ && !kind_from_field_)
            take_class(row_class);
        if (!role_ && kind_from_field_ && !titled) content.kind = *kind_from_field_;
    }

    RowContent content;
    bool title_followed_name = false, affiliation_followed_name = false;

private:
    static void add(std::string& text, std::string_view more) {
        if (more.empty()) return;
        if (!text.empty()) text += '\n';
        text += more;
    }

    void take_fold(Fold const& fold) {
        if (is_to_come(fold.text)) return;
        if (fold.is == Fold::Is::list)
            add(content.description, fold.text);
        else if (fold.is == Fold::Is::biography && !content.people.empty())
            add(content.people.front().biography, fold.text);
        else
            add(content.abstract, fold.text);
    }

    /// "Slides" and "(recording)" become links, "(Best Paper)" goes.
    std::vector<Run> without_links(std::vector<Run> const& runs) {
        std::vector<Run> kept;
        for (Run const& run : runs) {
            std::string_view const inner = unbracketed(run.text);
            bool const bracketed = inner.size() != run.text.size();
            bool const is_web_link = !run.href.empty() && !run.href.starts_with('#');
            bool const is_label = is_fold_label(inner) && (bracketed || run.href.starts_with('#'));
            if (is_label || (is_link_word(inner) && (is_web_link || bracketed))) {
                if (is_web_link && !is_label) content.links.push_back({std::string(inner), run.href});
            } else if (!(bracketed && is_badge(inner))) {
                if (is_web_link && content.url.empty() && !is_person(run.text, known_))
                    content.url = run.href;
                kept.push_back(run);
            }
        }
        return kept;
    }

    /// Takes off brackets at the end that hold a link word, a badge, a length, people or a room.
    void take_brackets(Run& run) {
        for (;;) {
            std::string_view const text = trimmed(run.text);
            if (!text.ends_with(')') && !text.ends_with(']')) break;
            auto const begin = text.rfind(text.back() == ')' ? '(' : '[');
            if (begin == std::string_view::npos) break;
            std::string const inner(trimmed(text.substr(begin + 1, text.size() - begin - 2)));
            std::string const before(trimmed(text.substr(0, begin)));
            if (!take_bracket(inner, before, run.line)) break;
            run.text = before;
        }
        take_panelists(run);
    }

    /// "Panel (A B, C D) + Closing remarks": several names in brackets inside of a panel's title.
    void take_panelists(Run& run) {
        auto const begin = run.text.find('(');
        auto const end = run.text.find(')', begin == std::string::npos ? 0 : begin);
        if (begin == std::string::npos || end == std::string::npos || end + 1 == run.text.size()) return;
        std::string const before(trimmed(std::string_view(run.text).substr(0, begin)));
        if (kind_of_title(before) != Kind::panel) return;
        auto const people =
            read_people(std::string_view(run.text).substr(begin + 1, end - begin - 1), People::several);
        if (people.size() < 2) return;
        for (auto const& person : people) add_person(person, "panelist", run.line);
        run.text = before + " " + std::string(trimmed(std::string_view(run.text).substr(end + 1)));
    }

    bool take_bracket(std::string const& inner, std::string const& before, int line) {
        if (is_link_word(inner) || is_badge(inner) || is_fold_label(inner)) return true;
        if (auto const length = read_length(inner)) {
            content.length = length;
            return true;
        }
        if (auto const role = take_person_role(inner)) {
            add_people(role->rest, role->role, line, true);
            return true;
        }
        bool const is_panel = kind_of_title(before) == Kind::panel;
        auto const people = read_people(inner, People::several);
        if (people.size() > 1 || (is_panel && !people.empty())) {
            for (auto const& person : people) add_person(person, is_panel ? "panelist" : "", line);
            return true;
        }
        if (names_a_room(inner) && !before.empty()) {
            content.rooms.push_back(inner);
            return true;
        }
        return false;
    }

    void read_run(std::vector<Run> const& runs, std::size_t i, CellColumn column) {
        Run const& run = runs[i];
        std::string text(trimmed(run.text));
        if (text.starts_with(':')) text = std::string(trimmed(std::string_view(text).substr(1)));
        switch (column) {
            case CellColumn::room: content.rooms.push_back(text); return;
            case CellColumn::speaker: add_people(text, "", run.line, true); return;
            case CellColumn::affiliation:
                if (!content.people.empty()) content.people.back().affiliation = text;
                return;
            case CellColumn::kind: read_kind_field(text); return;
            case CellColumn::track: content.track = text; return;
            case CellColumn::content: break;
        }
        if (read_marked(run, text)) return;
        if (auto const room = room_after_mark(text); !room.empty()) {
            content.rooms.push_back(room);
            return;
        }
        if (auto const person = take_person_role(text))
            add_people(person->rest, person->role, run.line, true);
        else if (!read_role(text, run.line))
            read_free(runs, i, text);
    }

    /// The class of an element says what its text is.
    bool read_marked(Run const& run, std::string const& text) {
        switch (run.mark) {
            case CellMark::none: return false;
            case CellMark::title:
                if (!content.title.empty() || take_role(text)) return false;
                content.title = text;
                return true;
            case CellMark::person:
            case CellMark::people:
                if (take_role(text) || take_person_role(text)) return false;
                for (auto const& person :
                     read_people(text, run.mark == CellMark::people ? People::several : People::one, true))
                    add_person(person, "", run.line);
                return true;
            case CellMark::affiliation:
                if (content.people.empty() || !content.people.back().affiliation.empty()) return false;
                content.people.back().affiliation = text;
                return true;
            case CellMark::room: content.rooms.push_back(text); return true;
            case CellMark::label:
                if (!kind_of_field(text)) return false;
                read_kind_field(text);
                return true;
        }
        return false;
    }

    /// "Room: Blue Hall" in a cell; empty: the text says no such thing.
    static std::string room_after_mark(std::string const& text) {
        std::string const lower = to_lower_ascii(text);
        for (std::string_view const mark :
             {"room:", "location:", "venue:", "where:", "place:", "raum:", "salle:", "sala:"})
            if (lower.starts_with(mark))
                return std::string(trimmed(std::string_view(text).substr(mark.size())));
        return "";
    }

    void read_kind_field(std::string const& text) {
        kind_from_field_ = kind_of_field(text);
        if (!kind_from_field_) kind_from_field_ = Kind::other;
        if (comparison_key(text) != to_word(*kind_from_field_)) content.label = text;
    }

    bool read_role(std::string const& text, int line) {
        if (role_) return false;
        auto role = take_role(text);
        if (!role) return false;
        bool const for_people = role->follows == RoleWords::Follows::person;
        bool const is_name = is_person(role->rest, known_);
        bool const announces =
            role->kind == Kind::talk || role->kind == Kind::keynote || role->kind == Kind::invited;
        if (!role->has_colon && !role->rest.empty() && !(announces && is_name)) return false;
        if (is_pause(role->kind)) return false;  // "Lunch: …" is all title
        if (role->rest.empty() && !announces && role->kind != Kind::panel && role->kind != Kind::workshop)
            return false;
        if (role->rest.empty() && !role->names_speaker && kind_of_title(text) && role->kind != Kind::panel &&
            role->kind != Kind::talk)
            return false;
        role_ = role;
        role_text_ = text;
        content.kind = role->kind;
        content.label = role->label;
        if (role->rest.empty()) return true;
        if (is_to_come(role->rest))
            content.placeholder = true;
        else if (is_number_of_session(role->rest))
            content.title = text;
        else if (take_name_and_title(*role, line))
            return true;
        else if (for_people || is_name)
            add_people(role->rest, "", line, for_people);
        else
            add(content.title.empty() ? content.title : content.description, role->rest);
        return true;
    }

    /// "Poster: Session 2"
    static bool is_number_of_session(std::string const& text) {
        std::string const key = comparison_key(text);
        return count_words(text) <= 2 && (key.starts_with("session") || key.starts_with("part "));
    }

    /// "… by NAME (X): TITLE", and without "by" where brackets or the page tell that it is a name.
    bool take_name_and_title(RoleWords const& role, int line) {
        int depth = 0;
        std::size_t colon = 0;
        for (; colon < role.rest.size(); ++colon) {
            char const c = role.rest[colon];
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ':' && depth <= 0) break;
        }
        if (colon >= role.rest.size()) return false;
        std::string const name = role.rest.substr(0, colon);
        std::string const title(trimmed(std::string_view(role.rest).substr(colon + 1)));
        auto const people = read_people(name, People::several);
        if (people.empty() || title.empty()) return false;
        bool const is_certain = role.ends_in_by || role.follows == RoleWords::Follows::person ||
                                !people.front().affiliation.empty() ||
                                known_.names.contains(person_key(people.front().name));
        if (!is_certain) return false;
        for (auto const& person : people) add_person(person, "", line);
        content.title = title;
        return true;
    }

    void read_free(std::vector<Run> const& runs, std::size_t i, std::string const& text) {
        // Panelists and chairs do not make the next run their affiliation.
        bool const has_people = !content.people.empty() && content.people.front().role.empty();
        bool const has_title = !content.title.empty();
        if (!has_people && !has_title && is_name_before_title(runs, i, text)) {
            bool const is_panel = role_ && role_->kind == Kind::panel;
            add_people(text, is_panel ? "panelist" : "", runs[i].line, false);
        } else if (has_people && !has_title) {
            read_after_name(text);
        } else if (!has_title) {
            content.title = text;
        } else if (!has_people && is_person(text, known_) && !kind_of_title(text)) {
            add_people(text, role_ && role_->kind == Kind::panel ? "panelist" : "", runs[i].line, false);
        } else {
            add(content.description, text);
        }
    }

    bool is_name_before_title(std::vector<Run> const& runs, std::size_t i, std::string const& text) const {
        if (kind_of_title(text) || !is_person(text, known_)) return false;
        if (!role_ && runs.size() == 1 && known_.has_names_alone && is_name_with_bracket(text)) return true;
        bool const is_known =
            known_.names.contains(person_key(read_people(text, People::one, true).front().name));
        bool const is_panel = role_ && role_->kind == Kind::panel;
        if (role_ && (is_known || is_panel || read_people(text, People::several).size() > 1)) return true;
        for (std::size_t later = i + 1; later < runs.size(); ++later)
            if (!role_ && take_role(runs[later].text)) return false;  // "TITLE / Speaker: NAME"
        for (std::size_t later = i + 1; later < runs.size(); ++later)
            if (is_known ||
                (count_words(runs[later].text) > count_words(text) && !is_person(runs[later].text, known_)))
                return true;
        return role_ && role_->names_speaker && runs.size() == i + 1;
    }

    void read_after_name(std::string const& text) {
        bool const clear = is_clearly_title(text, known_);
        bool const has_affiliation = !content.people.front().affiliation.empty();
        title_followed_name |= clear;
        affiliation_followed_name |= !clear;
        if (clear || has_affiliation || known_.after_name == PageKnowledge::AfterName::title)
            content.title = text;
        else
            content.people.front().affiliation = text;
    }

    void add_people(std::string const& text, std::string const& role, int line, bool trusted) {
        People const expected = role.empty() ? People::one : People::several;
        if (is_to_come(text))
            content.placeholder = true;
        else
            for (auto const& person : read_people(text, expected, trusted)) add_person(person, role, line);
    }

    void add_person(WrittenPerson const& written, std::string const& role, int line) {
        DraftPerson person;
        person.name = written.name;
        person.affiliation = written.affiliation;
        person.role = role;
        person.origin = {file_, line, ""};
        content.people.push_back(std::move(person));
    }

    void take_class(std::string const& row_class) {
        for (std::size_t begin = 0; begin < row_class.size();) {
            std::size_t const end = std::min(row_class.find(' ', begin), row_class.size());
            std::string const token = row_class.substr(begin, end - begin);
            if (auto const kind = kind_of_field(token);
                kind && token.find_first_of("-_") == std::string::npos) {
                content.kind = *kind;
                return;
            }
            begin = end + 1;
        }
    }

    PageKnowledge const& known_;
    SourceName const file_;
    std::optional<RoleWords> role_;
    std::string role_text_;
    std::optional<Kind> kind_from_field_;
};

}  // namespace

RowContent read_content(RawRow const& row, PageKnowledge const& known, std::string const& file) {
    Reader reader(known, file);
    for (RowCell const& cell : row.cells) reader.read_cell(cell);
    reader.finish(row.row_class);
    reader.add_surroundings(row);
    return std::move(reader.content);
}

bool has_names_alone(std::vector<RawRow> const& rows) {
    auto const is_name = [](RawRow const& row) {
        return row.cells.size() == 1 && row.cells[0].cell.runs.size() == 1 &&
               is_name_with_bracket(row.cells[0].cell.runs[0].text);
    };
    return std::count_if(rows.begin(), rows.end(), is_name) >= 2;
}

PageKnowledge::AfterName usual_after_name(std::vector<RawRow> const& rows, PageKnowledge const& known) {
    std::size_t titles = 0, affiliations = 0;
    std::string const file;
    for (RawRow const& row : rows) {
        Reader reader(known, file);
        for (RowCell const& cell : row.cells) reader.read_cell(cell);
        titles += reader.title_followed_name;
        affiliations += !reader.title_followed_name && reader.affiliation_followed_name;
    }
    return titles > affiliations ? PageKnowledge::AfterName::title : PageKnowledge::AfterName::affiliation;
}

}  // namespace kiosk
