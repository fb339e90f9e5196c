#include "run/stats.hpp"

#include <ctime>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <date/date.h>
#include <malloc.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

namespace kiosk {
namespace {

/// Fields of /proc/self/stat behind the name, which may hold blanks: the first is number 3.
std::vector<std::string> stat_fields() {
    std::ifstream file("/proc/self/stat");
    std::string line;
    std::getline(file, line);
    std::istringstream rest(line.substr(std::min(line.size(), line.rfind(')') + 1)));
    std::vector<std::string> fields;
    for (std::string field; rest >> field;) fields.push_back(field);
    return fields;
}

long long field(std::vector<std::string> const& fields, std::size_t number) {
    return number - 3 < fields.size() ? std::atoll(fields[number - 3].c_str()) : 0;
}

milliseconds to_milliseconds(timespec const& time) {
    return milliseconds{static_cast<long long>(time.tv_sec) * 1000 + time.tv_nsec / 1'000'000};
}

}  // namespace

ProcessStats read_process_stats() {
    auto const fields = stat_fields();
    ProcessStats stats;
    stats.threads = field(fields, 20);
    stats.rss_kb = field(fields, 24) * (::sysconf(_SC_PAGESIZE) / 1024);
    stats.heap_kb = static_cast<long long>(::mallinfo2().uordblks / 1024);
    std::error_code none;
    for (auto entry = std::filesystem::directory_iterator("/proc/self/fd", none); entry != std::filesystem::directory_iterator();
         entry.increment(none))
        ++stats.fds;
    --stats.fds;  // the one that looks
    timespec time{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    stats.cpu_ms = to_milliseconds(time).count();
    return stats;
}

milliseconds process_age() {
    timespec now{};
    ::clock_gettime(CLOCK_BOOTTIME, &now);
    return to_milliseconds(now) - milliseconds{field(stat_fields(), 22) * 1000 / ::sysconf(_SC_CLK_TCK)};
}

std::string to_json(ShowStats const& show, ProcessStats const& process) {
    nlohmann::ordered_json json;
    json["now"] = date::format("%FT%TZ", show.now);
    json["slide"] = show.slide;
    json["session"] = show.sessions;
    json["frames"] = show.frames;
    json["longest_gap_ms"] = show.longest_gap.count();
    json["first_frame_ms"] = show.first_frame.count();
    json["fingerprint"] = show.fingerprint;
    json["sources"] = nlohmann::json::array();
    for (auto const& source : show.sources) {
        json["sources"].push_back({{"url", source.url}, {"state", source.state}, {"age_s", source.age.count()},
                                   {"sessions", source.sessions}, {"last_error", source.last_error}});
    }
    json["clock"] = {{"trusted", show.clock.is_trusted}, {"source", show.clock.source}};
    json["rss_kb"] = process.rss_kb;
    json["heap_kb"] = process.heap_kb;
    json["fds"] = process.fds;
    json["threads"] = process.threads;
    json["cpu_ms"] = process.cpu_ms;
    json["watchdog_pings"] = show.watchdog_pings;
    // Foreign text is cleaned when it is imported; what still is not UTF-8 must not throw here.
    return json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace kiosk
