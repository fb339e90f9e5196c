// A page of a day, a display that follows it, and an operator.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "io/files.hpp"
#include "run/live_display.hpp"
#include "support/catch.hpp"
#include "support/comes_true.hpp"
#include "support/fixed_metrics.hpp"
#include "support/schedule_builder.hpp"
#include "support/temporary_folder.hpp"

namespace kiosk {

inline constexpr Size screen{1280, 720};

/// A page of a day in a folder of its own, and a display that follows it.
struct LiveDay {
    TemporaryFolder folder;
    ScheduleBuilder builder{"UTC"};
    FixedMetrics metrics;
    std::vector<std::string> said;
    LiveCalls calls;
    std::unique_ptr<LiveDisplay> display;
    std::unique_ptr<Loader> loader;
    LossPatience patience;

    std::string page = "date,start,end,title,room\n"
                       "2023-12-16,9:00,10:00,First,Room 1\n2023-12-16,10:00,11:00,Second,Room 1\n"
                       "2023-12-16,11:00,11:30,Coffee Break,Room 1\n2023-12-16,11:30,12:30,Third,Room 1\n";

    std::string own_event;  ///< none: the bare page
    std::function<std::string(std::stop_token const&)> trial;
    std::vector<std::string> refused;  ///< what the loader says
    std::atomic<int> readings = 0;  ///< by the loader

    std::string event() const { return own_event.empty() ? (folder.path / "day.csv").string() : own_event; }
    void write(std::string const& text) { REQUIRE(write_atomically(folder.path / "day.csv", text).empty()); }
    /// From now on there is an event file with these tables more, and a display that shows it.
    void write_event(std::string const& tables) {
        own_event = (folder.path / "event.toml").string();
        REQUIRE(write_atomically(own_event, "[event]\ntime_zone = \"UTC\"\n[[schedule]]\nsource = \"day.csv\"\n" + tables).empty());
        restart();
    }
    void restart() {
        loader.reset();
        display.reset();
        said.clear();
        begin();
    }
    Snapshot load() const {
        LoadOptions options;
        options.time_zone = "UTC";
        options.room = "Room 1";
        options.data = KIOSK_SOURCE_DIR;
        return load_event(event(), options);
    }
    void begin() {
        write(page);
        auto const first = std::make_shared<Snapshot const>(load());
        REQUIRE(first->schedule.sessions().size() == 4);
        calls.say = [this](std::string const& line) { said.push_back(line); };
        display = std::make_unique<LiveDisplay>(first, metrics, calls);
        loader = std::make_unique<Loader>(event(), first, LoaderCalls{[this] { return ++readings, load(); }, trial, [this](std::string const& line) { refused.push_back(line); }, {}},
                                          WatchOptions{milliseconds{20}, milliseconds{200}, milliseconds{50}}, patience);
        display->follow(*loader);
    }
    Shown at(std::string_view clock) { return display->shown_at(builder.at(clock), screen, nullptr); }
    bool waits_for_news() {
        return comes_true([this] { return display->has_news(); });
    }
    Reply tell(std::string const& line, std::string_view clock) {
        auto reply = display->post(line, "ctl");
        at(clock);
        return reply.get();
    }
    std::string words_at(std::string_view clock) {
        std::string words;
        auto const shown = at(clock);
        for (auto const& item : shown.frame.stage.items)
            if (auto const* run = std::get_if<TextRun>(&item)) words += run->text + " ";
        return words;
    }
    void replace(std::string_view from, std::string_view to) {
        auto const found = page.find(from);
        REQUIRE(found != page.npos);
        page.replace(found, from.size(), to);
        write(page);
    }
};

}  // namespace kiosk
