// A Command as the line that means it, and the help.
#include <fmt/format.h>

#include <algorithm>

#include "command/command.hpp"
#include "command/command_forms.hpp"
#include "command/command_words.hpp"

namespace kiosk {
namespace {

/// "1h30m", "-90s": what parse_duration reads as the same.
std::string to_word(seconds length) {
    auto const size = length < seconds{0} ? -length : length;
    auto const h = std::chrono::floor<hours>(size);
    auto const m = std::chrono::floor<minutes>(size - h);
    auto const s = size - h - m;
    std::string word = length < seconds{0} ? "-" : "";
    if (h.count()) word += fmt::format("{}h", h.count());
    if (m.count()) word += fmt::format("{}m", m.count());
    if (s.count()) word += fmt::format("{}s", s.count());
    return length == seconds{0} ? "0m" : word;
}

std::string to_word(TimeArgument const& time) {
    if (time.instant)
        return to_iso(WallTime{std::chrono::floor<seconds>(time.instant->time_since_epoch())}) + "Z";
    if (time.wall) return to_iso(*time.wall);
    date::hh_mm_ss const clock{time.time_of_day.value_or(seconds{0})};
    auto word = fmt::format("{:02}:{:02}", clock.hours().count(), clock.minutes().count());
    return clock.seconds().count() ? word + fmt::format(":{:02}", clock.seconds().count()) : word;
}

std::string to_word(ClearCommand::Group group) {
    switch (group) {
        case ClearCommand::Group::announcements: return "announcements";
        case ClearCommand::Group::emergency: return "emergency";
        case ClearCommand::Group::delay: return "delay";
        case ClearCommand::Group::hold: return "hold";
        case ClearCommand::Group::all: return "all";
    }
    return "announcements";
}

std::string to_word(PlainCommand command) {
    switch (command) {
        case PlainCommand::reload: return "reload";
        case PlainCommand::status: return "status";
        case PlainCommand::explain: return "explain";
        case PlainCommand::list: return "list";
    }
    return "status";
}

/// Collects the words of a line: what is named first, then the options.
class CommandWriter {
public:
    std::string operator()(DelayCommand const& delay) {
        return line("delay", {to_word(delay.late)}, delay.rooms, {{"from", word_of(delay.from)}});
    }
    std::string operator()(ExtendCommand const& extend) {
        return line("extend", {to_word(extend.by)}, extend.rooms);
    }
    std::string operator()(CancelCommand const& cancel) {
        return line("cancel", {cancel.session}, cancel.rooms);
    }
    std::string operator()(MoveCommand const& move) {
        return line("move", {move.session}, move.rooms, {{"to", word_of(move.to)}});
    }
    std::string operator()(RetitleCommand const& retitle) {
        return line("retitle", {retitle.session, retitle.title}, retitle.rooms);
    }
    std::string operator()(NextCommand const& next) { return line("next", {}, next.rooms); }
    std::string operator()(HoldCommand const& hold) {
        return line("hold", {hold.slide}, {}, {{"for", word_of(hold.duration)}});
    }
    std::string operator()(FullCommand const& full) { return line("full", {full.text}, full.rooms); }
    std::string operator()(AnnounceCommand const& announce) {
        bool const is_notice = announce.form == Announcement::Form::notice;
        return line("announce", {announce.head, announce.text}, announce.rooms,
                    {{"for", word_of(announce.duration)}}, is_notice ? "--notice" : "");
    }
    std::string operator()(EmergencyCommand const& emergency) {
        bool const is_test = emergency.state == AnnouncementState::test;
        return line("emergency", {emergency.head, emergency.text}, emergency.rooms,
                    {{"for", word_of(emergency.duration)}}, is_test ? "--test" : "");
    }
    std::string operator()(LiftedCommand const& lifted) {
        return line("lifted", {lifted.text}, lifted.rooms);
    }
    std::string operator()(ClearCommand const& clear) { return line("clear", {to_word(clear.group)}); }
    std::string operator()(UndoCommand const& undo) {
        return line("undo", {undo.number ? std::to_string(*undo.number) : std::string()});
    }
    std::string operator()(ScreenshotCommand const& screenshot) {
        return line("screenshot", {screenshot.file});
    }
    std::string operator()(PlainCommand command) { return to_word(command); }

private:
    struct ValuedOption {
        std::string name, value;  ///< empty value: not given
    };

    template <class T>
    static std::string word_of(std::optional<T> const& value) {
        return value ? to_word(*value) : std::string();
    }

    static void add_option(std::vector<std::string>& words, std::string const& name,
                           std::string const& value) {
        if (value.starts_with("--")) {
            words.push_back("--" + name + "=" + value);
        } else {
            words.push_back("--" + name);
            words.push_back(value);
        }
    }

    /// `plain`: those at the end that are empty are left out.
    static std::string line(std::string name, std::vector<std::string> plain,
                            std::vector<std::string> const& rooms = {},
                            std::vector<ValuedOption> const& valued = {}, std::string const& flag = {}) {
        while (!plain.empty() && plain.back().empty()) plain.pop_back();
        std::vector<std::string> options;
        for (auto const& option : valued)
            if (!option.value.empty()) add_option(options, option.name, option.value);
        for (auto const& room : rooms) add_option(options, "room", room);
        if (!flag.empty()) options.push_back(flag);

        std::vector<std::string> words{std::move(name)};
        bool const must_end_options = std::any_of(
            plain.begin(), plain.end(), [](std::string const& word) { return word.starts_with("--"); });
        if (must_end_options) {
            words.insert(words.end(), options.begin(), options.end());
            words.push_back("--");
        }
        words.insert(words.end(), plain.begin(), plain.end());
        if (!must_end_options) words.insert(words.end(), options.begin(), options.end());
        return join_words(words);
    }
};

}  // namespace

std::string to_line(Command const& command) { return std::visit(CommandWriter{}, command); }

std::string usage() {
    std::size_t width = 0;
    for (auto const& form : command_forms()) width = std::max(width, form.form.size());
    std::string lines;
    for (auto const& form : command_forms())
        lines += fmt::format("{:<{}}  {}\n", form.form, width, form.meaning);
    return lines;
}

}  // namespace kiosk
