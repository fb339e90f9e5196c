#include "settings/toml_table.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include "base/utf8.hpp"
#include "settings/toml_traps.hpp"

#define TOML_EXCEPTIONS 0
#define TOML_ASSERT(condition) static_assert(true)  // some of them forbid what the parser then reports
#define TOML_MAX_NESTED_VALUES 64
#define TOML_HEADER_ONLY 1
#include <toml++/toml.h>

namespace kiosk {

struct TomlTable::Document {
    std::string file;
    toml::table root;
    std::vector<Problem> problems;
};

namespace {

toml::table const& as_table(void const* node) {
    static toml::table const empty;
    return node ? *static_cast<toml::table const*>(node) : empty;
}

/// Controls, and what turns its neighbours around, are in no text that somebody wrote on purpose.
std::string printable(std::string const& text) { return escaped_line(text) == text ? text : clean_paragraphs(text); }

SourceRef place(std::string const& file, toml::node const& node) {
    return {file, static_cast<int>(node.source().begin.line), {}};
}

/// Letters to add, drop, change or swap with their neighbour ("titel" is one from "title").
std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before, last, row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        before = std::exchange(last, row);
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            bool const are_swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (are_swapped) row[j] = std::min(row[j], before[j - 2] + 1);
        }
    }
    return row[b.size()];
}

}  // namespace

std::string nearest(std::string_view word, std::vector<std::string> const& candidates) {
    std::string best;
    std::size_t best_distance = word.size() / 2 + 1;  // further away than that is another word
    for (auto const& candidate : candidates) {
        auto const distance = edit_distance(word, candidate);
        if (distance < best_distance) {
            best_distance = distance;
            best = candidate;
        }
    }
    return best;
}

TomlTable::TomlTable(std::shared_ptr<Document> document, void const* node, std::string name)
    : document_(std::move(document)), node_(node), name_(std::move(name)) {}

Outcome<TomlTable> TomlTable::parse(SourceText const& file) {
    if (auto const trap = find_toml_trap(file.text))
        return {{}, {{Severity::error, "toml-invalid", std::string(trap->what), "correct the line", {file.name, trap->line, {}}}}};
    toml::parse_result result = toml::parse(without_toml_stumbles(file.text), std::string_view(file.name));
    if (!result) {
        auto const& error = result.error();
        return {{}, {{Severity::error, "toml-invalid", std::string(error.description()), "correct the line",
                      {file.name, static_cast<int>(error.source().begin.line), {}}}}};
    }
    auto document = std::make_shared<Document>(Document{file.name, std::move(result).table(), {}});
    auto const* root = &document->root;
    return {TomlTable(std::move(document), root, ""), {}};
}

void TomlTable::report_type(std::string_view key, std::string_view expected) {
    report({Severity::error, "key-type", fmt::format("\"{}\" must be {}: ignored", key, expected), "", where(key)});
}

std::optional<TomlText> TomlTable::text(std::string_view key) {
    asked_.emplace(key);
    auto const* node = as_table(node_).get(key);
    if (!node) return {};
    if (auto const value = node->value_exact<std::string>()) return TomlText{printable(*value), place(document_->file, *node)};
    report_type(key, "a text in quotes");
    return {};
}

std::optional<std::vector<TomlText>> TomlTable::texts(std::string_view key) {
    asked_.emplace(key);
    auto const* node = as_table(node_).get(key);
    if (!node) return {};
    if (auto const value = node->value_exact<std::string>()) return std::vector{TomlText{printable(*value), place(document_->file, *node)}};
    if (auto const* list = node->as_array()) {
        std::vector<TomlText> found;
        for (auto const& element : *list)
            if (auto const value = element.value_exact<std::string>()) found.push_back({printable(*value), place(document_->file, element)});
        if (found.size() == list->size()) return found;
    }
    report_type(key, "a list of texts: [\"one\", \"two\"]");
    return {};
}

std::optional<bool> TomlTable::flag(std::string_view key) {
    asked_.emplace(key);
    auto const* node = as_table(node_).get(key);
    if (!node) return {};
    if (auto const value = node->value_exact<bool>()) return value;
    report_type(key, "true or false");
    return {};
}

std::optional<long long> TomlTable::integer(std::string_view key) {
    asked_.emplace(key);
    auto const* node = as_table(node_).get(key);
    if (!node) return {};
    if (auto const value = node->value_exact<std::int64_t>()) return *value;
    report_type(key, "a whole number");
    return {};
}

std::optional<double> TomlTable::number(std::string_view key) {
    asked_.emplace(key);
    auto const* node = as_table(node_).get(key);
    if (!node) return {};
    if (auto const value = node->value<double>(); value && node->is_number()) return value;
    report_type(key, "a number");
    return {};
}

std::optional<std::vector<double>> TomlTable::numbers(std::string_view key) {
    asked_.emplace(key);
    auto const* node = as_table(node_).get(key);
    if (!node) return {};
    std::vector<double> found;
    if (auto const* list = node->as_array())
        for (auto const& element : *list)
            if (auto const value = element.value<double>(); value && element.is_number()) found.push_back(*value);
    if (node->is_array() && found.size() == node->as_array()->size()) return found;
    report_type(key, "a list of numbers");
    return {};
}

std::optional<Day> TomlTable::day(std::string_view key) {
    asked_.emplace(key);
    auto const* node = as_table(node_).get(key);
    if (!node) return {};
    auto const from_date = [](toml::date d) { return Day{date::year{d.year} / d.month / d.day}; };
    if (auto const value = node->value_exact<toml::date>()) return from_date(*value);
    if (auto const value = node->value_exact<toml::date_time>()) return from_date(value->date);
    if (auto const value = node->value_exact<std::string>())
        if (auto const day = parse_day(*value)) return day;
    report_type(key, "a date like 2023-12-16");
    return {};
}

std::optional<milliseconds> TomlTable::duration(std::string_view key, std::string_view otherwise) {
    auto const given = text(key);
    if (!given || given->value == otherwise) return {};
    if (auto const length = parse_duration(given->value)) return length;
    report_type(key, otherwise.empty() ? std::string("a length of time like \"400ms\" or \"10s\"")
                                       : fmt::format("\"{}\" or a length of time like \"10s\"", otherwise));
    return {};
}

TomlTable TomlTable::table(std::string_view key) {
    asked_.emplace(key);
    auto const* node = as_table(node_).get(key);
    if (node && !node->is_table()) report_type(key, fmt::format("a table: [{}]", key));
    auto const* inner = node ? node->as_table() : nullptr;
    return {document_, inner, std::string(key)};
}

std::vector<TomlTable> TomlTable::tables(std::string_view key) {
    asked_.emplace(key);
    auto const* node = as_table(node_).get(key);
    std::vector<TomlTable> found;
    if (!node) return found;
    if (auto const* single = node->as_table()) found.push_back({document_, single, std::string(key)});
    else if (auto const* list = node->as_array(); list && list->is_homogeneous(toml::node_type::table)) {
        for (auto const& element : *list) found.push_back({document_, element.as_table(), std::string(key)});
    } else {
        report_type(key, fmt::format("one or more tables: [[{}]]", key));
    }
    return found;
}

SourceRef TomlTable::where(std::string_view key) const {
    auto const& table = as_table(node_);
    if (auto const* node = key.empty() ? nullptr : table.get(key)) return place(document_->file, *node);
    return {document_->file, node_ ? static_cast<int>(table.source().begin.line) : 0, {}};
}

void TomlTable::report(Problem problem) { document_->problems.push_back(std::move(problem)); }

void TomlTable::report_unknown_keys() {
    std::vector<std::string> const known(asked_.begin(), asked_.end());
    for (auto const& [key, node] : as_table(node_)) {
        if (asked_.contains(key.str())) continue;
        auto const near = nearest(key.str(), known);
        auto const table = name_.empty() ? std::string() : fmt::format(" in [{}]", name_);
        report({Severity::error, "key-unknown", fmt::format("there is no key \"{}\"{}", key.str(), table),
                near.empty() ? fmt::format("known keys: {}", fmt::join(known, ", ")) : fmt::format("did you mean \"{}\"?", near),
                {document_->file, static_cast<int>(key.source().begin.line), {}}});
    }
}

std::vector<Problem> TomlTable::problems() const { return document_->problems; }

}  // namespace kiosk
