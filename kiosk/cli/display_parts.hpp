// One display of this process, from its schedule to its screen.
#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "cli/event_sources.hpp"
#include "control/control_socket.hpp"
#include "paint/studio.hpp"
#include "present/screen.hpp"
#include "run/live_display.hpp"
#include "run/show.hpp"

namespace kiosk {

class DisplayParts {
public:
    /// `sources` outlives it.
    DisplayParts(EventSources& sources, CommonOptions options, Snapshot first);
    /// Nobody knocks any more, and then everything goes; the sources must have been stopped.
    ~DisplayParts();

    CommonOptions const& options() const { return options_; }

    /// Fonts, photos, pictograms. False: why not was printed.
    bool open_studio();
    ScreenOptions screen_options(ShowArguments const& arguments) const;
    /// Turned as the display hangs.
    void take_screen(std::unique_ptr<Screen> screen);

    /// Whether the operator's commands outlive a restart.
    enum class Memory { kept, none };
    /// A real show: it takes commands.
    Show& start(Clock const& clock, ShowOptions options, std::function<ClockEvidence()> evidence, Memory memory = Memory::kept);
    /// By `clock` beside `real`; it remembers nothing.
    Show& rehearse(RehearsalClock& clock, Clock const& real, ShowOptions options);
    /// Hears of each event that is shown from now on; on the loop's thread.
    void on_shown(std::function<void(Snapshot const&)> call) { on_shown_ = std::move(call); }
    /// Takes no more commands; the first to end, as they are answered by the loop.
    void stop_listening() { control_.reset(); }

private:
    LiveCalls calls();
    void go_live(ShowKind kind);

    EventSources& sources_;
    CommonOptions options_;
    std::shared_ptr<Snapshot const> first_;
    std::unique_ptr<Studio> studio_;
    std::unique_ptr<Screen> screen_;
    std::function<void()> wake_;  // set once there is a loop
    std::function<void(Snapshot const&)> on_shown_;
    WebTexts tried_;  // of the loader's thread
    std::unique_ptr<LiveDisplay> display_;
    std::unique_ptr<Loader> loader_;
    std::unique_ptr<ControlSocket> control_;
    std::unique_ptr<Show> show_;
};

}  // namespace kiosk
