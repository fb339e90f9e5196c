// Foreign markup inside of plain text, made readable: TeX formulas, Markdown links, entities, templates.
#pragma once

#include <string>
#include <string_view>

namespace kiosk {

/// "$O(n^2)$" as "O(n²)", "[slides](x)" as "slides", "**so**" as "so", "&amp;" as "&". Text without such
/// signs comes back as it is: "$5 and $10" is no formula. Range: any UTF-8. Errors: none.
std::string readable_text(std::string_view text);

/// Holds `{{ … }}` or `{% … %}`: what a site's generator should have replaced.
bool has_template(std::string_view text);

}  // namespace kiosk
