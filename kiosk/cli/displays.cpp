#include "cli/displays.hpp"

#include <filesystem>

#include <fmt/format.h>

namespace kiosk {

Displays displays_of(EventSources& sources, CommonOptions const& options, Snapshot first) {
    Displays displays;
    std::vector<DisplaySettings> others;
    if (options.display.empty()) others = displays_beside(first.settings, first.display);
    print(first.problems, options);
    displays.push_back(std::make_unique<DisplayParts>(sources, options, std::move(first)));
    for (auto const& other : others) {
        auto its = options;
        its.display = other.name;
        displays.push_back(std::make_unique<DisplayParts>(sources, its, sources.load(its)));
    }
    return displays;
}

bool set_up(Displays& displays, CommonOptions const& options, ShowArguments const& arguments) {
    std::vector<ScreenOptions> wanted;
    for (auto const& display : displays) {
        if (!display->open_studio()) return false;
        wanted.push_back(display->screen_options(arguments));
    }
    auto screens = Screen::open_all(wanted);
    print(std::move(screens.problems), options);
    if (!screens.value) return false;
    for (std::size_t i = 0; i < displays.size(); ++i) {
        if (i < screens.value->size()) displays[i]->take_screen(std::move((*screens.value)[i]));
        else say_on_stderr(fmt::format("{} is not shown: only on the console a machine shows several displays", displays[i]->options().display));
    }
    displays.resize(screens.value->size());
    return true;
}

std::string stats_file(std::string const& file, DisplayParts const& display, bool is_first) {
    if (file.empty() || is_first) return file;
    std::filesystem::path const path(file);
    auto const name = fmt::format("{}-{}{}", path.stem().string(), display.options().display, path.extension().string());
    return (path.parent_path() / name).string();
}

ShowEnd run(EventSources& sources, Displays const& displays, std::vector<Show*> const& shows) {
    auto const end = Show::run_together(shows);
    for (auto const& display : displays) display->stop_listening();
    sources.stop();
    return end;
}

}  // namespace kiosk
