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
    /// What is no prose and goes through no reader of texts: addresses, names of files.
    static void tidy(std::string& text) {
        bool const is_plain = std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
        if (!is_plain && escaped_line(text) != text) text = clean_line(text);
    }
    static void tidy(std::vector<Link>& links) {
        for (auto& link : links) tidy(link.text), tidy(link.url);
    }

    void cut(std::string& text, std::size_t most, std::string_view what, SourceRef const& where) {
        if (text.size() <= most) return;  // no character has less than a byte
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

    void cut(DraftPerson& person) {
        cut(person.name, most_name_characters, "a name", person.origin);
        cut(person.role, most_name_characters, "a role", person.origin);
        cut(person.affiliation, most_title_characters, "an affiliation", person.origin);
        tidy(person.photo);
        tidy(person.links);
        cut(person.biography, most_prose_characters, "a biography", person.origin);
    }

    void cut(DraftSession& row) {
        cut(row.title, most_title_characters, "a title", row.origin);
        cut(row.subtitle, most_title_characters, "a subtitle", row.origin);
        cut(row.label, most_title_characters, "a label", row.origin);
        cut(row.track, most_title_characters, "a track", row.origin);
        cut(row.language, most_name_characters, "a language", row.origin);
        tidy(row.url);
        tidy(row.links);
        cut(row.abstract, most_prose_characters, "an abstract", row.origin);
        cut(row.description, most_prose_characters, "a description", row.origin);
        for (auto& room : row.rooms) cut(room, most_name_characters, "a room's name", row.origin);
        if (row.earlier) cut(row.earlier->room, most_name_characters, "a room's name", row.origin);
        for (auto& person : row.people) cut(person);
    }

    std::vector<Problem> take() { return std::move(problems_); }

private:
    std::vector<Problem> problems_;
};

}  // namespace

std::vector<Problem> cut_long_texts(ScheduleDraft& draft) {
    Cutter cutter;
    for (auto* text : {&draft.event.name, &draft.event.series, &draft.event.venue, &draft.event.contact, &draft.event.url, &draft.event.room})
        Cutter::tidy(*text);
    for (auto* text : {&draft.event.name, &draft.event.series, &draft.event.venue, &draft.event.contact})
        cutter.cut(*text, most_title_characters, "a fact of the event", {});
    cutter.cut(draft.event.room, most_name_characters, "a room's name", {});
    for (auto& row : draft.sessions) cutter.cut(row);
    for (auto& person : draft.people) cutter.cut(person);
    return cutter.take();
}

}  // namespace kiosk
