// Problems are values: what is wrong with somebody's input, where, and what to do.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <vector>

#include "base/source_name.hpp"

namespace kiosk {

enum class Severity { note, warning, error };

/// The word that compilers and `check --json` use: "note", "warning", "error".
std::string to_word(Severity severity);

/// A place in somebody's input.
struct SourceRef {
    SourceName file;   ///< as the user named it; empty: no file (the command line, the machine)
    int line = 0;      ///< from 1; 0: unknown
    std::string path;  ///< JSON pointer, XPath or row where lines say little; may be empty

    friend bool operator==(SourceRef const&, SourceRef const&) = default;
};

/// One thing that is wrong or doubtful. Codes are stable and listed in lint/codes.hpp.
struct Problem {
    Severity severity = Severity::warning;
    std::string code;     ///< e.g. "time-out-of-order"
    std::string message;  ///< what was read, and what was assumed
    std::string hint;     ///< what to do; may be empty
    SourceRef where;

    friend bool operator==(Problem const&, Problem const&) = default;
};

/// `schedule.html:52: warning: "12:30AM" …: read as 12:30 PM; what to do [time-out-of-order]`
std::string to_line(Problem const& problem);

/// By file, then line, then severity (errors first), then code; equal problems once.
void sort_by_place(std::vector<Problem>& problems);

bool has_error(std::vector<Problem> const& problems);

/// A value, and everything that was wrong on the way to it.
/// No value means at least one problem of severity error.
template <class T>
struct Outcome {
    std::optional<T> value;
    std::vector<Problem> problems;
};

/// Moves `more` to the end of `problems`.
void append(std::vector<Problem>& problems, std::vector<Problem> more);

}  // namespace kiosk
