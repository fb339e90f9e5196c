#include "import/date_words.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.hpp"
#include "time/instant.hpp"

namespace kiosk {
namespace {

constexpr auto months = std::to_array<std::pair<std::string_view, int>>({
    {"january", 1},  {"jan", 1},        {"februar", 2},   {"february", 2},   {"feb", 2},
    {"march", 3},    {"mar", 3},        {"april", 4},     {"apr", 4},        {"may", 5},
    {"june", 6},     {"jun", 6},        {"july", 7},      {"jul", 7},        {"august", 8},
    {"aug", 8},      {"september", 9},  {"sept", 9},      {"sep", 9},        {"october", 10},
    {"oct", 10},     {"november", 11},  {"nov", 11},      {"december", 12},  {"dec", 12},
    {"januar", 1},   {"marz", 3},       {"mai", 5},       {"juni", 6},       {"juli", 7},
    {"oktober", 10}, {"dezember", 12},  {"janvier", 1},   {"fevrier", 2},    {"mars", 3},
    {"avril", 4},    {"juin", 6},       {"juillet", 7},   {"aout", 8},       {"septembre", 9},
    {"octobre", 10}, {"novembre", 11},  {"decembre", 12}, {"enero", 1},      {"febrero", 2},
    {"marzo", 3},    {"abril", 4},      {"mayo", 5},      {"junio", 6},      {"julio", 7},
    {"agosto", 8},   {"septiembre", 9}, {"octubre", 10},  {"noviembre", 11}, {"diciembre", 12},
});

/// A word, a number or a sign, with its place.
struct Token {
    enum class Type { word, number, sign } type = Type::sign;
    std::string text;  // words as comparison keys
    int value = -1;
    std::size_t begin = 0, end = 0;
};

std::vector<Token> tokens_of(std::string_view text) {
    std::vector<Token> tokens;
    bool glued = false;
    for (auto const& point : decode_utf8(text)) {
        char32_t const c = point.value;
        bool const digit = c >= '0' && c <= '9';
        std::string_view const bytes = text.substr(point.begin, point.size);
        std::string const key = comparison_key(bytes);
        if (trimmed(bytes).empty()) {
            glued = false;
            continue;
        }
        auto const type = digit ? Token::Type::number : key.empty() ? Token::Type::sign : Token::Type::word;
        bool const grows = glued && type != Token::Type::sign && tokens.back().type == type;
        if (!grows) tokens.push_back({type, "", digit ? 0 : -1, point.begin, point.begin});
        Token& token = tokens.back();
        token.text += type == Token::Type::sign ? std::string(bytes) : key;
        token.end = point.begin + point.size;
        if (digit) token.value = std::min(token.value, 99999) * 10 + static_cast<int>(c - '0');
        glued = true;
    }
    return tokens;
}

int month_of(Token const& token) {
    if (token.type != Token::Type::word) return 0;
    for (auto const& [name, month] : months)
        if (token.text == name) return month;
    return 0;
}

bool is_year(Token const& token) {
    return token.type == Token::Type::number && token.end - token.begin == 4 && token.value >= 1990 &&
           token.value <= 2099;
}

bool is_day(Token const& token) {
    return token.type == Token::Type::number && token.end - token.begin <= 2 && token.value >= 1 &&
           token.value <= 31;
}

class Finder {
public:
    explicit Finder(std::string_view text) : text_(text), tokens_(tokens_of(text)) {}

    std::vector<WrittenDate> run() {
        for (std::size_t i = 0; i < tokens_.size();) {
            std::size_t const before = i;
            if (!month_first(i) && !day_first(i) && !iso(i)) i = before + 1;
        }
        return std::move(dates_);
    }

private:
    bool has(std::size_t i) const { return i < tokens_.size(); }
    bool sign(std::size_t i, std::string_view text) const { return has(i) && tokens_[i].text == text; }
    bool is_ordinal_end(std::size_t i) const {
        return sign(i, "st") || sign(i, "nd") || sign(i, "rd") || sign(i, "th");
    }
    bool is_range_sign(std::size_t i) const {
        return sign(i, "-") || sign(i, "\u2013") || sign(i, "\u2014") || sign(i, "/") || sign(i, "to") ||
               sign(i, "and") || sign(i, "&");
    }

    void add(WrittenDate date, std::size_t first, std::size_t last) {
        date.begin = tokens_[first].begin;
        date.end = tokens_[last].end;
        date.text = std::string(text_.substr(date.begin, date.end - date.begin));
        dates_.push_back(std::move(date));
    }

    /// Past a further day of a range or a choice ("14-15", "13 or 14").
    void skip_more_days(std::size_t& next, WrittenDate& date) const {
        bool const choice = sign(next, "or") || sign(next, "oder") || sign(next, "ou");
        if (!choice && !is_range_sign(next)) return;
        if (!has(next + 1) || !is_day(tokens_[next + 1])) return;
        if (tokens_[next + 1].end < text_.size() && text_[tokens_[next + 1].end] == ':') return;  // a time
        date.is_choice = choice;
        next += 2;
        if (is_ordinal_end(next)) ++next;
    }

    void take_year(std::size_t& next, WrittenDate& date) const {
        std::size_t after = next;
        if (sign(after, ",") || sign(after, ".")) ++after;
        if (has(after) && is_year(tokens_[after])) {
            date.year = tokens_[after].value;
            next = after + 1;
        }
    }

    /// "December 16th, 2023"
    bool month_first(std::size_t& i) {
        int const month = month_of(tokens_[i]);
        std::size_t next = i + 1;
        if (sign(next, ".")) ++next;
        if (month == 0 || !has(next) || !is_day(tokens_[next])) return false;
        WrittenDate date;
        date.month = month;
        date.day = tokens_[next++].value;
        if (is_ordinal_end(next)) ++next;
        skip_more_days(next, date);
        take_year(next, date);
        add(std::move(date), i, next - 1);
        i = next;
        return true;
    }

    /// "16th of December 2023", "14-15 December"
    bool day_first(std::size_t& i) {
        if (!is_day(tokens_[i])) return false;
        WrittenDate date;
        date.day = tokens_[i].value;
        std::size_t next = i + 1;
        if (is_ordinal_end(next) || sign(next, ".")) ++next;
        skip_more_days(next, date);
        if (sign(next, ".") || sign(next, "of") || sign(next, "de")) ++next;
        if (!has(next) || month_of(tokens_[next]) == 0) return false;
        date.month = month_of(tokens_[next++]);
        take_year(next, date);
        add(std::move(date), i, next - 1);
        i = next;
        return true;
    }

    /// "2023-12-16"
    bool iso(std::size_t& i) {
        if (!has(i + 4) || !is_year(tokens_[i]) || !sign(i + 1, "-") || !sign(i + 3, "-")) return false;
        if (tokens_[i + 2].value < 1 || tokens_[i + 2].value > 12 || !is_day(tokens_[i + 4])) return false;
        WrittenDate date;
        date.year = tokens_[i].value;
        date.month = tokens_[i + 2].value;
        date.day = tokens_[i + 4].value;
        add(std::move(date), i, i + 4);
        i += 5;
        return true;
    }

    std::string_view text_;
    std::vector<Token> tokens_;
    std::vector<WrittenDate> dates_;
};

bool is_apostrophe(Token const& token) {
    return token.text == "'" || token.text == "\u2019" || token.text == "\u2018" || token.text == "`";
}

}  // namespace

std::vector<WrittenDate> find_dates(std::string_view text) { return Finder(text).run(); }

std::vector<WrittenYear> find_years(std::string_view text) {
    auto const tokens = tokens_of(text);
    auto const dates = find_dates(text);
    std::vector<WrittenYear> years;
    for (std::size_t i = 1; i < tokens.size(); ++i) {
        Token const& token = tokens[i];
        auto const in_date = [&](WrittenDate const& date) {
            return date.begin <= token.begin && token.end <= date.end;
        };
        if (std::any_of(dates.begin(), dates.end(), in_date)) continue;
        bool const is_short = is_apostrophe(tokens[i - 1]) && token.type == Token::Type::number &&
                              token.end - token.begin == 2 && token.begin == tokens[i - 1].end;
        if (!is_year(token) && !(is_short && i > 1)) continue;
        Token const& name = tokens[is_short ? i - 2 : i - 1];
        if (name.type != Token::Type::word) continue;
        WrittenYear year;
        year.year = is_short ? 2000 + token.value : token.value;
        year.name = std::string(text.substr(name.begin, name.end - name.begin));
        year.begin = name.begin;
        year.end = token.end;
        year.text = std::string(text.substr(name.begin, token.end - name.begin));
        years.push_back(std::move(year));
    }
    return years;
}

}  // namespace kiosk
