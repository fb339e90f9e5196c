// Text with separators, taken apart: RFC 4180 and what spreadsheets make of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kiosk {

struct CsvRecord {
    std::vector<std::string> cells;  ///< without their quotes, line ends inside as '\n'
    int line = 0;                    ///< where it begins
};

struct CsvTable {
    std::vector<CsvRecord> records;  ///< blank lines are none
    char delimiter = ',';
    int open_quote_line = 0;  ///< a quote that is never closed; 0: none
};

/// The separator is the one of comma, semicolon and tab that the first record has most of.
/// A quote inside an unquoted cell is a character. Range: any text; `most_records` ends it early.
CsvTable read_csv_records(std::string_view text, std::size_t most_records);

}  // namespace kiosk
