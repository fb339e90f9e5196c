#include "layout/layout.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

#include "layout/dump.hpp"
#include "layout/geometry.hpp"
#include "slides/scene.hpp"
#include "support/catch.hpp"
#include "support/fixed_metrics.hpp"
#include "support/schedule_builder.hpp"

using namespace kiosk;

namespace {

FixedMetrics with_photos() {
    FixedMetrics metrics;
    metrics.images["ada.jpg"] = {800, 1000};
    return metrics;
}

/// The box of a line's ink, near enough: advance width, cap height above the baseline, and what hangs below it.
Rect box_of(TextRun const& run, Metrics const& metrics) {
    auto const extents = metrics.extents(run.font);
    return {run.x, run.y - extents.cap_height, metrics.text_width(run.text, run.font), extents.cap_height};
}

bool overlap(Rect const& a, Rect const& b) {
    return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

bool inside(Rect const& inner, Rect const& outer) {
    return inner.x >= outer.x && inner.y >= outer.y && inner.right() <= outer.right() && inner.bottom() <= outer.bottom();
}

/// Everything that must hold for any picture: words inside their area, none over another, none over a photo.
void check_picture(Picture const& picture, Geometry const& geometry, Metrics const& metrics) {
    std::vector<std::pair<std::string, Rect>> words;
    std::vector<Rect> photos;
    for (auto const& item : picture.items) {
        if (auto const* run = std::get_if<TextRun>(&item)) {
            if (run->clip) continue;  // a monogram lies on its field
            words.emplace_back(run->text, box_of(*run, metrics));
            INFO(run->text << " at " << run->font.size_px);
            CHECK(run->font.size_px >= geometry.u(27));
        }
        if (auto const* image = std::get_if<ImageBox>(&item)) photos.push_back(image->box);
        if (auto const* logo = std::get_if<LogoBox>(&item)) {
            // Its plate, if it has one, is the shape before it.
            auto const* before = &item == picture.items.data() ? nullptr : std::get_if<Shape>(&item - 1);
            bool const is_plate = before && inside(logo->box, before->box) && before->box.height < picture.area.height / 3;
            photos.push_back(is_plate ? before->box : logo->box);
            INFO("logo at " << logo->box.x << "," << logo->box.y << ", " << logo->box.width << "x" << logo->box.height);
            CHECK(inside(photos.back(), picture.area));
        }
    }
    for (std::size_t i = 0; i < words.size(); ++i) {
        INFO(words[i].first);
        CHECK(inside(words[i].second, picture.area));
        for (std::size_t k = i + 1; k < words.size(); ++k) {
            INFO("over " << words[k].first);
            CHECK_FALSE(overlap(words[i].second, words[k].second));
        }
        for (auto const& photo : photos) CHECK_FALSE(overlap(words[i].second, photo));
    }
}

void check_frame(Frame const& frame, Metrics const& metrics) {
    auto const geometry = geometry_for(frame.size);
    check_picture(frame.stage, geometry, metrics);
    check_picture(frame.spine, geometry, metrics);
}

std::vector<Size> const sizes{{1920, 1080}, {1080, 1920}, {1280, 720}, {1024, 768}, {800, 480}, {3840, 2160}, {2560, 1080}};

std::string words(std::mt19937& random, int most) {
    static std::vector<std::string> const vocabulary{"Learning", "of", "the", "Systems", "in", "Reinforcement", "a", "ZeRO++:", "Data",
                                                     "Large-Scale", "Optimization", "for", "and", "GPU", "Überraschungen", "1:30"};
    std::string text;
    int const count = 1 + static_cast<int>(random() % static_cast<unsigned>(most));
    for (int i = 0; i < count; ++i) text += (i ? " " : "") + vocabulary[random() % vocabulary.size()];
    return text;
}

/// A day made up by chance: titles short and long, with and without people, everything that fits and does not.
ScheduleBuilder random_day(std::mt19937& random) {
    ScheduleBuilder builder;
    builder.draft.event.room = random() % 3 ? "Room 211-213" : words(random, 6);
    builder.draft.event.series = random() % 2 ? "NeurIPS 2023" : "";
    builder.draft.event.venue = words(random, 5);
    static constexpr Kind kinds[] = {Kind::talk, Kind::keynote, Kind::break_, Kind::invited, Kind::poster, Kind::panel, Kind::meal, Kind::competition};
    int minute = 9 * 60;
    while (minute < 17 * 60) {
        int const length = 5 + static_cast<int>(random() % 12) * 5;
        auto const clock = [](int m) { return std::to_string(m / 60) + ":" + (m % 60 < 10 ? "0" : "") + std::to_string(m % 60); };
        auto const kind = kinds[random() % 8];
        auto& row = builder.add(kind, clock(minute), clock(minute + length), random() % 8 ? words(random, 18) : "");
        for (unsigned i = random() % 4; i > 0 && !is_pause(kind); --i) {
            row.people.push_back(ScheduleBuilder::person(words(random, 3), words(random, 5), random() % 2 ? words(random, 120) + ". " + words(random, 60) + "." : ""));
            if (random() % 2) row.people.back().photo = "ada.jpg";
        }
        row.placeholder = row.title.empty() && row.people.empty();
        minute += length + (random() % 5 == 0 ? 20 : 0);
    }
    return builder;
}

}  // namespace

TEST_CASE("nothing overlaps and nothing leaves the screen, whatever the schedule says", "[layout]") {
    std::mt19937 random(2023);  // the same days every time
    auto const metrics = with_photos();
    for (int day = 0; day < 12; ++day) {
        auto const builder = random_day(random);
        auto const schedule = builder.build();
        SceneMaker const scenes(schedule, {}, {}, english_words(day % 2 ? "en-US" : "en-GB"));
        for (auto t = builder.at("8:05"); t < builder.at("18:00"); t += minutes{43}) {
            for (auto const& slide : scenes.slides_at(t)) {
                auto const scene = scenes.at(t, slide);
                if (!scene) continue;
                for (auto const size : sizes) {
                    INFO("day " << day << ", " << slide << ", " << size.width << "x" << size.height);
                    check_frame(layout(scene->scene, Theme{}, size, metrics), metrics);
                }
            }
        }
    }
}

TEST_CASE("banners, notices, emergencies, the night and a directory of rooms fit as well", "[layout]") {
    std::mt19937 random(16);
    auto const metrics = with_photos();
    for (int day = 0; day < 6; ++day) {
        auto builder = random_day(random);
        std::vector<std::string> rooms;
        for (int i = 0; i < 2 + day; ++i) rooms.push_back(day % 2 ? words(random, 4) + std::to_string(i) : "Hall " + std::to_string(i));
        for (auto& row : builder.draft.sessions) {
            if (random() % 3) row.rooms = {rooms[random() % rooms.size()]};
            if (random() % 4 == 0) row.status = Status::cancelled;
        }
        auto const schedule = builder.build();
        using Form = Announcement::Form;
        std::vector<Announcement> posted;
        for (auto const form : {Form::banner, Form::notice, Form::emergency}) {
            Announcement one;
            one.form = form;
            one.head = words(random, 12);
            one.text = words(random, 30);
            one.pictogram = random() % 2 ? "late" : "";
            one.state = static_cast<AnnouncementState>(random() % 3);
            if (form == Form::emergency) one.from = parse_time_argument("16:00");
            posted.push_back(one);
        }
        for (auto const& shown : {rooms, std::vector<std::string>{rooms.front()}}) {
            SceneMaker const scenes(schedule, shown, {}, english_words("en-US"), ClockFace::shown, posted);
            for (auto t = builder.at("4:05"); t < builder.at("23:00"); t += minutes{97}) {
                auto const shown_then = *scenes.at(t);
                for (auto const& slide : shown_then.in_turn) {
                    auto const scene = scenes.at(t, slide);
                    if (!scene) continue;
                    for (auto const size : sizes) {
                        INFO("day " << day << ", " << slide << ", " << size.width << "x" << size.height);
                        check_frame(layout(scene->scene, Theme{}, size, metrics), metrics);
                    }
                }
            }
        }
    }
}

TEST_CASE("logos of any shape leave every word its place, with and without a plate", "[layout]") {
    std::mt19937 random(42);
    constexpr Color white{255, 255, 255}, navy{26, 36, 64};
    auto metrics = with_photos();
    for (auto const& [size, color] : {std::pair{Size{1200, 120}, white}, {Size{1200, 120}, navy}, {Size{100, 500}, white},
                                      {Size{400, 400}, navy}, {Size{60, 30}, white}})
        metrics.logos[std::to_string(metrics.logos.size())] = {size, size.width != 60, true, color, color, color};
    int drawn = 0;
    for (auto const& [name, look] : metrics.logos) {
        auto builder = random_day(random);
        builder.draft.event.logo = name;
        for (auto& row : builder.draft.sessions) row.rooms = {random() % 2 ? "Hall A" : words(random, 3)};
        auto const schedule = builder.build();
        for (auto const* language : {"en-US", "en-GB"})
            for (auto const& rooms : {std::vector<std::string>{"Hall A"}, std::vector<std::string>{}}) {
                SceneMaker const scenes(schedule, rooms, {}, english_words(language));
                for (auto const* clock : {"7:10", "8:50", "12:13", "18:00"})
                    for (auto const& slide : scenes.slides_at(builder.at(clock)))
                        for (auto const size : sizes) {
                            INFO("logo " << name << ", " << clock << ", " << slide << ", " << size.width << "x" << size.height);
                            auto const scene = scenes.at(builder.at(clock), slide);
                            if (!scene) continue;
                            auto const frame = layout(scene->scene, Theme{}, size, metrics);
                            check_frame(frame, metrics);
                            for (auto const& item : frame.stage.items) drawn += std::holds_alternative<LogoBox>(item);
                        }
            }
    }
    CHECK(drawn > 100);
}

TEST_CASE("every language fits, in either direction", "[layout]") {
    std::mt19937 random(13);
    auto const metrics = with_photos();
    auto const builder = random_day(random);
    auto const schedule = builder.build();
    int languages = 0;
    for (auto const& entry : std::filesystem::directory_iterator(KIOSK_SOURCE_DIR "/config/lang")) {
        std::ifstream stream(entry.path(), std::ios::binary);
        auto const name = entry.path().stem().string();
        auto const read = parse_words({name, {std::istreambuf_iterator<char>(stream), {}}}, name);
        REQUIRE(read.value);
        ++languages;
        SceneMaker const scenes(schedule, {}, {}, *read.value);
        for (auto t = builder.at("8:05", -3); t < builder.at("18:30"); t += t < builder.at("8:05") ? hours{24} : minutes{97})
            for (auto const& slide : scenes.slides_at(t))
                for (auto const size : {Size{1920, 1080}, Size{1080, 1920}, Size{800, 480}}) {
                    INFO(name << ", " << slide << ", " << size.width << "x" << size.height);
                    if (auto const scene = scenes.at(t, slide)) check_frame(layout(scene->scene, Theme{}, size, metrics), metrics);
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
                auto const box = box_of(*run, metrics);
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
