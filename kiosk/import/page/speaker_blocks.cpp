#include "import/page/speaker_blocks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/utf8.hpp"
#include "import/kinds.hpp"
#include "import/names.hpp"

namespace kiosk {
namespace {

using What = PageItem::What;

/// A heading without "(slides)" and the like at its end.
std::string heading_text(PageItem const& item) {
    std::string text = item.text;
    for (Link const& link : item.links)
        if (text != link.text && text.ends_with(link.text) && count_words(link.text) <= 2)
            text = std::string(trimmed(std::string_view(text).substr(0, text.size() - link.text.size())));
    return text;
}

WrittenPerson person_of(PageItem const& item) {
    auto const people = read_people(heading_text(item), People::one, true);
    return people.empty() ? WrittenPerson{} : people.front();
}

bool is_long_title(std::string const& text) {
    return count_words(text) >= 5 || text.find(':') != std::string::npos;
}

/// The schedule's spelling of `name`; empty: no row names that person.
std::string scheduled_name(std::string const& name, std::vector<DraftSession> const& sessions) {
    for (DraftSession const& session : sessions)
        for (DraftPerson const& person : session.people)
            if (same_person(person.name, name)) return person.name;
    return "";
}

class Finder {
public:
    Finder(PageText const& page, std::vector<DraftSession> const& sessions, std::string const& file)
        : items_(page.items), file_(file) {
        for (DraftSession const& session : sessions)
            if (!session.title.empty()) titles_.insert(comparison_key(session.title));
        find_names(sessions);
    }

    std::vector<SpeakerBlock> run() {
        std::vector<SpeakerBlock> blocks;
        for (std::size_t i = 0; i < items_.size(); ++i)
            if (is_name_[i]) blocks.push_back(start_of_block(i));
        for (std::size_t i = 0; i < blocks.size(); ++i)
            finish_block(blocks[i], i + 1 < blocks.size() ? blocks[i + 1].begin : items_.size());
        std::erase_if(blocks, [&](SpeakerBlock const& block) {
            return !block.in_programme && (block.text.empty() || block.person.photo.empty());
        });
        return blocks;
    }

private:
    void find_names(std::vector<DraftSession> const& sessions) {
        is_name_.assign(items_.size(), false);
        scheduled_.resize(items_.size());
        std::set<std::string> styles;
        for (std::size_t i = 0; i < items_.size(); ++i) {
            if (items_[i].what != What::heading) continue;
            scheduled_[i] = scheduled_name(person_of(items_[i]).name, sessions);
            is_name_[i] = !scheduled_[i].empty();
            if (is_name_[i]) styles.insert(items_[i].style);
        }
        for (std::size_t i = 0; i < items_.size(); ++i)
            if (items_[i].what == What::heading && !is_name_[i] && styles.contains(items_[i].style))
                is_name_[i] = looks_like_name(person_of(items_[i]).name) && !is_title(i);
    }

    bool is_title(std::size_t i) const {
        std::string const text = heading_text(items_[i]);
        return is_long_title(text) || titles_.contains(comparison_key(text));
    }

    /// The name, and before it at most one title and images.
    SpeakerBlock start_of_block(std::size_t name) const {
        SpeakerBlock block;
        PageItem const& item = items_[name];
        auto const written = person_of(item);
        block.written_name = written.name;
        block.in_programme = !scheduled_[name].empty();
        block.person.name = block.in_programme ? scheduled_[name] : written.name;
        block.person.affiliation = written.affiliation;
        block.person.origin = {file_, item.line, ""};
        for (Link const& link : item.links)
            if (!link.url.starts_with("mailto:")) block.person.links.push_back(link);
        block.begin = name;
        block.end = name + 1;
        while (block.begin > 0) {
            std::size_t const before = block.begin - 1;
            bool const heading = items_[before].what == What::heading;
            if (heading && block.title.empty() && !is_name_[before] && is_title(before))
                take_title(block, before);
            else if (items_[before].what == What::image && block.person.photo.empty())
                take_photo(block, before);
            else
                break;
            block.begin = before;
        }
        return block;
    }

    void take_title(SpeakerBlock& block, std::size_t i) const {
        block.title = heading_text(items_[i]);
        block.title_line = items_[i].line;
    }
    void take_photo(SpeakerBlock& block, std::size_t i) const {
        block.person.photo = items_[i].text;
        block.person.photo_origin = {file_, items_[i].line, ""};
    }

    static std::size_t common_depth(PageItem const& a, PageItem const& b) {
        auto const ends = std::mismatch(a.path.begin(), a.path.end(), b.path.begin(), b.path.end());
        return static_cast<std::size_t>(ends.first - a.path.begin());
    }

    void finish_block(SpeakerBlock& block, std::size_t limit) const {
        PageItem const& name = items_[block.end - 1];
        std::size_t depth = 0;
        for (std::size_t i = block.end; i < limit; ++i) {
            PageItem const& item = items_[i];
            bool const has_text = !block.text.empty();
            if (item.what == What::paragraph) {
                if (!has_text)
                    depth = common_depth(name, item);
                else if (common_depth(name, item) < depth)
                    break;
                block.text += (has_text ? "\n" : "") + item.text;
            } else if (has_text) {
                break;
            } else if (item.what == What::image) {
                if (block.person.photo.empty()) take_photo(block, i);
            } else if (!take_heading(block, i)) {
                break;
            }
            block.end = i + 1;
        }
        block.is =
            is_under_abstracts(block.begin) ? SpeakerBlock::Text::abstract : SpeakerBlock::Text::biography;
        if (block.is == SpeakerBlock::Text::biography) block.person.biography = block.text;
    }

    bool take_heading(SpeakerBlock& block, std::size_t i) const {
        std::string const text = heading_text(items_[i]);
        auto const role = take_role(text);
        if (role && role->rest.empty())
            block.person.role = text;
        else if (block.title.empty() && (is_title(i) || !block.person.affiliation.empty()))
            take_title(block, i);
        else if (block.person.affiliation.empty() && items_[i].level > 2)
            block.person.affiliation = text;
        else
            return false;
        return true;
    }

    /// The last heading above that is no part of a block speaks of abstracts.
    bool is_under_abstracts(std::size_t begin) const {
        for (std::size_t i = begin; i-- > 0;) {
            bool const page_heading =
                items_[i].what == What::heading && !is_name_[i] && !is_title(i) && items_[i].level <= 3;
            if (page_heading) return to_lower_ascii(items_[i].text).find("abstract") != std::string::npos;
        }
        return false;
    }

    std::vector<PageItem> const& items_;
    SourceName const file_;
    std::set<std::string> titles_;  // of the rows, as comparison keys
    std::vector<bool> is_name_;
    std::vector<std::string> scheduled_;  // the rows' spelling of each heading's name
};

Problem problem_at(SourceRef const& where, Severity severity, std::string code, std::string message,
                   std::string hint) {
    return {severity, std::move(code), std::move(message), std::move(hint), where};
}

/// The talks that `name` gives: rows that name the person, panels aside.
std::vector<DraftSession*> talks_of(std::string const& name, std::vector<DraftSession>& sessions) {
    std::vector<DraftSession*> talks;
    for (DraftSession& session : sessions)
        for (DraftPerson const& person : session.people)
            if (person.role.empty() && person.name == name && session.kind != Kind::panel) {
                talks.push_back(&session);
                break;
            }
    return talks;
}

void join_title(SpeakerBlock const& block, std::vector<DraftSession>& sessions,
                std::vector<Problem>& problems) {
    auto const talks = talks_of(block.person.name, sessions);
    if (talks.empty()) return;
    std::string const key = comparison_key(block.title);
    auto const has_title = [&](DraftSession const* talk) { return comparison_key(talk->title) == key; };
    auto const same = std::find_if(talks.begin(), talks.end(), has_title);
    auto const untitled =
        std::find_if(talks.begin(), talks.end(), [](auto* talk) { return talk->title.empty(); });
    DraftSession* talk = same != talks.end() ? *same : untitled != talks.end() ? *untitled : talks.front();
    if (block.is == SpeakerBlock::Text::abstract && talk->abstract.empty()) talk->abstract = block.text;
    if (block.title.empty() || same != talks.end()) return;
    if (talk->title.empty()) {
        talk->title = block.title;
        return;
    }
    SourceRef where = block.person.origin;
    where.line = block.title_line;
    problems.push_back(problem_at(
        where, Severity::warning, "title-differs",
        fmt::format(
            "\"{}\" is the title in the block of {}, but the programme says \"{}\": the programme's is shown",
            block.title, block.written_name, talk->title),
        "make the two alike"));
}

void report_names(std::vector<SpeakerBlock> const& blocks, std::vector<Problem>& problems) {
    for (SpeakerBlock const& block : blocks) {
        if (!block.in_programme)
            problems.push_back(problem_at(
                block.person.origin, Severity::note, "bio-without-session",
                fmt::format(
                    "\"{}\" has a block on the page, but no row of the programme: the block is not used",
                    block.written_name),
                "add the name to a row if the person speaks"));
        else if (block.written_name != block.person.name)
            problems.push_back(problem_at(
                block.person.origin, Severity::warning, "speaker-spelling-varies",
                fmt::format(
                    "\"{}\" is \"{}\" in the programme: taken as one person, spelt as in the programme",
                    block.written_name, block.person.name),
                "spell the name alike"));
    }
}

}  // namespace

PageKnowledge knowledge_of(PageText const& page) {
    PageKnowledge known;
    for (PageItem const& item : page.items) {
        if (item.what != What::heading) continue;
        auto const person = person_of(item);
        if (looks_like_name(person.name))
            known.names.insert(person_key(person.name));
        else
            known.titles.insert(comparison_key(heading_text(item)));
        if (looks_like_name(person.name) && is_long_title(heading_text(item)) && person.affiliation.empty())
            known.titles.insert(comparison_key(heading_text(item)));
    }
    return known;
}

std::vector<SpeakerBlock> find_speaker_blocks(PageText const& page, std::vector<DraftSession> const& sessions,
                                              std::string const& file) {
    return Finder(page, sessions, file).run();
}

void join_blocks(std::vector<SpeakerBlock> const& blocks, ScheduleDraft& draft,
                 std::vector<Problem>& problems) {
    report_names(blocks, problems);
    for (SpeakerBlock const& block : blocks) {
        draft.people.push_back(block.person);
        if (block.in_programme) join_title(block, draft.sessions, problems);
    }
    if (blocks.empty()) return;
    std::set<std::string> seen;
    for (SpeakerBlock const& block : blocks) seen.insert(person_key(block.person.name));
    for (DraftSession const& session : draft.sessions)
        for (DraftPerson const& person : session.people)
            if (seen.insert(person_key(person.name)).second)
                problems.push_back(problem_at(
                    person.origin, Severity::note, "speaker-without-bio",
                    fmt::format("\"{}\" has no block on the page: only the name is shown", person.name),
                    "add a block with biography and photo"));
}

}  // namespace kiosk
