// One event of ten sessions, and how each format writes it: the good files that the hostile ones are made from.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "support/random_text.hpp"

namespace kiosk {

struct Talk {
    std::string id, title, speaker, room;
    std::string date = "2030-05-01", start = "09:00", end = "09:30";  ///< as a good file has them: "09:00"
    std::string abstract;
    std::string more;  ///< further lines of the format, as they are
};

struct EventFile {
    std::string name = "Folding Day", zone = "Europe/Berlin";
    std::vector<Talk> talks;
};

/// A format, and how it writes an event.
struct Writer {
    std::string_view name, extension;
    std::string (*begin)(EventFile const& event);
    std::string (*talk)(Talk const& talk, std::size_t index);
    std::string_view end;
};

/// "frab-xml", "frab-json", "frab-json-2", "xcal", "ics", "csv", "yaml", "html", "emf".
std::vector<Writer> const& writers();
Writer const& writer_of(std::string_view name);

/// Ten sessions one after the other from nine o'clock on; what they are called and who speaks differs by chance.
EventFile ten_talks(Chance& chance);

std::string written(Writer const& writer, EventFile const& event);
/// The same, and on which lines the talk at `place` stands.
std::string written(Writer const& writer, EventFile const& event, std::size_t place, std::pair<int, int>& lines);

}  // namespace kiosk
