// What is doubtful about a schedule as a whole, however it was read. One function a rule.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "base/image_header.hpp"
#include "base/problem.hpp"
#include "layout/metrics.hpp"
#include "schedule/schedule.hpp"
#include "slides/scene.hpp"

namespace kiosk {

/// What has more is no list of rooms: the rules that compare rooms or go through each are silent then.
inline constexpr std::size_t most_rooms = 300;

/// All of the rules below that need nothing but the schedule.
std::vector<Problem> lint_schedule(Schedule const& schedule);

std::vector<Problem> find_overlaps(Schedule const& schedule);       ///< `room-overlap`: two at once in a room
std::vector<Problem> find_gaps(Schedule const& schedule);           ///< `gap-without-item`: holes in a room's day
std::vector<Problem> find_odd_lengths(Schedule const& schedule);    ///< `zero-length`, `very-long`
std::vector<Problem> find_stray_days(Schedule const& schedule);     ///< `outside-event-days`: far from the others
std::vector<Problem> find_shifted_table(Schedule const& schedule);  ///< `table-zone-shifted`: fits the stated hours after one shift
std::vector<Problem> find_stray_hours(Schedule const& schedule);    ///< `outside-event-hours`: before or after the stated ones
std::vector<Problem> find_similar_rooms(Schedule const& schedule);  ///< `room-spelling-varies`: two that look like one
std::vector<Problem> find_blocks(Schedule const& schedule);         ///< `block-with-parts`
std::vector<Problem> find_rooms_missing(Schedule const& schedule);  ///< `room-missing`: some have none, though others do

/// What a rule asks about the widths of texts.
struct WidthQuestions {
    Metrics const& widest;  ///< an upper bound, quick to ask: what fits so is not measured
    Metrics const& exact;
};

/// `text-too-long`: titles and names that the display can only show cut, at the given size.
std::vector<Problem> find_cut_texts(Schedule const& schedule, SceneMaker const& scenes, Theme const& theme, Size size, WidthQuestions const& widths);

/// A panel, and from how far it is read.
struct Viewing {
    double panel_inches = 0, metres = 0;
};

/// `letter-height`, a note: how high the letters of headlines, lists and small print are in millimetres, and
/// from how far each is comfortable. `text-too-small`: each title that is not, from the distance asked for.
/// Comfortable is 155 times the height of a capital. Source: ISO 9241-303; DISPLAY.md section 2.
std::vector<Problem> find_small_letters(Schedule const& schedule, SceneMaker const& scenes, Theme const& theme, Size size,
                                        Viewing const& viewing, SourceRef const& where, Metrics const& metrics);

/// A person's photo that can be drawn. `photo-unusable`: a side under 200 or over 3000 pixels;
/// `photo-turned`: its header says that it lies on its side, on its head or is mirrored.
std::vector<Problem> find_photo_doubts(std::string_view person, std::string const& file, ImageHeader const& header);

/// What a rule asks about the fonts.
struct GlyphQuestions {
    std::function<bool(char32_t)> has;
    std::function<std::string(char32_t)> package_for;  ///< Debian's, that would bring it; "": unknown
};

/// `glyph-missing`: characters that no font of the chain has, with who or what needs them first. One
/// problem per package that would bring them; those that none brings, each by itself.
std::vector<Problem> find_missing_glyphs(Schedule const& schedule, GlyphQuestions const& glyphs);

/// `glyph-missing`, once, if no font has a character that the words of a language need. `where`: what asks
/// for the language.
std::vector<Problem> find_missing_letters(Words const& words, SourceRef const& where, std::function<bool(char32_t)> const& has_glyph);

}  // namespace kiosk
