#include "io/state_lines.hpp"

namespace kiosk {

bool StateLines::is_news(bool is_trouble, MonotonicTime now) {
    constexpr std::size_t most_an_hour = 6;
    while (!said_.empty() && now - said_.front() >= hours{1}) said_.pop_front();
    bool const is_reminder = is_trouble && said_.empty();
    if ((is_trouble == is_trouble_ && !is_reminder) || said_.size() >= most_an_hour) return false;
    is_trouble_ = is_trouble;
    said_.push_back(now);
    return true;
}

}  // namespace kiosk
