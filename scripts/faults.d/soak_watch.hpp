// What a process has of the machine, again and again, and what of it grows.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

#include <nlohmann/json.hpp>
#include <sys/types.h>

namespace kiosk {

class SoakWatch {
public:
    explicit SoakWatch(::pid_t pid) : folder_("/proc/" + std::to_string(pid)) {}

    /// After `refreshes`. Of several looks the one with the least: a fade has one picture more, a fetch one descriptor.
    void sample(int refreshes) {
        auto now = look_once();
        for (int i = 0; i < 7; ++i) {
            std::this_thread::sleep_for(std::chrono::milliseconds{110});
            auto const next = look_once();
            if (next.rss_kib < now.rss_kib) now.rss_kib = next.rss_kib, now.pss_kib = next.pss_kib, now.dirty_kib = next.dirty_kib, now.large = next.large;
            now.descriptors = std::min(now.descriptors, next.descriptors), now.threads = std::min(now.threads, next.threads);
        }
        now.refreshes = refreshes;
        samples_.push_back(now);
        std::printf("%6d refreshes: RSS %.0f KiB, PSS %.0f, dirty %.0f; %ld descriptors, %ld threads, %ld pieces over 1 MiB\n", refreshes, now.rss_kib, now.pss_kib,
                    now.dirty_kib, now.descriptors, now.threads, now.large);
    }
    /// `stats`: what --stats has written.
    void look(nlohmann::json const& stats) {
        if (stats.is_object()) longest_gap_ = std::max(longest_gap_, stats.value("longest_gap_ms", 0.0));
    }
    double longest_gap() const { return longest_gap_; }

    void report() const {
        if (samples_.size() < 8) return;
        std::printf("longest wait for a picture that was due: %.0f ms\n", longest_gap_);
        std::printf("growth after the first third: %.0f KiB of RSS; its trend after the first quarter: %.1f KiB per 1,000 refreshes; %ld descriptors, %ld threads, %ld pieces over 1 MiB\n",
                    growth_kib(), slope(&Sample::rss_kib) * 1000, grown(&Sample::descriptors), grown(&Sample::threads), grown(&Sample::large));
        std::printf("figure H1 %.1f KiB in %d refreshes\n", growth_kib(), samples_.back().refreshes);
        std::printf("figure H2 %ld descriptors and threads\n", std::max(0L, grown(&Sample::descriptors)) + std::max(0L, grown(&Sample::threads)));
    }
    bool is_good() const {
        return samples_.size() < 8 || (grown(&Sample::descriptors) <= 0 && grown(&Sample::threads) <= 0 && growth_kib() <= 100);
    }

private:
    struct Sample {
        int refreshes = 0;
        double rss_kib = 0, pss_kib = 0, dirty_kib = 0;
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
    /// Least squares over all samples but the first quarter, per refresh.
    double slope(double Sample::*what) const {
        double n = 0, x = 0, y = 0, xx = 0, xy = 0;
        for (auto i = first(); i < samples_.size(); ++i) {
            auto const a = static_cast<double>(samples_[i].refreshes), b = samples_[i].*what;
            n += 1, x += a, y += b, xx += a * a, xy += a * b;
        }
        return (n * xy - x * y) / (n * xx - x * x);
    }
    /// Of the least that was seen, from the middle third to the last one, and so once more over the two. What is seen goes up and down by a
    /// megabyte with what is being read and decoded; what is lost is missing at the best of times as well.
    double growth_kib() const {
        auto const less = [](Sample const& a, Sample const& b) { return a.rss_kib < b.rss_kib; };
        auto const third = static_cast<std::ptrdiff_t>(samples_.size() / 3);
        auto const middle = std::min_element(samples_.end() - 2 * third, samples_.end() - third, less), last = std::min_element(samples_.end() - third, samples_.end(), less);
        return 2 * (last->rss_kib - middle->rss_kib);
    }
    /// From the middle of the second quarter's to that of the last one's: threads that come and go do not count.
    long grown(long Sample::*what) const {
        auto const middle = [&](std::size_t begin, std::size_t end) {
            std::vector<long> values;
            for (auto i = begin; i < end; ++i) values.push_back(samples_[i].*what);
            std::sort(values.begin(), values.end());
            return values[values.size() / 2];
        };
        auto const quarter = first();
        return middle(samples_.size() - quarter, samples_.size()) - middle(quarter, 2 * quarter);
    }

    std::filesystem::path folder_;
    std::vector<Sample> samples_;
    double longest_gap_ = 0;
};

}  // namespace kiosk
