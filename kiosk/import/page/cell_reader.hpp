// What the cells of a row mean: kind, title, people, links, room.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "import/page/table_rows.hpp"
#include "schedule/draft.hpp"

namespace kiosk {

/// What the rest of the page knows, by which a run is told to be a name, a title or an affiliation.
struct PageKnowledge {
    std::set<std::string> names;   ///< person_key of the names in headings outside of the programme
    std::set<std::string> titles;  ///< comparison_key of those headings
    /// What mostly follows a name on this page; decides about runs that are neither clearly.
    enum class AfterName { affiliation, title } after_name = AfterName::affiliation;
    bool has_names_alone = false;  ///< several rows hold "NAME (X)" and nothing else: people, not titles
};

/// One row, understood. Only what the cells say; times come from elsewhere.
struct RowContent {
    std::string title, label, abstract, description;
    std::string url;  ///< where the title leads
    Kind kind = Kind::talk;
    std::vector<DraftPerson> people;
    std::vector<Link> links;
    std::vector<std::string> rooms;
    std::string track;
    std::optional<minutes> length;  ///< "(10mn)" in the cell
    bool placeholder = false;       ///< a role without a name, or "TBA"
};

RowContent read_content(RawRow const& row, PageKnowledge const& known, std::string const& file);

/// At least two rows consist of names with an affiliation in brackets.
bool has_names_alone(std::vector<RawRow> const& rows);

/// What follows names in these rows: whichever is more frequent among the clear cases.
PageKnowledge::AfterName usual_after_name(std::vector<RawRow> const& rows, PageKnowledge const& known);

}  // namespace kiosk
