// The families of the chain that are on this machine, and which characters they have.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "layout/picture.hpp"
#include "paint/open_fonts.hpp"
#include "paint/shaped_run.hpp"
#include "settings/font_chain.hpp"

namespace kiosk {

class FontFamilies {
public:
    /// Faces whose files are in none of `folders` are left out, and families without faces.
    /// `language` (BCP 47) is the display's: Han characters of a text that does not say whose they
    /// are have the shapes of its readers.
    FontFamilies(FontChain const& chain, std::vector<std::filesystem::path> const& folders,
                 std::string_view language);

    bool empty() const { return families_.empty(); }
    std::string const& name(std::size_t family) const { return families_.at(family).name; }
    /// Their files are whole paths.
    std::vector<FontFace> const& faces(std::size_t family) const { return families_.at(family).faces; }

    /// The open font of `family` for a weight and size. `font` null: its file is broken, or there is
    /// no family at all.
    RunFont open(std::size_t family, FontRef font);
    /// Has the family's face every character of `cluster`? Those that are never seen do not count.
    bool has(std::size_t family, std::u32string_view cluster, FontRef font);
    /// The first family that has the cluster; else that has its first character; else 0. Families
    /// of the cluster's script come first, those of other scripts last.
    std::size_t family_for(std::u32string_view cluster, FontRef font);
    /// The Debian package of a family that is not installed and is made for this character. Empty:
    /// the chain knows none.
    std::string missing_package_for(char32_t character) const;

private:
    bool has_character(std::size_t family, char32_t character, FontRef font);
    std::vector<std::size_t> order_for(std::u32string_view cluster, HanShapes han) const;

    std::vector<FontFamily> families_;  // faces' files are whole paths here
    std::vector<FontFamily> missing_;
    HanShapes han_;  // of texts that do not say
    OpenFonts open_;
    std::map<std::pair<std::size_t, char32_t>, bool> has_;
    std::map<std::pair<HanShapes, std::u32string>, std::size_t> chosen_;
};

}  // namespace kiosk
