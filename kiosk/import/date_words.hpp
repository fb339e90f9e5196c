// Dates and years in running text: "December 16", "June 23rd", "15 December 2024", "'23".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk {

/// A day as somebody wrote it; it may lack the year, and may be no day of the calendar.
struct WrittenDate {
    std::optional<int> year;
    int month = 0;                   ///< 1 to 12
    int day = 0;                     ///< 1 to 31
    bool is_choice = false;          ///< "December 13 or 14": no date
    std::string text;                ///< as written
    std::size_t begin = 0, end = 0;  ///< bytes
};

/// All dates in `text`, in order. English, German, French and Spanish months; ISO 8601; days
/// "16", "16th", "16." and ranges "14-15", of which the first day counts.
std::vector<WrittenDate> find_dates(std::string_view text);

/// A year beside a name: "ExampleConf 2031", "exampleconf2031", "ExampleConf '31".
struct WrittenYear {
    int year = 0;
    std::string name;                ///< the word before it; empty: none
    std::string text;                ///< name and year, as written
    std::size_t begin = 0, end = 0;  ///< bytes, of the name and the year
};
/// Years 1990 to 2099 that stand beside a word; years of full dates are not among them.
std::vector<WrittenYear> find_years(std::string_view text);

}  // namespace kiosk
