#include "io/photo_search.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "base/limits.hpp"
#include "base/utf8.hpp"
#include "io/files.hpp"
#include "io/http_transfer.hpp"
#include "io/web_sources.hpp"
#include "schedule/person_name.hpp"

namespace kiosk {
namespace fs = std::filesystem;
namespace {

constexpr int folders_above = 5;  // a site's root is not further up than that

bool is_file(fs::path const& path) {
    std::error_code error;
    return fs::is_regular_file(path, error);
}

/// "assets/images/a.jpg", then "images/a.jpg", down to the last two parts.
std::vector<fs::path> shortened(fs::path const& path) {
    std::vector<fs::path> parts(path.begin(), path.end()), found;
    for (std::size_t skip = 0; skip + 2 <= parts.size(); ++skip) {
        fs::path rest;
        for (std::size_t i = skip; i < parts.size(); ++i) rest /= parts[i];
        found.push_back(rest);
    }
    if (found.empty()) found.push_back(path);
    return found;
}

/// The file beside `named` that has the same name in other accents: "é" may be one character or two.
fs::path find_alike(fs::path const& named, std::vector<fs::path> const& folders) {
    auto const is_ascii = [](std::string const& text) { return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }); };
    auto const name = named.filename().string();
    if (is_ascii(name)) return {};
    std::error_code error;
    for (auto const& folder : folders)
        for (auto const& entry : fs::directory_iterator(folder.empty() ? fs::path(".") : folder, error)) {
            auto const other = entry.path().filename().string();
            if (!is_ascii(other) && comparison_key(other) == comparison_key(name)) return entry.path();
        }
    return {};
}

/// The photo's address: its own, or where its name leads from the page on the web that names it. Empty: it has none.
std::string address_of(Speaker const& speaker, std::vector<ScheduleSource> const& sources) {
    if (is_web_address(speaker.photo)) return speaker.photo;
    auto const& file = (speaker.photo_origin.file.empty() ? speaker.origin.file : speaker.photo_origin.file).text();
    for (auto const& source : sources)
        if (is_web_address(source.source) && masked_url(source.source) == file) {
            auto url = resolve_reference(source.source, speaker.photo).value_or("");
            return is_web_address(url) ? url : "";
        }
    return {};
}

/// The photos of one event while they are looked for.
class PhotoSearch {
public:
    explicit PhotoSearch(Snapshot& snapshot)
        : snapshot_(snapshot), folders_(snapshot.settings.image_folders.begin(), snapshot.settings.image_folders.end()) {
        for (auto const& source : snapshot.settings.schedules)
            if (is_web_address(source.source)) configured_.insert(host_and_port(source.source).value_or(""));
    }

    void look_for(Schedule const& schedule) {
        for (auto const& speaker : schedule.speakers())
            if (!speaker.photo.empty() && !snapshot_.photos.contains(speaker.photo) && !on_the_web_.contains(speaker.photo)) look_for(speaker);
    }
    void ask_the_web(std::function<std::vector<WebPhoto>(std::vector<WantedPhoto> const&)> const& want_photos);

private:
    struct OnTheWeb {
        Speaker const* speaker;
        WantedPhoto photo;
    };
    void look_for(Speaker const& speaker);
    fs::path alike(Speaker const& speaker, fs::path const& page_folder);
    PhotoSource with_focus(PhotoSource photo, std::string const& name) const;
    void report(std::string code, std::string message, std::string hint, SourceRef const& where) {
        snapshot_.problems.push_back({Severity::warning, std::move(code), std::move(message), std::move(hint), where});
    }
    void report_alike(std::vector<Speaker const*> const& speakers, std::string const& why, std::string hint);

    Snapshot& snapshot_;
    std::vector<fs::path> folders_;
    std::set<std::string> configured_;  // where the organiser's own sources are
    std::set<std::string> on_the_web_;  // by the schedule's name
    std::vector<OnTheWeb> found_there_;
};

PhotoSource PhotoSearch::with_focus(PhotoSource photo, std::string const& name) const {
    for (auto const& speaker : snapshot_.settings.speakers)
        if (speaker.focus && same_person(speaker.name, name)) std::tie(photo.focus_x, photo.focus_y) = *speaker.focus;
    return photo;
}

fs::path PhotoSearch::alike(Speaker const& speaker, fs::path const& page_folder) {
    auto near = folders_;
    near.push_back(page_folder);
    near.push_back(page_folder / fs::path(speaker.photo).relative_path().parent_path());
    auto found = find_alike(speaker.photo, near);
    if (!found.empty())
        report("photo-name-normalised",
               fmt::format("the photo of {} is called \"{}\", with its accents written in another way: taken", speaker.name, found.filename().string()),
               "rename the file", speaker.photo_origin);
    return found;
}

void PhotoSearch::look_for(Speaker const& speaker) {
    auto const page = fs::path((speaker.photo_origin.file.empty() ? speaker.origin.file : speaker.photo_origin.file).text());
    auto found = find_photo(speaker.photo, page.parent_path(), folders_);
    if (found.empty() && !is_web_address(speaker.photo)) found = alike(speaker, page.parent_path());
    if (!found.empty()) {
        PhotoSource const photo{found, 500, 333, stamp_of(found), {}};
        snapshot_.photos.emplace(speaker.photo, with_focus(photo, speaker.name));
    } else if (auto const url = address_of(speaker, snapshot_.settings.schedules); !url.empty()) {
        bool const is_configured = configured_.contains(host_and_port(url).value_or("none"));
        found_there_.push_back({&speaker, {url, is_configured ? Reach::anywhere : Reach::internet_only}});
        on_the_web_.insert(speaker.photo);
    } else {
        report("photo-unusable", fmt::format("the photo \"{}\" of {} is not there: initials are shown", speaker.photo, speaker.name),
               "put it into a folder of [images] folders", speaker.photo_origin);
    }
}

/// One line for all of them, at the first one's place.
void PhotoSearch::report_alike(std::vector<Speaker const*> const& speakers, std::string const& why, std::string hint) {
    if (speakers.empty()) return;
    auto const more = speakers.size() > 1 ? fmt::format(" (and {} more alike)", speakers.size() - 1) : "";
    report("photo-unusable", fmt::format("the photo of {} {}: initials are shown{}", speakers.front()->name, why, more), std::move(hint),
           speakers.front()->photo_origin);
}

void PhotoSearch::ask_the_web(std::function<std::vector<WebPhoto>(std::vector<WantedPhoto> const&)> const& want_photos) {
    std::vector<WantedPhoto> wanted;
    std::vector<Speaker const*> too_many, not_fetched;
    for (auto const& found : found_there_) {
        bool const fits = wanted.size() < most_web_photos;
        if (fits) wanted.push_back(found.photo);
        else too_many.push_back(found.speaker);
    }
    auto const states = want_photos ? want_photos(wanted) : std::vector<WebPhoto>{};
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        auto const& speaker = *found_there_[i].speaker;
        if (!want_photos) not_fetched.push_back(&speaker);
        else if (states[i].version != 0)
            snapshot_.photos.emplace(speaker.photo, with_focus({{}, 500, 333, states[i].version, wanted[i]}, speaker.name));
        else if (!states[i].trouble.empty()) report_alike({&speaker}, states[i].trouble, "it is tried again by itself");
    }
    report_alike(not_fetched, "is on the web, from where none is fetched", "save it into a folder of [images] folders, and name it in a [[speaker]]");
    report_alike(too_many, fmt::format("is one of more than {} on the web", most_web_photos), "save it into a folder of [images] folders");
}

}  // namespace

void find_photos(Snapshot& snapshot, std::function<std::vector<WebPhoto>(std::vector<WantedPhoto> const&)> const& want_photos) {
    PhotoSearch search(snapshot);
    search.look_for(snapshot.schedule);
    if (snapshot.second_schedule) search.look_for(*snapshot.second_schedule);
    search.ask_the_web(want_photos);
}

void find_logo(Snapshot& snapshot, fs::path const& event_folder) {
    auto const& event = snapshot.settings.event;
    if (event.logo.empty()) return;
    auto path = event_folder / event.logo;
    if (is_web_address(event.logo) || !is_file(path))
        path = find_photo(event.logo, event_folder, {snapshot.settings.image_folders.begin(), snapshot.settings.image_folders.end()});
    if (!path.empty()) {
        snapshot.logo = LogoSource{event.logo, path, event.logo_origin, stamp_of(path)};
        return;
    }
    auto const why = is_web_address(event.logo) ? "is on the web, from where none is fetched" : "is not there";
    snapshot.problems.push_back({Severity::warning, "logo-unusable", fmt::format("the logo \"{}\" {}: left out", event.logo, why),
                                 "put it beside the event file, or into a folder of [images] folders", event.logo_origin});
}

fs::path find_photo(std::string const& named, fs::path const& page_folder, std::vector<fs::path> const& image_folders) {
    if (named.empty() || is_web_address(named) || named.find('\0') != std::string::npos) return {};
    auto const relative = fs::path(named).relative_path().lexically_normal();
    // A page must not reach out of its own folders.
    if (relative.empty() || *relative.begin() == "..") return {};
    for (auto const& folder : image_folders)
        for (auto const& candidate : {folder / relative, folder / relative.filename()})
            if (is_file(candidate)) return candidate;
    if (!named.starts_with('/')) return is_file(page_folder / relative) ? page_folder / relative : fs::path{};
    std::error_code error;
    auto folder = fs::absolute(page_folder.empty() ? "." : page_folder, error);
    for (int up = 0; up <= folders_above && !folder.empty(); ++up) {
        for (auto const& rest : shortened(relative))
            if (is_file(folder / rest)) return folder / rest;
        if (folder == folder.root_path()) break;
        folder = folder.parent_path();
    }
    return {};
}

}  // namespace kiosk
