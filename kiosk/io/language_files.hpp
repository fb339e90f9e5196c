// The languages of an event, from the data folder.
#pragma once

#include <filesystem>
#include <vector>

#include "settings/settings.hpp"
#include "words/words.hpp"

namespace kiosk {

/// The words of each language of the event: `config/lang/TAG.toml`, else the file of the language
/// without its region, else English. Never fewer than asked for; English needs no file.
/// Problems: `language-unknown` where there is no such file; those of parse_words().
std::vector<Words> read_languages(EventSettings const& event, std::filesystem::path const& data,
                                  std::vector<Problem>& problems);

}  // namespace kiosk
