// When a zone's clocks change, as the system's tz database has it. Source: RFC 8536 (TZif).
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "time/instant.hpp"

namespace kiosk {

/// The offsets of one zone, each from a moment on. After its last change a zone stays as it is.
class ZoneRules {
public:
    /// Reads the zone's own file, and no other: libraries look through all 1,800 names first.
    /// Null: the database has no such zone, or there is no database.
    static std::shared_ptr<ZoneRules const> find(std::string_view name);
    /// From a file's bytes. Null: they are no TZif of version 2 or later, or cut off.
    static std::shared_ptr<ZoneRules const> parse(std::string_view bytes);

    /// East of Greenwich is positive.
    seconds offset_at(std::chrono::sys_seconds t) const;

    /// The offset by which clocks that show `wall` are read: the earlier one where two would do, or none does.
    struct Local {
        seconds offset{0};
        bool is_skipped = false, is_repeated = false;
    };
    Local local_at(WallTime wall) const;

private:
    struct Change {
        std::chrono::sys_seconds at;
        seconds before{0}, after{0};
    };

    seconds first_{0};
    std::vector<Change> changes_;  // by time
};

}  // namespace kiosk
