// What holds for every slide of any schedule on any screen, tried with events made up by chance.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "layout/layout.hpp"
#include "slides/scene.hpp"
#include "support/catch.hpp"
#include "support/expected_file.hpp"
#include "support/fixed_metrics.hpp"
#include "support/picture_faults.hpp"
#include "support/random_schedule.hpp"

using namespace kiosk;

namespace {

// The sanitizers make everything five to ten times as slow.
#ifdef __SANITIZE_ADDRESS__
constexpr unsigned events = 200;
#else
constexpr unsigned events = 2000;
#endif

constexpr std::array sizes{Size{800, 480},   Size{1280, 720},  Size{1024, 768},  Size{1920, 1080},
                           Size{1080, 1920}, Size{2560, 1080}, Size{3840, 2160}, Size{1366, 768},
                           Size{720, 1280},  Size{600, 1024},  Size{1440, 900},  Size{480, 800},
                           Size{1024, 600},  Size{2160, 3840}, Size{1280, 1024}};

constexpr std::array<std::string_view, std::variant_size_v<Slide>> kinds_of_slide{
    "now", "pause",  "upcoming",  "day",   "speaker",  "welcome",
    "end", "notice", "emergency", "night", "directory"};

Words arabic() {
    return *parse_words({"ar.toml", read_whole(KIOSK_SOURCE_DIR "/config/lang/ar.toml")}, "ar").value;
}

Theme high_contrast() {
    auto const file = KIOSK_SOURCE_DIR "/config/themes/high-contrast.toml";
    return *parse_theme({"high-contrast.toml", read_whole(file)}).value;
}

/// What was tried, and what was wrong with it.
class Trial {
public:
    void run(unsigned seed) {
        Chance chance(seed);
        auto const event = random_event(seed);
        auto const& words = languages_[chance.below(3) % languages_.size()];
        Timing timing;
        timing.seconds = chance.one_in(6);
        std::vector<Edition> editions{{words, event.schedule}};
        if (chance.one_in(4)) editions.push_back({chance.pick(languages_), event.schedule});
        SceneMaker const scenes(std::move(editions), event.display, timing, event.announcements);
        for (auto const t : random_instants(chance, event.schedule, event.display)) {
            ++phases[scenes.programme().at(t).phase];
            for (auto const& slide : slides_at(scenes, t)) {
                if (!chance.one_in(12)) continue;
                bool const is_told_the_time = !chance.one_in(12);
                auto scene = is_told_the_time ? scenes.at(t, slide) : scenes.at_unknown_time(t);
                if (!scene) continue;
                scene->scene.spine.is_simulated = chance.one_in(4);
                auto const size = chance.pick(sizes);
                auto const where =
                    fmt::format("seed {}, second {}, {}, {}x{}, {}", seed, t.time_since_epoch() / seconds{1},
                                scene->slide, size.width, size.height, scene->language);
                check(scene->scene, size, chance.one_in(4) ? high_contrast_ : dark_, where);
            }
        }
    }

    std::map<std::size_t, int> slides;  // by kind
    std::map<Phase, int> phases;
    std::set<std::pair<int, int>> seen_sizes;
    int frames = 0, faulty = 0;
    std::string faults;

private:
    /// Those in turn, and those that are not but have a name.
    static std::set<std::string> slides_at(SceneMaker const& scenes, Instant t) {
        std::set<std::string> names{"now",       "upcoming", "day",       "speaker",    "night",
                                    "directory", "notice",   "emergency", "planned-day"};
        auto const in_turn = scenes.at(t)->in_turn;
        names.insert(in_turn.begin(), in_turn.end());
        return names;
    }

    void check(Scene const& scene, Size size, Theme const& theme, std::string const& where) {
        auto const frame = layout(scene, theme, size, metrics_);
        ++frames;
        ++slides[scene.slide.index()];
        seen_sizes.insert({size.width, size.height});
        auto const found = faults_of(frame, scene, theme, metrics_, MeasuredInk(metrics_));
        if (found.empty()) return;
        constexpr int most_told = 20;
        if (++faulty <= most_told) faults += where + "\n" + found;
    }

    std::array<Words, 2> languages_{english_words("en-US"), arabic()};
    Theme dark_, high_contrast_ = high_contrast();
    FixedMetrics metrics_{random_photos(), random_logos()};
};

}  // namespace

TEST_CASE("whatever the schedule says, no text overlaps, leaves its place or is too small", "[layout][G12]") {
    Trial trial;
    for (unsigned seed = 1; seed <= events; ++seed) trial.run(seed);
    for (std::size_t kind = 0; kind < kinds_of_slide.size(); ++kind) {
        INFO(kinds_of_slide[kind]);
        CHECK(trial.slides[kind] > 0);
    }
    for (auto const phase : {Phase::before, Phase::soon, Phase::session, Phase::break_, Phase::gap,
                             Phase::over, Phase::event_over}) {
        INFO(to_word(phase));
        CHECK(trial.phases[phase] > 0);
    }
    CHECK(trial.seen_sizes.size() == sizes.size());
    INFO(trial.faulty << " of " << trial.frames << " frames are faulty, the first of them:\n"
                      << trial.faults);
    CHECK(trial.faulty == 0);
}
