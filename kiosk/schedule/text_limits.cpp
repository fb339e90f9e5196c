#include "schedule/text_limits.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/limits.hpp"
#include "base/utf8.hpp"

namespace kiosk {
namespace {

constexpr std::size_t most_told = 100;

class Cutter {
public:
    /// What is one line. Readers clean what they take for text; this is for what they do not, addresses and names of files,
    /// and for what they forget.
    static void tidy(std::string& text) {
        if (!text.empty() && !is_escaped_line(text)) text = clean_line(text);
    }
    static void tidy(std::vector<Link>& links) {
        for (auto& link : links) tidy(link.text), tidy(link.url);
    }

    void cut(std::string& text, std::size_t most, std::string_view what, SourceRef const& where) {
        if (text.size() > most) cut_long(text, most, what, where);  // no character has less than a byte
    }

    void cut_long(std::string& text, std::size_t most, std::string_view what, SourceRef const& where) {
        auto const points = decode_utf8(text);
        if (points.size() <= most) return;
        text.resize(points[most - 1].begin);
        constexpr std::string_view joiner = "\u200D";  // joins to nothing now
        while (text.ends_with(joiner)) text.resize(text.size() - joiner.size());
        text = std::string(trimmed(text)) + "\u2026";
        if (problems_.size() < most_told)
            problems_.push_back({Severity::warning, "too-large", fmt::format("{} of {} characters: cut to {}", what, points.size(), most),
                                 "shorten it", where});
    }

    void cut_line(std::string& text, std::size_t most, std::string_view what, SourceRef const& where) {
        cut(text, most, what, where);
        tidy(text);
    }

    void cut(DraftPerson& person) {
        cut_line(person.name, most_name_characters, "a name", person.origin);
        cut_line(person.role, most_name_characters, "a role", person.origin);
        cut_line(person.affiliation, most_title_characters, "an affiliation", person.origin);
        tidy(person.photo);
        tidy(person.links);
        cut(person.biography, most_prose_characters, "a biography", person.origin);
    }

    void cut(DraftSession& row) {
        cut_line(row.title, most_title_characters, "a title", row.origin);
        cut_line(row.subtitle, most_title_characters, "a subtitle", row.origin);
        cut_line(row.label, most_title_characters, "a label", row.origin);
        cut_line(row.track, most_title_characters, "a track", row.origin);
        cut_line(row.language, most_name_characters, "a language", row.origin);
        tidy(row.url);
        tidy(row.links);
        cut(row.abstract, most_prose_characters, "an abstract", row.origin);
        cut(row.description, most_prose_characters, "a description", row.origin);
        for (auto& room : row.rooms) cut_line(room, most_name_characters, "a room's name", row.origin);
        if (row.earlier) cut_line(row.earlier->room, most_name_characters, "a room's name", row.origin);
        for (auto& person : row.people) cut(person);
    }

    std::vector<Problem> take() { return std::move(problems_); }

private:
    std::vector<Problem> problems_;
};

}  // namespace

std::vector<Problem> cut_long_texts(ScheduleDraft& draft) {
    Cutter cutter;
    for (auto* text : {&draft.event.name, &draft.event.series, &draft.event.venue, &draft.event.contact})
        cutter.cut_line(*text, most_title_characters, "a fact of the event", {});
    Cutter::tidy(draft.event.url);
    cutter.cut_line(draft.event.room, most_name_characters, "a room's name", {});
    for (auto& row : draft.sessions) cutter.cut(row);
    for (auto& person : draft.people) cutter.cut(person);
    return cutter.take();
}

}  // namespace kiosk
