// The commands that were given as a text that a restart reads again.
#include <fmt/format.h>

#include <charconv>

#include "base/checksum.hpp"
#include "base/utf8.hpp"
#include "command/command_words.hpp"
#include "command/overrides.hpp"

namespace kiosk {
namespace {

constexpr int highest_number = 1'000'000'000;
constexpr std::string_view last_line = "end";

std::string to_word(Instant t) {
    return to_iso(WallTime{std::chrono::floor<seconds>(t.time_since_epoch())}) + "Z";
}

std::optional<Instant> to_instant(std::string_view word) {
    auto const time = parse_time_argument(word);
    return time ? time->instant : std::nullopt;
}

std::optional<int> to_number(std::string_view word) {
    int number = 0;
    auto const [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (error != std::errc{} || end != word.data() + word.size() || number < 1 || number > highest_number)
        return {};
    return number;
}

/// What stands behind `key` if `word` begins with it.
std::optional<std::string_view> value_of(std::string_view word, std::string_view key) {
    if (!word.starts_with(key)) return {};
    return word.substr(key.size());
}

std::string to_text(Override const& entry) {
    std::vector<std::string> words{to_word(entry.at), std::to_string(entry.number), entry.way_in,
                                   "expires=" + to_word(entry.expires)};
    if (entry.undone) words.emplace_back("undone");
    for (auto const& target : entry.targets) {
        bool const is_subject = target.part == TargetSession::Part::subject;
        words.push_back((is_subject ? "session=" : "next=") + target.id.value);
        words.push_back("start=" + to_word(target.start));
        words.push_back("title=" + target.title);
    }
    return join_words(words) + " " + to_line(entry.command) + "\n";
}

/// Three words from `i` on. Empty: they are no target.
std::optional<TargetSession> target_from(std::vector<std::string> const& words, std::size_t i) {
    if (i + 2 >= words.size()) return {};
    auto const subject = value_of(words[i], "session="), successor = value_of(words[i], "next=");
    auto const start = value_of(words[i + 1], "start="), title = value_of(words[i + 2], "title=");
    if ((!subject && !successor) || !start || !title) return {};
    auto const begin = to_instant(*start);
    if (!begin) return {};
    auto const part = subject ? TargetSession::Part::subject : TargetSession::Part::successor;
    return TargetSession{part, {std::string(subject ? *subject : *successor)}, *begin, std::string(*title)};
}

std::optional<Override> override_from(std::string_view line) {
    if (escaped_line(line) != line) return {};  // nothing of ours holds controls or bytes that are no text
    auto const words = split_words(line);
    if (!words || words->size() < 5) return {};
    auto const at = to_instant((*words)[0]);
    auto const number = to_number((*words)[1]);
    auto const expires = value_of((*words)[3], "expires=");
    auto const end = expires ? to_instant(*expires) : std::nullopt;
    if (!at || !number || !end) return {};
    Override entry{*number, *at, (*words)[2], {}, *end, false, {}};
    std::size_t i = 4;
    if ((*words)[i] == "undone") entry.undone = true, ++i;
    while (auto target = target_from(*words, i)) {
        entry.targets.push_back(std::move(*target));
        i += 3;
    }
    auto command = parse_command(std::vector(words->begin() + static_cast<std::ptrdiff_t>(i), words->end()));
    if (!command.value) return {};
    entry.command = std::move(*command.value);
    return entry;
}

/// The next number if the file's last line belongs to `entries`, all bytes before it.
std::optional<int> number_after(std::string_view line, std::string_view entries) {
    auto const words = split_words(line);
    if (!words || words->size() != 3 || words->front() != last_line) return {};
    if ((*words)[2] != fmt::format("fnv1a64={:016x}", checksum_of(entries))) return {};
    return to_number((*words)[1]);
}

}  // namespace

std::string to_text(Overrides const& overrides) {
    std::string text;
    for (auto const& entry : overrides.entries) text += to_text(entry);
    text += fmt::format("{} {} fnv1a64={:016x}\n", last_line, overrides.next_number, checksum_of(text));
    return text;
}

Outcome<Overrides> overrides_from_text(SourceText const& file) {
    Overrides overrides;
    std::string_view const text = file.text;
    std::optional<int> next;
    int line_number = 0, first_bad = 0;
    // What stands behind the last line end was cut, and may mean something else than it did.
    for (std::size_t begin = 0, end = text.find('\n'); end != text.npos;
         begin = end + 1, end = text.find('\n', begin)) {
        auto const line = text.substr(begin, end - begin);
        ++line_number;
        if (end + 1 == text.size()) next = number_after(line, text.substr(0, begin));
        if (next) break;
        auto entry = override_from(line);
        if (entry && entry->number >= overrides.next_number) {
            overrides.next_number = entry->number + 1;
            overrides.entries.push_back(std::move(*entry));
        } else if (first_bad == 0) {
            first_bad = line_number;
        }
    }
    bool const is_whole = next && *next >= overrides.next_number && first_bad == 0;
    if (is_whole) overrides.next_number = *next;
    if (is_whole) return {std::move(overrides), {}};
    return {std::move(overrides),
            {{Severity::warning,
              "overrides-damaged",
              "the file of commands was cut or changed: its whole lines count",
              "see with \"list\" what is still in force, and say the rest again",
              {file.name, first_bad ? first_bad : line_number + 1, {}}}}};
}

}  // namespace kiosk
