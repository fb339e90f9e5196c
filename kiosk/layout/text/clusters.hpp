// What a reader takes for one character: a letter with its marks, a syllable, a whole emoji.
#pragma once

#include <string_view>
#include <vector>

namespace kiosk {

/// Finds where clusters end, one code point after the other.
/// Source: UAX #29 §3.1, extended grapheme clusters, with the conjuncts of GB9c and with the Thai
/// and Lao vowels that are written before their consonant.
class ClusterScanner {
public:
    /// Does `next` belong to the cluster of what came before it? The first never does.
    bool continues(char32_t next);

private:
    enum class After { nothing, anything, joiner, flag_letter, virama, leading_vowel };
    After after_ = After::nothing;
    bool has_emoji_ = false;  // of the current cluster
};

/// `utf8` cut into its clusters: views that follow each other and together are the whole.
std::vector<std::string_view> clusters_of(std::string_view utf8);

}  // namespace kiosk
