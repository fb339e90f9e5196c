#include "import/page/cell_reader.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "import/kinds.hpp"
#include "import/names.hpp"

namespace kiosk {
namespace {

bool is_one_of(std::string const& key, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), key) != words.end();
}

bool is_link_word(std::string_view text) {
    return is_one_of(comparison_key(text), {"slides", "slide", "recording", "video", "paper", "pdf",
                                            "abstract", "code", "poster", "arxiv", "website", "bio", "link",
                                            "zoom", "livestream", "talk video", "talk slides", "openreview"});
}

bool is_badge(std::string_view text) {
    std::string const key = comparison_key(text);
    return key.starts_with("best ") || key.ends_with(" award") ||
           is_one_of(key, {"virtual", "online", "remote", "in person", "hybrid", "live", "recorded",
                           "pre recorded"});
}

/// The text without brackets around all of it.
std::string_view unbracketed(std::string_view text) {
    bool const round = text.starts_with('(') && text.ends_with(')');
    bool const square = text.starts_with('[') && text.ends_with(']');
    return text.size() > 1 && (round || square) ? trimmed(text.substr(1, text.size() - 2)) : text;
}

/// Five words or a colon, or a speaker block knows it.
bool is_clearly_title(std::string const& text, PageKnowledge const& known) {
    return count_words(text) >= 5 || text.find(':') != std::string::npos ||
           known.titles.contains(comparison_key(text));
}

/// The text names somebody whom the page knows, or looks like it.
bool is_person(std::string const& text, PageKnowledge const& known) {
    auto const people = read_people(text, People::several, true);
    if (people.empty()) return false;
    return looks_like_name(people.front().name) || known.names.contains(person_key(people.front().name));
}

class Reader {
public:
    Reader(PageKnowledge const& known, std::string const& file) : known_(known), file_(file) {}

    void read_cell(RowCell const& row_cell) {
        std::vector<Run> runs = without_links(row_cell.cell.runs);
        join_sentences(runs);
        for (Run& run : runs) take_brackets(run);
        join_roles(runs);
        std::erase_if(runs, [](Run const& run) { return trimmed(run.text).empty(); });
        add(content.abstract, row_cell.cell.folded);
        for (std::size_t i = 0; i < runs.size(); ++i) read_run(runs, i, row_cell.column);
    }

    void finish(std::string const& row_class) {
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

    /// "Slides" and "(recording)" become links, "(Best Paper)" goes.
    std::vector<Run> without_links(std::vector<Run> const& runs) {
        std::vector<Run> kept;
        for (Run const& run : runs) {
            std::string_view const inner = unbracketed(run.text);
            bool const bracketed = inner.size() != run.text.size();
            bool const is_web_link = !run.href.empty() && !run.href.starts_with('#');
            if (is_link_word(inner) && (is_web_link || bracketed)) {
                if (is_web_link) content.links.push_back({std::string(inner), run.href});
            } else if (!(bracketed && is_badge(inner))) {
                if (is_web_link && content.url.empty() && !is_person(run.text, known_))
                    content.url = run.href;
                kept.push_back(run);
            }
        }
        return kept;
    }

    /// Runs of one style on one line are one text; so is a line that goes on in small letters.
    static void join_sentences(std::vector<Run>& runs) {
        for (std::size_t i = 1; i < runs.size();) {
            Run& before = runs[i - 1];
            Run const& run = runs[i];
            bool const same_style = before.bold == run.bold && before.italic == run.italic;
            char const first = run.text.front();
            bool const goes_on = !run.bold && !run.italic && first >= 'a' && first <= 'z';
            if (before.segment != run.segment || !(same_style || goes_on)) {
                ++i;
                continue;
            }
            bool const tight = first == ',' || first == '.' || first == ':' || first == ';' || first == ')';
            before.text += (tight ? "" : " ") + run.text;
            runs.erase(runs.begin() + static_cast<std::ptrdiff_t>(i));
        }
    }

    /// A role in its own style before ": NAME" belongs to it, and so does a bracket after a name.
    static void join_roles(std::vector<Run>& runs) {
        for (std::size_t i = 1; i < runs.size();) {
            Run& before = runs[i - 1];
            Run const& run = runs[i];
            bool const same_line = before.segment == run.segment;
            bool const colon_before = before.text.ends_with(':') && take_role(before.text).has_value();
            bool const colon = run.text.starts_with(':');
            bool const bracket =
                run.text.starts_with('(') || run.text.starts_with("- ") || run.text.starts_with(',');
            if (!same_line || !(colon || colon_before || bracket)) {
                ++i;
                continue;
            }
            bool const tight = colon || run.text.starts_with(',');
            before.text += (tight ? "" : " ") + run.text;
            runs.erase(runs.begin() + static_cast<std::ptrdiff_t>(i));
        }
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
    }

    bool take_bracket(std::string const& inner, std::string const& before, int line) {
        if (is_link_word(inner) || is_badge(inner)) return true;
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

    void read_run(std::vector<Run> const& runs, std::size_t i, Column column) {
        Run const& run = runs[i];
        std::string text(trimmed(run.text));
        if (text.starts_with(':')) text = std::string(trimmed(std::string_view(text).substr(1)));
        switch (column) {
            case Column::room: content.rooms.push_back(text); return;
            case Column::speaker: add_people(text, "", run.line, true); return;
            case Column::affiliation:
                if (!content.people.empty()) content.people.back().affiliation = text;
                return;
            case Column::kind: read_kind_field(text); return;
            case Column::content: break;
        }
        if (auto const person = take_person_role(text))
            add_people(person->rest, person->role, run.line, true);
        else if (!read_role(text, run.line))
            read_free(runs, i, text);
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
        else if (for_people || is_name)
            add_people(role->rest, "", line, for_people);
        else
            add(content.title.empty() ? content.title : content.description, role->rest);
        return true;
    }

    void read_free(std::vector<Run> const& runs, std::size_t i, std::string const& text) {
        bool const has_people = !content.people.empty(), has_title = !content.title.empty();
        if (!has_people && !has_title && is_name_before_title(runs, i, text)) {
            bool const is_panel = role_ && role_->kind == Kind::panel;
            add_people(text, is_panel ? "panelist" : "", runs[i].line, false);
        } else if (has_people && !has_title) {
            read_after_name(text);
        } else if (!has_title) {
            content.title = text;
        } else if (!has_people && is_person(text, known_) && !kind_of_title(text)) {
            add_people(text, "", runs[i].line, false);
        } else {
            add(content.description, text);
        }
    }

    bool is_name_before_title(std::vector<Run> const& runs, std::size_t i, std::string const& text) const {
        if (kind_of_title(text) || !is_person(text, known_)) return false;
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
    std::string const& file_;
    std::optional<RoleWords> role_;
    std::string role_text_;
    std::optional<Kind> kind_from_field_;
};

}  // namespace

RowContent read_content(RawRow const& row, PageKnowledge const& known, std::string const& file) {
    Reader reader(known, file);
    for (RowCell const& cell : row.cells) reader.read_cell(cell);
    reader.finish(row.row_class);
    return std::move(reader.content);
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
