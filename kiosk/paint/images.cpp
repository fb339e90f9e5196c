#include "paint/images.hpp"

#include <algorithm>
#include <numeric>

#include "base/limits.hpp"
#include "io/files.hpp"
#include "io/machine_time.hpp"
#include "paint/decoder_process.hpp"
#include "paint/photo_file.hpp"

namespace kiosk {
namespace {

/// A photo that cannot be read or used: one warning, whatever the reason.
Problem unusable(std::string const& shown, std::string const& why, std::string const& hint) {
    return {Severity::warning, "photo-unusable", "the photo cannot be used: " + why, hint, {shown, 0, {}}};
}

struct SeenPhoto {
    PhotoHeader header;
    std::string bytes;
};

Outcome<SeenPhoto> look_at(std::string const& shown, ReadPhoto const& read) {
    auto bytes = read();
    if (!bytes.value) return {{}, std::move(bytes.problems)};
    auto header = read_photo_header(*bytes.value, shown);
    if (!header.value) return {{}, std::move(header.problems)};
    return {SeenPhoto{*header.value, std::move(*bytes.value)}, {}};
}

Problem undecodable(std::string const& shown, std::string const& fault) { return unusable(shown, fault, "save it anew as JPEG or PNG"); }

Outcome<SharedPixels> decode(std::string const& shown, SeenPhoto const& photo, Crop const& crop, std::stop_token const& stop = {}) {
    auto reply = decode_apart(photo.bytes, {DecoderTask::Kind::photo, photo.header, crop}, stop);
    if (!reply.fault.empty()) return {{}, {undecodable(shown, reply.fault)}};
    return {std::make_shared<Pixels const>(Pixels{reply.size, std::move(reply.bytes)}), {}};
}

/// The photo as it is to be drawn.
Outcome<SharedPixels> draw(std::string const& shown, ReadPhoto const& read, Crop const& crop) {
    auto seen = look_at(shown, read);
    if (!seen.value) return {{}, std::move(seen.problems)};
    return decode(shown, *seen.value, crop);
}

/// The same on `worker`, which gives `kept` (null: nobody) what was decoded when it has nothing to draw.
Outcome<SharedPixels> draw_aside(PhotoWorker& worker, KeptPhotos* kept, std::string const& shown, ReadPhoto const& read, Crop const& crop,
                                 std::stop_token const& stop) {
    auto seen = look_at(shown, read);
    if (!seen.value) return {{}, std::move(seen.problems)};
    if (!kept) return decode(shown, *seen.value, crop, stop);
    auto key = kept->key_of(seen.value->bytes, crop);
    if (auto found = kept->find(key)) return {std::make_shared<Pixels const>(std::move(*found)), {}};
    auto drawn = decode(shown, *seen.value, crop, stop);
    if (drawn.value) worker.later([kept, key = std::move(key), pixels = *drawn.value] { kept->keep(key, *pixels, machine_clock()); });
    return drawn;
}

ReadPhoto reader_of(std::filesystem::path const& file) {
    return [file]() -> Outcome<std::string> {
        auto read = read_text(file, file.string(), largest_photo);
        if (read.value) return {std::move(read.value->text), {}};
        for (auto& problem : read.problems) problem = unusable(file.string(), problem.message, problem.hint);
        return {{}, std::move(read.problems)};
    };
}

bool is_empty(Crop const& crop) { return crop.size.width <= 0 || crop.size.height <= 0; }

}  // namespace

std::vector<Problem> Images::add_file(std::string const& name, std::filesystem::path const& file, std::pair<int, int> focus) {
    auto read = reader_of(file);
    auto const seen = look_at(file.string(), read);
    if (seen.value) make_known(name, {file.string(), std::move(read), seen.value->header.upright(), focus, 0});
    else forget(name);
    return seen.problems;
}

void Images::add_unseen(std::string const& name, std::string const& shown, ReadPhoto read, std::pair<int, int> focus) {
    make_known(name, {shown, std::move(read), {}, focus, 0});
}

void Images::make_known(std::string const& name, Photo photo) {
    photo.version = ++versions_;
    bool const is_new = photos_.insert_or_assign(name, std::move(photo)).second;
    if (is_new) return;
    if (worker_) replaced_.push_back(name);
    else std::erase_if(copies_, [&](Copy const& copy) { return copy.photo.name == name; });
}

std::pair<int, int> Images::focus(std::string const& name) const {
    Crop const usual;
    auto const photo = photos_.find(name);
    return photo == photos_.end() ? std::pair{usual.focus_x, usual.focus_y} : photo->second.focus;
}

std::optional<Size> Images::size(std::string const& name) const {
    auto const found = photos_.find(name);
    if (found == photos_.end()) return {};
    auto& photo = found->second;
    if (photo.size) return photo.size;
    if (worker_) return Size{};
    auto const seen = look_at(photo.shown, photo.read);
    if (seen.value) return photo.size = seen.value->header.upright();
    append(problems_, seen.problems);
    forget(name);
    return {};
}

void Images::forget(std::string const& name) const {
    photos_.erase(name);
    std::erase_if(copies_, [&](Copy const& copy) { return copy.photo.name == name; });
}

/// That of the newest bytes, else of earlier ones.
Images::Copies::iterator Images::find_copy(std::string const& name, Crop const& crop) const {
    auto best = copies_.end();
    for (auto copy = copies_.begin(); copy != copies_.end(); ++copy)
        if (copy->photo.name == name && copy->photo.crop == crop && (best == copies_.end() || copy->photo.version > best->photo.version)) best = copy;
    return best;
}

SharedPixels Images::scaled(std::string const& name, Crop const& crop) {
    auto const photo = photos_.find(name);
    if (photo == photos_.end() || is_empty(crop)) return {};
    auto const kept = find_copy(name, crop);
    bool const is_current = kept != copies_.end() && kept->photo.version == photo->second.version;
    if (!is_current && !worker_) return draw_here(name, crop);
    if (!is_current) {
        if (!is_wanted({name, 0, crop})) wanted_.emplace_back(name, crop);
        ask_worker();
    }
    if (kept == copies_.end()) return {};
    copies_.splice(copies_.begin(), copies_, kept);
    return copies_.front().pixels;
}

bool Images::is_ready(std::string const& name, Crop const& crop) const {
    auto const photo = photos_.find(name);
    if (!worker_ || photo == photos_.end() || is_empty(crop)) return true;
    auto const kept = find_copy(name, crop);
    return kept != copies_.end() && kept->photo.version == photo->second.version;
}

SharedPixels Images::draw_here(std::string const& name, Crop const& crop) {
    auto const& photo = photos_.at(name);
    auto drawn = draw(photo.shown, photo.read, crop);
    if (!drawn.value) {
        append(problems_, std::move(drawn.problems));
        forget(name);
        return {};
    }
    keep({name, photo.version, crop}, std::move(*drawn.value));
    return copies_.front().pixels;
}

void Images::keep(DrawnPhoto photo, SharedPixels pixels) {
    std::erase_if(copies_, [&](Copy const& copy) { return copy.photo.name == photo.name && copy.photo.crop == photo.crop; });
    copies_.push_front({std::move(photo), std::move(pixels)});
    make_room();
}

/// What is wanted stays, and the newest: else what a slide needs would go while it is being collected.
void Images::make_room() {
    auto bytes = std::accumulate(copies_.begin(), copies_.end(), std::size_t{0},
                                 [](std::size_t sum, Copy const& copy) { return sum + copy.pixels->rgba.size(); });
    for (auto copy = copies_.end(); copy != copies_.begin() && bytes > limit_;) {
        --copy;
        if (copy == copies_.begin() || is_wanted(copy->photo)) continue;
        bytes -= copy->pixels->rgba.size();
        copy = copies_.erase(copy);
    }
}

std::vector<Problem> Images::check(std::string const& name) const {
    auto const photo = photos_.find(name);
    if (photo == photos_.end()) return {};
    auto seen = look_at(photo->second.shown, photo->second.read);
    if (!seen.value) return seen.problems;
    auto const reply = decode_apart(seen.value->bytes, {DecoderTask::Kind::whole, seen.value->header});
    if (!reply.fault.empty()) seen.problems.push_back(undecodable(photo->second.shown, reply.fault));
    return seen.problems;
}

// With a worker.

void Images::decode_aside(std::function<void()> on_done, KeptPhotos* kept) {
    kept_ = kept;
    worker_ = std::make_unique<PhotoWorker>(std::move(on_done));
}

void Images::decode_here() {
    worker_.reset();
    wanted_.clear();
}

bool Images::is_wanted(DrawnPhoto const& photo) const {
    return std::any_of(wanted_.begin(), wanted_.end(), [&](auto const& wanted) { return wanted.first == photo.name && wanted.second == photo.crop; });
}

void Images::prepare(Wanted now, Wanted soon) {
    if (!worker_) return;
    wanted_ = std::move(now);
    for (auto& photo : soon)
        if (!is_wanted({photo.first, 0, photo.second})) wanted_.push_back(std::move(photo));
    ask_worker();
}

void Images::ask_worker() {
    std::vector<PhotoWorker::Job> jobs;
    for (auto const& [name, crop] : wanted_) {
        auto const photo = photos_.find(name);
        if (photo == photos_.end() || is_ready(name, crop)) continue;
        jobs.push_back({{name, photo->second.version, crop},
                        [&worker = *worker_, kept = kept_, shown = photo->second.shown, read = photo->second.read, crop = crop](std::stop_token const& stop) {
                            return draw_aside(worker, kept, shown, read, crop, stop);
                        }});
    }
    worker_->ask(std::move(jobs));
}

void Images::wait(milliseconds longest) {
    if (worker_) worker_->wait(longest);
}

PhotoNews Images::collect() {
    PhotoNews news;
    if (!worker_) return news;
    news.replaced = std::exchange(replaced_, {});
    for (auto& done : worker_->take()) {
        auto const photo = photos_.find(done.photo.name);
        if (photo == photos_.end() || photo->second.version != done.photo.version) continue;  // replaced meanwhile
        if (done.drawn.value) {
            keep(std::move(done.photo), std::move(*done.drawn.value));
        } else {
            append(news.broken, std::move(done.drawn.problems));
            forget(done.photo.name);
        }
    }
    return news;
}

}  // namespace kiosk
