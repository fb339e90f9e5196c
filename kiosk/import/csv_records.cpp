#include "import/csv_records.hpp"

#include <algorithm>

#include "base/limits.hpp"

namespace kiosk {
namespace {

/// Reads one cell from `place` on, and leaves `place` at the separator, the line end or the end.
struct CellReader {
    std::string_view text;
    char delimiter;
    std::size_t place = 0;
    int line = 1;
    int open_quote_line = 0;

    bool is_at_end() const { return place >= text.size(); }
    bool is_at_line_end() const { return is_at_end() || text[place] == '\n' || text[place] == '\r'; }

    std::string read() {
        std::string cell;
        auto start = place;
        while (start < text.size() && text[start] == ' ' && delimiter != ' ') ++start;
        if (start < text.size() && text[start] == '"') {
            place = start + 1;
            read_quoted(cell);
        }
        while (!is_at_line_end() && text[place] != delimiter) cell += text[place++];
        if (cell.size() > longest_csv_cell) cell.resize(longest_csv_cell);
        return cell;
    }

    void skip_line_end() {
        if (!is_at_end() && text[place] == '\r') ++place;
        if (!is_at_end() && text[place] == '\n') ++place;
        ++line;
    }

private:
    void read_quoted(std::string& cell) {
        int const first_line = line;
        while (!is_at_end()) {
            char const c = text[place++];
            if (c == '"') {
                if (is_at_end() || text[place] != '"') return;
                ++place;
            }
            if (c == '\r' && !is_at_end() && text[place] == '\n') continue;
            if (c == '\n' || c == '\r') ++line;
            cell += c == '\r' ? '\n' : c;
        }
        if (open_quote_line == 0) open_quote_line = first_line;
    }
};

CsvTable read_with(std::string_view text, char delimiter, std::size_t most_records) {
    CsvTable table;
    table.delimiter = delimiter;
    CellReader reader{text, delimiter};
    while (!reader.is_at_end() && table.records.size() < most_records) {
        CsvRecord record;
        record.line = reader.line;
        record.cells.push_back(reader.read());
        while (!reader.is_at_line_end()) {
            ++reader.place;
            auto cell = reader.read();
            if (record.cells.size() < most_csv_cells) record.cells.push_back(std::move(cell));
        }
        reader.skip_line_end();
        bool const is_blank = std::all_of(
            record.cells.begin(), record.cells.end(),
            [](std::string const& cell) { return cell.find_first_not_of(" \t") == std::string::npos; });
        if (!is_blank) table.records.push_back(std::move(record));
    }
    table.open_quote_line = reader.open_quote_line;
    return table;
}

}  // namespace

CsvTable read_csv_records(std::string_view text, std::size_t most_records) {
    char best = ',';
    std::size_t most = 0;
    for (char const delimiter : {',', ';', '\t'}) {
        auto const head = read_with(text.substr(0, 20'000), delimiter, 1);
        if (!head.records.empty() && head.records[0].cells.size() > most) {
            most = head.records[0].cells.size();
            best = delimiter;
        }
    }
    return read_with(text, best, most_records);
}

}  // namespace kiosk
