#include "import/kinds.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "base/utf8.hpp"

namespace kiosk {
namespace {

/// How much else a title may hold beside the word: one other word, or none for words that often
/// begin a talk's own title ("Introduction to …", "Training …").
enum class Company { one_word, none };

struct KindWord {
    std::string_view words;  // as comparison_key gives them
    Kind kind;
    Company company = Company::one_word;
};

// clang-format off
// Longer phrases stand before their parts. English first, then German, French, Spanish, Italian.
constexpr auto kind_words = std::to_array<KindWord>({
    {"introductory remark", Kind::opening}, {"opening", Kind::opening}, {"welcome", Kind::opening},
    {"introduction", Kind::opening, Company::none}, {"introductory", Kind::opening, Company::none},
    {"intro", Kind::opening, Company::none}, {"eroffnung", Kind::opening}, {"begrussung", Kind::opening},
    {"ouverture", Kind::opening}, {"bienvenue", Kind::opening}, {"apertura", Kind::opening},
    {"bienvenida", Kind::opening}, {"benvenuto", Kind::opening},
    {"keynote", Kind::keynote},
    {"invited", Kind::invited}, {"special speaker", Kind::invited}, {"special guest", Kind::invited},
    {"special talk", Kind::invited}, {"special lecture", Kind::invited}, {"distinguished", Kind::invited},
    {"guest speaker", Kind::invited}, {"guest lecture", Kind::invited}, {"guest talk", Kind::invited},
    {"special", Kind::invited, Company::none},
    {"panel", Kind::panel}, {"debate", Kind::panel}, {"round table", Kind::panel}, {"roundtable", Kind::panel},
    {"fireside", Kind::panel}, {"podium", Kind::panel}, {"podiumsdiskussion", Kind::panel},
    {"table ronde", Kind::panel}, {"mesa redonda", Kind::panel}, {"tavola rotonda", Kind::panel},
    {"workshop", Kind::workshop}, {"tutorial", Kind::workshop}, {"hands on", Kind::workshop},
    {"lab", Kind::workshop, Company::none}, {"training", Kind::workshop, Company::none},
    {"atelier", Kind::workshop}, {"taller", Kind::workshop},
    {"poster", Kind::poster}, {"demo session", Kind::poster}, {"demo", Kind::poster, Company::none},
    {"competition", Kind::competition}, {"challenge", Kind::competition, Company::none},
    {"contest", Kind::competition},
    {"closing", Kind::closing}, {"concluding", Kind::closing}, {"wrap up", Kind::closing},
    {"wrapup", Kind::closing}, {"farewell", Kind::closing}, {"abschluss", Kind::closing},
    {"cloture", Kind::closing}, {"clausura", Kind::closing}, {"chiusura", Kind::closing},
    {"break", Kind::break_}, {"coffee", Kind::break_}, {"tea", Kind::break_}, {"pause", Kind::break_},
    {"refreshment", Kind::break_}, {"snack", Kind::break_}, {"kaffeepause", Kind::break_},
    {"kaffee", Kind::break_}, {"cafe", Kind::break_}, {"descanso", Kind::break_}, {"pausa", Kind::break_},
    {"breakfast", Kind::meal}, {"lunch", Kind::meal}, {"dinner", Kind::meal}, {"brunch", Kind::meal},
    {"buffet", Kind::meal}, {"banquet", Kind::meal}, {"mittagessen", Kind::meal}, {"mittagspause", Kind::meal},
    {"fruhstuck", Kind::meal}, {"abendessen", Kind::meal}, {"dejeuner", Kind::meal}, {"diner", Kind::meal},
    {"almuerzo", Kind::meal}, {"comida", Kind::meal}, {"cena", Kind::meal}, {"pranzo", Kind::meal},
    {"reception", Kind::social}, {"party", Kind::social}, {"drink", Kind::social}, {"bar", Kind::social},
    {"concert", Kind::social}, {"day trip", Kind::social}, {"social", Kind::social}, {"empfang", Kind::social},
    {"recepcion", Kind::social}, {"networking", Kind::social, Company::none},
    {"registration", Kind::service}, {"check in", Kind::service}, {"door", Kind::service},
    {"boarding", Kind::service}, {"registrierung", Kind::service}, {"anmeldung", Kind::service},
    {"inscription", Kind::service}, {"registro", Kind::service}, {"registrazione", Kind::service},
    {"talk", Kind::talk}, {"contributed", Kind::talk}, {"spotlight", Kind::talk}, {"oral", Kind::talk},
    {"lightning", Kind::talk}, {"lecture", Kind::talk}, {"paper", Kind::talk}, {"vortrag", Kind::talk},
    {"expose", Kind::talk}, {"charla", Kind::talk},
});
// clang-format on

// Words that add nothing to what a title says of its kind.
constexpr auto neutral_words = std::to_array<std::string_view>({
    "session", "sessions", "remark", "remarks", "discussion", "time", "and", "und", "et", "y", "of", "in", "at",
    "with", "for", "to", "on", "by", "from", "the", "a", "an", "address", "note", "notes", "speech", "track",
    "event", "floor", "room", "hall", "day", "ceremony", "speaker", "speakers", "presentation", "presentations",
    "end", "group", "q", "qa", "short", "hour", "i", "ii", "iii", "iv", "v", "b", "c",
});

constexpr auto role_nouns = std::to_array<std::string_view>({
    "speaker", "talk", "paper", "lecture", "presentation", "address", "session", "discussion", "remarks"});

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    std::string const key = comparison_key(text);
    for (std::size_t begin = 0; begin < key.size();) {
        std::size_t const end = std::min(key.find(' ', begin), key.size());
        if (end > begin) words.push_back(key.substr(begin, end - begin));
        begin = end + 1;
    }
    return words;
}

std::string singular(std::string const& word) {
    return word.size() > 3 && word.ends_with('s') && !word.ends_with("ss") ? word.substr(0, word.size() - 1) : word;
}

/// The table's phrases as lists of words, taken apart once.
std::vector<std::vector<std::string>> const& phrases() {
    static auto const all = [] {
        std::vector<std::vector<std::string>> lists;
        for (KindWord const& entry : kind_words) lists.push_back(words_of(entry.words));
        return lists;
    }();
    return all;
}

struct Match {
    KindWord const* word = nullptr;
    std::size_t words = 0;
};

/// The entry that `words` begins with at `place`.
Match match_at(std::vector<std::string> const& words, std::size_t place) {
    for (std::size_t entry = 0; entry < kind_words.size(); ++entry) {
        auto const& parts = phrases()[entry];
        if (place + parts.size() > words.size() || parts[0][0] != words[place][0]) continue;
        bool same = true;
        for (std::size_t i = 0; i < parts.size() && same; ++i)
            same = words[place + i] == parts[i] || singular(words[place + i]) == parts[i];
        if (same) return {&kind_words[entry], parts.size()};
    }
    return {};
}

bool is_number(std::string_view word) { return !word.empty() && word[0] >= '0' && word[0] <= '9'; }

template <class Words>
bool holds(Words const& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// Up to a colon or a dash between blanks; the whole text without what stands in brackets.
std::string head_of(std::string_view title) {
    std::string head;
    int depth = 0;
    for (std::size_t i = 0; i < title.size(); ++i) {
        if (title[i] == '(' || title[i] == '[') ++depth;
        else if (title[i] == ')' || title[i] == ']') depth = std::max(0, depth - 1);
        else if (depth == 0) {
            std::string_view const left = title.substr(i);
            if (left.starts_with(':') || left.starts_with(" - ") || left.starts_with(" \u2013 ") ||
                left.starts_with(" \u2014 "))
                break;
            head += title[i];
        }
    }
    return head;
}

}  // namespace

std::optional<Kind> kind_of_title(std::string_view title) {
    auto const words = words_of(head_of(title));
    KindWord const* first = nullptr;
    std::size_t others = 0;
    bool has_meal = false;
    for (std::size_t i = 0; i < words.size();) {
        Match const match = match_at(words, i);
        if (match.word && !first) first = match.word;
        if (match.word && match.word->kind == Kind::meal) has_meal = true;
        if (!match.word && !holds(neutral_words, words[i]) && !is_number(words[i])) ++others;
        i += std::max<std::size_t>(match.words, 1);
    }
    if (!first || others > (first->company == Company::one_word ? 1U : 0U)) return {};
    return first->kind == Kind::break_ && has_meal ? Kind::meal : first->kind;
}

std::optional<Kind> kind_of_field(std::string_view field) {
    auto const words = words_of(field);
    for (std::size_t i = 0; i < words.size(); ++i)
        if (Match const match = match_at(words, i); match.word) return match.word->kind;
    return {};
}

namespace {

/// The next word of `text` from `begin` on, as written; a colon ends it and stays outside.
std::string_view word_at(std::string_view text, std::size_t& begin) {
    while (begin < text.size() && text[begin] == ' ') ++begin;
    std::size_t end = begin;
    while (end < text.size() && text[end] != ' ' && text[end] != ':') ++end;
    return text.substr(begin, end - begin);
}

/// The end mark of a role at the front of `text`: ":", a dash or "by".
std::size_t role_end_size(std::string_view text) {
    std::size_t begin = 0;
    while (begin < text.size() && text[begin] == ' ') ++begin;
    std::string_view const left = text.substr(begin);
    for (std::string_view const mark : {":", "- ", "-- ", "\u2013 ", "\u2014 ", "| ", "by ", "By "})
        if (left.starts_with(mark)) return begin + mark.size();
    return 0;
}

bool is_usual_label(Kind kind, std::vector<std::string> const& words) {
    if (words.empty()) return true;
    if (words.size() == 1 && (words[0] == "speaker" || words[0] == "paper")) return true;
    bool const kind_first = singular(words[0]) == to_word(kind);
    return kind_first && (words.size() == 1 || (words.size() == 2 && holds(role_nouns, singular(words[1]))));
}

}  // namespace

std::optional<RoleWords> take_role(std::string_view text) {
    text = trimmed(text);
    RoleWords role;
    std::vector<std::string> label_words;
    std::size_t end = 0, label_end = 0;
    bool has_kind = false, is_plural = false;
    for (std::size_t begin = 0; begin < text.size();) {
        std::string_view const word = word_at(text, begin);
        auto keys = words_of(word);
        if (keys.empty() || keys.size() > 2) break;
        std::string const key = singular(keys.back());
        std::size_t next = begin + word.size();
        auto phrase = keys;
        std::size_t after = next;
        for (auto const& more : words_of(word_at(text, after))) phrase.push_back(more);
        Match const match = match_at(phrase, 0);
        bool const is_noun = holds(role_nouns, key) || holds(role_nouns, keys.back());
        bool const numbers = !label_words.empty() && (is_number(keys[0]) || word[0] == '#');
        if (!match.word && !is_noun && !numbers) break;
        if (!numbers) {
            if (match.word && (!has_kind || role.kind == Kind::talk)) {
                role.kind = match.word->kind;
                has_kind = true;
            }
            if (!has_kind && key == "speaker") has_kind = true;  // "Speaker:" announces a talk
            label_words.push_back(keys.back());
            is_plural = key != keys.back();
            role.follows = key == "speaker" ? RoleWords::Follows::person : RoleWords::Follows::person_or_title;
            label_end = next;
        }
        end = begin = next;
        if (begin < text.size() && text[begin] == ':') break;
    }
    if (!has_kind) return {};
    if (!is_usual_label(role.kind, label_words)) role.label = std::string(trimmed(text.substr(0, label_end)));
    std::size_t const mark = role_end_size(text.substr(end));
    role.has_colon = mark > 0;
    role.ends_in_by = to_lower_ascii(trimmed(text.substr(end, mark))) == "by";
    role.rest = std::string(trimmed(text.substr(end + mark)));
    bool const single = !is_plural && (role.kind == Kind::keynote || role.kind == Kind::invited ||
                                       role.follows == RoleWords::Follows::person);
    role.names_speaker = single;
    return role;
}

std::optional<PersonRole> take_person_role(std::string_view text) {
    text = trimmed(text);
    static constexpr auto roles = std::to_array<std::pair<std::string_view, std::string_view>>({
        {"moderated by", "moderator"}, {"chaired by", "chair"}, {"hosted by", "host"},
        {"session chair", "chair"}, {"moderator", "moderator"}, {"moderators", "moderator"},
        {"chair", "chair"}, {"chairs", "chair"}, {"host", "host"}, {"panelists", "panelist"},
        {"panellists", "panelist"}, {"panelist", "panelist"}, {"panellist", "panelist"},
    });
    std::string const lower = to_lower_ascii(text);
    for (auto const& [words, role] : roles) {
        if (!lower.starts_with(words)) continue;
        std::string_view const rest = text.substr(words.size());
        bool const is_by = words.ends_with("by");
        if (is_by ? !rest.starts_with(' ') : !trimmed(rest).starts_with(':')) continue;
        std::string_view const name = trimmed(rest);
        return PersonRole{std::string(role), std::string(trimmed(is_by ? name : name.substr(1)))};
    }
    return {};
}

bool is_to_come(std::string_view text) {
    constexpr std::size_t front = 32, longest = std::string_view("to be determined").size();
    std::string key = comparison_key(text.substr(0, front));
    if (key.size() > longest) return false;  // as nearly all titles, which need no look at their ends
    if (text.size() > front) key = comparison_key(text);
    return key == "tba" || key == "tbd" || key == "tbc" || key == "to be announced" || key == "to be determined" ||
           key == "to be confirmed" || key == "coming soon" || key == "n n";
}

bool names_a_room(std::string_view text) {
    static constexpr auto words = std::to_array<std::string_view>({
        "room", "hall", "ballroom", "auditorium", "theatre", "theater", "foyer", "lobby", "lounge", "floor",
        "terrace", "atrium", "amphitheatre", "amphitheater", "saal", "raum", "horsaal", "salle", "sala", "aula",
        "meeting", "level"});
    auto const parts = words_of(text);
    return !parts.empty() && parts.size() <= 8 &&
           std::any_of(parts.begin(), parts.end(), [](std::string const& part) { return holds(words, part); });
}

}  // namespace kiosk
