#include "slides/storyboard.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "cli/command.hpp"
#include "io/files.hpp"
#include "layout/layout.hpp"
#include "layout/sheet.hpp"
#include "paint/png.hpp"
#include "paint/studio.hpp"
#include "paint/thumbnail.hpp"
#include "present/rotation.hpp"

namespace kiosk {
namespace {

/// Pixels of the poster. Every picture is drawn at its real size and then made small.
constexpr int margin = 64, gap = 24, header = 200, row_header = 64, caption = 56, tile_long_side = 480;

struct Poster {
    Size tile, size;
    int columns = 1;
};

Poster poster_for(std::vector<StoryboardRow> const& rows, Size picture) {
    Poster poster;
    int const long_side = std::max(picture.width, picture.height);
    poster.tile = {picture.width * tile_long_side / long_side, picture.height * tile_long_side / long_side};
    for (auto const& row : rows) poster.columns = std::max(poster.columns, static_cast<int>(row.pictures.size()));
    int const row_height = row_header + poster.tile.height + caption + gap;
    poster.size = {std::max(1280, 2 * margin + poster.columns * (poster.tile.width + gap) - gap),
                   header + margin + static_cast<int>(rows.size()) * row_height};
    return poster;
}

/// Words of the poster, all on one picture; the small pictures go on top.
Picture words_of(std::vector<StoryboardRow> const& rows, Poster const& poster, Size picture_size, Snapshot const& snapshot, Metrics const& metrics) {
    // Set in the poster's own pixels: a geometry whose unit is one pixel.
    auto geometry = geometry_for({1920, 1080});
    Sheet sheet({0, 0, poster.size.width, poster.size.height}, snapshot.theme.plate, geometry, snapshot.theme, metrics);
    auto const english = english_words(snapshot.languages.front().habits);
    auto const& theme = snapshot.theme;
    auto const& schedule = snapshot.schedule;
    auto const& event = schedule.event();
    auto const title = fmt::format("{}{}{}", event.name, event.series.empty() ? "" : " · ", event.series);
    sheet.line(title, {800, 56}, theme.plate_text, margin, margin + 36);
    auto const display = snapshot.display.name.empty() ? event.room : snapshot.display.name;
    sheet.line(fmt::format("Storyboard{}{} · {} x {}", display.empty() ? "" : " · ", display, picture_size.width, picture_size.height), {500, 30}, theme.plate_text_2, margin, margin + 36 + 48);
    int y = header;
    for (auto const& row : rows) {
        auto const begin = schedule.zone().to_wall(row.when.begin), end = schedule.zone().to_wall(row.when.end);
        int x = sheet.line(range_text(begin, end, english), {700, 32}, theme.plate_text, margin, y + 40);
        x = sheet.line(std::string(to_word(row.phase)), {600, 28}, theme.plate_text_2, x + 28, y + 40);
        auto const what = sheet.flow(row.title, {{28}, 600, 1.2, 1}, poster.size.width - margin - x - 28, 60);
        if (!what.lines.empty()) sheet.line(what.lines.front(), what.font, theme.plate_text_2, x + 28, y + 40);
        x = margin;
        for (auto const& picture : row.pictures) {
            auto const name = sheet.flow(picture.slide, {{28}, 500, 1.2, 1}, poster.tile.width, 60);
            if (!name.lines.empty()) sheet.line(name.lines.front(), name.font, theme.plate_text_2, x, y + row_header + poster.tile.height + 32);
            x += poster.tile.width + gap;
        }
        y += row_header + poster.tile.height + caption + gap;
    }
    return sheet.take();
}

}  // namespace

Exit storyboard(CommonOptions const& options, StoryboardOptions const& wanted) {
    if (wanted.output.ends_with(".pdf")) throw UsageError{"storyboard writes PNG only: name a file like storyboard.png"};
    auto snapshot = load(options);
    print(snapshot.problems, options);
    auto const scenes = scenes_of(snapshot);
    auto range = scenes.programme().whole();
    if (!wanted.from.empty()) range.begin = resolve(to_time_argument(wanted.from), snapshot.schedule);
    if (!wanted.to.empty()) range.end = resolve(to_time_argument(wanted.to), snapshot.schedule);
    auto const size = picture_size(options.size, rotation_of(snapshot.display.rotate));
    auto const rows = storyboard_of(scenes, snapshot.schedule, range);
    if (rows.empty()) {
        if (!has_error(snapshot.problems)) fmt::print(stderr, "{}: error: there is nothing to draw from {} to {}\n", options.event, wanted.from, wanted.to);
        return Exit::input_has_errors;
    }
    auto studio = Studio::open(data_folder(), snapshot.photos, han_language(snapshot));
    print(studio.problems, options);
    if (!studio.value) return Exit::machine_cannot;
    auto const poster = poster_for(rows, size);
    auto surface = make_surface(poster.size);
    if (!surface) {
        fmt::print(stderr, "kiosk: error: no memory for a poster of {}x{}; narrow it with --from and --to\n", poster.size.width, poster.size.height);
        return Exit::machine_cannot;
    }
    auto& painter = (*studio.value)->painter();
    painter.paint(words_of(rows, poster, size, snapshot, (*studio.value)->metrics()), *surface);
    int y = header + row_header;
    for (auto const& row : rows) {
        int x = margin;
        for (auto const& picture : row.pictures) {
            auto const full = (*studio.value)->paint(layout(picture.scene, snapshot.theme, size, (*studio.value)->metrics()));
            if (full) draw_thumbnail(*full, *surface, {x, y, poster.tile.width, poster.tile.height});
            x += poster.tile.width + gap;
        }
        y += row_header + poster.tile.height + caption + gap;
    }
    auto const written = write_result(wanted.output, to_png(*surface), options);
    if (written != Exit::done) return written;
    return has_error(snapshot.problems) || has_error(studio.problems) ? Exit::input_has_errors : Exit::done;
}

}  // namespace kiosk
