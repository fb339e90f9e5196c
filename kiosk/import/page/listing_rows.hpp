// Programmes without a table: lists whose items begin with a time, headings of a time with cards below.
#pragma once

#include <optional>

#include "import/page/table_rows.hpp"

namespace kiosk {

/// The children of `node` as rows, if most of them (three at least) begin with a time. Items, divisions,
/// paragraphs and headings count; not those of which the time is one detail of many.
std::optional<RawTable> read_listing(HtmlNode const& node);

/// Headings that consist of a time, each with what follows it up to the next heading of its level.
std::optional<RawTable> read_time_headings(HtmlNode const& page);

}  // namespace kiosk
