// The words of a command's line by what they mean.
#include "command/command_reader.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "settings/toml_table.hpp"

namespace kiosk {
namespace {

constexpr Span years_of_events{Instant{first_day_of_events.time_since_epoch()}, Instant{last_day_of_events.time_since_epoch()}};

/// As people write lengths on a phone: "10" is minutes, as are "10M", "10min" and "10 minutes".
std::string as_duration(std::string_view word) {
    auto text = to_lower_ascii(word);
    std::erase(text, ' ');
    for (auto const* unit : {"minutes", "minute", "mins", "min"})
        if (text.ends_with(unit)) text.resize(text.size() - std::string_view(unit).size() + 1);
    bool const is_number = !text.empty() && text.size() <= 3 && text.find_first_not_of("0123456789") == text.npos;
    return is_number ? text + "m" : text;
}

}  // namespace

std::string shown_word(std::string_view word) {
    auto const points = decode_utf8(word);
    constexpr std::size_t most = 40;
    if (points.size() <= most) return clean_line(word);
    return clean_line(word.substr(0, points[most].begin)) + "…";
}

CommandReader::CommandReader(CommandForm const& form, std::vector<std::string> const& words) : form_(form) {
    bool options_may_follow = true;
    for (std::size_t i = 1; i < words.size(); ++i) {
        std::string_view const word = words[i];
        if (options_may_follow && word == "--")
            options_may_follow = false;
        else if (options_may_follow && word.starts_with("--"))
            i += take_option(word.substr(2), words, i + 1);
        else
            plain_.emplace_back(word);
    }
    if (plain_.size() < form.fewest) fail("something is missing behind \"{}\"", form.name);
    if (plain_.size() > form.most) fail("nothing is known to do with \"{}\"", shown_word(plain_[form.most]));
}

std::string CommandReader::text(std::size_t place, std::size_t most) {
    return place < plain_.size() ? clean(plain_[place], most) : std::string();
}

std::string CommandReader::needed_text(std::size_t place, std::size_t most) {
    auto text = this->text(place, most);
    if (text.empty()) fail("a text is empty");
    return text;
}

seconds CommandReader::needed_duration(seconds least, seconds most) {
    return plain_.empty() ? least : duration(plain_.front(), least, most);
}

std::optional<seconds> CommandReader::option_duration(std::string const& name) {
    auto const values = options_.find(name);
    if (values == options_.end()) return {};
    return duration(values->second.front(), seconds{1}, hours{24});
}

std::optional<TimeArgument> CommandReader::option_time(std::string const& name) {
    auto const values = options_.find(name);
    if (values == options_.end()) return {};
    auto const time = parse_time_argument(values->second.front());
    auto const instant = time && time->wall ? Instant{time->wall->time_since_epoch()}
                         : time             ? time->instant
                                            : std::nullopt;
    bool const is_far = instant && !years_of_events.contains(*instant);
    if (!time || is_far)
        fail("\"{}\" is no time such as 13:50 or 2023-12-16T13:50", shown_word(values->second.front()));
    return time;
}

std::vector<std::string> CommandReader::rooms() {
    std::vector<std::string> rooms;
    for (auto const& value : options_["room"]) {
        rooms.push_back(clean(value, longest_head));
        if (rooms.back().empty()) fail("\"{}\" is no room", shown_word(value));  // "???" is one where a schedule has it
    }
    return rooms;
}

/// Returns how many of `words` from `next` on belong to the option: its value, or none.
std::size_t CommandReader::take_option(std::string_view option, std::vector<std::string> const& words,
                                       std::size_t next) {
    auto const equals = option.find('=');
    std::string const name(option.substr(0, equals));
    bool const is_flag = std::find(form_.flags.begin(), form_.flags.end(), name) != form_.flags.end();
    bool const has_value = std::find(form_.valued.begin(), form_.valued.end(), name) != form_.valued.end();
    if (!is_flag && !has_value) {
        report_unknown(name);
        return 0;
    }
    if (name != "room" && options_.contains(name)) fail("--{} stands twice", name);
    auto& values = options_[name];
    if (is_flag) {
        if (equals != option.npos) fail("--{} takes no value", name);
        return 0;
    }
    if (equals != option.npos) {
        values.emplace_back(option.substr(equals + 1));
        return 0;
    }
    // A value that looks like an option is one whose own value was forgotten.
    bool const is_missing = next >= words.size() || words[next].starts_with("--");
    if (is_missing) fail("--{} lacks its value", name);
    values.push_back(is_missing ? std::string() : words[next]);
    return is_missing ? 0 : 1;
}

void CommandReader::report_unknown(std::string const& name) {
    auto known = form_.valued;
    known.insert(known.end(), form_.flags.begin(), form_.flags.end());
    auto const near = nearest(std::string_view(name).substr(0, 100), known);
    if (near.empty())
        fail("\"{}\" has no option --{}", form_.name, shown_word(name));
    else
        fail("\"{}\" has no option --{}: did you mean --{}?", form_.name, shown_word(name), near);
}

std::string CommandReader::clean(std::string_view word, std::size_t most) {
    auto text = clean_line(word);
    auto const size = decode_utf8(text).size();
    if (size > most) fail("\"{}\" has {} characters: at most {} are shown", shown_word(text), size, most);
    return text;
}

seconds CommandReader::duration(std::string_view word, seconds least, seconds most) {
    bool const is_negative = word.starts_with('-');
    auto const length = parse_duration(as_duration(word.substr(is_negative ? 1 : 0)));
    if (!length) {
        fail("\"{}\" is no duration such as 10m or 1h30m", shown_word(word));
        return least;
    }
    auto const whole = std::chrono::floor<seconds>(*length) * (is_negative ? -1 : 1);
    if (whole < least || whole > most)
        fail("\"{}\" is too {}", shown_word(word), whole < least ? "short" : "long");
    return whole;
}

}  // namespace kiosk
