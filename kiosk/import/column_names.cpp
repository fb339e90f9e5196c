#include "import/column_names.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/utf8.hpp"

namespace kiosk {
namespace {

// clang-format off
// Without blanks, accents and case; the plurals of English are found by their singular.
constexpr auto names = std::to_array<std::pair<std::string_view, Column>>({
    {"room", Column::room}, {"location", Column::room}, {"stage", Column::room}, {"hall", Column::room},
    {"roomname", Column::room}, {"raum", Column::room}, {"ort", Column::room}, {"saal", Column::room},
    {"buhne", Column::room}, {"raume", Column::room},
    {"date", Column::date}, {"startdate", Column::date}, {"datum", Column::date}, {"dateiso", Column::date},
    {"day", Column::day}, {"tag", Column::day}, {"daynumber", Column::day}, {"dayindex", Column::day},
    {"start", Column::start}, {"starttime", Column::start}, {"timestart", Column::start}, {"begin", Column::start},
    {"begintime", Column::start}, {"beginning", Column::start}, {"time", Column::start}, {"from", Column::start},
    {"when", Column::start}, {"startat", Column::start}, {"hour", Column::start}, {"slot", Column::start},
    {"timeslot", Column::start}, {"dtstart", Column::start}, {"startdatetime", Column::start},
    {"startsat", Column::start}, {"beginn", Column::start}, {"anfang", Column::start}, {"zeit", Column::start},
    {"uhrzeit", Column::start}, {"startzeit", Column::start}, {"von", Column::start}, {"startuhrzeit", Column::start},
    {"end", Column::end}, {"endtime", Column::end}, {"timeend", Column::end}, {"finish", Column::end},
    {"to", Column::end}, {"until", Column::end}, {"till", Column::end}, {"endsat", Column::end},
    {"dtend", Column::end}, {"enddatetime", Column::end}, {"ende", Column::end}, {"endzeit", Column::end},
    {"bis", Column::end},
    {"duration", Column::duration}, {"length", Column::duration}, {"minute", Column::duration},
    {"min", Column::duration}, {"dauer", Column::duration}, {"durationminute", Column::duration},
    {"durationmin", Column::duration}, {"lange", Column::duration},
    {"title", Column::title}, {"talktitle", Column::title}, {"sessiontitle", Column::title}, {"topic", Column::title},
    {"sessionname", Column::title}, {"heading", Column::title}, {"subject", Column::title},
    {"summary", Column::title}, {"titel", Column::title}, {"thema", Column::title}, {"activity", Column::title},
    {"papertitle", Column::title}, {"eventtitle", Column::title}, {"vortragstitel", Column::title},
    {"programmpunkt", Column::title}, {"veranstaltung", Column::title},
    {"subtitle", Column::subtitle}, {"untertitel", Column::subtitle},
    {"id", Column::id}, {"uid", Column::id}, {"guid", Column::id}, {"key", Column::id}, {"slug", Column::id},
    {"code", Column::id}, {"sessionid", Column::id}, {"nr", Column::id}, {"number", Column::id}, {"nummer", Column::id},
    {"kennung", Column::id}, {"identifier", Column::id},
    {"abstract", Column::abstract}, {"teaser", Column::abstract}, {"kurzbeschreibung", Column::abstract},
    {"shortdescription", Column::abstract}, {"talkabstract", Column::abstract}, {"zusammenfassung", Column::abstract},
    {"description", Column::description}, {"detail", Column::description}, {"text", Column::description},
    {"beschreibung", Column::description}, {"longdescription", Column::description}, {"content", Column::description},
    {"body", Column::description},
    {"language", Column::language}, {"lang", Column::language}, {"sprache", Column::language},
    {"speaker", Column::people}, {"presenter", Column::people}, {"people", Column::people},
    {"person", Column::people}, {"author", Column::people}, {"host", Column::people}, {"panelist", Column::people},
    {"speakername", Column::people}, {"instructor", Column::people}, {"lecturer", Column::people},
    {"by", Column::people}, {"participant", Column::people}, {"sprecher", Column::people},
    {"sprecherin", Column::people}, {"vortragende", Column::people}, {"referent", Column::people},
    {"referenten", Column::people}, {"referentin", Column::people}, {"autor", Column::people},
    {"autoren", Column::people}, {"personen", Column::people}, {"mitwirkende", Column::people},
    {"speakerid", Column::people}, {"who", Column::people},
    {"role", Column::role}, {"position", Column::role}, {"jobtitle", Column::role}, {"rolle", Column::role},
    {"affiliation", Column::affiliation}, {"organization", Column::affiliation},
    {"organisation", Column::affiliation}, {"company", Column::affiliation}, {"institution", Column::affiliation},
    {"employer", Column::affiliation}, {"university", Column::affiliation}, {"institute", Column::affiliation},
    {"firma", Column::affiliation}, {"institut", Column::affiliation}, {"org", Column::affiliation},
    {"bio", Column::biography}, {"biography", Column::biography}, {"about", Column::biography},
    {"biographie", Column::biography}, {"biografie", Column::biography}, {"speakerbio", Column::biography},
    {"photo", Column::photo}, {"image", Column::photo}, {"img", Column::photo}, {"picture", Column::photo},
    {"avatar", Column::photo}, {"thumbnail", Column::photo}, {"headshot", Column::photo}, {"foto", Column::photo},
    {"bild", Column::photo}, {"photourl", Column::photo}, {"imageurl", Column::photo}, {"portrait", Column::photo},
    {"track", Column::track}, {"stream", Column::track}, {"strand", Column::track}, {"schiene", Column::track},
    {"type", Column::kind}, {"kind", Column::kind}, {"category", Column::kind}, {"format", Column::kind},
    {"sessiontype", Column::kind}, {"sessionformat", Column::kind}, {"talkformat", Column::kind}, {"talktype", Column::kind}, {"typ", Column::kind}, {"art", Column::kind},
    {"kategorie", Column::kind}, {"class", Column::kind}, {"eventtype", Column::kind},
    {"url", Column::url}, {"link", Column::url}, {"website", Column::url}, {"homepage", Column::url},
    {"webseite", Column::url}, {"web", Column::url}, {"href", Column::url},
    {"fileurl", Column::recording}, {"video", Column::recording}, {"videourl", Column::recording},
    {"recording", Column::recording}, {"recordingurl", Column::recording}, {"youtube", Column::recording},
    {"aufzeichnung", Column::recording},
    {"slide", Column::slides}, {"slidesurl", Column::slides}, {"folien", Column::slides},
    {"presentationurl", Column::slides},
    {"name", Column::name}, {"fullname", Column::name}, {"publicname", Column::name}, {"displayname", Column::name},
    {"event", Column::event}, {"item", Column::event},
    {"talk", Column::talk}, {"session", Column::talk}, {"presentation", Column::talk}, {"talkid", Column::talk},
    {"vortrag", Column::talk}, {"paper", Column::talk},
    {"part", Column::parts}, {"schedule", Column::parts}, {"program", Column::parts}, {"programme", Column::parts},
    {"agenda", Column::parts}, {"subsession", Column::parts}, {"children", Column::parts}, {"entry", Column::parts},
    {"timetable", Column::parts}, {"programm", Column::parts}, {"zeitplan", Column::parts},
    {"venue", Column::venue}, {"veranstaltungsort", Column::venue},
    {"timezone", Column::zone}, {"tz", Column::zone}, {"zeitzone", Column::zone}, {"timezonename", Column::zone},
});
// clang-format on

std::optional<Column> find(std::string_view key) {
    auto const found = std::find_if(names.begin(), names.end(), [&](auto const& name) { return name.first == key; });
    if (found == names.end()) return {};
    return found->second;
}

}  // namespace

std::optional<Column> column_of(std::string_view name) {
    std::string key = comparison_key(name.substr(0, 100));
    std::erase(key, ' ');
    if (auto const found = find(key)) return found;
    while (!key.empty() && key.back() >= '0' && key.back() <= '9') key.pop_back();  // "Speaker 2"
    if (auto const found = find(key)) return found;
    // Ids in the plural refer to others: "sessionIds", "speaker_ids".
    if (key.ends_with("ids")) return column_of(std::string_view(key).substr(0, key.size() - 3));
    if (key.ends_with('s')) return find(std::string_view(key).substr(0, key.size() - 1));
    return {};
}

}  // namespace kiosk
