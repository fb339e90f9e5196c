#include "import/readable_text.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.hpp"
#include "import/tex_text.hpp"

namespace kiosk {
namespace {

constexpr std::size_t longest_formula = 200, longest_link = 500;

/// What stands between two dollar signs is a formula if it has a sign of TeX, or is a single letter.
bool is_formula(std::string_view inside) {
    if (inside.empty() || inside.size() > longest_formula || inside.front() == ' ' || inside.back() == ' ')
        return false;
    return inside.find_first_of("\\^_{") != std::string_view::npos || inside.size() == 1 ||
           (inside.size() <= 12 && inside.find(' ') == std::string_view::npos &&
            inside.find_first_of("(=<>+") != std::string_view::npos);
}

class Reader {
public:
    explicit Reader(std::string_view text) : text_(text) {}

    std::string run() {
        while (place_ < text_.size())
            if (!take_formula() && !take_link() && !take_marks() && !take_entity()) out_ += text_[place_++];
        return std::move(out_);
    }

private:
    bool take_formula() {
        if (text_[place_] != '$') return false;
        auto const end =
            text_.substr(0, std::min(text_.size(), place_ + longest_formula + 2)).find('$', place_ + 1);
        if (end == std::string_view::npos) return false;
        std::string_view const inside = text_.substr(place_ + 1, end - place_ - 1);
        if (!is_formula(inside)) return false;
        out_ += tex_to_text(inside);
        place_ = end + 1;
        return true;
    }

    /// "[text](https://…)"
    bool take_link() {
        if (text_[place_] != '[') return false;
        std::string_view const near = text_.substr(place_, longest_link);
        auto const close = near.find("](");
        auto const end = close == std::string_view::npos ? close : near.find(')', close);
        if (end == std::string_view::npos) return false;
        std::string_view const address = near.substr(close + 2, end - close - 2);
        bool const is_address = address.starts_with("http") || address.starts_with('/') ||
                                address.starts_with('#') || address.starts_with("mailto:");
        std::string_view const label = near.substr(1, close - 1);
        if (!is_address || label.find('[') != std::string_view::npos) return false;
        out_ += label;
        place_ += end + 1;
        return true;
    }

    /// "**bold**"
    bool take_marks() {
        std::string_view const left = text_.substr(place_, longest_link);
        for (std::string_view const mark : {"**", "__"}) {
            if (!left.starts_with(mark) || left.size() < 5 || left[2] == ' ') continue;
            auto const end = left.find(mark, 3);
            if (end == std::string_view::npos || left[end - 1] == ' ') continue;
            out_ += left.substr(2, end - 2);
            place_ += end + 2;
            return true;
        }
        return false;
    }

    bool take_entity() {
        static constexpr auto entities =
            std::to_array<std::pair<std::string_view, std::string_view>>({{"&amp;", "&"},
                                                                          {"&lt;", "<"},
                                                                          {"&gt;", ">"},
                                                                          {"&quot;", "\""},
                                                                          {"&#39;", "'"},
                                                                          {"&#039;", "'"},
                                                                          {"&apos;", "'"},
                                                                          {"&nbsp;", " "}});
        if (text_[place_] != '&') return false;
        for (auto const& [entity, meaning] : entities)
            if (text_.substr(place_, entity.size()) == entity) {
                out_ += meaning;
                place_ += entity.size();
                return true;
            }
        return false;
    }

    std::string_view text_;
    std::size_t place_ = 0;
    std::string out_;
};

}  // namespace

std::string readable_text(std::string_view text) {
    if (text.find_first_of("$[*_&") == std::string_view::npos) return std::string(text);
    std::string read = Reader(text).run();
    return read == text ? read : clean_paragraphs(read);
}

bool has_template(std::string_view text) {
    auto const holds = [&](std::string_view open, std::string_view close) {
        auto const begin = text.find(open);
        return begin != std::string_view::npos && text.find(close, begin) != std::string_view::npos;
    };
    return holds("{{", "}}") || holds("{%", "%}");
}

}  // namespace kiosk
