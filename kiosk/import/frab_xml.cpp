#include "import/frab_xml.hpp"

#include <pugixml.hpp>

#include "base/utf8.hpp"
#include "import/feed/feed_draft.hpp"
#include "import/feed/xml_source.hpp"
#include "base/limits.hpp"

namespace kiosk {
namespace {

/// All text of an element; child elements that people forget to escape count as their text.
std::string text_of(pugi::xml_node node) {
    auto const first = node.first_child();
    if (first && !first.next_sibling() && first.type() == pugi::node_pcdata) return first.value();
    std::string text;
    int depth = 0;
    for (auto at = first; at;) {
        if (at.type() == pugi::node_pcdata || at.type() == pugi::node_cdata) text += at.value();
        if (at.first_child()) {
            at = at.first_child();
            ++depth;
            continue;
        }
        while (at && !at.next_sibling() && depth > 0) {
            at = at.parent();
            --depth;
        }
        at = at.next_sibling();
    }
    return text;
}

class FrabXml {
public:
    FrabXml(SourceText source, FeedProblems& problems) : xml_(std::move(source), problems) {}

    RawFeed read() {
        auto const schedule = xml_.document().child("schedule");
        read_conference(schedule);
        for (auto const day : schedule.children("day")) read_day(day);
        return std::move(feed_);
    }

private:
    void read_conference(pugi::xml_node schedule) {
        auto const conference = schedule.child("conference");
        feed_.header = xml_.place_of(conference ? conference : schedule);
        feed_.title = text_of(conference.child("title"));
        feed_.start = text_of(conference.child("start"));
        feed_.end = text_of(conference.child("end"));
        feed_.day_count = text_of(conference.child("days"));
        feed_.day_change = text_of(conference.child("day_change"));
        feed_.zone_name = text_of(conference.child("time_zone_name"));
        feed_.city = text_of(conference.child("city"));
        feed_.facts.venue = clean_line(text_of(conference.child("venue")));
        feed_.url = clean_line(text_of(conference.child(conference.child("url") ? "url" : "base_url")));
    }

    void read_day(pugi::xml_node day) {
        feed_.days.push_back({day.attribute("index").value(), day.attribute("date").value(), day.attribute("start").value(),
                              day.attribute("end").value(), xml_.place_of(day)});
        for (auto const child : day.children()) {
            std::string_view const name = child.name();
            if (name == "event") read_event(child, "");
            if (name != "room") continue;
            for (auto const event : child.children("event")) read_event(event, child.attribute("name").value());
        }
    }

    void read_event(pugi::xml_node node, std::string_view group) {
        RawEvent event;
        event.origin = xml_.place_of(node);
        event.guid = node.attribute("guid").value();
        event.id = node.attribute("id").value();
        event.day = feed_.days.size() - 1;
        for (auto const child : node.children()) read_field(child, event);
        if (trimmed(event.room).empty()) event.room = group;  // the parent groups, the child is shown
        feed_.add_event(std::move(event));
    }

    void read_field(pugi::xml_node node, RawEvent& event) {
        struct Field {
            std::string_view name;
            std::string RawEvent::*value;
        };
        static constexpr Field fields[] = {
            {"title", &RawEvent::title}, {"subtitle", &RawEvent::subtitle}, {"type", &RawEvent::type}, {"track", &RawEvent::track},
            {"abstract", &RawEvent::abstract}, {"description", &RawEvent::description}, {"url", &RawEvent::url}, {"date", &RawEvent::date},
            {"start", &RawEvent::start}, {"duration", &RawEvent::duration}, {"room", &RawEvent::room}, {"status", &RawEvent::status}};
        std::string_view const name = node.name();
        for (Field const& field : fields)
            if (name == field.name) return void(event.*field.value = text_of(node));
        if (name == "language") event.language = text_of(node);
        else if (name == "persons") read_people(node, event);
        else if (name == "links" || name == "attachments") read_links(node, event);
    }

    void read_people(pugi::xml_node persons, RawEvent& event) {
        for (auto const node : persons.children("person")) {
            DraftPerson person;
            person.source_id = node.attribute(node.attribute("guid") ? "guid" : "id").value();
            person.name = text_of(node);
            person.origin = xml_.place_of(node);
            event.add_person(std::move(person));
        }
    }

    static void read_links(pugi::xml_node links, RawEvent& event) {
        for (auto const node : links.children()) {
            if (event.links.size() == most_links) break;
            Link link{text_of(node), node.attribute("href").value()};
            if (!link.url.empty()) event.links.push_back(std::move(link));
        }
    }

    XmlSource xml_;
    RawFeed feed_;
};

}  // namespace

int recognise_frab_xml(std::string_view text) {
    auto const head = text.substr(0, 20'000);
    if (head.find("<schedule") == head.npos) return 0;
    return text.find("<day") != text.npos || head.find("<conference") != head.npos ? 95 : 0;
}

Outcome<ScheduleDraft> import_frab_xml(SourceText source, EventSettings const& event) {
    FeedProblems problems;
    auto const name = source.name;
    auto feed = FrabXml(std::move(source), problems).read();
    if (feed.header.file.empty()) feed.header.file = name;
    return draft_of(std::move(feed), event, std::move(problems));
}

}  // namespace kiosk
