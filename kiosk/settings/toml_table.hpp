// TOML as the readers of this folder want it: typed questions, problems with lines.
// The keys that a reader asks for are the keys that exist; all others are reported.
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.hpp"
#include "base/source_text.hpp"
#include "time/instant.hpp"

namespace kiosk {

struct TomlText {
    std::string value;
    SourceRef where;
};

class TomlTable {
public:
    /// Errors: `toml-invalid` with the line. Source: TOML 1.0.0.
    static Outcome<TomlTable> parse(SourceText const& file);

    // Each answers empty where the key is missing, and reports `key-type` where it holds something else.
    std::optional<TomlText> text(std::string_view key);
    std::optional<std::vector<TomlText>> texts(std::string_view key);  ///< a list of texts, or one text
    std::optional<bool> flag(std::string_view key);
    std::optional<long long> integer(std::string_view key);
    std::optional<double> number(std::string_view key);  ///< whole or not
    std::optional<std::vector<double>> numbers(std::string_view key);  ///< a list of numbers
    std::optional<Day> day(std::string_view key);  ///< a TOML date, or a text that is one
    std::optional<milliseconds> duration(std::string_view key, std::string_view otherwise);
    TomlTable table(std::string_view key);  ///< missing: an empty one
    std::vector<TomlTable> tables(std::string_view key);  ///< `[[key]]`; a single `[key]` counts as one

    /// The place of a key, else of the table.
    SourceRef where(std::string_view key = {}) const;
    void report(Problem problem);
    /// Reports every key that was never asked for as `key-unknown`, with the nearest one that was.
    void report_unknown_keys();
    /// What this table and all tables taken from it have reported.
    std::vector<Problem> problems() const;

private:
    struct Document;  // the parsed file and the problems, shared by all its tables
    TomlTable(std::shared_ptr<Document> document, void const* node, std::string name);
    void report_type(std::string_view key, std::string_view expected);

    std::shared_ptr<Document> document_;
    void const* node_;  // toml::table const*, or null
    std::string name_;  // "event", for problems
    std::set<std::string, std::less<>> asked_;
};

/// The candidate that differs least from `word`; empty if none is near.
std::string nearest(std::string_view word, std::vector<std::string> const& candidates);

}  // namespace kiosk
