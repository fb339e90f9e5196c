#include <algorithm>
#include <cstdio>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "io/files.hpp"
#include "lint/codes.hpp"
#include "lint/rules.hpp"
#include "paint/studio.hpp"

namespace kiosk {
namespace {

std::string to_json(std::vector<Problem> const& problems) {
    auto list = nlohmann::ordered_json::array();
    for (auto const& problem : problems) {
        nlohmann::ordered_json one{{"file", problem.where.file}, {"line", problem.where.line}, {"severity", to_word(problem.severity)},
                                   {"code", problem.code},       {"message", problem.message}, {"hint", problem.hint}};
        if (!problem.where.path.empty()) one["path"] = problem.where.path;
        list.push_back(std::move(one));
    }
    return list.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

std::string counted(std::ptrdiff_t count, std::string_view noun) { return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s"); }

/// An importer that has said something of a file has said it with more knowledge.
std::vector<Problem> not_yet_reported(std::vector<Problem> problems, std::vector<Problem> const& reported) {
    std::erase_if(problems, [&](Problem const& problem) {
        return std::any_of(reported.begin(), reported.end(), [&](Problem const& other) {
            return other.code == problem.code && other.where.file == problem.where.file;
        });
    });
    return problems;
}

/// What the display will make of the schedule: photos, cut titles, characters without a font.
std::vector<Problem> check_display(Snapshot const& snapshot, Studio& studio, Size size) {
    auto problems = studio.check_photos();
    SceneMaker const scenes(snapshot.schedule, snapshot.display.rooms, snapshot.settings.timing, snapshot.wording);
    append(problems, find_cut_texts(snapshot.schedule, scenes, snapshot.theme, size, studio.metrics()));
    append(problems, find_missing_glyphs(snapshot.schedule,
                                         {[&](char32_t c) { return studio.metrics().has_glyph(c); },
                                          [&](char32_t c) { return studio.metrics().package_for(c); }}));
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
    auto studio = Studio::open(data_folder(), snapshot.photos, han_language(snapshot));
    append(snapshot.problems, std::move(studio.problems));
    append(snapshot.problems, not_yet_reported(lint_schedule(snapshot.schedule), snapshot.problems));
    if (studio.value) append(snapshot.problems, check_display(snapshot, **studio.value, options.size));
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
