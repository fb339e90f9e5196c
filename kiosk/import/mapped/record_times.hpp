// When a record is, in whichever of many ways it says so, as one stamp.
#pragma once

#include <string>

#include "import/mapped/fields.hpp"

namespace kiosk {

struct RecordTimes {
    std::string start, end;  ///< ISO 8601, as RawEvent wants them; empty: not said
    std::string duration;
};

/// Stamps, dates with a time or a minute of the day beside them, seconds and milliseconds since 1970.
/// Where the record names a zone, its stamps become instants. What is no time comes back as written.
RecordTimes times_of(SessionFields const& fields, DataPlace const& record, FieldReader const& reader);

}  // namespace kiosk
