// What a process has of the machine, again and again, and what of it grows.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

#include <nlohmann/json.hpp>
#include <sys/types.h>

namespace kiosk {

class SoakWatch {
public:
    /// `stats`: reads what --stats has written.
    SoakWatch(::pid_t pid, std::function<nlohmann::json()> stats) : folder_("/proc/" + std::to_string(pid)), stats_(std::move(stats)) {}

    /// After `refreshes`. Of several looks the least of each: a fade has one picture more, a fetch one descriptor.
    void sample(int refreshes) {
        auto now = look_once();
        for (int i = 0; i < 11; ++i) {  // the stats are new each second
            std::this_thread::sleep_for(std::chrono::milliseconds{110});
            auto const next = look_once();
            if (next.rss_kib < now.rss_kib) now.rss_kib = next.rss_kib, now.pss_kib = next.pss_kib, now.dirty_kib = next.dirty_kib, now.large = next.large;
            now.heap_kib = std::min(now.heap_kib, next.heap_kib);
            now.descriptors = std::min(now.descriptors, next.descriptors), now.threads = std::min(now.threads, next.threads);
        }
        now.refreshes = refreshes;
        samples_.push_back(now);
        std::printf("%6d refreshes: RSS %.0f KiB, PSS %.0f, dirty %.0f, heap in use %.0f; %ld descriptors, %ld threads, %ld pieces over 1 MiB\n", refreshes, now.rss_kib,
                    now.pss_kib, now.dirty_kib, now.heap_kib, now.descriptors, now.threads, now.large);
    }
    /// `stats`: what --stats has written.
    void look(nlohmann::json const& stats) {
        if (stats.is_object()) longest_gap_ = std::max(longest_gap_, stats.value("longest_gap_ms", 0.0));
    }
    double longest_gap() const { return longest_gap_; }

    void report() const {
        if (samples_.size() < 8) return;
        std::printf("longest wait for a picture that was due: %.0f ms\n", longest_gap_);
        std::printf("after a warm-up of %d refreshes: %ld descriptors, %ld threads, %ld pieces over 1 MiB more\n", samples_[first()].refreshes, grown(&Sample::descriptors),
                    grown(&Sample::threads), grown(&Sample::large));
        say_growth("RSS", &Sample::rss_kib);
        say_growth("heap in use", &Sample::heap_kib);
        std::printf("figure H1 %.1f KiB in %d refreshes\n", growth_kib(&Sample::rss_kib), samples_.back().refreshes);
        std::printf("figure H2 %ld descriptors and threads\n", std::max(0L, grown(&Sample::descriptors)) + std::max(0L, grown(&Sample::threads)));
    }
    bool is_good() const {
        return samples_.size() < 8 || (grown(&Sample::descriptors) <= 0 && grown(&Sample::threads) <= 0 && growth_kib(&Sample::rss_kib) <= most_growth_kib &&
                                       growth_kib(&Sample::heap_kib) <= most_growth_kib);
    }

private:
    struct Sample {
        int refreshes = 0;
        double rss_kib = 0, pss_kib = 0, dirty_kib = 0;
        double heap_kib = 0;  // what the program holds, without what the heap keeps free and without pieces over 1 MiB
        long descriptors = 0, threads = 0, large = 0;
    };

    Sample look_once() const {
        Sample now;
        std::ifstream rollup(folder_ / "smaps_rollup");
        for (std::string line; std::getline(rollup, line);) {
            if (line.starts_with("Rss:")) now.rss_kib = std::stod(line.substr(4));
            if (line.starts_with("Pss:")) now.pss_kib = std::stod(line.substr(4));
            if (line.starts_with("Private_Dirty:")) now.dirty_kib = std::stod(line.substr(14));
        }
        if (auto const stats = stats_(); stats.is_object()) now.heap_kib = stats.value("heap_kb", 0.0);
        now.descriptors = entries_in("fd"), now.threads = entries_in("task"), now.large = large_pieces();
        return now;
    }
    long entries_in(char const* name) const {
        std::error_code gone;
        return std::distance(std::filesystem::directory_iterator(folder_ / name, gone), std::filesystem::directory_iterator());
    }
    /// Surfaces are pieces of their own: main.cpp has them mapped.
    long large_pieces() const {
        std::ifstream maps(folder_ / "maps");
        long pieces = 0;
        for (std::string line; std::getline(maps, line);) {
            auto const dash = line.find('-');
            auto const size = std::stoull(line.substr(dash + 1), nullptr, 16) - std::stoull(line, nullptr, 16);
            pieces += size >= 1U << 20 && line.find('/') == line.npos && line.find('[') == line.npos && line.find("rw-p") != line.npos ? 1 : 0;
        }
        return pieces;
    }
    std::size_t first() const { return samples_.size() / 4; }

    template <class Number>
    static Number median(std::vector<Number> values) {
        auto const middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
        std::nth_element(values.begin(), middle, values.end());
        return *middle;
    }
    /// Over the quarter of the samples that begins with `begin`.
    template <class Number>
    Number median_from(std::size_t begin, Number Sample::*what) const {
        std::vector<Number> values;
        for (auto i = begin; i < begin + first(); ++i) values.push_back(samples_[i].*what);
        return median(std::move(values));
    }
    /// Per refresh, after the first quarter: the median of the slopes between each two samples (Theil and Sen). What a sample has goes
    /// up and down with what is being read and decoded just then; no few samples decide.
    double slope(double Sample::*what) const {
        std::vector<double> slopes;
        for (auto i = first(); i < samples_.size(); ++i)
            for (auto k = i + 1; k < samples_.size(); ++k)
                slopes.push_back((samples_[k].*what - samples_[i].*what) / (samples_[k].refreshes - samples_[i].refreshes));
        return median(std::move(slopes));
    }
    /// At that slope, in as many refreshes as there were.
    double growth_kib(double Sample::*what) const { return slope(what) * samples_.back().refreshes; }
    /// From the middle of the second quarter's to that of the last one's: threads that come and go do not count.
    long grown(long Sample::*what) const { return median_from(samples_.size() - first(), what) - median_from(first(), what); }

    void say_growth(char const* name, double Sample::*what) const {
        std::printf("%s: %.1f KiB per 1,000 refreshes, %.0f KiB in %d; median of the second quarter %.0f KiB, of the last %.0f KiB\n", name, slope(what) * 1000, growth_kib(what),
                    samples_.back().refreshes, median_from(first(), what), median_from(samples_.size() - first(), what));
    }

    static constexpr double most_growth_kib = 100;
    std::filesystem::path folder_;
    std::function<nlohmann::json()> stats_;
    std::vector<Sample> samples_;
    double longest_gap_ = 0;
};

}  // namespace kiosk
