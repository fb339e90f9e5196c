#include "schedule/draft.hpp"

#include <iterator>

namespace kiosk {

void merge(ScheduleDraft& whole, ScheduleDraft part) {
    auto const fill = [](auto& known, auto&& other) {
        if (known == std::remove_reference_t<decltype(known)>{}) known = std::move(other);
    };
    fill(whole.event.name, part.event.name);
    fill(whole.event.series, part.event.series);
    fill(whole.event.venue, part.event.venue);
    fill(whole.event.room, part.event.room);
    fill(whole.event.zone_name, part.event.zone_name);
    fill(whole.event.url, part.event.url);
    fill(whole.event.contact, part.event.contact);
    fill(whole.event.first_day, part.event.first_day);
    fill(whole.event.opens, part.event.opens);
    fill(whole.event.closes, part.event.closes);
    auto const offset = whole.sessions.size();
    for (auto& session : part.sessions) {
        if (session.parent) *session.parent += offset;
        whole.sessions.push_back(std::move(session));
    }
    whole.people.insert(whole.people.end(), std::make_move_iterator(part.people.begin()),
                        std::make_move_iterator(part.people.end()));
}

}  // namespace kiosk
