#include "slides/scene.hpp"

#include <algorithm>

#include "schedule/ends.hpp"
#include "slides/makers.hpp"

namespace kiosk {
namespace {

/// Speakers share one dash of the pager, whoever it is.
std::string_view pager_kind(std::string_view name) { return name.substr(0, name.find(':')); }

Pager pager_of(std::vector<std::string> const& in_turn, std::string_view current) {
    std::vector<std::string_view> kinds;
    for (auto const& name : in_turn)
        if (std::find(kinds.begin(), kinds.end(), pager_kind(name)) == kinds.end()) kinds.push_back(pager_kind(name));
    auto const found = std::find(kinds.begin(), kinds.end(), pager_kind(current));
    if (found == kinds.end()) return {};
    return {static_cast<int>(kinds.size()), static_cast<int>(found - kinds.begin())};
}

/// The rooms of a display that has several: those it names, else all, if there is more than one.
std::vector<RoomProgramme> directory_of(Schedule const& schedule, std::vector<std::string> const& rooms) {
    auto names = rooms;
    if (names.empty() && schedule.event().room.empty())
        for (auto const& room : schedule.rooms()) names.push_back(room.name);
    if (names.size() < 2) return {};
    std::vector<RoomProgramme> directory;
    for (auto& name : names) {
        ProgrammeMaker programme(schedule, {name});
        directory.push_back({std::move(name), std::move(programme)});
    }
    return directory;
}

/// "planned-day", "planned-day:2"
std::string planned_day_name(std::size_t index) {
    auto name = std::string(planned_day_slide);
    return index == 0 ? name : name + ":" + std::to_string(index + 1);
}

/// Takes out whatever depends on what time it is.
void without_time(Scene& scene, Words const& words) {
    auto& spine = scene.spine;
    spine.clock = "–:––";
    spine.clock_note = words[Phrase::clock_not_set];
    spine.fill = Fill::none;
    spine.level = 0;
    spine.ride.clear();
    for (auto* const text : {&spine.until, &spine.now_label, &spine.now}) text->clear();
    if (auto* const day = std::get_if<DaySlide>(&scene.slide))
        for (auto& row : day->rows) row.state = DayRow::State::ahead;
    if (auto* const welcome = std::get_if<WelcomeSlide>(&scene.slide)) welcome->date.clear();
    if (auto* const emergency = std::get_if<EmergencySlide>(&scene.slide)) emergency->clock.clear();
}

}  // namespace

SceneMaker::SceneMaker(Schedule const& schedule, std::vector<std::string> rooms, Timing timing, Words words,
                       std::vector<Announcement> announcements)
    : SceneMaker({Edition{std::move(words), schedule}}, std::move(rooms), std::move(timing), std::move(announcements)) {}

SceneMaker::SceneMaker(std::vector<Edition> editions, std::vector<std::string> rooms, Timing timing,
                       std::vector<Announcement> announcements)
    : rooms_(std::move(rooms)), timing_(std::move(timing)) {
    for (auto& edition : editions) {
        if (!spoken_.empty()) announcements = in_second_language(std::move(announcements));
        spoken_.push_back({std::move(edition.words), edition.schedule, ProgrammeMaker(edition.schedule, rooms_),
                           NoticeBoard(edition.schedule, rooms_, announcements), directory_of(edition.schedule, rooms_)});
    }
}

std::vector<Words> SceneMaker::languages() const {
    std::vector<Words> all;
    for (auto const& spoken : spoken_) all.push_back(spoken.words);
    return all;
}

SlideContext SceneMaker::context_of(Spoken const& spoken, Programme const& programme, Instant t) const {
    return {spoken.schedule, programme, spoken.words, rooms_, spoken.notices.at(t), spoken.directory, t};
}

Playlist SceneMaker::playlist_at(Programme const& programme, Instant t) const {
    auto playlist = playlist_for(context_of(spoken_.front(), programme, t), timing_);
    if (spoken_.size() == 1) return playlist;
    auto const in_second = spoken_[1].programme.at(t);
    return in_turn(std::move(playlist), playlist_for(context_of(spoken_[1], in_second, t), timing_));
}

/// In two languages an emergency is said in both at once.
void SceneMaker::add_second_language(Slide& slide, Programme const& programme, Instant t) const {
    if (spoken_.size() < 2 || !std::holds_alternative<EmergencySlide>(slide)) return;
    auto const in = [&](Spoken const& spoken) {
        return std::get<EmergencySlide>(make_emergency_slide(context_of(spoken, programme, t)));
    };
    slide = in_both_languages(in(spoken_[0]), in(spoken_[1]));
}

/// Of the event, from 0.
int SceneMaker::day_number(Day day) const {
    auto const& schedule = spoken_.front().schedule;
    if (schedule.sessions().empty()) return 0;
    auto const first = logical_day(schedule.sessions().front().when.begin, schedule.zone());
    return static_cast<int>((day - first).count());
}

/// Everything around the slide.
void SceneMaker::say(SceneAt& result, SlideContext const& context) const {
    auto const& words = context.words;
    bool const main = result.slide == main_slide_name(context.programme);
    auto& scene = result.scene;
    scene.spine = make_spine(context, rooms_, main ? MainSlide::is_shown : MainSlide::is_not_shown);
    scene.reading = words.is_right_to_left ? Reading::right_to_left : Reading::left_to_right;
    if (timing_.seconds) scene.spine.clock = clock_reading_with_seconds(context.wall(context.t), words).digits;
    // A notice says it itself.
    if (!std::holds_alternative<NoticeSlide>(scene.slide)) scene.banner = make_banner(context);
    result.language = words.language;
}

std::optional<SceneAt> SceneMaker::at(Instant t, std::optional<std::string> const& wanted) const {
    if (wanted && wanted->starts_with(planned_day_slide)) return at_unknown_time(t, wanted);
    auto const& first = spoken_.front();
    auto const programme = first.programme.at(t);
    auto const playlist = playlist_at(programme, t);
    auto const moment = moment_at(playlist, t);
    auto const& spoken = spoken_[moment.language];
    auto const in_second = moment.language > 0 ? std::optional(spoken.programme.at(t)) : std::nullopt;
    auto const context = context_of(spoken, in_second ? *in_second : programme, t);

    SceneAt result;
    result.in_turn = slides_of(playlist);
    result.slide = wanted.value_or(playlist.turns[moment.turn].slide);
    if (result.slide == "now") result.slide = main_slide_name(programme);
    auto slide = make_slide(context, result.slide);
    // A person whose name differs between the languages has a slide in the first one alone.
    if (!slide) slide = make_slide(context_of(first, programme, t), result.slide);
    if (!slide) return {};
    add_second_language(*slide, programme, t);
    result.scene.slide = std::move(*slide);
    say(result, context);
    result.scene.pager = pager_of(result.in_turn, result.slide);
    result.day = day_number(programme.day);
    result.night = night_at(context_of(first, programme, t));
    for (auto const* session : programme.now) result.now.push_back(session->id);
    auto const next_second = std::chrono::floor<seconds>(t) + seconds{1};
    result.until = std::min({moment.when.end, programme.valid.end, context.notices.until, words_hold_until(context)});
    if (timing_.seconds) {
        result.ticks_until = result.until;
        result.until = std::min<Instant>(result.until, next_second);
    }
    return result;
}

SceneAt SceneMaker::main_at(Instant t) const {
    auto const programme = spoken_.front().programme.at(t);
    auto const context = context_of(spoken_.front(), programme, t);
    SceneAt result;
    result.slide = main_slide_name(programme);
    result.scene.slide = make_main_slide(context);
    say(result, context);
    for (auto const* session : programme.now) result.now.push_back(session->id);
    return result;
}

std::string SceneMaker::clock_at(Instant t, std::string_view language) const {
    auto const spoken = std::find_if(spoken_.begin(), spoken_.end(), [&](Spoken const& one) { return one.words.language == language; });
    auto const& [words, schedule, programme, notices, directory] = spoken == spoken_.end() ? spoken_.front() : *spoken;
    return clock_reading_with_seconds(schedule.zone().to_wall(t), words).digits;
}

Playlist SceneMaker::playlist_of_plan(std::vector<Programme> const& days, Notices const& notices) const {
    Playlist playlist{{beginning_of_time, end_of_time}, Instant{}, {}, static_cast<int>(spoken_.size())};
    if (notices.emergency) {
        playlist.turns.push_back({"emergency", dwell_for(0)});
        return playlist;
    }
    for (std::size_t i = 0; i < days.size(); ++i) {
        auto const words = words_to_read(make_day_slide(context_of(spoken_.front(), days[i], Instant{})));
        playlist.turns.push_back({planned_day_name(i), timing_.dwell.value_or(dwell_for(words))});
    }
    if (days.empty()) playlist.turns.push_back({main_slide_name({}), dwell_for(0)});
    return playlist;
}

std::optional<SceneAt> SceneMaker::at_unknown_time(Instant t, std::optional<std::string> const& wanted) const {
    auto const days = spoken_.front().programme.days();
    auto const notices = spoken_.front().notices.at(t);
    auto const playlist = playlist_of_plan(days, notices);
    auto const moment = moment_at(playlist, t);
    SceneAt result;
    result.in_turn = slides_of(playlist);
    result.slide = wanted.value_or(playlist.turns[moment.turn].slide);
    result.until = moment.when.end;

    auto const& spoken = spoken_[moment.language];
    auto const its_days = moment.language == 0 ? days : spoken.programme.days();
    Programme programme;
    bool is_planned_day = false;
    for (std::size_t i = 0; i < its_days.size(); ++i)
        if (planned_day_name(i) == result.slide) {
            programme = its_days[i];
            is_planned_day = true;
        }
    auto const context = context_of(spoken, programme, t);
    auto slide = is_planned_day ? std::optional(make_day_slide(context)) : make_slide(context, result.slide);
    if (!slide) return {};
    add_second_language(*slide, programme, t);
    result.scene.slide = std::move(*slide);
    say(result, context);
    result.scene.pager = pager_of(result.in_turn, result.slide);
    without_time(result.scene, spoken.words);
    if (is_planned_day) result.scene.status = spoken.words[Phrase::times_as_planned];
    return result;
}

std::vector<std::string> SceneMaker::slides_at(Instant t) const {
    auto const& first = spoken_.front();
    auto const programme = first.programme.at(t);
    std::vector<std::string> names;
    // A span holds up to three playlists, one after the other.
    for (Instant part = std::max(programme.valid.begin, Instant{}); part < programme.valid.end;) {
        auto const playlist = playlist_for(context_of(first, programme, part), timing_);
        for (auto const& name : slides_of(playlist))
            if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
        part = std::max(playlist.valid.end, part + milliseconds{1});
    }
    return names;
}

}  // namespace kiosk
