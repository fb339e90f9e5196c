// Texts as no author wrote them, for tests that importers survive them.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace kiosk {

/// Hands `text`, spoiled at every `step`-th byte in each of several ways, to `use`: cut before and after,
/// a byte changed, a slice missing or doubled, a quote, bracket, NUL or broken UTF-8 put in, a number made
/// huge. The same texts in every run.
void for_each_spoiled(std::string_view text, std::size_t step, std::function<void(std::string const&)> const& use);

}  // namespace kiosk
