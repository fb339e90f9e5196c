// The records of a data file as rows of a feed.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "import/feed/raw_feed.hpp"
#include "import/mapped/fields.hpp"

namespace kiosk {

class RecordReader {
public:
    /// `map` and what `root` stands for must outlive this.
    RecordReader(FieldMap const& map, DataPlace root, std::string file, std::string_view language);

    RawFeed read();

private:
    struct NamedThing {
        std::string name, group;
    };
    using Names = std::map<std::string, NamedThing>;  // by id

    Names names_of(NameList const& list) const;
    void read_facts(RawFeed& feed) const;
    void read_people(RawFeed& feed);
    RawEvent event_of(SessionFields const& fields, DataPlace const& record) const;
    void read_words(SessionFields const& fields, DataPlace const& record, RawEvent& event) const;
    void read_rooms(SessionFields const& fields, DataPlace const& record, RawEvent& event) const;
    void read_tags(SessionFields const& fields, DataPlace const& record, RawEvent& event) const;
    void read_status(SessionFields const& fields, DataPlace const& record, RawEvent& event) const;
    DraftPerson person_of(DataPlace const& place) const;
    SourceRef where(DataPlace const& place) const;

    FieldMap const& map_;
    DataPlace root_;
    SourceName file_;
    FieldReader fields_;
    Names rooms_, tags_, described_;
};

}  // namespace kiosk
