#include "base/problem.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

#include <fmt/format.h>

#include "base/limits.hpp"
#include "base/utf8.hpp"

namespace kiosk {

std::string to_word(Severity severity) {
    switch (severity) {
        case Severity::note: return "note";
        case Severity::warning: return "warning";
        case Severity::error: return "error";
    }
    return "error";
}

std::string to_line(Problem const& problem) {
    std::string line = problem.where.file.empty() ? std::string("kiosk") : problem.where.file.text();
    if (problem.where.line > 0) line += fmt::format(":{}", problem.where.line);
    if (!problem.where.path.empty()) line += fmt::format(" {}", problem.where.path);
    line += fmt::format(": {}: {}", to_word(problem.severity), problem.message);
    if (!problem.hint.empty()) line += "; " + problem.hint;
    if (!problem.code.empty()) line += fmt::format(" [{}]", problem.code);
    line = escaped_line(line);  // file names and texts of others stand in it
    if (line.size() <= longest_log_line) return line;
    auto const points = decode_utf8(line.substr(0, longest_log_line + 4));
    std::size_t end = 0;
    for (auto const& point : points)
        if (point.begin + point.size <= longest_log_line) end = point.begin + point.size;
    return line.substr(0, end) + "\u2026";
}

void sort_by_place(std::vector<Problem>& problems) {
    auto key = [](Problem const& p) {
        return std::tuple(std::string_view(p.where.file.text()), p.where.line, -static_cast<int>(p.severity),
                          std::string_view(p.code), std::string_view(p.message));
    };
    std::stable_sort(problems.begin(), problems.end(),
                     [&](Problem const& a, Problem const& b) { return key(a) < key(b); });
    problems.erase(std::unique(problems.begin(), problems.end()), problems.end());
}

bool has_error(std::vector<Problem> const& problems) {
    return std::any_of(problems.begin(), problems.end(),
                       [](Problem const& p) { return p.severity == Severity::error; });
}

void append(std::vector<Problem>& problems, std::vector<Problem> more) {
    problems.insert(problems.end(), std::make_move_iterator(more.begin()),
                    std::make_move_iterator(more.end()));
}

}  // namespace kiosk
