// Starts of a display that did not end as they should: a display that dies again and again must try something else.
#pragma once

#include <filesystem>
#include <string>

#include "time/instant.hpp"

namespace kiosk {

/// A file for each start, in a folder that a restart of the machine empties. Where that cannot be written, nothing is known
/// of earlier starts.
class StartRecord {
public:
    /// Notes a start of `what` at `since_boot`. Starts of more than five minutes before count no more.
    StartRecord(std::filesystem::path folder, std::string const& what, milliseconds since_boot);

    /// How many starts before this one, within five minutes, did not end well.
    int failed() const { return failed_; }
    /// This one ends as it should. A process that dies says nothing.
    void ended_well() const;
    /// All are forgotten, this one, too.
    void forget_all() const;
    /// Of this start, for signal handlers: to be removed where it ends well.
    std::string const& file() const { return file_; }

private:
    std::filesystem::path folder_;
    std::string prefix_, file_;
    int failed_ = 0;
};

}  // namespace kiosk
