// The blocks of a page that introduce its speakers: name, role, title, text, picture.
#pragma once

#include <string>
#include <vector>

#include "base/problem.hpp"
#include "import/page/cell_reader.hpp"
#include "import/page/page_text.hpp"
#include "schedule/draft.hpp"

namespace kiosk {

struct SpeakerBlock {
    DraftPerson person;  ///< under the name that the programme uses
    std::string title;   ///< of the talk; empty: the block names none
    int title_line = 0;
    std::string text;                                              ///< biography or abstract
    enum class Text { biography, abstract } is = Text::biography;  ///< told by the heading above
    std::string written_name;
    bool in_programme = false;       ///< false: no row names this person
    std::size_t begin = 0, end = 0;  ///< the items that it consists of
};

/// What the headings outside of the programme tell about names and titles.
PageKnowledge knowledge_of(PageText const& page);

/// Blocks whose heading names somebody of `sessions`, and others that look just like them.
std::vector<SpeakerBlock> find_speaker_blocks(PageText const& page, std::vector<DraftSession> const& sessions,
                                              std::string const& file);

/// Gives rows without a title that of their speaker's block, and abstracts to their rows.
/// Problems: spelling, titles that differ, blocks without rows, people without blocks.
void join_blocks(std::vector<SpeakerBlock> const& blocks, ScheduleDraft& draft,
                 std::vector<Problem>& problems);

}  // namespace kiosk
