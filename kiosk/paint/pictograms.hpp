// The program's own pictograms as coverage, at the size they are drawn.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "base/problem.hpp"
#include "layout/picture.hpp"

namespace kiosk {

class Pictograms {
public:
    /// `folder`: images/pictograms/ of the data folder; NAME.svg, white on nothing.
    explicit Pictograms(std::filesystem::path folder) : folder_(std::move(folder)) {}

    /// Coverage 0 to 255 in rows of `size`. Empty: there is no such pictogram.
    std::vector<std::uint8_t> const& coverage(std::string const& name, Size size);

private:
    std::filesystem::path folder_;
    std::map<std::tuple<std::string, int, int>, std::vector<std::uint8_t>> drawn_;
};

}  // namespace kiosk
