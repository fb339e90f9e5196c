// Who stands in the fields of a row: ids, names, lists of either.
#pragma once

#include <string_view>
#include <vector>

#include "import/table_row.hpp"

namespace kiosk {

/// "1:Jane Doe|2:John Roe", "jane, john" (ids), "Jane Doe; John Roe", "Jane Doe<br>John Roe",
/// "Jane Doe (ACME)"; affiliations and photos from columns of their own, in the same order, and the biography of
/// somebody who is alone. Somebody of whom the row has the id alone has no name yet: join_by_id gives it.
std::vector<DraftPerson> people_of_fields(TableRow const& row);

/// One entry of a list of people: an id or a name.
DraftPerson person_of_entry(std::string_view text, SourceRef const& origin);

}  // namespace kiosk
