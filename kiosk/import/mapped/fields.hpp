// The fields of one record, asked as a field map names them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "import/mapped/field_map.hpp"
#include "schedule/session.hpp"

namespace kiosk {

class FieldReader {
public:
    /// `language` chooses among texts by language (BCP 47).
    explicit FieldReader(std::string_view language) : language_(language) {}

    /// What the first way that says something leads to; a way of several pieces gives one text.
    std::vector<std::string> texts(Field const& field, DataPlace const& record) const;
    std::string text(Field const& field, DataPlace const& record) const;  ///< the first of them, or empty
    /// The values themselves. Ways of several pieces give none.
    std::vector<DataPlace> places(Field const& field, DataPlace const& record) const;
    /// Empty: nothing is there. "false", "no" and 0 are false; lists and objects are true if filled.
    std::optional<bool> flag(Field const& field, DataPlace const& record) const;
    /// Addresses: texts, objects with a "url", or objects whose every member is an address.
    std::vector<Link> links(Field const& field, DataPlace const& record) const;

private:
    std::vector<std::string> texts(DataPath const& path, DataPlace const& record) const;
    std::string language_;
};

}  // namespace kiosk
