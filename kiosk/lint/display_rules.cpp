#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "layout/layout.hpp"
#include "lint/rules.hpp"

namespace kiosk {
namespace {

constexpr std::string_view ellipsis = " …";
constexpr std::size_t most_work = 2'200'000;  // sessions looked at, about a second
constexpr std::size_t work_of_layout = 1200;  // half a millisecond, as long as it takes to look at so many

/// Does the stage end a line that begins like `text` with an ellipsis of its own making?
bool is_cut(Picture const& stage, std::string_view text) {
    if (text.find("…") != std::string_view::npos) return false;
    return std::any_of(stage.items.begin(), stage.items.end(), [](Item const& item) {
        auto const* run = std::get_if<TextRun>(&item);
        return run && std::string_view(run->text).ends_with(ellipsis);
    });
}

/// No screen shows more of a text.
std::string_view front_of(std::string_view text) {
    constexpr std::size_t most_bytes = 20'000;
    if (text.size() <= most_bytes) return text;
    std::size_t end = most_bytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;  // whole characters
    return text.substr(0, end);
}

/// The stage with nothing on it but this session's own words: what comes next is left out.
Scene only_now(Scene scene) {
    if (auto* now = std::get_if<NowSlide>(&scene.slide)) now->strip.resize(std::min<std::size_t>(now->strip.size(), 1));
    if (auto* now = std::get_if<NowSlide>(&scene.slide); now && !now->strip.empty()) now->strip.front().title = "Next";
    if (auto* pause = std::get_if<PauseSlide>(&scene.slide)) pause->after.title = "Next";
    return scene;
}

}  // namespace

std::vector<Problem> find_cut_texts(Schedule const& schedule, SceneMaker const& scenes, Theme const& theme, Size size, Metrics const& metrics) {
    std::vector<Problem> problems;
    std::size_t const most_tried = most_work / (work_of_layout + schedule.sessions().size());
    std::size_t tried = 0;
    for (auto const& session : schedule.sessions()) {
        if (session.when.length().count() == 0 || session.status == Status::hidden || session.status == Status::cancelled) continue;
        if (tried++ == most_tried) {
            problems.push_back({Severity::note, "text-too-long",
                                fmt::format("only the first {} sessions, by time, are tried on the screen: not \"{}\" and later ones",
                                            most_tried, session.title),
                                "", session.origin});
            break;
        }
        auto const scene = scenes.at(session.when.begin, "now");
        auto const is_on = scene && std::find(scene->now.begin(), scene->now.end(), session.id) != scene->now.end() && scene->now.front() == session.id;
        if (!is_on) continue;
        auto const frame = layout(only_now(scene->scene), theme, size, metrics);
        if (is_cut(frame.stage, session.title))
            problems.push_back({Severity::warning, "text-too-long",
                                fmt::format("\"{}\" does not fit the screen at {}x{}: shown cut", session.title, size.width, size.height),
                                "shorten it in a [[session]] of the event file", session.origin});
    }
    return problems;
}

std::vector<Problem> find_missing_glyphs(Schedule const& schedule, std::function<bool(char32_t)> const& has_glyph) {
    std::vector<Problem> problems;
    std::set<char32_t> reported;
    auto const look = [&](std::string_view text, std::string_view what, SourceRef const& where) {
        for (auto const& point : decode_utf8(front_of(text))) {
            bool const draws = point.value > 0x20 && point.value != 0x200C && point.value != 0x200D && point.value != '\n';
            if (!draws || has_glyph(point.value) || !reported.insert(point.value).second) continue;
            std::string character;
            append_utf8(character, point.value);
            problems.push_back({Severity::warning, "glyph-missing",
                                fmt::format("no installed font has \"{}\" (U+{:04X}), which {} needs: a box is drawn", character, static_cast<unsigned>(point.value), what),
                                "install the font package of its script (fonts/chain.toml names them)", where});
        }
    };
    for (auto const& speaker : schedule.speakers()) {
        auto const whose = fmt::format("\"{}\"", speaker.name);
        look(speaker.name, whose, speaker.origin);
        look(speaker.affiliation, whose, speaker.origin);
        look(speaker.biography, whose, speaker.origin);
    }
    for (auto const& session : schedule.sessions()) look(session.title, fmt::format("\"{}\"", session.title), session.origin);
    return problems;
}

}  // namespace kiosk
