#include "io/web_sources.hpp"

#include <algorithm>
#include <condition_variable>
#include <random>
#include <stop_token>
#include <thread>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "io/blocked_signal.hpp"
#include "io/fetch.hpp"
#include "io/machine_time.hpp"
#include "io/masked_url.hpp"
#include "io/state_lines.hpp"

namespace kiosk {
namespace {

constexpr hours renewed_after{1};       // the time at which a copy was last known to be right
constexpr hours server_time_counts{6};  // a quartz is not off by a second after that

/// What is known of one source's bytes.
struct Version {
    std::string bytes;
    CopyMeta meta;
    bool is_read = false;  // somebody has it, and will judge it
};

SourceText text_of(std::string const& url, std::string const& bytes) { return {masked_url(url), to_valid_utf8(bytes)}; }

std::string reason(std::vector<Problem> const& problems) { return problems.empty() ? "no reason given" : problems.front().message; }

}  // namespace

bool is_web_address(std::string_view text) {
    auto const scheme = scheme_of(text);
    return scheme == "http" || scheme == "https";
}

struct WebSources::Source {
    std::string url;
    RefreshPolicy policy;
    std::optional<Version> good, candidate;  // under the owner's mutex, as is trouble
    std::string trouble;
    std::condition_variable_any bell;
    bool is_hurried = false, is_refused = false;  // what it said last could not be used
    long long fetches = 0;
    StateLines lines;
    bool is_unkept = false;  // the copies do not know what is good; under the owner's mutex, as are the following
    Instant renewed{};       // when the copies were last told
    WriteBudget budget;
    std::jthread thread;

    Source(Wanted const& wanted, WriteLimit limit) : url(wanted.url), policy(times_of(wanted), monotonic()), budget(limit) {}
    static RefreshTimes times_of(Wanted const& wanted) {
        RefreshTimes times;
        times.interval = wanted.refresh;
        return times;
    }
    /// A line for the log, if the log should hear how this source stands.
    std::string news(std::mutex& mutex) {
        std::lock_guard const lock(mutex);
        if (!lines.is_news(!trouble.empty(), monotonic())) return {};
        return masked_url(url) + (trouble.empty() ? ": it can be read again" : ": " + trouble);
    }
    Version const* latest() const { return candidate ? &*candidate : good ? &*good : nullptr; }

    /// One fetch. Returns whether other bytes came.
    bool fetch_once(WebSources& owner, double random, std::stop_token const& stop) {
        auto options = owner.how_;
        {
            std::lock_guard const lock(owner.mutex_);
            if (auto const* known = latest(); known && !policy.wants_full(monotonic())) options.known = {known->meta.etag, known->meta.last_modified};
        }
        auto fetched = fetch(url, options, stop);
        if (stop.stop_requested()) return false;
        auto const now = monotonic();
        std::lock_guard const lock(owner.mutex_);
        if (fetched.value && fetched.value->server_date) owner.server_time_ = ServerTime{*fetched.value->server_date, now};
        bool const has_body = fetched.value && fetched.value->body, is_same = fetched.value && fetched.value->not_modified;
        if (!has_body && !is_same) {
            policy.failed(now, random, fetched.value ? fetched.value->retry_after : std::optional<seconds>{});
            trouble = reason(fetched.problems);
            return false;
        }
        policy.succeeded(now, random, has_body);
        trouble.clear();
        if (is_same || (latest() && latest()->bytes == *fetched.value->body)) {
            if (auto* known = candidate ? &*candidate : good ? &*good : nullptr) known->meta.fetched = owner.wall_clock();
            if (!candidate) is_refused = false;  // it says again what was good
            return false;
        }
        candidate = Version{std::move(*fetched.value->body), {owner.wall_clock(), fetched.value->etag, fetched.value->last_modified}};
        return true;
    }
};

WebSources::WebSources(std::vector<Wanted> const& wanted, GoodCopies& copies, WebCalls calls, FetchOptions how)
    : copies_(copies), calls_(std::move(calls)), how_(std::move(how)) {
    // A share for each, so that one that changes all the time takes nothing from one that changes when it matters.
    auto const sharers = std::max<std::uintmax_t>(wanted.size(), 1);
    for (auto const& one : wanted) {
        auto source = std::make_unique<Source>(one, WriteLimit{source_writes.at_once / sharers, source_writes.a_day / sharers});
        auto kept = copies_.latest(one.url);
        this->say(kept.problems);
        if (auto before = kept.value ? copies_.previous(one.url) : std::nullopt) {
            before_.emplace(one.url, std::move(before->bytes));
            changed_at_ = std::max(changed_at_, std::optional(kept.value->since));
        }
        if (kept.value) source->good = Version{std::move(kept.value->bytes), kept.value->meta};
        sources_.push_back(std::move(source));
    }
    for (auto& source : sources_)
        source->thread = std::jthread([this, &source = *source](std::stop_token const& stop) {
            leave_signals_to_the_loop();
            std::mt19937 random(std::random_device{}());
            while (!stop.stop_requested()) {
                bool const has_changed = source.fetch_once(*this, std::generate_canonical<double, 32>(random), stop);
                if (has_changed && calls_.on_change) calls_.on_change();
                // Whoever else is at the disk may stay there for long.
                if (std::unique_lock const copies_lock(copies_mutex_, std::try_to_lock); copies_lock && !has_changed) keep(source);
                if (auto const line = source.news(mutex_); !line.empty() && calls_.say && !stop.stop_requested()) calls_.say(line);
                std::unique_lock lock(mutex_);
                ++source.fetches;
                // Who is in a hurry cannot make it due if the server asked to be left alone.
                while (!stop.stop_requested() && monotonic() < source.policy.next()) {
                    source.bell.wait_until(lock, stop, source.policy.next(), [&] { return source.is_hurried; });
                    if (std::exchange(source.is_hurried, false)) source.policy.hurry(monotonic());
                }
            }
        });
}

WebSources::~WebSources() { stop(); }

Instant WebSources::wall_clock() const { return calls_.now ? calls_.now() : machine_clock(); }

void WebSources::say(std::vector<Problem> const& problems) const {
    if (!calls_.say) return;
    for (auto const& problem : problems) calls_.say(to_line(problem));
}

void WebSources::stop() {
    for (auto& source : sources_) source->thread.request_stop();
    for (auto& source : sources_)
        if (source->thread.joinable()) source->thread.join();
    std::lock_guard const copies_lock(copies_mutex_);
    for (auto& source : sources_)
        if (source->is_unkept) keep(*source, Keep::now);
}

Outcome<SourceText> WebSources::read(std::string const& url) const {
    std::lock_guard const lock(mutex_);
    for (auto const& source : sources_) {
        if (source->url != url) continue;
        if (source->candidate) source->candidate->is_read = true;
        if (auto const* version = source->latest()) return {text_of(url, version->bytes), {}};
        auto const why = source->trouble.empty() ? "it has not answered yet" : source->trouble;
        return {{}, {{Severity::error, "source-unreachable", why, "it is tried again by itself", {masked_url(url), 0, {}}}}};
    }
    return {{}, {{Severity::error, "source-unreachable", "it is not fetched: the event file names it anew", "start the display again", {masked_url(url), 0, {}}}}};
}

Outcome<SourceText> WebSources::read_before(std::string const& url) const {
    auto const before = before_.find(url);
    return before == before_.end() ? read(url) : Outcome<SourceText>{text_of(url, before->second), {}};
}

/// For whoever has copies_mutex_. Tells the copies what is good, if it is news to them; if it is not, once an hour that it
/// still is: a display that is restarted without a network says of when its schedule is.
void WebSources::keep(Source& source, Keep how) {
    std::optional<Version> good;
    {
        std::lock_guard const lock(mutex_);
        auto const now = wall_clock();
        bool const is_time = std::chrono::abs(now - source.renewed) >= renewed_after;
        bool const may_be_written = how == Keep::now || source.budget.allows(now);
        if (!source.good || !(source.is_unkept ? may_be_written : is_time)) return;
        good = source.good;
        source.renewed = now;
        source.budget.take(source.is_unkept ? good->bytes.size() : 0);
    }
    say(copies_.store(source.url, good->bytes, good->meta));
    auto const kept = copies_.look(source.url);
    bool const is_kept = kept && kept->checksum == checksum_of(good->bytes);
    std::lock_guard const lock(mutex_);
    if (source.good && source.good->bytes == good->bytes) source.is_unkept = !is_kept;
}

void WebSources::judge(bool is_good) {
    std::lock_guard const copies_lock(copies_mutex_);
    std::vector<std::string> urls;
    {
        std::lock_guard const lock(mutex_);
        for (auto& source : sources_) {
            // What came since it was read is another one: it will be read and judged next.
            bool const is_judged = source->candidate && source->candidate->is_read;
            if (is_good && is_judged) source->is_unkept = true, source->good = std::move(source->candidate);
            source->is_refused = !is_good && (is_judged || source->is_refused);
            if (is_judged) source->candidate.reset();
            if (source->good) urls.push_back(source->url);
        }
    }
    if (is_good)
        for (auto& source : sources_) keep(*source);
    // Copies of earlier events, once; until there is news the old ones are all there is.
    if (is_good && !std::exchange(is_pruned_, true)) copies_.prune(most_kept_bytes, urls);
}

void WebSources::hurry() {
    std::lock_guard const lock(mutex_);
    for (auto& source : sources_) {
        source->is_hurried = true;
        source->bell.notify_all();
    }
}

std::vector<WebState> WebSources::states() const {
    std::lock_guard const lock(mutex_);
    std::vector<WebState> states;
    for (auto const& source : sources_) {
        auto const* version = source->latest();
        auto const trouble = source->trouble.empty() && source->is_refused ? "what it says cannot be used" : source->trouble;
        states.push_back({masked_url(source->url), version ? std::optional(version->meta.fetched) : std::nullopt, trouble, source->fetches});
    }
    return states;
}

std::optional<seconds> WebSources::server_ahead(Instant now) const {
    std::lock_guard const lock(mutex_);
    if (!server_time_ || monotonic() - server_time_->heard > server_time_counts) return {};
    return std::chrono::round<seconds>(server_time_->said + (monotonic() - server_time_->heard) - now);
}

Outcome<SourceText> read_web_address(std::string const& url, GoodCopies& copies) {
    auto fetched = fetch(url);
    if (fetched.value && fetched.value->body) {
        copies.store(url, *fetched.value->body, {machine_clock(), fetched.value->etag, fetched.value->last_modified});
        return {text_of(url, *fetched.value->body), std::move(fetched.problems)};
    }
    auto kept = copies.latest(url);
    if (!kept.value)
        for (auto& problem : fetched.problems) problem.severity = Severity::error;
    append(fetched.problems, std::move(kept.problems));
    if (!kept.value) return {{}, std::move(fetched.problems)};
    return {text_of(url, kept.value->bytes), std::move(fetched.problems)};
}

}  // namespace kiosk
