#include <fmt/format.h>

#include "cli/command.hpp"
#include "io/photos_once.hpp"
#include "layout/care.hpp"
#include "layout/layout.hpp"
#include "paint/photo_fit.hpp"
#include "paint/png.hpp"
#include "paint/studio.hpp"
#include "present/rotation.hpp"
#include "slides/scene.hpp"

namespace kiosk {

Exit render(CommonOptions const& options, RenderOptions const& render) {
    if (render.at.empty()) throw UsageError{"render needs --at T: which instant to draw, like --at 10:12"};
    if (render.output.empty() && !render.list_slides) throw UsageError{"render needs -o FILE.png"};
    auto const time = to_time_argument(render.at);
    auto snapshot = load(options);
    print(snapshot.problems, options);
    auto const t = resolve(time, snapshot.schedule);
    auto const scenes = scenes_of(snapshot);
    if (render.list_slides) {
        std::string names;
        for (auto const& name : scenes.slides_at(t)) names += name + "\n";
        auto const written = write_result("-", names, options);
        return written != Exit::done ? written : has_error(snapshot.problems) ? Exit::input_has_errors : Exit::done;
    }
    auto const wanted = render.slide.empty() ? std::optional<std::string>{} : render.slide;
    auto scene = scenes.at(t, wanted);
    if (!scene) {
        std::string names;
        for (auto const& name : scenes.slides_at(t)) names += " " + name;
        throw UsageError{fmt::format("there is no slide \"{}\" at that time; there are:{}", render.slide, names)};
    }
    if (scene->scene.status.empty()) scene->scene.status = words_of_missing_schedule(snapshot);
    PhotosOnce photos(StateFolder::look(state_candidates()), fit_photo);
    auto studio = open_studio(snapshot, photos);
    print(studio.problems, options);
    if (!studio.value) return Exit::machine_cannot;
    // As the display shows it: upright on a panel that is turned.
    auto const rotation = rotation_of(snapshot.display.rotate);
    auto frame = layout(scene->scene, snapshot.theme, picture_size(options.size, rotation), (*studio.value)->metrics());
    frame = cared_for(std::move(frame), snapshot.settings.care, t, scene->day);
    auto surface = (*studio.value)->paint(frame);
    print((*studio.value)->take_problems(), options);
    if (auto panel = surface && rotation != Rotation::none ? make_surface(options.size) : nullptr) {
        copy_rotated(*surface, {0, 0, frame.size.width, frame.size.height}, rotation, *panel);
        surface = std::move(panel);
    }
    if (!surface) {
        fmt::print(stderr, "kiosk: error: no memory for a picture of {}x{}; ask for a smaller --size\n", options.size.width, options.size.height);
        return Exit::machine_cannot;
    }
    auto const written = write_result(render.output, to_png(*surface), options);
    if (written != Exit::done) return written;
    return has_error(snapshot.problems) || has_error(studio.problems) ? Exit::input_has_errors : Exit::done;
}

}  // namespace kiosk
