// Markdown turned into the HTML that it stands for, line by line, so that places stay what they were.
#pragma once

#include <string>
#include <string_view>

namespace kiosk {

/// The page with its headings, paragraphs, lists, pipe tables, emphasis and links as tags; what is HTML
/// already stays as it is. A page that begins as an HTML document is returned unchanged.
/// Range: any UTF-8. Lines keep their numbers. Source: CommonMark 0.31, GFM tables, kramdown `{: }`.
std::string markdown_to_html(std::string_view page);

/// How much `text` looks like Markdown that may hold a schedule: 0 to 100; no tag is needed.
int recognise_markdown(std::string_view text);

}  // namespace kiosk
