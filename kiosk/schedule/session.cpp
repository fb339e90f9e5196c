#include "schedule/session.hpp"

#include <array>
#include <utility>

namespace kiosk {
namespace {

constexpr std::array<std::pair<Kind, std::string_view>, 14> kind_words{{
    {Kind::opening, "opening"},   {Kind::keynote, "keynote"},         {Kind::invited, "invited"},
    {Kind::talk, "talk"},         {Kind::panel, "panel"},             {Kind::workshop, "workshop"},
    {Kind::poster, "poster"},     {Kind::competition, "competition"}, {Kind::closing, "closing"},
    {Kind::break_, "break"},      {Kind::meal, "meal"},               {Kind::social, "social"},
    {Kind::service, "service"},   {Kind::other, "other"},
}};

}  // namespace

std::string_view to_word(Kind kind) {
    for (auto const& [value, word] : kind_words)
        if (value == kind) return word;
    return "other";
}

std::optional<Kind> kind_from_word(std::string_view word) {
    for (auto const& [value, name] : kind_words)
        if (name == word) return value;
    return {};
}

bool leads(std::string_view role) { return role == "moderator" || role == "chair" || role == "host"; }

bool is_pause(Kind kind) {
    return kind == Kind::break_ || kind == Kind::meal || kind == Kind::social || kind == Kind::service;
}

}  // namespace kiosk
