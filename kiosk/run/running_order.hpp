// What the show asks of the rest of the program.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "layout/picture.hpp"
#include "run/clock_trust.hpp"
#include "settings/settings.hpp"
#include "time/instant.hpp"

namespace kiosk {

/// What the person at the keys of a rehearsal has set; the layout shows it.
struct Rehearsal {
    double rate = 1;            ///< simulated seconds a real second, as set; it rests while paused
    bool is_paused = false;
    bool shows_keys = false;
    friend bool operator==(Rehearsal const&, Rehearsal const&) = default;
};

/// One answer to "what is on the screen at t?".
struct Shown {
    Frame frame;
    std::string slide;                  ///< a change of it crossfades; any other change cuts
    std::vector<std::string> sessions;  ///< ids, for --stats
    Instant until = end_of_time;        ///< the answer holds before it
    std::string language = {};          ///< of the words; a change of it crossfades, too
    bool is_lit = true;                 ///< false: nobody needs the panel, and its power may be off
};

/// A schedule's source, for --stats.
struct SourceState {
    std::string url, state, last_error;
    seconds age{0};
    std::size_t sessions = 0;
};

/// What a show has put on its screen so far.
struct PresentedFrames {
    long long count = 0;          ///< since the start
    milliseconds since_last{0};   ///< a slide that stands still needs none for as long as it stands
};

class RunningOrder {
public:
    virtual ~RunningOrder() = default;
    /// The screen of `size` at `t`. `rehearsal`: null in a real show. Range: any t and size.
    virtual Shown shown_at(Instant t, Size size, Rehearsal const* rehearsal) = 0;
    /// What pictures are made of is not what it was (a photo is broken): the next answer is made anew.
    virtual void look_again() {}
    /// The nearest change of the programme (not of a slide) after or before `t`. Empty: none.
    virtual std::optional<Instant> change_after(Instant t) const = 0;
    virtual std::optional<Instant> change_before(Instant t) const = 0;
    virtual Timing const& timing() const = 0;
    /// Another schedule or a command is waiting: ask again, whatever the last answer said.
    virtual bool has_news() const { return false; }
    /// A file for a screenshot that somebody asked for; each once. Empty: nobody did.
    virtual std::optional<std::string> take_screenshot_request() { return {}; }
    /// The screen of the slide that comes up after the one at `t`, so that its photos are ready by then. Empty: none is
    /// known. Changes nothing.
    virtual std::optional<Frame> slide_after(Instant, Size) const { return {}; }
    virtual std::vector<SourceState> sources() const { return {}; }
    /// Of the clock by which the last answer was given.
    virtual ClockJudgement clock() const { return {true, "vouched for"}; }
    /// A key was pressed that means nothing to the program itself; `name`: as SDL calls it.
    virtual void press(std::string_view /*name*/) {}
};

}  // namespace kiosk
