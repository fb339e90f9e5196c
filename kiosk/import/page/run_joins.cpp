#include "import/page/run_joins.hpp"

#include <algorithm>

#include "import/kinds.hpp"

namespace kiosk {
namespace {

bool has_open_bracket(std::string const& text) {
    return std::count(text.begin(), text.end(), '(') > std::count(text.begin(), text.end(), ')');
}

}  // namespace

void join_sentences(std::vector<Run>& runs) {
    for (std::size_t i = 1; i < runs.size();) {
        Run& before = runs[i - 1];
        Run const& run = runs[i];
        bool const same_style =
            before.bold == run.bold && before.italic == run.italic && before.mark == run.mark;
        bool const in_bracket = has_open_bracket(before.text);
        char const first = run.text.front();
        bool const goes_on = !run.bold && !run.italic && first >= 'a' && first <= 'z';
        bool const after_colon = before.text.ends_with(':') && !take_role(before.text);
        bool const joins =
            same_style || (before.mark == run.mark && (goes_on || in_bracket || after_colon));
        if (before.segment != run.segment || !joins) {
            ++i;
            continue;
        }
        bool const tight = first == ',' || first == '.' || first == ':' || first == ';' || first == ')' ||
                           before.text.ends_with('(');
        before.text += (tight ? "" : " ") + run.text;
        runs.erase(runs.begin() + static_cast<std::ptrdiff_t>(i));
    }
}

void join_roles(std::vector<Run>& runs) {
    for (std::size_t i = 1; i < runs.size();) {
        Run& before = runs[i - 1];
        Run const& run = runs[i];
        bool const same_line = before.segment == run.segment;
        bool const colon_before = before.text.ends_with(':') && take_role(before.text).has_value();
        bool const colon = run.text.starts_with(':');
        bool const bracket =
            run.text.starts_with('(') || run.text.starts_with("- ") || run.text.starts_with(',');
        if (!same_line || !(colon || colon_before || bracket)) {
            ++i;
            continue;
        }
        bool const tight = colon || run.text.starts_with(',');
        before.text += (tight ? "" : " ") + run.text;
        runs.erase(runs.begin() + static_cast<std::ptrdiff_t>(i));
    }
}

}  // namespace kiosk
