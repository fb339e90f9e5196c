// One function for each kind of slide: from a programme at an instant to words.
#pragma once

#include <optional>

#include "slides/slide.hpp"
#include "slides/wording_of.hpp"

namespace kiosk {

/// What is on, or waited for, in the words that fit the phase: a NowSlide, PauseSlide, WelcomeSlide
/// or EndSlide.
Slide make_main_slide(SlideContext const& context);

Slide make_now_slide(SlideContext const& context);      ///< needs programme.now
Slide make_pause_slide(SlideContext const& context);    ///< needs programme.now
Slide make_welcome_slide(SlideContext const& context);  ///< before, soon and gap
Slide make_end_slide(SlideContext const& context);      ///< over, and event-over
Slide make_upcoming_slide(SlideContext const& context);
Slide make_day_slide(SlideContext const& context);
DayRow make_day_row(SlideContext const& context, Session const& session);
/// Of one person; `session` is the one that they are announced for.
Slide make_speaker_slide(SlideContext const& context, Session const& session, SpeakerId const& speaker);

/// Empty: there is no notice of that name ("notice" is the first).
std::optional<Slide> make_notice_slide(SlideContext const& context, std::string_view name);
std::optional<Banner> make_banner(SlideContext const& context);
Slide make_emergency_slide(SlideContext const& context);  ///< needs notices.emergency
/// Both languages on one slide: nobody waits for theirs in an emergency.
EmergencySlide in_both_languages(EmergencySlide slide, EmergencySlide const& second);
Slide make_night_slide(SlideContext const& context);
std::size_t directory_pages(SlideContext const& context);
/// `page`: from 0. Empty: there is no such page.
std::optional<Slide> make_directory_slide(SlideContext const& context, std::size_t page);

enum class MainSlide { is_shown, is_not_shown };

/// `rooms`: the display's room names; `main` tells whether the stage already says what is on.
Spine make_spine(SlideContext const& context, std::vector<std::string> const& rooms, MainSlide main);

/// The shown words are true until this instant: the next minute of the clock and of the countdown.
Instant words_hold_until(SlideContext const& context);

}  // namespace kiosk
