// When, where and what: the facts of the event that a page mentions here and there. They vote.
#pragma once

#include <string>
#include <vector>

#include "base/problem.hpp"
#include "import/page/front_matter.hpp"
#include "import/page/html_tree.hpp"
#include "import/page/page_text.hpp"
#include "schedule/session.hpp"
#include "settings/settings.hpp"

namespace kiosk {

/// A text that may hold facts.
struct FactText {
    std::string text;
    int line = 0;
    enum class From { page, front_matter } from = From::page;
};

/// What the page says about itself: title, headings and short paragraphs up to the programme, the
/// programme's own header row, front matter. In this order they decide ties.
std::vector<FactText> fact_texts(HtmlNode const& page, PageText const& text, FactText const& table_heading,
                                 FrontMatter const& front_matter);

struct FactReading {
    EventFacts facts;
    std::vector<Problem> problems;
};

/// What `event` says wins; the rest goes to whatever most texts say, and the losers are reported.
/// Errors: `date-unknown` if nothing names the day, `time-zone-unknown` if nothing names a place.
FactReading read_event_facts(std::vector<FactText> const& texts, EventSettings const& event,
                             std::string const& file);

/// Site title, else the page's own title unless it only says "Schedule". Empty: no name at all.
std::string find_event_name(HtmlNode const& page, PageText const& text, FrontMatter const& front_matter);

/// The first e-mail address that the page links to. Empty: none.
std::string find_contact(HtmlNode const& page);

}  // namespace kiosk
