#include "import/xcal.hpp"

#include <pugixml.hpp>

#include "base/utf8.hpp"
#include "import/feed/feed_draft.hpp"
#include "import/feed/xml_source.hpp"

namespace kiosk {
namespace {

/// The name without its namespace's prefix.
std::string_view local_name(pugi::xml_node node) {
    std::string_view const name = node.name();
    auto const colon = name.find(':');
    return colon == name.npos ? name : name.substr(colon + 1);
}

/// Of `<x>text</x>` or, in RFC 6321, `<x><text>text</text></x>`.
std::string value_of(pugi::xml_node node) {
    for (auto const child : node.children())
        if (child.type() == pugi::node_element && local_name(child) != "parameters") return child.child_value();
    return node.child_value();
}

class Xcal {
public:
    Xcal(SourceText source, FeedProblems& problems) : xml_(std::move(source), problems) {}

    RawFeed read() {
        auto const root = xml_.document().document_element();
        auto const calendar = child_of(root, "vcalendar");
        feed_.header = xml_.place_of(calendar ? calendar : root);
        auto const properties = child_of(calendar, "properties");
        for (auto const node : (properties ? properties : calendar).children()) {
            if (local_name(node) == "x-wr-calname") feed_.title = value_of(node);
            if (local_name(node) == "x-wr-timezone") feed_.zone_name = value_of(node);
        }
        auto const components = child_of(calendar, "components");
        for (auto const node : (components ? components : calendar).children())
            if (local_name(node) == "vevent") read_event(node);
        return std::move(feed_);
    }

private:
    static pugi::xml_node child_of(pugi::xml_node node, std::string_view name) {
        for (auto const child : node.children())
            if (local_name(child) == name) return child;
        return {};
    }

    void read_event(pugi::xml_node node) {
        RawEvent event;
        event.origin = xml_.place_of(node);
        std::string summary;
        auto const properties = child_of(node, "properties");
        for (auto const child : (properties ? properties : node).children()) {
            if (local_name(child) == "summary") summary = value_of(child);
            else read_property(child, event);
        }
        if (event.title.empty()) event.title = std::move(summary);
        feed_.add_event(std::move(event));
    }

    void read_property(pugi::xml_node node, RawEvent& event) {
        struct Property {
            std::string_view name;
            std::string RawEvent::*value;
        };
        static constexpr Property properties[] = {
            {"uid", &RawEvent::guid}, {"title", &RawEvent::title}, {"subtitle", &RawEvent::subtitle}, {"dtstart", &RawEvent::date},
            {"dtend", &RawEvent::end}, {"duration", &RawEvent::duration}, {"description", &RawEvent::description},
            {"category", &RawEvent::type}, {"categories", &RawEvent::type}, {"status", &RawEvent::status}, {"url", &RawEvent::url},
            {"location", &RawEvent::room}, {"track", &RawEvent::track}};
        auto const name = local_name(node);
        for (Property const& property : properties)
            if (name == property.name) return void(event.*property.value = value_of(node));
        if (name == "language-code") event.language = value_of(node);
        else if (name == "attendee") {
            DraftPerson person;
            person.name = value_of(node);
            person.origin = xml_.place_of(node);
            event.add_person(std::move(person));
        }
    }

    XmlSource xml_;
    RawFeed feed_;
};

}  // namespace

int recognise_xcal(std::string_view text) {
    auto const head = text.substr(0, 20'000);
    auto const start = trimmed(head.substr(head.starts_with("\xEF\xBB\xBF") ? 3 : 0));
    return start.starts_with('<') && head.find("vcalendar>") != head.npos ? 95 : 0;
}

Outcome<ScheduleDraft> import_xcal(SourceText source, EventSettings const& event) {
    FeedProblems problems;
    auto const name = source.name;
    auto feed = Xcal(std::move(source), problems).read();
    if (feed.header.file.empty()) feed.header.file = name;
    return draft_of(std::move(feed), event, std::move(problems));
}

}  // namespace kiosk
