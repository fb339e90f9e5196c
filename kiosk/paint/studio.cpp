#include "paint/studio.hpp"

#include "io/files.hpp"
#include "settings/font_chain.hpp"

namespace kiosk {

Outcome<std::unique_ptr<Studio>> Studio::open(std::filesystem::path const& data,
                                              std::map<std::string, PhotoSource> const& photos,
                                              std::optional<LogoSource> const& logo, std::string_view language,
                                              ReadWebPhoto read_web) {
    std::vector<Problem> problems;
    if (data.empty())
        return {{}, {{Severity::error, "data-missing", "the program's folders fonts/, images/ and config/ are not beside it",
                      "run it from its build folder, or set KIOSK_DATA", {}}}};
    auto const chain_file = data / "fonts" / "chain.toml";
    auto text = read_text(chain_file, chain_file.string());
    append(problems, std::move(text.problems));
    if (!text.value) return {{}, std::move(problems)};
    auto chain = parse_font_chain(*text.value);
    append(problems, std::move(chain.problems));
    if (!chain.value) return {{}, std::move(problems)};

    std::unique_ptr<Studio> studio(new Studio);
    auto fonts = Fonts::create(*chain.value, Fonts::usual_folders(data / "fonts"), studio->images_, language);
    append(problems, std::move(fonts.problems));
    studio->fonts_ = std::move(*fonts.value);
    studio->pictograms_ = std::make_unique<Pictograms>(data / "images" / "pictograms");
    studio->painter_ = std::make_unique<Painter>(*studio->fonts_, studio->images_, *studio->pictograms_);
    studio->read_web_ = std::move(read_web);
    append(problems, studio->adopt(photos, logo));
    return {std::move(studio), std::move(problems)};
}

std::vector<Problem> Studio::adopt(std::map<std::string, PhotoSource> const& photos, std::optional<LogoSource> const& logo) {
    std::vector<Problem> problems;
    for (auto const& [name, photo] : photos) {
        auto const known = photos_.find(name);
        if (known != photos_.end() && known->second == photo) continue;
        std::pair const focus{photo.focus_x, photo.focus_y};
        if (!photo.path.empty()) append(problems, images_.add_file(name, photo.path, focus));
        else if (read_web_) images_.add_unseen(name, photo.shown(), [read = read_web_, web = photo.web] { return read(web); }, focus);
        photos_[name] = photo;
    }
    bool const is_new_logo = logo && (logo_stamp_ != logo->stamp || !images_.logos().look(logo->name));
    if (is_new_logo) append(problems, images_.logos().add_file(logo->name, logo->path, logo->where));
    if (logo) logo_stamp_ = logo->stamp;
    return problems;
}

SurfacePointer Studio::paint(Frame const& frame) {
    auto surface = make_surface(frame.size);
    if (surface) painter_->paint(frame, *surface);
    return surface;
}

std::vector<Problem> Studio::check_photos() const {
    std::vector<Problem> problems;
    for (auto const& [name, photo] : photos_) append(problems, images_.check(name));
    append(problems, images_.logos().check());
    return problems;
}

}  // namespace kiosk
