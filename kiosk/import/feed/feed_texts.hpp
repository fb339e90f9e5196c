// Foreign texts made plain, and what was wrong with them.
#pragma once

#include <string>
#include <vector>

#include "import/feed/feed_problems.hpp"

namespace kiosk {

/// Each function changes `text` in place. Problems: `markup-in-text`, `text-damaged`, `stray-blanks`.
class FeedTexts {
public:
    /// `are_plain`: an own export; nothing is a mark there.
    FeedTexts(bool are_plain, FeedProblems& problems) : are_plain_(are_plain), problems_(problems) {}
    void make_line(std::string& text, SourceRef const& where);
    void make_name(std::string& text, SourceRef const& where);
    void make_paragraphs(std::string& text, SourceRef const& where);

private:
    bool are_plain_;
    FeedProblems& problems_;
};

}  // namespace kiosk
