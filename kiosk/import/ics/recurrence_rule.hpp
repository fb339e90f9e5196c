// The text of an RRULE as a value.
#pragma once

#include <array>
#include <bitset>
#include <optional>
#include <string_view>

#include <date/date.h>

namespace kiosk {

/// What one part of a rule lists: numbers from the beginning, or, negative, from the end.
class RuleNumbers {
public:
    static constexpr int most = 366;  ///< days in a year, and the largest BYSETPOS

    /// Range: -`most` to `most`.
    void add(int number) {
        listed_.set(static_cast<std::size_t>(number + most));
        empty_ = false;
    }
    bool empty() const { return empty_; }
    bool has(long long number) const {
        return number >= -most && number <= most && listed_[static_cast<std::size_t>(number + most)];
    }
    /// The part is not there, or has the number, which counted from the end is `from_end`.
    bool allow(long long number, long long from_end) const { return empty_ || has(number) || has(from_end); }
    bool allow(long long number) const { return empty_ || has(number); }

private:
    std::bitset<2 * most + 1> listed_;
    bool empty_ = true;
};

/// When something takes place again, without UNTIL and COUNT. Source: RFC 5545 §3.3.10.
struct RecurrenceRule {
    enum class Frequency { secondly, minutely, hourly, daily, weekly, monthly, yearly } frequency = Frequency::daily;
    long long interval = 1;  ///< 1 to 2,000,000,000 periods, more than 60 years of any
    date::weekday week_start = date::Monday;
    RuleNumbers by_month, by_week_no, by_year_day, by_month_day, by_hour, by_minute, by_second, by_set_pos;
    std::array<RuleNumbers, 7> by_day;  ///< from Sunday on: the first, the last but one (-2); 0: each
    bool has_by_day = false, has_ordinals = false;
};

/// "FREQ=WEEKLY;BYDAY=MO,WE" in any case. UNTIL, COUNT and what only other calendars than ours have (RSCALE, SKIP) are
/// skipped, and of a part that is there twice the last counts. Empty: no rule, a part or number that does not exist, or
/// one that its FREQ must not have. Beyond the RFC, blanks around values are none, and 255SU is -1SU, as in GroupWise.
std::optional<RecurrenceRule> read_recurrence_rule(std::string_view text);

}  // namespace kiosk
