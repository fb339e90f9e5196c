#include "import/feed/feed_texts.hpp"

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "import/plain_text.hpp"

namespace kiosk {
namespace {

/// The front of a text, for messages.
std::string excerpt(std::string const& text) {
    constexpr std::size_t longest = 40;
    auto const line = clean_line(std::string_view(text).substr(0, 4 * longest));
    std::string out;
    for (auto const& point : decode_utf8(line)) {
        if (point.begin >= longest) return out + "\u2026";
        append_utf8(out, point.value);
    }
    return out;
}

void take_over(PlainText plain, std::string& text, SourceRef const& where, FeedProblems& problems) {
    if (plain.had_markup)
        problems.once(Severity::warning, "markup-in-text", where, fmt::format("\"{}\" holds marks: shown as plain text", excerpt(text)), "");
    if (plain.is_damaged)
        problems.once(Severity::warning, "text-damaged", where, fmt::format("\"{}\" has lost characters", excerpt(text)),
                      "save the file as UTF-8");
    text = std::move(plain.text);
}

}  // namespace

void FeedTexts::make_line(std::string& text, SourceRef const& where) {
    if (text.empty()) return;
    if (are_plain_) return void(text = clean_line(text));
    auto plain = plain_line(text);
    if (plain.had_blanks && !plain.text.empty())
        problems_.once(Severity::note, "stray-blanks", where, fmt::format("blanks around \"{}\": trimmed", excerpt(text)), "");
    take_over(std::move(plain), text, where, problems_);
}

void FeedTexts::make_name(std::string& text, SourceRef const& where) {
    if (text.empty()) return;
    if (are_plain_) return void(text = clean_line(text));
    auto plain = plain_name(text);
    if (plain.had_blanks && !plain.text.empty())
        problems_.once(Severity::note, "stray-blanks", where, fmt::format("blanks around \"{}\": trimmed", excerpt(text)), "");
    take_over(std::move(plain), text, where, problems_);
}

void FeedTexts::make_paragraphs(std::string& text, SourceRef const& where) {
    if (text.empty()) return;
    if (are_plain_) return void(text = clean_paragraphs(text));
    take_over(plain_paragraphs(text), text, where, problems_);
}

}  // namespace kiosk
