// Every slide at every size as text, compared with tests/layout/dumps/SCENE/WxH.txt.
#include <set>

#include "layout/dump.hpp"
#include "layout/layout.hpp"
#include "support/catch.hpp"
#include "support/expected_file.hpp"
#include "support/fixed_metrics.hpp"
#include "support/sample_scenes.hpp"

using namespace kiosk;
namespace fs = std::filesystem;

namespace {

fs::path const folder = fs::path(KIOSK_SOURCE_DIR) / "tests/layout/dumps";

constexpr Size sizes[] = {{800, 480},   {1280, 720},  {1024, 768}, {1920, 1080},
                          {1080, 1920}, {2560, 1080}, {3840, 2160}};

/// The lines of a dump, with the modules of a QR code as one.
std::string compact(std::string const& text) {
    std::string kept;
    int modules = 0;
    for (std::string_view rest = text; !rest.empty();) {
        auto const line = rest.substr(0, rest.find('\n') + 1);
        rest.remove_prefix(line.size());
        bool const is_module = line.starts_with("rectangle") && line.ends_with(" #000000\n");
        if (is_module && modules++ > 0) continue;
        if (!is_module && modules > 1) kept += "and " + std::to_string(modules - 1) + " more like it\n";
        if (!is_module) modules = 0;
        kept += line;
    }
    return kept;
}

}  // namespace

TEST_CASE("every slide is laid out as it was before", "[layout]") {
    FixedMetrics metrics;
    metrics.images[std::string(sample_photo)] = {800, 1000};
    metrics.logos[std::string(sample_logo)] = {{600, 200},    true,         true,
                                               {200, 30, 30}, {90, 10, 10}, {250, 200, 200}};
    for (auto const& sample : sample_scenes()) {
        auto const scene = scene_of(sample);
        for (auto const size : sizes) {
            auto const name = std::to_string(size.width) + "x" + std::to_string(size.height) + ".txt";
            check_against_file(folder / sample.name / name,
                               compact(dump(layout(scene, Theme{}, size, metrics))));
        }
    }
}

TEST_CASE("no dump is left of a slide that is not drawn any more", "[layout]") {
    std::set<std::string> known, found;
    for (auto const& sample : sample_scenes()) known.emplace(sample.name);
    for (auto const& entry : fs::directory_iterator(folder)) found.insert(entry.path().filename());
    CHECK(found == known);
}
