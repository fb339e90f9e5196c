// The event's logo: a file of the organiser's, drawn whole at the size that layout asks for.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/problem.hpp"
#include "layout/logo.hpp"
#include "paint/pixels.hpp"

namespace kiosk {

/// Logos by name. Only headers are read until the first question; then what was drawn last stays.
/// Not for use from two threads at a time.
class Logos {
public:
    /// Looks at a file's header and makes it known as `name` (instead of an earlier one).
    /// Takes SVG of at most 1 MiB that draws with what is understood here (logo_svg.hpp), and PNG, JPEG and
    /// WebP as photos are taken. Problem: `logo-unusable`, a warning at `where`; the name is not known then.
    std::vector<Problem> add_file(std::string const& name, std::filesystem::path const& file,
                                  SourceRef const& where);

    /// Decodes at the first question. Empty: unknown, or nothing can be drawn of it.
    std::optional<LogoLook> look(std::string const& name) const;

    /// The logo at a size of its shape. Null: as in look().
    std::shared_ptr<Pixels const> drawn(std::string const& name, Size size) const;

    /// Decodes every logo. Problems as in add_file, at its place.
    std::vector<Problem> check() const;

private:
    struct Logo {
        std::filesystem::path file;
        SourceRef where;
        std::optional<std::optional<LogoLook>> look;  ///< empty: not asked for yet
        std::vector<std::shared_ptr<Pixels const>> drawn;
    };
    mutable std::map<std::string, Logo> logos_;
};

/// Tells from the pixels of a logo what layout must know of it. Empty: nothing is visible.
std::optional<LogoLook> look_of(Pixels const& pixels);

}  // namespace kiosk
