// What a text in a cell looks like: a link, a badge, somebody's name, a title.
#pragma once

#include <string>
#include <string_view>

#include "import/page/cell_reader.hpp"

namespace kiosk {

/// "Slides", "recording": what a link beside a talk is called.
bool is_link_word(std::string_view text);

/// "Best Paper", "virtual": what a talk has won, or how it is given.
bool is_badge(std::string_view text);

/// The text without brackets around all of it.
std::string_view unbracketed(std::string_view text);

/// Five words or a colon, or a speaker block knows it.
bool is_clearly_title(std::string const& text, PageKnowledge const& known);

/// The text names somebody whom the page knows, or looks like it.
bool is_person(std::string const& text, PageKnowledge const& known);

/// "NAME (X)", also several of these.
bool is_name_with_bracket(std::string const& text);

}  // namespace kiosk
