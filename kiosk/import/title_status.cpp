#include "import/title_status.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/utf8.hpp"

namespace kiosk {
namespace {

struct StatusWord {
    std::string_view word;  // as comparison_key gives it
    Status status;
};

constexpr auto status_words = std::to_array<StatusWord>({
    {"cancelled", Status::cancelled}, {"canceled", Status::cancelled}, {"abgesagt", Status::cancelled},
    {"entfallt", Status::cancelled}, {"fallt aus", Status::cancelled}, {"annule", Status::cancelled},
    {"annulee", Status::cancelled}, {"cancelado", Status::cancelled}, {"cancelada", Status::cancelled},
    {"annullato", Status::cancelled}, {"moved", Status::moved}, {"postponed", Status::moved},
    {"rescheduled", Status::moved}, {"verschoben", Status::moved}, {"verlegt", Status::moved},
    {"deplace", Status::moved}, {"reporte", Status::moved}, {"full", Status::confirmed},
    {"fully booked", Status::confirmed}, {"sold out", Status::confirmed}, {"ausgebucht", Status::confirmed},
    {"complet", Status::confirmed},
});

std::optional<Status> status_of(std::string_view word) {
    std::string const key = comparison_key(word);
    auto const found = std::find_if(status_words.begin(), status_words.end(),
                                    [&](StatusWord const& entry) { return entry.word == key; });
    if (found == status_words.end()) return {};
    return found->status;
}

std::string_view without_separator(std::string_view text) {
    text = trimmed(text);
    for (std::string_view const mark : {":", "-", "\u2013", "\u2014"})
        if (text.starts_with(mark)) return trimmed(text.substr(mark.size()));
    return text;
}

std::optional<TitleStatus> in_brackets_in_front(std::string_view title) {
    for (std::string_view const brackets : {"[]", "()", "**"}) {
        if (!title.starts_with(brackets[0])) continue;
        auto const end = title.find(brackets[1], 1);
        if (end == title.npos) continue;
        auto const word = title.substr(1, end - 1);
        if (auto const status = status_of(word))
            return TitleStatus{*status, std::string(trimmed(word)),
                               std::string(without_separator(title.substr(end + 1)))};
    }
    return {};
}

std::optional<TitleStatus> in_brackets_at_the_end(std::string_view title) {
    for (std::string_view const brackets : {"[]", "()"}) {
        if (!title.ends_with(brackets[1])) continue;
        auto const begin = title.rfind(brackets[0]);
        if (begin == title.npos || begin == 0) continue;
        auto const word = title.substr(begin + 1, title.size() - begin - 2);
        if (auto const status = status_of(word))
            return TitleStatus{*status, std::string(trimmed(word)),
                               std::string(trimmed(title.substr(0, begin)))};
    }
    return {};
}

std::optional<TitleStatus> before_a_mark(std::string_view title) {
    constexpr std::size_t longest_word = 24;
    auto const is_part_of_mark = [](char c) { return c == ':' || c == '!' || c == '-' || c == '\xE2'; };
    auto const front = title.substr(0, longest_word + 2);
    if (std::none_of(front.begin(), front.end(), is_part_of_mark)) return {};
    for (std::string_view const mark : {":", "!", " - ", " \u2013 ", " \u2014 "}) {
        auto const end = title.substr(0, longest_word + mark.size()).find(mark);
        if (end == title.npos) continue;
        auto const word = title.substr(0, end);
        auto const status = status_of(word);
        auto const rest = trimmed(title.substr(end + mark.size()));
        // "Full: a history of …" is a title.
        if (status && *status != Status::confirmed && !rest.empty())
            return TitleStatus{*status, std::string(trimmed(word)), std::string(rest)};
    }
    return {};
}

}  // namespace

std::optional<TitleStatus> take_status(std::string_view title) {
    title = trimmed(title);
    auto found = in_brackets_in_front(title);
    if (!found) found = in_brackets_at_the_end(title);
    if (!found) found = before_a_mark(title);
    if (found && found->rest.empty()) found->rest = title;
    return found;
}

std::vector<Problem> take_status_off_title(DraftSession& session) {
    auto said = take_status(session.title);
    if (!said) return {};
    bool const is_status = said->status != Status::confirmed;
    auto const done =
        is_status ? "taken as the status, the word is off" : "no status of a session, the word is off";
    std::vector<Problem> problems{
        {Severity::warning, "status-in-title",
         fmt::format("the title \"{}\" says \"{}\": {}", session.title, said->word, done),
         is_status ? "state it in the status" : "say it in the description", session.origin}};
    session.title = std::move(said->rest);
    if (is_status) session.status = said->status;
    return problems;
}

}  // namespace kiosk
