#include "import/spoiled_texts.hpp"

#include <array>

namespace kiosk {
namespace {

using namespace std::string_view_literals;

/// What opens, closes, quotes or ends something in one format or another, and what is no text.
constexpr auto intruders = std::to_array<std::string_view>(
    {"\"", "'", "[", "]", "{", "}", "<", ">", "(", ")", "\0"sv, "\xC3", "\xED\xA0\x80", "\xFF\xFE", "\r", "\t", "\n", "\n\n", "&#x110000;", "&#0;",
     "<!--", "-->", "<![CDATA[", "```", "|", "||", "$", "\\", "{{", ":", ": ", "%", ";", ",", "#", "* ", "- ", "---\n", "\x1B[31m", "\xE2\x80\xAE",
     "<table>", "</table>", "<tr><td>", "12:30 PM", "\nEND:VEVENT\n", "\nBEGIN:VEVENT\n", "&a ", "*a ", "!!", "<<: "});

constexpr auto numbers = std::to_array<std::string_view>({"99999999999999999999999", "-1", "0", "2147483648", "1e999"});

/// The same series in every run and on every machine.
class Dice {
public:
    std::size_t below(std::size_t limit) {
        state_ = state_ * 1664525U + 1013904223U;
        return (state_ >> 8) % limit;
    }

private:
    unsigned state_ = 1;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

void for_each_spoiled(std::string_view text, std::size_t step, std::function<void(std::string const&)> const& use) {
    std::string const whole(text);
    Dice dice;
    auto const with = [&](std::size_t at, std::size_t count, std::string_view instead) {
        std::string changed = whole;
        use(changed.replace(at, count, instead));
    };
    for (std::size_t i = 0; i < whole.size(); i += step) {
        use(whole.substr(0, i));
        use(whole.substr(i));
        with(i, 1, std::string(1, static_cast<char>(dice.below(256))));
        with(i, 1 + dice.below(60), "");
        with(i, 0, whole.substr(i, 1 + dice.below(200)));
        with(i, 0, intruders[dice.below(intruders.size())]);
    }
    for (std::size_t i = 0; i < whole.size(); ++i) {
        std::size_t const begin = i;
        while (i < whole.size() && is_digit(whole[i])) ++i;
        if (i > begin) with(begin, i - begin, numbers[dice.below(numbers.size())]);
    }
}

}  // namespace kiosk
