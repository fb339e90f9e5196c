// Emphasis, links and code inside one line of Markdown.
#pragma once

#include <string>
#include <string_view>

namespace kiosk {

/// `**bold**`, `*italic*`, `[text](address)`, `<address>` and `` `code` `` as tags; tags stay tags.
std::string markdown_inline_to_html(std::string_view text);

/// "<https://…>" or "<name@example.org>" at the front: an address, not a tag.
bool is_autolink(std::string_view text);

}  // namespace kiosk
