// What the line of each command may hold: for the parser and for the help.
#include "command/command_forms.hpp"

#include "settings/toml_table.hpp"

namespace kiosk {

std::vector<CommandForm> const& command_forms() {
    static std::vector<CommandForm> const forms{
        {"delay",
         "delay 10m [--room ROOM] [--from TIME]",
         "running late, 10 minutes in all; 0m: on time again",
         1,
         1,
         {"room", "from"},
         {}},
        {"extend",
         "extend 10m [--room ROOM]",
         "the current session ends 10 minutes later",
         1,
         1,
         {"room"},
         {}},
        {"next",
         "next [--room ROOM]",
         "the current session has ended: what is next begins now",
         0,
         0,
         {"room"},
         {}},
        {"cancel", "cancel SESSION [--room ROOM]", "a session does not take place", 1, 1, {"room"}, {}},
        {"move",
         "move SESSION [--to TIME] [--room ROOM]",
         "a session is at another time or in another room",
         1,
         1,
         {"to", "room"},
         {}},
        {"retitle",
         "retitle SESSION \"TITLE\" [--room ROOM]",
         "a session has another title",
         2,
         2,
         {"room"},
         {}},
        {"full",
         "full [\"WHERE TO GO\"] [--room ROOM]",
         "a room is full until the current session ends",
         0,
         1,
         {"room"},
         {}},
        {"announce",
         "announce \"TEXT\" [\"MORE\"] [--for 30m] [--room ROOM] [--notice]",
         "a banner, or a slide with --notice",
         1,
         2,
         {"for", "room"},
         {"notice"}},
        {"emergency",
         "emergency \"HEAD\" [\"TEXT\"] [--for 30m] [--room ROOM] [--test]",
         "nothing but this is shown",
         1,
         2,
         {"for", "room"},
         {"test"}},
        {"lifted", "lifted [\"TEXT\"] [--room ROOM]", "the emergency is over", 0, 1, {"room"}, {}},
        {"hold", "hold [SLIDE] [--for 10m]", "a slide stays", 0, 1, {"for"}, {}},
        {"clear",
         "clear [announcements|emergency|delay|hold|all]",
         "takes back all commands of a group",
         0,
         1,
         {},
         {}},
        {"undo", "undo [NUMBER]", "takes back one command, or the latest", 0, 1, {}, {}},
        {"list", "list", "the commands that were given, with their numbers", 0, 0, {}, {}},
        {"status", "status", "how the display is", 0, 0, {}, {}},
        {"explain", "explain", "why the display shows what it shows", 0, 0, {}, {}},
        {"reload", "reload", "reads the event and its sources again", 0, 0, {}, {}},
        {"screenshot", "screenshot [FILE]", "saves what is on the screen", 0, 1, {}, {}},
    };
    return forms;
}

CommandForm const* find_form(std::string_view name) {
    for (auto const& form : command_forms())
        if (form.name == name) return &form;
    return nullptr;
}

CommandForm const* nearest_form(std::string_view name) {
    std::vector<std::string> names;
    for (auto const& form : command_forms()) names.emplace_back(form.name);
    return find_form(nearest(name.substr(0, 100), names));
}

}  // namespace kiosk
