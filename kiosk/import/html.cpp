#include "import/html.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <span>

#include "base/limits.hpp"
#include "base/utf8.hpp"
#include "import/kinds.hpp"
#include "import/page/cell_reader.hpp"
#include "import/page/event_facts.hpp"
#include "import/page/front_matter.hpp"
#include "import/page/html_tree.hpp"
#include "import/page/markdown.hpp"
#include "import/page/page_text.hpp"
#include "import/page/programme.hpp"
#include "import/page/row_times.hpp"
#include "import/page/speaker_blocks.hpp"
#include "import/page/tag_scan.hpp"
#include "import/plain_text.hpp"
#include "import/text/control_characters.hpp"
#include "import/title_status.hpp"

namespace kiosk {
namespace {

constexpr std::ptrdiff_t most_tags_alike = 5;

class Importer {
public:
    Importer(SourceText const& source, EventSettings const& event)
        : event_(event), file_(source.name), page_(to_valid_utf8(source.text)) {}

    Outcome<ScheduleDraft> run() {
        append(problems_, drop_controls(page_, file_));
        front_matter_ = read_front_matter(page_);
        std::string const body = markdown_to_html(without_front_matter(page_, front_matter_));
        if (!report_markup(body)) return {{}, std::move(problems_)};
        root_ = parse_html(body);
        programme_ = find_programme(root_, file_, problems_);
        PageText const text = read_page_text(root_, programme_.nodes);
        if (programme_.rows.empty()) return without_programme(text);
        read_programme(text);
        return {std::move(draft_), std::move(problems_)};
    }

private:
    void report(Severity severity, std::string code, int line, std::string message, std::string hint) {
        problems_.push_back(
            {severity, std::move(code), std::move(message), std::move(hint), {file_, line, ""}});
    }

    /// False: the page must not reach the parser.
    bool report_markup(std::string const& body) {
        TagScan const scan = body.size() <= largest_written_source ? scan_tags(body) : TagScan{{}, {}, false};
        if (!scan.is_within_limits) {
            report(Severity::error, "not-well-formed", 0,
                   "the page is larger or more deeply nested than any schedule: not read", "check the file");
            return false;
        }
        report_ampersands(scan.bare_ampersand_lines);
        report_tags(scan.unbalanced);
        return true;
    }

    void report_ampersands(std::vector<int> const& lines) {
        constexpr std::size_t most_lines = 1000;
        for (int const line : std::span(lines).first(std::min(lines.size(), most_lines)))
            report(Severity::note, "raw-ampersand", line, "a bare \"&\": read as an ampersand",
                   "write &amp;");
    }

    /// Each of a few; of many alike (one habit of the author) the first, with their number.
    void report_tags(std::vector<UnbalancedTag> const& tags) {
        std::map<std::pair<std::string_view, UnbalancedTag::Fault>, std::ptrdiff_t> counts;
        for (UnbalancedTag const& tag : tags) ++counts[{tag.name, tag.fault}];
        for (UnbalancedTag const& tag : tags) {
            auto& count = counts[{tag.name, tag.fault}];
            bool const many = count > most_tags_alike;
            if (count > 0) report_tag(tag, many ? fmt::format(" (as {} more below)", count - 1) : "");
            if (many) count = 0;  // said
        }
    }

    void report_tag(UnbalancedTag const& tag, std::string const& more) {
        bool const open = tag.fault == UnbalancedTag::Fault::never_closed;
        report(Severity::warning, "tag-unbalanced", tag.line,
               open ? fmt::format("<{}> is never closed{}: read as browsers do", tag.name, more)
                    : fmt::format("</{}> closes nothing{}: ignored", tag.name, more),
               open ? fmt::format("add </{}>", tag.name) : "remove it");
    }

    /// A page of facts alone is worth having beside another one that holds the rows.
    Outcome<ScheduleDraft> without_programme(PageText const& text) {
        std::vector<Problem> before = problems_;
        read_facts(text);
        EventFacts const& facts = draft_.event;
        bool const has_facts =
            facts.first_day || !facts.zone_name.empty() || !facts.venue.empty() || !facts.room.empty();
        if (!has_facts) problems_ = std::move(before);
        if (has_template(page_))
            report(Severity::error, "template-left", 0,
                   "the rows of the page are still to be filled in by the site's generator",
                   "name the page as the site shows it, or the data file behind it");
        report(Severity::error, "no-programme", 0, "no table on the page has rows that begin with a time",
               "check that this is the page with the schedule");
        if (!has_facts) return {{}, std::move(problems_)};
        return {std::move(draft_), std::move(problems_)};
    }

    void read_programme(PageText const& text) {
        read_facts(text);
        if (draft_.event.first_day)
            days_ = resolve_days(programme_.days, *draft_.event.first_day, file_, problems_);
        if (!programme_.has_several_days() && !days_.empty()) days_ = {*draft_.event.first_day};
        PageKnowledge known = knowledge_of(text);
        known.has_names_alone = has_names_alone(programme_.rows);
        known.after_name = usual_after_name(programme_.rows, known);
        SeriesHours const hours{draft_.event.opens, draft_.event.closes};
        auto const times = read_row_times(programme_.rows, hours, file_, problems_);
        for (std::size_t i = 0; i < programme_.rows.size(); ++i) add_row(programme_.rows[i], times[i], known);
        name_blocks();
        auto blocks = find_speaker_blocks(text, draft_.sessions, file_);
        for (SpeakerBlock& block : blocks)
            for (std::string* part : {&block.title, &block.text, &block.person.affiliation, &block.person.biography}) *part = plain_page_text(*part).text;
        join_blocks(blocks, draft_, problems_);
        for (std::size_t i = 0; i < programme_.rows.size(); ++i)
            check_links(programme_.rows[i], draft_.sessions[i], text, blocks);
    }

    /// A heading with talks below it is no talk.
    void name_blocks() {
        for (DraftSession const& part : draft_.sessions) {
            if (!part.parent) continue;
            DraftSession& block = draft_.sessions[*part.parent];
            if (block.kind == Kind::talk && block.people.empty()) block.kind = Kind::other;
        }
    }

    /// The day above the rows, and of several only the first: the others do not speak against it.
    PageText without_later_days(PageText text) const {
        if (!programme_.has_several_days()) return text;
        auto const is_later = [&](PageItem const& item) {
            for (std::size_t i = 1; i < programme_.days.size(); ++i)
                if (item.line == programme_.days[i].line && item.text == programme_.days[i].text) return true;
            return false;
        };
        for (PageItem& item : text.items)
            if (is_later(item)) item.text.clear(), item.lines.clear();
        return text;
    }

    void read_facts(PageText const& text) {
        auto texts = fact_texts(root_, without_later_days(text),
                                {clean_line(programme_.heading), programme_.heading_line}, front_matter_);
        if (!programme_.days.empty() && programme_.has_several_days() && !programme_.days[0].text.empty())
            texts.push_back({programme_.days[0].text, programme_.days[0].line});
        FactReading facts = read_event_facts(texts, event_, file_);
        draft_.event = std::move(facts.facts);
        append(problems_, std::move(facts.problems));
        for (FrontMatterEntry const& entry : front_matter_.entries)
            if (entry.key == "date" && !entry.value.empty())
                report(Severity::note, "page-date-ignored", entry.line,
                       fmt::format("\"{}\" is when the page was written: ignored", clean_line(entry.value)),
                       "");
        if (draft_.event.name.empty()) draft_.event.name = plain_page_text(find_event_name(root_, text, front_matter_)).text;
        draft_.event.contact = event_.contact.empty() ? find_contact(root_) : event_.contact;
    }

    std::optional<DraftTime> on_the_day(std::size_t day, std::optional<minutes> from_midnight) const {
        if (!from_midnight || days_.empty()) return {};
        return WallTime{days_[std::min(day, days_.size() - 1)]} + *from_midnight;
    }

    void add_row(RawRow const& row, RowTime const& time, PageKnowledge const& known) {
        RowContent content = read_content(row, known, file_);
        DraftSession session;
        session.title = std::move(content.title);
        session.kind = content.kind;
        session.label = std::move(content.label);
        session.start = on_the_day(row.day, time.start);
        session.end = on_the_day(row.day, time.end);
        session.duration = content.length ? content.length : time.length;
        session.rooms = std::move(content.rooms);
        session.track = std::move(content.track);
        session.people = std::move(content.people);
        session.url = std::move(content.url);
        session.links = std::move(content.links);
        session.abstract = std::move(content.abstract);
        session.description = std::move(content.description);
        session.placeholder = content.placeholder;
        session.parent = row.parent;
        session.raw = clean_line(row.time_text);
        for (RowCell const& cell : row.cells) session.raw += " | " + cell.cell.text;
        session.origin = {file_, row.time_line, ""};
        report_cells(row, session);
        make_readable(row, session);
        append(problems_, take_status_off_title(session));
        draft_.sessions.push_back(std::move(session));
    }

    /// Signs of other languages than HTML in a row; a row with a template in it is not shown.
    void make_readable(RawRow const& row, DraftSession& session) {
        int const line = row.cells.empty() ? row.time_line : row.cells.front().cell.line;
        if (has_template(session.raw)) {
            report(Severity::error, "template-left", line,
                   fmt::format("\"{}\" holds a template that nothing filled in: not shown", session.raw),
                   "name the page as the site shows it");
            session.status = Status::hidden;
            return;
        }
        std::string const title = session.title;
        bool changed = false;
        auto const read = [&](std::string& text) {
            auto plain = plain_page_text(text);
            changed |= plain.had_markup;
            text = std::move(plain.text);
        };
        for (std::string* text : {&session.title, &session.abstract, &session.description}) read(*text);
        for (DraftPerson& person : session.people)
            for (std::string* text : {&person.name, &person.affiliation, &person.biography}) read(*text);
        if (!changed) return;
        report(Severity::warning, "markup-in-text", line,
               session.title == title
                   ? fmt::format("\"{}\" comes with signs of markup in its texts: read as plain text", title)
                   : fmt::format("\"{}\" holds signs of markup: read as \"{}\"", title, session.title),
               "write it as plain text");
    }

    void report_cells(RawRow const& row, DraftSession const& session) {
        int const line = row.cells.empty() ? row.time_line : row.cells.front().cell.line;
        std::string const text = row.cells.empty() ? "" : row.cells.front().cell.text;
        if (session.placeholder)
            report(Severity::warning, "placeholder", line,
                   fmt::format("\"{}\" names nobody and nothing: shown as to be announced", text),
                   "add the name");
        for (RowCell const& cell : row.cells)
            for (Run const& run : cell.cell.runs)
                if (run.untidy)
                    report(Severity::note, "stray-blanks", run.line,
                           fmt::format("blanks around \"{}\": trimmed", run.text), "");
    }

    /// Links inside the page: to nowhere, or into another person's block.
    void check_links(RawRow const& row, DraftSession const& session, PageText const& text,
                     std::vector<SpeakerBlock> const& blocks) {
        std::string last;
        for (RowCell const& cell : row.cells)
            for (Run const& run : cell.cell.runs) {
                if (run.href.size() < 2 || run.href[0] != '#' || run.href == last) continue;
                last = run.href;
                auto const anchor = text.anchors.find(run.href.substr(1));
                if (anchor != text.anchors.end() && anchor->second == in_programme) continue;
                if (anchor == text.anchors.end())
                    report_missing_target(run);
                else if (auto const* block = block_at(blocks, anchor->second))
                    check_target(run, session, *block);
            }
    }

    void report_missing_target(Run const& run) {
        report(Severity::warning, "link-target-missing", run.line,
               fmt::format("\"{}\" leads nowhere: the speaker is found by name", run.href),
               fmt::format("add id=\"{}\" to the block", run.href.substr(1)));
    }

    static SpeakerBlock const* block_at(std::vector<SpeakerBlock> const& blocks, std::size_t item) {
        auto const holds = [&](SpeakerBlock const& block) { return block.begin <= item && item < block.end; };
        auto const found = std::find_if(blocks.begin(), blocks.end(), holds);
        return found == blocks.end() ? nullptr : &*found;
    }

    void check_target(Run const& run, DraftSession const& session, SpeakerBlock const& block) {
        auto const is_target = [&](DraftPerson const& person) { return person.name == block.person.name; };
        if (session.people.empty() || std::any_of(session.people.begin(), session.people.end(), is_target))
            return;
        report(Severity::warning, "link-target-wrong", run.line,
               fmt::format("\"{}\" leads to the block of {}, the row names {}: joined by name", run.href,
                           block.written_name, session.people.front().name),
               "correct the link");
    }

    EventSettings const& event_;
    SourceName file_;
    std::string page_;
    FrontMatter front_matter_;
    HtmlNode root_;
    PageProgramme programme_;
    std::vector<Day> days_;  // of the programme's days; empty: the first day is unknown
    ScheduleDraft draft_;
    std::vector<Problem> problems_;
};

}  // namespace

int recognise_html(std::string_view text) {
    std::string const lower = to_lower_ascii(text.substr(0, 500'000));
    if (lower.find("<table") != std::string::npos) return 80;
    if (lower.find("<html") != std::string::npos || lower.find("<!doctype html") != std::string::npos)
        return 60;
    for (std::string_view const tag : {"<div", "<body", "<p>", "<h1", "<h2", "<section", "<tr", "<li"})
        if (lower.find(tag) != std::string::npos) return std::max(30, recognise_markdown(text));
    return recognise_markdown(text);
}

Outcome<ScheduleDraft> import_html(SourceText source, EventSettings const& event) {
    return Importer(source, event).run();
}

}  // namespace kiosk
