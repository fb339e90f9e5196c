// TZID: from its text to a zone that tells instants.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "import/ics/content_lines.hpp"
#include "time/zone.hpp"

namespace kiosk {

/// A VTIMEZONE of a name that nobody else knows, as its changes. Source: RFC 5545 §3.6.5.
class ZoneDefinition {
public:
    /// From the lines between BEGIN and END; unusable parts are left out.
    explicit ZoneDefinition(std::vector<ContentLine> const& lines);
    bool is_usable() const { return !changes_.empty(); }
    Zone::Resolved resolve(WallTime wall) const;

private:
    struct Change {
        WallTime onset;  // by the clock before it
        seconds from, to;
    };
    void add_observance(std::vector<ContentLine> const& lines);
    std::vector<Change> changes_;  // sorted
};

/// The zones of one calendar: names of the tz database first, then its own definitions.
class CalendarZones {
public:
    void define(std::vector<ContentLine> const& lines);

    struct Found {
        Zone::Resolved resolve(WallTime wall) const;
        std::variant<Zone, ZoneDefinition const*> zone = Zone::floating();
        std::string name;       ///< in the tz database; empty: a zone of the file's own
        bool defined = false;   ///< the file has a VTIMEZONE for it
        bool unknown = false;   ///< neither: clock times are the venue's
    };
    Found const& find(std::string const& tzid);
    /// The only zone that the file defines, as a name of the tz database; empty: none or several.
    std::string only_name();

private:
    std::map<std::string, ZoneDefinition> definitions_;
    std::map<std::string, std::string> locations_;  // X-LIC-LOCATION
    std::map<std::string, Found> found_;
};

/// The tz database's name for "/vendor.org/2005/Europe/Berlin" or "W. Europe Standard Time".
/// Empty: no such zone on this machine.
std::string zone_name_of(std::string_view tzid);

}  // namespace kiosk
