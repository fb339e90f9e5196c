// Everything that one display shows at an instant, in words.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "programme/programme.hpp"
#include "settings/settings.hpp"
#include "slides/playlist.hpp"
#include "slides/slide.hpp"
#include "words/words.hpp"

namespace kiosk {

struct SceneAt {
    Scene scene;
    std::string slide;                  ///< the turn's name
    std::vector<std::string> in_turn;   ///< the distinct slides that take turns then
    std::vector<SessionId> now;
    Instant until;                      ///< the scene stays the same until then
};

enum class ClockFace {
    shown,
    not_known,  ///< venue time cannot be told: "–:––" rather than a wrong time
};

/// What one display shows. Holds references: the schedule must outlive it.
class SceneMaker {
public:
    SceneMaker(Schedule const& schedule, std::vector<std::string> rooms, Timing timing, Words words,
               ClockFace clock = ClockFace::shown);

    /// `slide`: a name of `in_turn` instead of the one whose turn it is.
    /// Empty only if there is no slide of that name at `t`.
    std::optional<SceneAt> at(Instant t, std::optional<std::string> const& slide = {}) const;

    ProgrammeMaker const& programme() const { return programme_; }
    /// The slides that take turns over the whole of the programme's span at `t`.
    std::vector<std::string> slides_at(Instant t) const;

private:
    Schedule const& schedule_;
    std::vector<std::string> rooms_;
    Timing timing_;
    Words words_;
    ClockFace clock_;
    ProgrammeMaker programme_;
};

}  // namespace kiosk
