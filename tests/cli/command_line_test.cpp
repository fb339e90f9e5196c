// The program as its users meet it: run as a process, told by its words and its exit code.
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/catch.hpp"

namespace fs = std::filesystem;

namespace {

/// A folder of one test, gone afterwards; the program runs in it.
class Folder {
public:
    Folder() : path_(fs::temp_directory_path() / fmt::format("kiosk-cli-{}", ::getpid())) {
        fs::remove_all(path_);
        fs::create_directories(path_);
        fs::copy(fs::path(KIOSK_SOURCE_DIR) / "config" / "neurips2023", path_);
    }
    ~Folder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    Folder(Folder const&) = delete;
    Folder& operator=(Folder const&) = delete;

    void write(std::string const& name, std::string const& text) const { std::ofstream(path_ / name) << text; }
    std::string read(std::string const& name) const {
        std::ifstream stream(path_ / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }
    fs::path const& path() const { return path_; }

private:
    fs::path path_;
};

struct Ended {
    int code = -1;  ///< 128 and more: by a signal, as shells count
    std::string out, err;
};

/// Runs `kiosk ARGUMENTS` in the folder, without a display. `environment`: words of env(1).
/// `stop`: words of timeout(1), when and how the program is stopped.
Ended run(Folder const& folder, std::string const& arguments, std::string const& environment = "",
          std::string const& out = "out.txt", std::string const& stop = "-k 5 20") {
    auto const command = fmt::format("cd '{}' && env -u DISPLAY -u WAYLAND_DISPLAY -u XDG_RUNTIME_DIR {} KIOSK_STATE_DIR=state KIOSK_RUNTIME_DIR=run "
                                     "KIOSK_CLOCK=trusted KIOSK_DATA='{}' timeout --preserve-status {} '{}' {} >{} 2>err.txt </dev/null",
                                     folder.path().string(), environment, KIOSK_SOURCE_DIR, stop, KIOSK_PROGRAM, arguments, out);
    int const status = std::system(command.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), folder.read("out.txt"), folder.read("err.txt")};
}

}  // namespace

TEST_CASE("a wrong command line is one line and exit code 2", "[cli]") {
    Folder const folder;
    struct Case {
        char const *arguments, *line;
    };
    for (auto const& [arguments, line] : std::array<Case, 15>{{
             {"frobnicate", "kiosk: there is no command and no file \"frobnicate\"; see kiosk --help\n"},
             {"check --bogus event.toml", "kiosk: The following argument was not expected: --bogus; see kiosk --help\n"},
             {"render", "kiosk: EVENT is required; see kiosk --help\n"},
             {"render event.toml", "kiosk: render needs --at T: which instant to draw, like --at 10:12\n"},
             {"render event.toml --at 10:12", "kiosk: render needs -o FILE.png\n"},
             {"render event.toml --at 25:00 -o a.png", "kiosk: \"25:00\" is no time: write 10:12, 2023-12-16T10:12 or 2023-12-16T16:12Z\n"},
             {"render event.toml --size 0x0", "kiosk: --size: \"0x0\" is no size: write 1920x1080 (64 to 16384 each); see kiosk --help\n"},
             {"render event.toml --date 2023-02-30", "kiosk: --date: \"2023-02-30\" is no day: write 2023-12-16; see kiosk --help\n"},
             {"show event.toml --frames 0", "kiosk: --frames: \"0\" is no number of frames: write 100; see kiosk --help\n"},
             {"show event.toml --frames x", "kiosk: --frames: \"x\" is no number of frames: write 100; see kiosk --help\n"},
             {"rehearse event.toml --speed nan", "kiosk: --speed: \"nan\" is no speed: write 60, or anything from 0 to 100000; see kiosk --help\n"},
             {"rehearse event.toml --speed -1", "kiosk: --speed: \"-1\" is no speed: write 60, or anything from 0 to 100000; see kiosk --help\n"},
             {"rehearse -q event.toml --at soon", "kiosk: \"soon\" is no time: write 10:12, 2023-12-16T10:12 or 2023-12-16T16:12Z\n"},
             {"storyboard event.toml --rotate 45 -o day.pdf", "kiosk: --rotate: 45 not in {0,90,180,270}; see kiosk --help\n"},
             {"import", "kiosk: import needs a SOURCE: kiosk import schedule.html\n"},
         }}) {
        CAPTURE(arguments);
        auto const ended = run(folder, arguments);
        CHECK(ended.code == 2);
        CHECK(ended.err == line);
        CHECK(ended.out == "");
    }
}

TEST_CASE("an unknown format is refused before anything is read", "[cli]") {
    Folder const folder;
    auto const ended = run(folder, "import schedule.html --from nope");
    CHECK(ended.code == 2);
    CHECK(ended.err.starts_with("kiosk: there is no format \"nope\"; known formats: "));
}

TEST_CASE("input that cannot be used is told by name, with exit code 1", "[cli]") {
    Folder const folder;
    folder.write("empty.toml", "");
    folder.write("broken.toml", "[event\nname=");
    folder.write("garbage.toml", std::string("\xFF\x00\x12", 3));
    folder.write("unknown.toml", "[event]\nnam = \"x\"\n[[schedule]]\nsource = \"schedule.html\"\n");
    folder.write("lost.toml", "[[schedule]]\nsource = \"nowhere.html\"\n");
    folder.write("theme.toml", "[theme]\nbase = \"pink\"\n[event]\ntime_zone = \"UTC\"\n[[schedule]]\nsource = \"schedule.html\"\n");
    folder.write("zone.toml", "[event]\ntime_zone = \"Mars/Base\"\n[[schedule]]\nsource = \"schedule.html\"\n");
    fs::create_directory(folder.path() / "folder.toml");
    struct Case {
        char const *file, *beginning, *code;
    };
    for (auto const& [file, beginning, code] : std::array<Case, 9>{{
             {"missing.toml", "missing.toml: error: cannot be read: No such file or directory;", "[file-unreadable]\n"},
             {"folder.toml", "folder.toml: error: cannot be read: it is not a file;", "[file-unreadable]\n"},
             {"empty.toml", "empty.toml: error: the event file names no schedule;", "[source-missing]\n"},
             {"broken.toml", "broken.toml:1: error: ", "[toml-invalid]\n"},
             {"garbage.toml", "garbage.toml:1: error: ", "[toml-invalid]\n"},
             {"unknown.toml", "unknown.toml:2: error: there is no key \"nam\" in [event]; did you mean \"name\"?", "[key-unknown]\n"},
             {"lost.toml", "nowhere.html: error: cannot be read: No such file or directory;", "[file-unreadable]\n"},
             {"theme.toml", "theme.toml:1: error: there is no theme \"pink\"", "[theme-unknown]\n"},
             {"zone.toml", "zone.toml:2: error: there is no time zone \"Mars/Base\"", "[time-zone-unknown]\n"},
         }}) {
        CAPTURE(file);
        auto const ended = run(folder, fmt::format("check -q {}", file));
        CAPTURE(ended.err);
        CHECK(ended.code == 1);
        CHECK(("\n" + ended.err).find(std::string("\n") + beginning) != std::string::npos);
        CHECK(ended.err.find(code) != std::string::npos);
    }
}

TEST_CASE("a check names the people whose photos are odd", "[cli]") {
    Folder const folder;
    folder.write("page.html",
                 "<p>Oslo, May 3, 2030</p><table><tr><td>9:00 AM<td>Keynote: Ada Example<tr><td>10:00 AM<td>Keynote: Bo Sample</table>"
                 "<div><img src='ada.png'><h3>Ada Example</h3><p>Folds.</p></div><div><img src='bo.gif'><h3>Bo Sample</h3><p>Glides.</p></div>");
    folder.write("bo.gif", "GIF89a");
    fs::copy_file(fs::path(KIOSK_SOURCE_DIR) / "images" / "readme" / "now.png", folder.path() / "ada.png");
    auto const large = run(folder, "check page.html");
    CHECK(large.err.find("ada.png") == std::string::npos);
    CHECK(large.err.find("bo.gif: warning: the photo cannot be used: it is of the type GIF, neither PNG nor JPEG nor WebP: initials are shown for "
                         "Bo Sample; save it anew as JPEG or PNG of at most 4,000 pixels a side [photo-unusable]\n") != std::string::npos);
    auto png = folder.read("ada.png");
    png[18] = '\x0D';  // its header now tells 3,392 pixels or more in width
    folder.write("ada.png", png);
    CHECK(run(folder, "check page.html").err.find("ada.png: warning: the photo of Ada Example has 3") != std::string::npos);
}

TEST_CASE("a check names a photo that cannot be fetched at the place that names it, and a picture has initials instead", "[cli]") {
    Folder const folder;
    folder.write("day.csv", "Date,Start,End,Title,Speaker\n2030-05-01,09:00,10:00,Folding,Ada Example\n");
    folder.write("web.toml", "[event]\ntime_zone = \"Europe/Rome\"\n[[schedule]]\nsource = \"day.csv\"\n"
                             "[[speaker]]\nname = \"Ada Example\"\nphoto = \"http://127.0.0.1:1/ada.jpg\"\n");
    auto const ended = run(folder, "check web.toml");
    CHECK(ended.code == 0);
    auto const said = ended.err.find("web.toml:5: warning: http://127.0.0.1:1/ada.jpg: the photo cannot be fetched: 127.0.0.1 is an address of this machine");
    REQUIRE(said != std::string::npos);
    CHECK(ended.err.find("initials are shown for Ada Example", said) != std::string::npos);
    CHECK(ended.err.find("ada.jpg", said + 60) == std::string::npos);
    CHECK(run(folder, "timeline web.toml").err.find("ada.jpg") == std::string::npos);
    CHECK(run(folder, "render web.toml --at 9:30 -o a.png").err.find("the photo cannot be fetched") != std::string::npos);
    CHECK(run(folder, "render web.toml --at 8:00 --slide night -o b.png").err.find("ada.jpg") == std::string::npos);
}

TEST_CASE("a check names a logo that cannot be used, once, and the display is drawn without it", "[cli]") {
    Folder const folder;
    folder.write("page.html", "<p>Oslo, May 3, 2030</p><table><tr><td>9:00 AM<td>Keynote: Ada Example<tr><td>10:00 AM<td>Lunch</table>");
    folder.write("logo.svg", "<svg viewBox='0 0 9 9'><text>Folding Day</text></svg>");
    folder.write("event.toml", "[event]\nlogo = \"logo.svg\"\n[[schedule]]\nsource = \"page.html\"\n");
    auto const ended = run(folder, "check event.toml");
    std::string const line = "event.toml:2: warning: the logo \"logo.svg\" cannot be used: it holds <text>, which is not drawn here; "
                             "save it anew as PNG, or as SVG of plain paths [logo-unusable]\n";
    auto const at = ended.err.find(line);
    CHECK(at != std::string::npos);
    CHECK(ended.err.find("logo-unusable", at + line.size()) == std::string::npos);
    CHECK(ended.code == 0);
    CHECK(run(folder, "check --strict event.toml").code == 1);
    CHECK(run(folder, "render event.toml --at 8:45 -o with.png").code == 0);
    folder.write("event.toml", "[[schedule]]\nsource = \"page.html\"\n");
    CHECK(run(folder, "render event.toml --at 8:45 -o without.png").code == 0);
    CHECK(folder.read("with.png") == folder.read("without.png"));
}

TEST_CASE("a theme that the command line names is not blamed on the event file", "[cli]") {
    Folder const folder;
    auto const ended = run(folder, "check -q event.toml --theme none");
    CHECK(ended.code == 1);
    CHECK(ended.err.starts_with("kiosk: error: there is no theme \"none\""));
}

TEST_CASE("output that cannot be written is told, with exit code 3", "[cli]") {
    Folder const folder;
    auto const lost = run(folder, "render -q event.toml --at 10:12 -o nowhere/a.png");
    CHECK(lost.code == 3);
    CHECK(lost.err == "nowhere/a.png: error: cannot be written: No such file or directory; check the folder, its permissions and the free "
                      "space [file-unwritable]\n");
    for (char const* arguments : {"check -q event.toml", "timeline -q event.toml", "--help"}) {
        CAPTURE(arguments);
        auto const full = run(folder, arguments, "", "/dev/full");
        CHECK(full.code == 3);
        CHECK(full.err == "kiosk: error: the output cannot be written: No space left on device; check where it goes and the free "
                                        "space [file-unwritable]\n");
    }
}

TEST_CASE("a show without a display is one line and exit code 3", "[cli]") {
    Folder const folder;
    auto const ended = run(folder, "show -q event.toml", "-u SDL_VIDEODRIVER");
    CHECK(ended.code == 3);
    CHECK(ended.err.starts_with("kiosk: error: no display to draw on: "));
    CHECK(ended.err.find('\n') == ended.err.size() - 1);
}

TEST_CASE("a show goes on whatever its data are", "[cli]") {
    Folder const folder;
    folder.write("broken.toml", "[event\n");
    folder.write("zone.toml", "[event]\ntime_zone = \"Mars/Base\"\n[[schedule]]\nsource = \"schedule.html\"\n");
    for (char const* event : {"event.toml", "schedule.html", "broken.toml", "zone.toml", "missing.toml"}) {
        CAPTURE(event);
        CHECK(run(folder, fmt::format("show -q {} --frames 1", event), "SDL_VIDEODRIVER=offscreen").code == 0);
    }
}

TEST_CASE("a show whose X server goes asks to be restarted: exit code 3", "[cli]") {
    if (std::system("command -v Xvfb >/dev/null") != 0) return;  // not among the packages that kiosk needs
    Folder const folder;
    folder.write("die.sh", "Xvfb -displayfd 3 -screen 0 640x360x24 -nolisten tcp 3>number 2>/dev/null & server=$!\n"
                           "for i in $(seq 100); do [ -s number ] && break; sleep 0.1; done\n"
                           "(sleep 1; kill $server) &\n"
                           "DISPLAY=:$(cat number) SDL_VIDEODRIVER=x11 exec \"$@\"\n");
    auto const command = fmt::format("cd '{}' && KIOSK_DATA='{}' timeout -k 5 20 sh die.sh '{}' show -q event.toml 2>err.txt",
                                     folder.path().string(), KIOSK_SOURCE_DIR, KIOSK_PROGRAM);
    CHECK(WEXITSTATUS(std::system(command.c_str())) == 3);
    CHECK(folder.read("err.txt") == "kiosk: the display was lost: restart me\n");
}

TEST_CASE("told to stop, a show ends with 0, in a fade as well", "[cli]") {
    Folder const folder;
    for (char const* signal : {"TERM", "INT"}) {
        CAPTURE(signal);
        auto const ended = run(folder, "rehearse -q event.toml --at 09:57 --speed 600", "SDL_VIDEODRIVER=offscreen", "out.txt",
                               fmt::format("-s {} -k 5 0.7", signal));
        CHECK(ended.code == 0);
    }
}

TEST_CASE("a picture is the same from any folder, in any language and time zone of the machine", "[cli]") {
    Folder const folder;
    auto const draw = [&](std::string const& event, std::string const& before) {
        auto const ended = run(folder, fmt::format("render -q {} --at 10:12 --size 640x360 -o -", event), before);
        REQUIRE(ended.code == 0);
        return ended.out;
    };
    auto const first = draw("event.toml", "");
    CHECK(first.starts_with("\x89PNG"));
    CHECK(draw("event.toml", "TZ=Asia/Tokyo LANG=de_DE.UTF-8") == first);
    CHECK(draw((folder.path() / "event.toml").string(), "LC_ALL=C") == first);
    CHECK(draw("../" + folder.path().filename().string() + "/event.toml", "TZ=:nowhere") == first);
}

TEST_CASE("an operator's words reach a rehearsal, and wrong ones nobody", "[cli]") {
    Folder const folder;
    folder.write("talk.sh", "\"$1\" rehearse -q event.toml --at 10:20 --speed 1 & display=$!\n"
                            "for i in $(seq 100); do ls run/*.sock >/dev/null 2>&1 && break; sleep 0.1; done\n"
                            "\"$1\" ctl --rehearsal delay 10m --room \"Room 211-213\"; echo \"said $?\"\n"
                            "\"$1\" ctl --rehearsal list\n"
                            "\"$1\" ctl --rehearsal cancel \"No such talk\"; echo \"said $?\"\n"
                            "\"$1\" ctl status; echo \"said $?\"\n"
                            "kill $display; wait $display; echo \"ended $?\"\n");
    auto const command = fmt::format("cd '{}' && KIOSK_DATA='{}' KIOSK_RUNTIME_DIR=run KIOSK_STATE_DIR=state SDL_VIDEODRIVER=offscreen "
                                     "timeout -k 5 30 sh talk.sh '{}' >out.txt 2>err.txt",
                                     folder.path().string(), KIOSK_SOURCE_DIR, KIOSK_PROGRAM);
    CHECK(WEXITSTATUS(std::system(command.c_str())) == 0);
    auto const out = folder.read("out.txt");
    CHECK(out.starts_with("number 1: delay 10m --room \"Room 211-213\"\n  "));
    CHECK(out.find("\nsaid 0\n1  10:2") != out.npos);
    CHECK(out.ends_with("said 1\nsaid 3\nended 0\n"));
    CHECK_FALSE(fs::exists(folder.path() / "state"));
    CHECK(fs::is_empty(folder.path() / "run"));
}

TEST_CASE("ctl knows its commands before it looks for a display", "[cli]") {
    Folder const folder;
    auto const wrong = run(folder, "ctl dealy 10m");
    CHECK(wrong.code == 2);
    CHECK(wrong.err.find("did you mean \"delay\"") != std::string::npos);
    CHECK(run(folder, "ctl status").code == 3);
    CHECK(run(folder, "ctl").code == 2);
    auto const list = run(folder, "ctl --list-commands");
    CHECK(list.code == 0);
    CHECK(list.out.find("emergency") != std::string::npos);
}

TEST_CASE("doctor says of each thing whether it is there", "[cli]") {
    Folder const folder;
    auto const ended = run(folder, "doctor");
    CHECK((ended.code == 0 || ended.code == 3));  // by the machine's display
    for (char const* subject : {"fonts", "zones", "clock", "display", "state", "heat", "storage", "network", "control"}) {
        CAPTURE(subject);
        CHECK(ended.out.find(subject) != std::string::npos);
    }
    CHECK(run(folder, "doctor", "DISPLAY=:0").out.find("ok       display") != std::string::npos);
    CHECK(run(folder, "doctor", "TZDIR=/nonexistent").out.find("zones") != std::string::npos);
}

TEST_CASE("several displays of one machine are for the console; a window system shows the first, and says so", "[cli]") {
    Folder const folder;
    folder.write("two.toml", "[[schedule]]\nsource = \"schedule.html\"\n"
                             "[[display]]\nname = \"left\"\noutput = \"HDMI-A-1\"\n[[display]]\nname = \"right\"\noutput = \"HDMI-A-2\"\n");
    auto const ended = run(folder, "show -q two.toml --frames 1 --stats s.json", "SDL_VIDEODRIVER=offscreen");
    CHECK(ended.code == 0);
    CHECK(ended.err == "kiosk: right is not shown: only on the console a machine shows several displays\n");
    auto const one = run(folder, "show -q two.toml --display right --frames 1", "SDL_VIDEODRIVER=offscreen");
    CHECK(one.code == 0);
    CHECK(one.err.empty());
}

TEST_CASE("a display that dies again and again shows who it is and whom to call, until its event changes", "[cli]") {
    Folder const folder;
    folder.write("die.sh", "start() { rm -f run/*.sock; \"$@\" show -q event.toml & display=$!; for i in $(seq 200); do ls run/*.sock >/dev/null 2>&1 && break; sleep 0.05; done; }\n"
                           "for i in 1 2 3 4 5; do start \"$1\"; while ! ls state/face-*.toml >/dev/null 2>&1; do sleep 0.05; done; kill -SEGV $display; wait $display; done 2>/dev/null\n"
                           "start \"$1\"\n"
                           "\"$1\" ctl status\n"
                           "\"$1\" ctl announce \"Talk to us\"; echo \"said $?\"\n"
                           "touch event.toml; wait $display; echo \"ended $?\"\n"
                           "start \"$1\"; \"$1\" ctl status; kill $display; wait $display; echo \"ended $?\"\n"
                           "ls run\n");
    auto const command = fmt::format("cd '{}' && KIOSK_DATA='{}' KIOSK_RUNTIME_DIR=run KIOSK_STATE_DIR=state KIOSK_CLOCK=trusted SDL_VIDEODRIVER=offscreen "
                                     "timeout -k 5 60 sh die.sh '{}' >out.txt 2>err.txt",
                                     folder.path().string(), KIOSK_SOURCE_DIR, KIOSK_PROGRAM);
    CHECK(WEXITSTATUS(std::system(command.c_str())) == 0);
    auto const out = folder.read("out.txt"), err = folder.read("err.txt");
    auto const safe = out.substr(0, out.find("ended 3"));
    CHECK(safe.find("slide     before\n") != out.npos);
    CHECK(safe.find("source") == out.npos);
    CHECK(safe.find("said 0\n") != out.npos);
    CHECK(out.substr(safe.size()).find("schedule.html: ok, 19 sessions") != out.npos);
    CHECK(out.ends_with("ended 0\n"));  // and nothing is left in run/
    CHECK(err.find("kiosk: safe mode: the display died 5 times within five minutes.") != err.npos);
    CHECK(err.find("kiosk: safe mode is over: restart me\n") != err.npos);
}
