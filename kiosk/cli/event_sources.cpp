#include "cli/event_sources.hpp"

#include <fmt/format.h>

#include "io/files.hpp"
#include "paint/photo_fit.hpp"

namespace kiosk {
namespace {

/// The addresses that the event file names; for a bare address, itself. It is read here alone, so that fetching begins
/// before anything else is done.
std::vector<WebSources::Wanted> addresses_of(CommonOptions const& options) {
    std::vector<WebSources::Wanted> wanted;
    if (is_web_address(options.event)) return {{options.event}};
    auto const file = read_text(options.event, options.event);
    if (!options.event.ends_with(".toml") || !file.value) return wanted;
    auto const settings = parse_settings(*file.value);
    if (!settings.value) return wanted;
    for (auto const& source : settings.value->schedules)
        if (is_web_address(source.source)) wanted.push_back({source.source, source.refresh});
    return wanted;
}

}  // namespace

EventSources::EventSources(CommonOptions const& options, bool keeps) {
    std::vector<Problem> problems;
    state_ = keeps ? StateFolder::open(state_candidates(), problems) : StateFolder::look(state_candidates());
    print(std::move(problems), options);
    copies_.emplace(*state_);
    photo_copies_.emplace(*state_, photo_folder);
    drawn_photos_.emplace(*state_, stamp_of("/proc/self/exe"));
    WebPhotoCalls photo_calls{fit_photo, [this] { look_again(); }, say_on_stderr};
    photos_ = std::make_unique<WebPhotos>(*photo_copies_, std::move(photo_calls));
    WebCalls calls{[this] { look_again(); }, say_on_stderr, {}};
    auto const wanted = addresses_of(options);
    for (auto const& one : wanted) addresses_.push_back(one.url);
    web_ = std::make_unique<WebSources>(wanted, *copies_, std::move(calls));
}

Snapshot EventSources::load(CommonOptions const& options, ReadUrl read_url) const {
    if (!read_url) read_url = [this](std::string const& url) { return web_->read(url); };
    return kiosk::load(options, "auto", std::move(read_url), [this](std::vector<WantedPhoto> const& wanted) { return photos_->want(wanted); });
}

WebTexts EventSources::texts() const {
    WebTexts texts;
    for (auto const& url : addresses_)
        if (auto text = web_->read(url); text.value) texts[url] = std::move(*text.value);
    return texts;
}

void EventSources::tell(Loader& loader) {
    {
        std::lock_guard const lock(mutex_);
        loaders_.push_back(&loader);
    }
    if (!web_->states().empty() || photos_->has_wanted()) loader.look_again();  // what came while the first picture was made
}

void EventSources::look_again() {
    std::lock_guard const lock(mutex_);
    for (auto* const loader : loaders_) loader->look_again();
}

void EventSources::hurry() {
    web_->hurry();
    photos_->hurry();
}

void EventSources::stop() {
    web_->stop();
    photos_->stop();
}

}  // namespace kiosk
