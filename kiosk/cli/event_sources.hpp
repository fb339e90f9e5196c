// Where a machine's displays have their event from: the web, its last good copies, the state folder.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "cli/command.hpp"
#include "cli/event_trial.hpp"
#include "io/good_copies.hpp"
#include "io/state_folder.hpp"
#include "io/web_photos.hpp"
#include "io/web_sources.hpp"
#include "paint/kept_photos.hpp"
#include "run/loader.hpp"

namespace kiosk {

/// Shared by all displays of this process. Fetching begins with it.
class EventSources {
public:
    /// `keeps`: takes the state folder for itself. A rehearsal leaves it to the display that may run beside it.
    EventSources(CommonOptions const& options, bool keeps);
    ~EventSources() { stop(); }

    /// The event as it is now. For any thread.
    Snapshot load(CommonOptions const& options, ReadUrl read_url = {}) const;
    /// What its addresses say now, as far as they say anything. For any thread.
    WebTexts texts() const;
    /// Tells `loader` from now on that there are other bytes. It must outlive stop().
    void tell(Loader& loader);
    /// Asks for everything now. For any thread.
    void hurry();
    /// When this returns, nobody is told of anything any more. What is there can still be read.
    void stop();

    StateFolder const& state() const { return *state_; }
    WebSources& web() { return *web_; }
    WebPhotos& photos() { return *photos_; }
    KeptPhotos& drawn_photos() { return *drawn_photos_; }

private:
    void look_again();

    std::vector<std::string> addresses_;
    std::optional<StateFolder> state_;
    std::optional<GoodCopies> copies_, photo_copies_;
    std::optional<KeptPhotos> drawn_photos_;
    std::mutex mutex_;  // of the loaders; the web may be faster than they are
    std::vector<Loader*> loaders_;
    std::unique_ptr<WebPhotos> photos_;
    std::unique_ptr<WebSources> web_;
};

}  // namespace kiosk
