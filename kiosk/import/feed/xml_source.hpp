// An XML file with its lines, as far as it can be read.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "base/source_text.hpp"
#include "import/feed/feed_problems.hpp"

namespace pugi {
class xml_document;
class xml_node;
}  // namespace pugi

namespace kiosk {

class XmlSource {
public:
    /// Never throws; what comes before a fault is there.
    /// Problems: `not-well-formed` (controls: a warning), `text-damaged`.
    XmlSource(SourceText source, FeedProblems& problems);
    ~XmlSource();
    XmlSource(XmlSource const&) = delete;
    XmlSource& operator=(XmlSource const&) = delete;

    pugi::xml_document const& document() const { return *document_; }
    SourceRef place_of(pugi::xml_node const& node) const;

private:
    SourceRef place_at(std::ptrdiff_t offset) const;

    SourceName file_;
    std::string text_;  // the document's texts point into this one
    std::vector<std::size_t> line_starts_;
    std::unique_ptr<pugi::xml_document> document_;
};

}  // namespace kiosk
