// What a display does that dies again and again: it shows who it is, the time, and whom to call.
#pragma once

#include <optional>

#include "cli/command.hpp"
#include "cli/event_sources.hpp"
#include "run/start_record.hpp"

namespace kiosk {

/// How careful a start is. Source: RELIABILITY.md, row H9.
enum class Care {
    usual,
    safe,  ///< after five failed starts: without the event's schedule, photos and copies, drawn by the processor
    bare,  ///< after eight: without the operator's earlier commands as well
};

class SafeMode {
public:
    /// By the starts of `options.event` on this machine.
    explicit SafeMode(CommonOptions const& options);

    Care care() const { return care_; }
    StartRecord const& record() const { return record_; }

    /// The event of a safe start instead of `options.event`: what keep_face() kept. Empty: nothing is known, and nothing can
    /// be written.
    std::string face_file() const;
    /// The options of a safe start: its own event, and nothing of the command line that says what is in it.
    CommonOptions options() const;
    /// Keeps what a safe start of this event will show: face_of() its snapshot. For a thread that may wait for a disk.
    void keep_face(std::string const& face, StateFolder const& state) const;

private:
    CommonOptions options_;
    StartRecord record_;
    Care care_;
};

}  // namespace kiosk
