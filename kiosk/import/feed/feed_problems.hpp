// The problems of one feed. A habit of its author is said once, with its number.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/problem.hpp"

namespace kiosk {

class FeedProblems {
public:
    /// Said each time.
    void each(Severity severity, std::string code, SourceRef where, std::string message, std::string hint);
    /// Said for the first place only, with how many more there are; alike are those of one severity
    /// and code.
    void once(Severity severity, std::string code, SourceRef const& where, std::string message, std::string hint);
    std::vector<Problem> take();

private:
    struct Habit {
        std::size_t first = 0;  ///< index into problems_
        int more = 0;
    };
    std::vector<Problem> problems_;
    std::map<std::pair<Severity, std::string>, Habit> habits_;
};

}  // namespace kiosk
