#include "import/feed/feed_problems.hpp"

#include <fmt/format.h>

namespace kiosk {

void FeedProblems::each(Severity severity, std::string code, SourceRef where, std::string message, std::string hint) {
    problems_.push_back({severity, std::move(code), std::move(message), std::move(hint), std::move(where)});
}

void FeedProblems::once(Severity severity, std::string code, SourceRef const& where, std::string message,
                        std::string hint) {
    auto const [habit, is_new] = habits_.try_emplace({severity, code}, Habit{problems_.size(), 0});
    if (is_new) each(severity, std::move(code), where, std::move(message), std::move(hint));
    else ++habit->second.more;
}

std::vector<Problem> FeedProblems::take() {
    for (auto const& [key, habit] : habits_)
        if (habit.more > 0) problems_[habit.first].message += fmt::format(" (and {} more alike)", habit.more);
    habits_.clear();
    return std::move(problems_);
}

}  // namespace kiosk
