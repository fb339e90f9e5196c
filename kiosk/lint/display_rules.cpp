#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "layout/layout.hpp"
#include "layout/text/script.hpp"
#include "lint/rules.hpp"

namespace kiosk {
namespace {

constexpr std::string_view ellipsis = "…";
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
    if (auto* now = std::get_if<NowSlide>(&scene.slide)) {
        now->strip.resize(std::min<std::size_t>(now->strip.size(), 1));
        now->also_now.clear();
    }
    if (auto* now = std::get_if<NowSlide>(&scene.slide); now && !now->strip.empty()) now->strip.front().title = "Next";
    if (auto* pause = std::get_if<PauseSlide>(&scene.slide)) pause->after.title = "Next";
    return scene;
}

/// Characters that one package would bring.
struct MissingGlyphs {
    std::string package;
    char32_t first = 0;
    int others = 0;
    std::string needed_by;
    SourceRef where;
};

Problem to_problem(MissingGlyphs const& missing) {
    std::string character;
    append_utf8(character, missing.first);
    auto const others = missing.others == 0
                            ? std::string{}
                            : fmt::format(" nor {} other{}", missing.others, missing.others == 1 ? "" : "s");
    return {Severity::warning, "glyph-missing",
            fmt::format("no installed font has \"{}\" (U+{:04X}), which \"{}\" needs{}: {} drawn", character,
                        static_cast<unsigned>(missing.first), missing.needed_by, others,
                        others.empty() ? "a box is" : "boxes are"),
            missing.package.empty() ? "use other characters, or add a font that has it to fonts/"
                                    : "sudo apt install " + missing.package,
            missing.where};
}

}  // namespace

std::vector<Problem> find_cut_texts(Schedule const& schedule, SceneMaker const& scenes, Theme const& theme, Size size, WidthQuestions const& widths) {
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
        auto shown = scenes.main_at(session.when.begin);
        if (shown.now.empty() || shown.now.front() != session.id) continue;
        auto const scene = only_now(std::move(shown.scene));
        auto const is_cut_by = [&](Metrics const& metrics) { return is_cut(layout(scene, theme, size, metrics).stage, session.title); };
        if (is_cut_by(widths.widest) && is_cut_by(widths.exact))
            problems.push_back({Severity::warning, "text-too-long",
                                fmt::format("\"{}\" does not fit the screen at {}x{}: shown cut", session.title, size.width, size.height),
                                "shorten it in a [[session]] of the event file", session.origin});
    }
    return problems;
}

std::vector<Problem> find_missing_glyphs(Schedule const& schedule, GlyphQuestions const& glyphs) {
    std::vector<MissingGlyphs> missing;
    std::set<char32_t> seen;
    auto const look = [&](std::string_view text, std::string_view needed_by, SourceRef const& where) {
        for (auto const& point : decode_utf8(front_of(text))) {
            if (point.value <= 0x20 || is_ignorable(point.value) || glyphs.has(point.value) ||
                !seen.insert(point.value).second)
                continue;
            auto const package = glyphs.package_for(point.value);
            auto const same = std::find_if(missing.begin(), missing.end(), [&](MissingGlyphs const& other) {
                return other.package == package;
            });
            if (same == missing.end() || package.empty())
                missing.push_back({package, point.value, 0, std::string(needed_by), where});
            else
                ++same->others;
        }
    };
    for (auto const& speaker : schedule.speakers()) {
        look(speaker.name, speaker.name, speaker.origin);
        look(speaker.affiliation, speaker.name, speaker.origin);
        look(speaker.biography, speaker.name, speaker.origin);
    }
    for (auto const& session : schedule.sessions()) look(session.title, session.title, session.origin);
    std::vector<Problem> problems;
    for (auto const& one : missing) problems.push_back(to_problem(one));
    return problems;
}

std::vector<Problem> find_missing_letters(Words const& words, SourceRef const& where, std::function<bool(char32_t)> const& has_glyph) {
    for (auto const& forms : words.forms)
        for (auto const& text : forms)
            for (auto const& point : decode_utf8(text)) {
                if (point.value <= 0x20 || has_glyph(point.value)) continue;
                return {{Severity::warning, "glyph-missing",
                         fmt::format("no installed font has the letters of \"{}\": its words are drawn as boxes", words.language),
                         "install the font package of its script (fonts/chain.toml names them)", where}};
            }
    return {};
}

}  // namespace kiosk
