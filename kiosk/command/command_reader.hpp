// The words of a command's line by what they mean. For command.cpp.
#pragma once

#include <fmt/format.h>

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/limits.hpp"
#include "command/command_forms.hpp"
#include "time/instant.hpp"

namespace kiosk {

/// Somebody's word, fit to stand in a message.
std::string shown_word(std::string_view word);

/// Answers what a command asks of its line. Of all that is wrong, the first counts.
class CommandReader {
public:
    /// `words`: the command's name, and what stands behind it. `form` must outlive the reader.
    CommandReader(CommandForm const& form, std::vector<std::string> const& words);

    std::string const& wrong() const { return wrong_; }  ///< empty: nothing

    bool has_plain() const { return !plain_.empty(); }
    /// The plain word at `place`, clean. Empty: there is none.
    std::string text(std::size_t place, std::size_t most = longest_text);
    /// The same where it must not be empty.
    std::string needed_text(std::size_t place, std::size_t most = longest_text);
    /// The first plain word; from `least` to `most`, in whole seconds.
    seconds needed_duration(seconds least, seconds most);

    bool has(std::string const& flag) const { return options_.contains(flag); }
    std::optional<seconds> option_duration(std::string const& name);  ///< a second to a day
    std::optional<TimeArgument> option_time(std::string const& name);
    std::vector<std::string> rooms();

    template <class... Arguments>
    void fail(fmt::format_string<Arguments...> form, Arguments&&... arguments) {
        if (wrong_.empty()) wrong_ = fmt::format(form, std::forward<Arguments>(arguments)...);
    }

private:
    std::size_t take_option(std::string_view option, std::vector<std::string> const& words, std::size_t next);
    void report_unknown(std::string const& name);
    std::string clean(std::string_view word, std::size_t most);
    seconds duration(std::string_view word, seconds least, seconds most);

    CommandForm const& form_;
    std::vector<std::string> plain_;
    std::map<std::string, std::vector<std::string>> options_;
    std::string wrong_;
};

}  // namespace kiosk
