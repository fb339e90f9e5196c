#include "layout/layout.hpp"

#include <filesystem>

#include "layout/dump.hpp"
#include "slides/scene.hpp"
#include "support/catch.hpp"
#include "support/expected_file.hpp"
#include "support/fixed_metrics.hpp"
#include "support/picture_faults.hpp"
#include "support/random_schedule.hpp"
#include "support/schedule_builder.hpp"

using namespace kiosk;

TEST_CASE("every language fits, in either direction", "[layout]") {
    FixedMetrics const metrics(random_photos());
    auto const event = random_event(13);
    int languages = 0;
    for (auto const& entry : std::filesystem::directory_iterator(KIOSK_SOURCE_DIR "/config/lang")) {
        auto const name = entry.path().stem().string();
        auto const read = parse_words({name, read_whole(entry.path())}, name);
        REQUIRE(read.value);
        ++languages;
        SceneMaker const scenes(event.schedule, event.display, {}, *read.value);
        Chance chance(16);
        for (auto const t : random_instants(chance, event.schedule, event.display))
            for (auto const& slide : scenes.slides_at(t))
                for (auto const size : {Size{1920, 1080}, Size{1080, 1920}, Size{800, 480}}) {
                    INFO(name << ", " << slide << ", " << size.width << "x" << size.height);
                    auto const shown = scenes.at(t, slide);
                    if (!shown) continue;  // a notice that is over by then
                    auto const frame = layout(shown->scene, Theme{}, size, metrics);
                    CHECK(faults_of(frame, shown->scene, Theme{}, metrics, MeasuredInk(metrics)) == "");
                }
    }
    CHECK(languages == 13);
}

TEST_CASE("the same scene gives the same pictures", "[layout]") {
    ScheduleBuilder builder;
    builder.add(Kind::keynote, "10:00", "11:00", "Languages").people = {ScheduleBuilder::person("Ada Lovelace", "Analytical")};
    auto const schedule = builder.build();
    auto const scene = SceneMaker(schedule, {}, {}, english_words("en-US")).at(builder.at("10:28"))->scene;
    FixedMetrics const metrics;
    CHECK(layout(scene, Theme{}, {1920, 1080}, metrics) == layout(scene, Theme{}, {1920, 1080}, metrics));
}

TEST_CASE("the level stands at what is left, and never cuts a line of the spine", "[layout]") {
    ScheduleBuilder builder;
    builder.draft.event.room = "Room 211-213";
    builder.draft.event.series = "NeurIPS 2023";
    builder.add(Kind::talk, "10:00", "11:00", "Talk");
    auto const schedule = builder.build();
    SceneMaker const scenes(schedule, {}, {}, english_words("en-US"));
    FixedMetrics const metrics;
    for (int minute = 0; minute < 60; ++minute) {
        auto const scene = scenes.at(builder.at("10:00") + minutes{minute}, "day")->scene;
        auto const spine = layout(scene, Theme{}, {1920, 1080}, metrics).spine;
        auto const* fill = std::get_if<Shape>(&spine.items.front());
        REQUIRE(fill);
        CHECK(fill->color == Theme{}.accent);
        CHECK(std::abs(fill->box.y - 1080 * minute / 60) < 160);  // at most to the nearer edge of the tallest block
        for (auto const& item : spine.items)
            if (auto const* run = std::get_if<TextRun>(&item)) {
                auto const box = MeasuredInk(metrics).box(*run);
                INFO(minute << " " << run->text);
                CHECK((box.bottom() <= fill->box.y || box.y >= fill->box.y));
                CHECK((run->color == Theme{}.ink) == (box.y >= fill->box.y));
            }
    }
}

TEST_CASE("a photo that is not known becomes initials", "[layout]") {
    ScheduleBuilder builder;
    builder.add(Kind::talk, "10:00", "11:00", "Talk").people = {ScheduleBuilder::person("Ada Lovelace")};
    builder.draft.sessions[0].people[0].photo = "missing.jpg";
    auto const schedule = builder.build();
    auto const scene = SceneMaker(schedule, {}, {}, english_words("en-US")).at(builder.at("10:28"))->scene;
    CHECK(dump(layout(scene, Theme{}, {1920, 1080}, FixedMetrics{}).stage).find("\"AL\"") != std::string::npos);
}

TEST_CASE("a picture can be read as text", "[layout]") {
    ScheduleBuilder builder;
    builder.draft.event.room = "Room 5";
    builder.add(Kind::break_, "10:00", "11:00", "Tea");
    auto const schedule = builder.build();
    auto const scene = SceneMaker(schedule, {}, {}, english_words("en-US")).at(builder.at("10:45"))->scene;
    auto const text = dump(layout(scene, Theme{}, {1920, 1080}, FixedMetrics{}));
    CHECK(text.find("stage area 454,0 1466x1080 #0E1216\n") == 0);
    CHECK(text.find("pictogram coffee 1548,72 300x300 #C5CCD2\n") != std::string::npos);
    CHECK(text.find("spine area 0,0 454x1080 #20272E\n") != std::string::npos);
}
