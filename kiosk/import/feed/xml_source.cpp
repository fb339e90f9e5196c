#include "import/feed/xml_source.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <pugixml.hpp>

#include "base/utf8.hpp"
#include "base/limits.hpp"
#include "import/text/control_characters.hpp"

namespace kiosk {
namespace {

/// The declaration promises one byte a character.
bool is_latin_1(std::string_view text) {
    auto const declaration = to_lower_ascii(text.substr(0, std::min<std::size_t>(text.find("?>"), 200)));
    return declaration.find("iso-8859-1") != std::string::npos || declaration.find("windows-1252") != std::string::npos ||
           declaration.find("latin1") != std::string::npos;
}

std::string from_latin_1(std::string_view text) {
    std::string out;
    for (char const c : text) append_utf8(out, static_cast<unsigned char>(c));
    return out;
}

std::size_t count_of(char c, std::string_view text) {
    std::size_t count = 0;
    for (auto at = text.find(c); at != text.npos; at = text.find(c, at + 1)) ++count;
    return count;
}

/// The file without what no XML and no screen takes.
std::string readable(SourceText source, FeedProblems& problems) {
    std::string text;
    if (is_valid_utf8(source.text)) {
        text = std::move(source.text);
        if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
    } else if (is_latin_1(source.text)) {
        text = from_latin_1(source.text);
    } else {
        text = to_valid_utf8(source.text);
        auto const line = line_at(text, text.find("\xEF\xBF\xBD"));
        problems.each(Severity::warning, "text-damaged", {source.name, line, ""}, "bytes that are no UTF-8 stand here: replaced", "save the file as UTF-8");
    }
    for (Problem& problem : drop_controls(text, source.name)) problems.each(problem.severity, problem.code, problem.where, problem.message, problem.hint);
    return text;
}

}  // namespace

XmlSource::XmlSource(SourceText source, FeedProblems& problems)
    : file_(source.name), text_(readable(std::move(source), problems)), document_(std::make_unique<pugi::xml_document>()) {
    if (count_of('<', text_) > most_parts) {
        problems.each(Severity::error, "too-large", {file_, 0, ""},
                      fmt::format("more than {} tags, as no schedule has: not read", most_parts), "check the file");
        return;
    }
    line_starts_.push_back(0);
    for (auto at = text_.find('\n'); at != text_.npos; at = text_.find('\n', at + 1)) line_starts_.push_back(at + 1);
    auto const result =
        document_->load_buffer_inplace(text_.data(), text_.size(), pugi::parse_default, pugi::encoding_utf8);
    if (result) return;
    std::string description = result.description();
    if (!description.empty() && description[0] >= 'A' && description[0] <= 'Z')
        description[0] = static_cast<char>(description[0] - 'A' + 'a');
    problems.each(Severity::error, "not-well-formed", place_at(std::max<std::ptrdiff_t>(result.offset, 0)),
                  fmt::format("the XML breaks off here ({}): what comes before is read", description),
                  "correct the file, or export it again");
}

XmlSource::~XmlSource() = default;

SourceRef XmlSource::place_of(pugi::xml_node const& node) const { return place_at(node.offset_debug()); }

SourceRef XmlSource::place_at(std::ptrdiff_t offset) const {
    if (offset < 0) return {file_, 0, ""};
    auto const after = std::upper_bound(line_starts_.begin(), line_starts_.end(), static_cast<std::size_t>(offset));
    return {file_, static_cast<int>(after - line_starts_.begin()), ""};
}

}  // namespace kiosk
