#include "slides/storyboard.hpp"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/storyboard_pages.hpp"
#include "io/photos_once.hpp"
#include "layout/layout.hpp"
#include "layout/sheet.hpp"
#include "paint/pdf.hpp"
#include "paint/photo_fit.hpp"
#include "paint/png.hpp"
#include "paint/studio.hpp"
#include "paint/thumbnail.hpp"
#include "present/rotation.hpp"

namespace kiosk {
namespace {

namespace fs = std::filesystem;

enum class Form { picture, paper, folder };

Form form_of(std::string const& output) {
    if (output.ends_with(".pdf")) return Form::paper;
    return output == "-" || output.ends_with(".png") ? Form::picture : Form::folder;
}

/// The storyboard of one display.
class Board {
public:
    Board(Snapshot const& snapshot, Studio& studio, std::vector<StoryboardRow> rows, Size picture)
        : snapshot_(snapshot), studio_(studio), rows_(std::move(rows)), picture_(picture) {}

    /// Empty: no memory.
    std::vector<SurfacePointer> draw(StoryboardFormat const& format) {
        std::vector<SurfacePointer> drawn;
        auto const pages = storyboard_pages(rows_, format);
        for (std::size_t i = 0; i < pages.size(); ++i) {
            auto surface = make_surface(pages[i].size);
            if (!surface) return {};
            studio_.painter().paint(words_of(pages[i], i == 0), *surface);
            for (auto const& tile : pages[i].tiles)
                if (auto const full = picture_of(tile.row, tile.picture)) draw_thumbnail(*full, *surface, tile.place);
            drawn.push_back(std::move(surface));
        }
        return drawn;
    }

    /// Every picture at its size, named by the order of the day: "03-0905-now.png".
    Exit write_into(fs::path const& folder, CommonOptions const& options) {
        std::error_code error;
        fs::create_directories(folder, error);
        for (std::size_t row = 0; row < rows_.size(); ++row)
            for (std::size_t i = 0; i < rows_[row].pictures.size(); ++i) {
                auto const wall = to_iso(snapshot_.schedule.zone().to_wall(std::max(rows_[row].when.begin, Instant{})));
                auto slide = rows_[row].pictures[i].slide;
                std::replace_if(slide.begin(), slide.end(), [](char c) { return c == ':' || c == '/'; }, '-');
                auto const name = fmt::format("{:02}-{}{}-{}.png", row + 1, wall.substr(11, 2), wall.substr(14, 2), slide);
                auto const surface = picture_of(row, i);
                if (!surface) return Exit::machine_cannot;
                if (auto const written = write_result((folder / name).string(), to_png(*surface), options); written != Exit::done) return written;
            }
        return Exit::done;
    }

    std::vector<StoryboardRow> const& rows() const { return rows_; }

private:
    SurfacePointer picture_of(std::size_t row, std::size_t picture) {
        return studio_.paint(layout(rows_[row].pictures[picture].scene, snapshot_.theme, picture_, studio_.metrics()));
    }

    void header(Sheet& sheet) {
        auto const& theme = snapshot_.theme;
        auto const& event = snapshot_.schedule.event();
        auto const title = event.name + (event.series.empty() ? "" : " · " + event.series);
        int const baseline = storyboard_margin + 36;
        sheet.line(title, {800, 56}, theme.plate_text, storyboard_margin, baseline);
        auto const display = snapshot_.display.name.empty() ? event.room : snapshot_.display.name;
        auto const what = fmt::format("Storyboard{}{} · {} x {}", display.empty() ? "" : " · ", display, picture_.width, picture_.height);
        sheet.line(what, {500, 30}, theme.plate_text_2, storyboard_margin, baseline + 48);
    }

    /// The words of a page, all on one picture; the small pictures go on top.
    Picture words_of(StoryboardPage const& page, bool is_first) {
        // Set in the page's own pixels: a geometry whose unit is one pixel.
        auto const geometry = geometry_for({1920, 1080});
        auto const& theme = snapshot_.theme;
        Sheet sheet({0, 0, page.size.width, page.size.height}, theme.plate, geometry, theme, studio_.metrics());
        if (is_first) header(sheet);
        auto const& zone = snapshot_.schedule.zone();
        for (auto const& [index, y] : page.headings) {
            auto const& row = rows_[index];
            auto const range = range_text(zone.to_wall(row.when.begin), zone.to_wall(row.when.end), snapshot_.languages.front());
            int x = sheet.line(range, {700, 32}, theme.plate_text, storyboard_margin, y + 40);
            x = sheet.line(std::string(to_word(row.phase)), {600, 28}, theme.plate_text_2, x + 28, y + 40);
            auto const title = sheet.flow(row.title, {{28}, 600, 1.2, 1}, page.size.width - storyboard_margin - x - 28, 60);
            if (!title.lines.empty()) sheet.line(title.lines.front(), title.font, theme.plate_text_2, x + 28, y + 40);
        }
        for (auto const& tile : page.tiles) {
            auto const name = sheet.flow(rows_[tile.row].pictures[tile.picture].slide, {{28}, 500, 1.2, 1}, tile.place.width, 60);
            if (!name.lines.empty()) sheet.line(name.lines.front(), name.font, theme.plate_text_2, tile.place.x, tile.place.bottom() + 32);
        }
        return sheet.take();
    }

    Snapshot const& snapshot_;
    Studio& studio_;
    std::vector<StoryboardRow> rows_;
    Size picture_;
};

Exit write_board(Board& board, Form form, std::string const& output, Size picture, CommonOptions const& options) {
    if (form == Form::folder) return board.write_into(output, options);
    auto const pages = board.draw(form == Form::paper ? paper_format(picture) : poster_format(board.rows(), picture));
    auto const bytes = pages.empty() ? std::string{} : form == Form::paper ? to_pdf(pages) : to_png(*pages.front());
    if (bytes.empty()) {
        fmt::print(stderr, "kiosk: error: no memory for the storyboard; narrow it with --from and --to\n");
        return Exit::machine_cannot;
    }
    return write_result(output, bytes, options);
}

Exit storyboard_of_display(CommonOptions const& options, StoryboardOptions const& wanted, std::string const& output) {
    auto const snapshot = load(options);
    print(snapshot.problems, options);
    auto const picture = picture_size(options.size, rotation_of(snapshot.display.rotate));
    auto const scenes = scenes_of(snapshot);
    auto range = scenes.programme().whole();
    if (!wanted.from.empty()) range.begin = resolve(to_time_argument(wanted.from), snapshot.schedule);
    if (!wanted.to.empty()) range.end = resolve(to_time_argument(wanted.to), snapshot.schedule);
    auto rows = storyboard_of(scenes, snapshot.schedule, range);
    if (rows.empty()) {
        if (!has_error(snapshot.problems))
            fmt::print(stderr, "{}: error: there is nothing to draw from {} to {}\n", options.event, wanted.from, wanted.to);
        return Exit::input_has_errors;
    }
    PhotosOnce photos(StateFolder::look(state_candidates()), fit_photo);
    auto studio = open_studio(snapshot, photos);
    print(studio.problems, options);
    if (!studio.value) return Exit::machine_cannot;
    Board board(snapshot, **studio.value, std::move(rows), picture);
    auto const written = write_board(board, form_of(output), output, picture, options);
    print((*studio.value)->take_problems(), options);
    if (written != Exit::done) return written;
    return has_error(snapshot.problems) || has_error(studio.problems) ? Exit::input_has_errors : Exit::done;
}

}  // namespace

Exit storyboard(CommonOptions const& options, StoryboardOptions const& wanted) {
    if (wanted.output.empty()) throw UsageError{"storyboard needs -o FILE.png, FILE.pdf or a folder"};
    std::vector<std::string> displays;
    if (form_of(wanted.output) == Form::folder && options.display.empty())
        for (auto const& display : load(options).settings.displays)
            if (!display.name.empty()) displays.push_back(display.name);
    if (displays.size() < 2) return storyboard_of_display(options, wanted, wanted.output);
    // A venue: a folder for each of its displays.
    auto worst = Exit::done;
    for (auto const& name : displays) {
        auto one = options;
        one.display = name;
        auto const ended = storyboard_of_display(one, wanted, (fs::path(wanted.output) / name).string());
        if (ended == Exit::machine_cannot) return ended;
        worst = std::max(worst, ended);
    }
    return worst;
}

}  // namespace kiosk
