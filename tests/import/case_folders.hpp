// Folders that hold one trap each: cases/<format>/<trap>/{input.*, event.txt, expected.txt, problems.txt}.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/problem.hpp"
#include "base/source_text.hpp"
#include "import/mapped/field_map.hpp"
#include "schedule/draft.hpp"
#include "settings/settings.hpp"
#include "support/expected_file.hpp"

namespace kiosk {

struct CaseFolder {
    std::string path;
    std::vector<SourceText> inputs;  ///< `input.*`, or `input-1.*`, `input-2.*` of one event
    EventSettings event;             ///< event.txt: "date 2023-12-16" and "zone Europe/Berlin", each on its line
};

/// The formats that config/formats/ describes; each of its files is right.
std::vector<FieldMap> const& formats_by_map();

/// The cases of `format`, by name.
std::vector<CaseFolder> case_folders(std::string_view format);

/// The first input of a case.
std::string case_input(std::string_view format, std::string_view trap);

/// Each input by the format that recognises it; several are joined as the loader joins them.
Outcome<ScheduleDraft> import_case(CaseFolder const& folder);

/// Reads every case of `format` and compares the draft and the problems. KIOSK_ACCEPT=1 writes what
/// comes out as expected; look at the difference before you commit it.
void check_cases(std::string_view format);

}  // namespace kiosk
