// Everything that the program itself says on a screen, by name.
#pragma once

#include <array>
#include <string_view>

namespace kiosk {

/// One thing to say. Its name in language files is its name here; what it is for says config/lang/en.toml.
enum class Phrase {
    // On the plates and above the strips.
    now, next, then, welcome, finished, up_next, also_now, resumes, talks_resume, end_of_program, morning,
    afternoon, ends_at, with_people,
    // What is not known yet.
    to_be_announced, name_to_be_announced, title_to_be_announced,
    // Before the first session, and in gaps.
    starts_at, starts_tomorrow, starts_weekday, starts_day, continues_at, continues_tomorrow,
    continues_weekday, continues_day, at_series,
    // After the last.
    see_you_at, see_you_tomorrow, see_you_weekday, see_you_day, event_continues, thank_you,
    thanks_for_coming, this_event, event_at_series,
    // The spine.
    room, left, to_go, until, next_at, starts_today, starts_on, ended_at, ended_on, simulated,
    clock_not_set, times_as_planned,
    // Times.
    am, pm, range, right_now, in_wait, minute_count, hour_count, day_count, in_days, long_day, short_day,
    long_day_month_first, short_day_month_first,
    // Lists.
    list_comma, list_and, and_more,
    // Kinds of sessions.
    kind_opening, kind_keynote, kind_invited, kind_talk, kind_panel, kind_workshop, kind_poster,
    kind_competition, kind_closing, kind_break, kind_meal, kind_social,
    // Notices and banners.
    notice, change_to_program, does_not_take_place, continue_with, delayed, delayed_by, moved, cancelled, now_in,
    new_time, instead_of,
    room_change, moved_to, please_go_to, item_starts_at, running_late, on_time_from, full,
    // Emergencies.
    emergency, emergency_test, emergency_lifted, all_clear,
    // Rooms side by side.
    rooms, rooms_now, free, free_until, nothing_until, nothing_today,
    // The state of the display.
    no_connection,
    no_schedule,
    needs_help, please_call, tell_the_organisers,
    // Rehearsals.
    rehearsal, simulated_at, speed, paused, press_for_keys, key_space, key_pause, key_minute, key_change,
    key_speed, key_real_time, key_screenshot, key_help, key_quit,
};
inline constexpr std::size_t phrase_count = 122;

/// What a phrase is called, and what it leaves open.
struct PhraseEntry {
    Phrase phrase;
    std::string_view name;
    std::array<std::string_view, 3> blanks{};  ///< names of the blanks in the order in which code fills them
    enum class Use {
        plain,
        counted,   ///< has a form for each plural category, and a blank "n"
        optional,  ///< for regions that most languages do not have
    } use = Use::plain;
};

/// In the order of the enum.
std::array<PhraseEntry, phrase_count> const& phrases();

inline PhraseEntry const& entry_of(Phrase phrase) { return phrases()[static_cast<std::size_t>(phrase)]; }

}  // namespace kiosk
