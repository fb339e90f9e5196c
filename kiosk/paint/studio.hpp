// Everything that turns a frame into pixels, put together: fonts, photos, pictograms, painter.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.hpp"
#include "io/event_loader.hpp"
#include "paint/painter.hpp"

namespace kiosk {

/// The bytes of a photo on the web. For any thread.
using ReadWebPhoto = std::function<Outcome<std::string>(WantedPhoto const&)>;

class Studio {
public:
    /// `data`: the folder with fonts/ and images/; `photos` and `logo`: by the names that frames use.
    /// `language` (BCP 47): of the event; it chooses the shapes of Han characters. `read_web`: asked for a photo on
    /// the web when it is wanted; none: there are none.
    /// Problems: fonts that are missing, photos and a logo that cannot be used; no value only where the font
    /// chain cannot be read.
    static Outcome<std::unique_ptr<Studio>> open(std::filesystem::path const& data,
                                                 std::map<std::string, PhotoSource> const& photos,
                                                 std::optional<LogoSource> const& logo, std::string_view language,
                                                 ReadWebPhoto read_web = {});

    /// Makes photos and a logo known that were not, or are other files or bytes now. Problems as in open().
    std::vector<Problem> adopt(std::map<std::string, PhotoSource> const& photos, std::optional<LogoSource> const& logo);

    Fonts const& metrics() const { return *fonts_; }
    Painter& painter() { return *painter_; }
    /// A new surface with the frame on it. Null: no memory.
    SurfacePointer paint(Frame const& frame);
    /// Photos are decoded on a thread of their own, which calls `on_done` when some can be drawn; or no longer. `kept`: as in
    /// Images.
    void decode_aside(std::function<void()> on_done, KeptPhotos* kept) { images_.decode_aside(std::move(on_done), kept); }
    void decode_here() { images_.decode_here(); }
    /// Photos that turned out to be unusable when they were wanted and decoded here; each once.
    std::vector<Problem> take_problems() { return images_.take_problems(); }
    /// Decodes every photo and the logo whole and says what is wrong with them.
    std::vector<Problem> check_photos() const;

private:
    Studio() = default;
    Images images_;
    std::unique_ptr<Fonts> fonts_;
    std::unique_ptr<Pictograms> pictograms_;
    std::unique_ptr<Painter> painter_;
    std::map<std::string, PhotoSource> photos_;  // as they were made known
    std::uint64_t logo_stamp_ = 0;
    ReadWebPhoto read_web_;
};

}  // namespace kiosk
