#include "paint/text_runs.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "paint/script.hpp"

namespace kiosk {
namespace {

constexpr std::size_t most_code_points_in_cluster = 9;

struct Cluster {
    std::u32string text;
    std::string_view script = "Zyyy";
    std::size_t family = 0;
};

std::vector<Cluster> clusters_of(std::string_view utf8) {
    std::vector<Cluster> clusters;
    bool after_joiner = false;  // U+200D glues the next character on as well: families, flags
    for (auto const& point : decode_utf8(utf8)) {
        if (point.value < 0x20) continue;  // a line has no line ends
        bool const joins = !clusters.empty() && (joins_previous(point.value) || after_joiner);
        after_joiner = point.value == 0x200D;
        if (!joins && is_ignorable(point.value)) continue;
        if (!joins) clusters.push_back({});
        auto& cluster = clusters.back();
        if (cluster.text.size() < most_code_points_in_cluster) cluster.text.push_back(point.value);
        if (!joins) cluster.script = script_of(point.value);
    }
    return clusters;
}

bool is_neutral(Cluster const& cluster) {
    char32_t const c = cluster.text.front();
    return cluster.script == "Zyyy" && !(c >= '0' && c <= '9') && cluster.text.size() == 1;
}

/// Blanks and punctuation between two clusters of one fallback font are drawn in that font.
void adopt_neutrals(std::vector<Cluster>& clusters, FontQuestions const& fonts) {
    for (std::size_t i = 1; i < clusters.size(); ++i) {
        auto const before = clusters[i - 1];
        if (before.family == 0 || before.script == "Zyyy" || !is_neutral(clusters[i])) continue;
        auto end = i;
        while (end < clusters.size() && is_neutral(clusters[end]) && fonts.has(before.family, clusters[end].text)) ++end;
        if (end == clusters.size() || clusters[end].family != before.family) continue;
        for (; i < end; ++i) clusters[i].family = before.family;
    }
}

}  // namespace

std::vector<FontRun> split_into_runs(std::string_view utf8, FontQuestions const& fonts) {
    auto clusters = clusters_of(utf8);
    for (auto& cluster : clusters) cluster.family = fonts.family_for(cluster.text);
    adopt_neutrals(clusters, fonts);

    std::vector<FontRun> runs;
    for (auto const& cluster : clusters) {
        bool const common = cluster.script == "Zyyy";
        bool const same_script = !runs.empty() && (common || runs.back().script == "Zyyy" || runs.back().script == cluster.script);
        if (!same_script || runs.back().family != cluster.family) runs.push_back({{}, cluster.family, "Zyyy", false});
        if (!common) runs.back().script = cluster.script;
        for (char32_t const c : cluster.text) append_utf8(runs.back().text, c);
    }
    auto const first_strong = std::find_if(runs.begin(), runs.end(), [](FontRun const& run) { return run.script != "Zyyy"; });
    bool const from_the_right = first_strong != runs.end() && is_right_to_left(first_strong->script);
    for (auto& run : runs) run.right_to_left = is_right_to_left(run.script);
    if (from_the_right) std::reverse(runs.begin(), runs.end());
    return runs;
}

}  // namespace kiosk
