#include "import/feed/feed_draft.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "import/feed/feed_days.hpp"
#include "import/feed/feed_people.hpp"
#include "import/feed/feed_rooms.hpp"
#include "import/feed/feed_texts.hpp"
#include "import/feed/feed_times.hpp"
#include "import/kinds.hpp"
#include "import/title_status.hpp"

namespace kiosk {
namespace {

struct StateWord {
    std::string_view word;
    Status status;
    enum class Reported { no, not_confirmed, not_published } reported = Reported::no;
};

constexpr auto state_words = std::to_array<StateWord>({
    {"confirmed", Status::confirmed}, {"public", Status::confirmed}, {"tentative", Status::tentative},
    {"cancelled", Status::cancelled}, {"canceled", Status::cancelled}, {"moved", Status::moved}, {"hidden", Status::hidden},
    {"accepted", Status::tentative, StateWord::Reported::not_confirmed},
    {"rejected", Status::hidden, StateWord::Reported::not_published},
    {"withdrawn", Status::hidden, StateWord::Reported::not_published},
    {"pending", Status::hidden, StateWord::Reported::not_published},
    {"submitted", Status::hidden, StateWord::Reported::not_published},
    {"draft", Status::hidden, StateWord::Reported::not_published},
});

/// "en" as it is; "German", "deutsch" as their code; anything else as written.
std::string to_language_code(std::string const& written) {
    static constexpr auto names = std::to_array<std::pair<std::string_view, std::string_view>>({
        {"english", "en"}, {"englisch", "en"}, {"anglais", "en"}, {"german", "de"}, {"deutsch", "de"}, {"french", "fr"},
        {"francais", "fr"}, {"spanish", "es"}, {"espanol", "es"}, {"italian", "it"}, {"italiano", "it"}, {"dutch", "nl"}});
    auto const key = comparison_key(written);
    for (auto const& [name, code] : names)
        if (key == name) return std::string(code);
    return written;
}

bool is_language_code(std::string_view text) {
    auto const subtag = text.find_first_of("-_");
    auto const language = text.substr(0, subtag);
    return (language.size() == 2 || language.size() == 3) &&
           std::all_of(language.begin(), language.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

/// "Plenary", "Short plenary", "Plénière", "Plenum".
bool names_plenary(std::string_view type) {
    auto const key = comparison_key(type);
    return key.find("plenary") != key.npos || key.find("pleniere") != key.npos || key.find("plenum") != key.npos;
}

class FeedReader {
public:
    FeedReader(RawFeed feed, EventSettings const& event, FeedProblems problems)
        : feed_(std::move(feed)), event_(event), problems_(std::move(problems)), texts_(feed_.is_ours, problems_) {}

    Outcome<ScheduleDraft> run() {
        if (feed_.only_describes) {
            problems_.each(Severity::error, "no-programme", feed_.header, "the file describes the event or its people, and has no sessions",
                           "name the file with the sessions as well, in a further [[schedule]]");
        } else if (feed_.events.empty()) {
            problems_.each(Severity::error, "no-programme", feed_.header, "the file has no sessions", "check that this is the file with the schedule");
            return {{}, problems_.take()};
        }
        report_left_out();
        for (SourceRef const& where : feed_.misshapen)
            problems_.once(Severity::warning, "not-well-formed", where, "what stands here is no session and holds none: left out", "");
        texts_.make_line(feed_.title, feed_.header);
        settle_people(feed_, texts_, problems_);
        settle_rooms(feed_, texts_, problems_);
        auto const times = read_times(feed_, problems_);
        auto const zone = choose_zone(feed_, times, event_, problems_);
        auto const labels = read_labels(feed_, problems_);
        std::vector<Placed> placed;
        for (std::size_t i = 0; i < times.size(); ++i) {
            auto const day = feed_.events[i].day;
            placed.push_back(place(times[i], day ? labels[*day] : std::nullopt, day_change_of(feed_), zone));
        }
        check_days(feed_, labels, placed, problems_);
        read_facts(zone, placed);
        draft_.sessions.reserve(feed_.events.size());
        for (std::size_t i = 0; i < times.size(); ++i) add(feed_.events[i], times[i], placed[i]);
        find_parents();
        draft_.people = std::move(feed_.people);
        return {std::move(draft_), problems_.take()};
    }

private:
    void report_left_out() {
        if (feed_.events_left_out > 0)
            problems_.each(Severity::error, "too-large", feed_.header,
                           fmt::format("the file has {} sessions: the first {} are read",
                                       feed_.events.size() + feed_.events_left_out, feed_.events.size()),
                           "check the file");
        for (RawEvent const& event : feed_.events)
            if (event.people_left_out > 0)
                problems_.once(Severity::error, "too-large", event.origin,
                               fmt::format("a session has {} people: the first {} are read",
                                           event.people.size() + event.people_left_out, event.people.size()),
                               "check the file");
    }

    void read_facts(FeedZone const& zone, std::vector<Placed> const& placed) {
        draft_.event = std::move(feed_.facts);
        draft_.event.name = feed_.title;
        draft_.event.zone_name = zone.name;
        draft_.event.url = feed_.url;
        if (event_.date) draft_.event.first_day = event_.date;
        if (draft_.event.first_day) return;
        for (Placed const& one : placed) {
            if (!one.wall) continue;
            auto const day = date::floor<date::days>(*one.wall);
            if (!draft_.event.first_day || day < *draft_.event.first_day) draft_.event.first_day = day;
        }
    }

    /// Takes the texts of `raw`.
    void add(RawEvent& raw, EventTimes const& times, Placed const& placed) {
        DraftSession session;
        session.source_id = raw.guid.empty() ? raw.id : raw.guid;
        session.start = placed.start;
        if (!raw.has_inferred_end) {
            session.end = placed.end;
            if (times.length) session.duration = *times.length;
        }
        session.origin = raw.origin;
        session.title = std::move(raw.title);
        texts_.make_line(session.title, session.origin);
        read_status(raw, session);
        if (is_parked(session.title, raw, times, placed)) session.status = Status::hidden;
        if (is_repeated(raw, session)) return;
        check_id(session);
        session.raw = session.title;
        session.people = std::move(raw.people);
        session.rooms = std::move(*raw.rooms);
        session.is_for_all = raw.is_for_all;
        read_kind(raw, session);
        read_texts(raw, session);
        read_placeholder(raw, session);
        parents_.push_back(std::move(raw.parent));
        draft_.sessions.push_back(std::move(session));
    }

    /// Systems that must have a time put what has none at midnight, for no time at all.
    bool is_parked(std::string const& title, RawEvent const& raw, EventTimes const& times, Placed const& placed) {
        bool const is_moment = placed.start && placed.end == placed.start;
        if (feed_.is_ours || !is_moment || !placed.wall || times.date->wall != date::floor<date::days>(times.date->wall)) return false;
        problems_.once(Severity::warning, "unscheduled", raw.origin,
                       fmt::format("\"{}\" is from 00:00 to 00:00: taken as not yet scheduled, not shown", title), "give it a time");
        return true;
    }

    void read_status(RawEvent const& raw, DraftSession& session) {
        auto const word = to_lower_ascii(trimmed(raw.status));
        auto const state = std::find_if(state_words.begin(), state_words.end(), [&](StateWord const& entry) { return entry.word == word; });
        if (state != state_words.end()) {
            session.status = state->status;
            if (state->reported == StateWord::Reported::not_confirmed)
                problems_.once(Severity::note, "not-confirmed", raw.origin, fmt::format("\"{}\" is {}: shown as tentative", session.title, word), "");
            if (state->reported == StateWord::Reported::not_published)
                problems_.once(Severity::warning, "not-published", raw.origin, fmt::format("\"{}\" is {}: not shown", session.title, word), "");
        }
        if (feed_.is_ours) return;
        for (Problem& problem : take_status_off_title(session))
            problems_.each(problem.severity, problem.code, problem.where, problem.message, problem.hint);
    }

    /// Some exports list what belongs to two tracks twice. The first keeps what both say.
    bool is_repeated(RawEvent& raw, DraftSession const& session) {
        if (feed_.is_ours || !session.start || session.title.empty()) return false;
        auto const time = std::visit([](auto t) { return static_cast<long long>(t.time_since_epoch() / seconds{1}); }, *session.start);
        std::string key = std::to_string(time);
        key += '\x1F';
        key += session.title;
        for (std::string const& room : *raw.rooms) key += '\x1F' + room;
        auto const [known, is_new] = by_place_.try_emplace(std::move(key), draft_.sessions.size());
        if (is_new) return false;
        auto& first = draft_.sessions[known->second];
        for (DraftPerson& person : raw.people)
            if (std::none_of(first.people.begin(), first.people.end(), [&](DraftPerson const& p) { return p.name == person.name; }))
                first.people.push_back(std::move(person));
        for (Link& link : raw.links)
            if (std::find(first.links.begin(), first.links.end(), link) == first.links.end()) first.links.push_back(std::move(link));
        problems_.once(Severity::warning, "session-repeated", raw.origin,
                       fmt::format("\"{}\" is listed twice, first at {}: shown once", session.title,
                                   first.origin.line > 0 ? fmt::format("line {}", first.origin.line) : first.origin.path),
                       "");
        return true;
    }

    void check_id(DraftSession const& session) {
        if (session.source_id.empty()) return;
        auto const [known, is_new] = by_id_.try_emplace(session.source_id, draft_.sessions.size());
        if (!is_new)
            problems_.once(Severity::warning, "duplicate-id", session.origin,
                           fmt::format("\"{}\" and \"{}\" have the same id: two sessions", draft_.sessions[known->second].title, session.title),
                           "give each its own");
    }

    struct FieldKind {
        Kind kind = Kind::other;
        std::string label;
        bool is_plenary = false;  ///< all rooms join; what they join is said by the other words, if at all
    };

    /// What a type says; the same few come again and again.
    FieldKind const& kind_of_type(std::string const& type, SourceRef const& where) {
        auto const [known, is_new] = types_.try_emplace(type);
        if (!is_new) return known->second;
        auto text = type;
        texts_.make_line(text, where);
        auto const word = to_lower_ascii(text);
        auto kind = kind_from_word(word);
        if (!kind) kind = kind_of_field(text);
        bool const is_usual = kind && (word == to_word(*kind) || word == "lecture" || word == "vortrag" || word == "podium");
        bool const is_plenary = names_plenary(text);
        known->second = {kind.value_or(is_plenary ? Kind::talk : Kind::other), is_usual ? "" : text, is_plenary};
        return known->second;
    }

    void read_kind(RawEvent const& raw, DraftSession& session) {
        if (auto const kind = kind_from_word(raw.kind)) {
            session.kind = *kind;
            session.label = clean_line(raw.label);
            return;
        }
        bool const has_people = !session.people.empty();
        FieldKind said{has_people || !session.title.empty() ? Kind::talk : Kind::other, "", false};
        if (!trimmed(raw.type).empty()) said = kind_of_type(raw.type, raw.origin);
        session.is_for_all = session.is_for_all || said.is_plenary;
        // A title that says it all ("Lunch") beats the type, and with it the type's wording.
        if (!has_people)
            if (auto const kind = kind_of_title(session.title); kind && *kind != said.kind) said = {*kind, "", false};
        session.kind = said.kind;
        session.label = std::move(said.label);
    }

    void read_texts(RawEvent& raw, DraftSession& session) {
        auto const& where = session.origin;
        session.subtitle = std::move(raw.subtitle);
        session.track = std::move(raw.track);
        session.abstract = std::move(raw.abstract);
        session.description = std::move(raw.description);
        session.url = std::move(raw.url);
        session.links = std::move(raw.links);
        texts_.make_line(session.subtitle, where);
        texts_.make_line(session.track, where);
        texts_.make_paragraphs(session.abstract, where);
        texts_.make_paragraphs(session.description, where);
        // Said twice is shown once.
        if (!feed_.is_ours && session.description == session.abstract) session.description.clear();
        session.url = clean_line(session.url);
        for (Link& link : session.links) {
            texts_.make_line(link.text, where);
            link.url = clean_line(link.url);
        }
        read_language(raw, session);
    }

    void read_language(RawEvent const& raw, DraftSession& session) {
        if (!raw.language) return;
        auto const written = clean_line(*raw.language);
        session.language = feed_.is_ours ? written : to_language_code(written);
        if (!is_language_code(session.language) && !feed_.is_ours)
            problems_.once(Severity::note, "language-odd", raw.origin,
                           written.empty() ? std::string("the language is left empty: the event's counts")
                                           : fmt::format("\"{}\" is no language that is known here", written),
                           "");
    }

    void read_placeholder(RawEvent const& raw, DraftSession& session) {
        session.placeholder = raw.placeholder || is_to_come(session.title) || (session.title.empty() && session.people.empty());
        if (session.placeholder && !raw.placeholder && session.status != Status::hidden)
            problems_.once(Severity::warning, "placeholder", raw.origin,
                           fmt::format("\"{}\" names nobody and nothing: shown as to be announced", session.title), "add the title");
    }

    void find_parents() {
        for (std::size_t i = 0; i < parents_.size(); ++i) {
            if (parents_[i].empty()) continue;
            auto const parent = by_id_.find(parents_[i]);
            if (parent != by_id_.end() && parent->second != i && parents_[parent->second].empty()) draft_.sessions[i].parent = parent->second;
        }
    }

    RawFeed feed_;
    EventSettings const& event_;
    FeedProblems problems_;
    FeedTexts texts_;
    ScheduleDraft draft_;
    std::vector<std::string> parents_;  // ids, as sessions
    std::unordered_map<std::string, std::size_t> by_place_, by_id_;
    std::unordered_map<std::string, FieldKind> types_;
};

}  // namespace

Outcome<ScheduleDraft> draft_of(RawFeed feed, EventSettings const& event, FeedProblems problems) {
    return FeedReader(std::move(feed), event, std::move(problems)).run();
}

}  // namespace kiosk
