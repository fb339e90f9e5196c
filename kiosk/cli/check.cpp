#include <algorithm>
#include <cstdio>
#include <set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "io/files.hpp"
#include "io/photos_once.hpp"
#include "lint/codes.hpp"
#include "lint/rules.hpp"
#include "paint/photo_fit.hpp"
#include "paint/studio.hpp"
#include "paint/widest_metrics.hpp"
#include "present/rotation.hpp"

namespace kiosk {
namespace {

std::string to_json(std::vector<Problem> const& problems) {
    auto list = nlohmann::ordered_json::array();
    for (auto const& problem : problems) {
        nlohmann::ordered_json one{{"file", problem.where.file.text()}, {"line", problem.where.line}, {"severity", to_word(problem.severity)},
                                   {"code", problem.code},       {"message", problem.message}, {"hint", problem.hint}};
        if (!problem.where.path.empty()) one["path"] = problem.where.path;
        list.push_back(std::move(one));
    }
    return list.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

std::string counted(std::ptrdiff_t count, std::string_view noun) { return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s"); }

/// An importer that has said something of a file has said it with more knowledge.
std::vector<Problem> not_yet_reported(std::vector<Problem> problems, std::vector<Problem> const& reported) {
    std::set<std::pair<std::string_view, std::string_view>> said;
    for (auto const& problem : reported) said.emplace(problem.code, problem.where.file.text());
    std::erase_if(problems, [&](Problem const& problem) { return said.contains({problem.code, problem.where.file.text()}); });
    return problems;
}

/// Names the people whose photo cannot be used: the painter knows files and addresses only. Of an address, the place
/// that names it says more.
void name_people(std::vector<Problem>& problems, Snapshot const& snapshot) {
    for (auto& problem : problems) {
        if (problem.code != "photo-unusable") continue;
        std::string people;
        std::optional<SourceRef> named_at;
        for (auto const& speaker : snapshot.schedule.speakers()) {
            auto const photo = snapshot.photos.find(speaker.photo);
            if (photo == snapshot.photos.end() || photo->second.shown() != problem.where.file.text()) continue;
            people += (people.empty() ? "" : ", ") + speaker.name;
            if (photo->second.path.empty() && !named_at) named_at = speaker.photo_origin;
        }
        if (!people.empty()) problem.message += fmt::format(": initials are shown for {}", people);
        if (!named_at) continue;
        problem.message = fmt::format("{}: {}", problem.where.file.text(), problem.message);
        problem.where = *named_at;
    }
}

/// The bytes, as they are drawn. Empty: they cannot be read.
std::optional<std::string> bytes_of(PhotoSource const& photo, PhotosOnce& photos) {
    if (photo.path.empty()) return photos.read(photo.web).value;
    auto file = read_text(photo.path, photo.path.string());
    return file.value ? std::optional(std::move(file.value->text)) : std::nullopt;
}

std::vector<Problem> check_photos(Snapshot const& snapshot, Studio const& studio, PhotosOnce& photos) {
    std::vector<WantedPhoto> on_the_web;
    for (auto const& [name, photo] : snapshot.photos)
        if (photo.path.empty()) on_the_web.push_back(photo.web);
    photos.read_all(on_the_web);
    auto problems = studio.check_photos();
    name_people(problems, snapshot);
    for (auto const& speaker : snapshot.schedule.speakers()) {
        auto const photo = snapshot.photos.find(speaker.photo);
        if (photo == snapshot.photos.end() || !studio.metrics().image_size(speaker.photo)) continue;  // said already
        auto const bytes = bytes_of(photo->second, photos);
        if (bytes) append(problems, find_photo_doubts(speaker.name, photo->second.shown(), read_image_header(*bytes)));
    }
    return problems;
}

/// What the display will make of the schedule: photos, cut titles, characters without a font.
std::vector<Problem> check_display(Snapshot const& snapshot, Studio& studio, PhotosOnce& photos, Size size) {
    auto problems = check_photos(snapshot, studio, photos);
    auto const scenes = scenes_of(snapshot);
    append(problems, find_cut_texts(snapshot.schedule, scenes, snapshot.theme, size, {studio.metrics().widest(), studio.metrics()}));
    append(problems, find_small_letters(snapshot.schedule, scenes, snapshot.theme, size,
                                        {snapshot.display.panel_inches, snapshot.display.viewing_metres}, snapshot.display.where, studio.metrics()));
    auto const has_glyph = [&](char32_t c) { return studio.metrics().widest().has_glyph(c) || studio.metrics().has_glyph(c); };
    auto const package_for = [&](char32_t c) { return studio.metrics().package_for(c); };
    append(problems, find_missing_glyphs(snapshot.schedule, {has_glyph, package_for}));
    auto const& asked_for = snapshot.settings.event.languages;
    for (std::size_t i = 0; i < snapshot.languages.size(); ++i)
        append(problems, find_missing_letters(snapshot.languages[i], asked_for[i].where, has_glyph));
    return problems;
}

}  // namespace

Exit check(CommonOptions const& options, CheckOptions const& check) {
    if (check.list_codes) {
        std::string text;
        for (auto const& code : problem_codes()) text += fmt::format("{:<26} {}\n", code.code, code.meaning);
        return write_result("-", text, options);
    }
    auto snapshot = load(options);
    PhotosOnce photos(StateFolder::look(state_candidates()), fit_photo);
    auto studio = open_studio(snapshot, photos);
    name_people(studio.problems, snapshot);
    append(snapshot.problems, std::move(studio.problems));
    append(snapshot.problems, not_yet_reported(lint_schedule(snapshot.schedule), snapshot.problems));
    if (studio.value) append(snapshot.problems, check_display(snapshot, **studio.value, photos, picture_size(options.size, rotation_of(snapshot.display.rotate))));
    sort_by_place(snapshot.problems);
    auto const count = [&](Severity severity) {
        return std::count_if(snapshot.problems.begin(), snapshot.problems.end(), [&](Problem const& p) { return p.severity == severity; });
    };
    bool const fails = count(Severity::error) > 0 || (check.strict && count(Severity::warning) > 0);
    if (check.json) {
        auto const written = write_result("-", to_json(snapshot.problems), options);
        if (written != Exit::done) return written;
    } else {
        auto all = options;
        all.verbose = !options.quiet;  // a check hides nothing
        print(snapshot.problems, all);
        auto const summary = fmt::format("{}: {}, {}; {}, {}, {}\n", options.event, counted(std::ssize(snapshot.schedule.sessions()), "session"),
                   counted(std::ssize(snapshot.schedule.speakers()), "speaker"), counted(count(Severity::error), "error"),
                   counted(count(Severity::warning), "warning"), counted(count(Severity::note), "note"));
        auto const written = write_result("-", summary, options);
        if (written != Exit::done) return written;
    }
    return fails ? Exit::input_has_errors : Exit::done;
}

}  // namespace kiosk
