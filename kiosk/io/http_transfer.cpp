#include "io/http_transfer.hpp"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>

#include <curl/curl.h>
#include <dlfcn.h>
#include <sys/socket.h>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "io/blocked_signal.hpp"

namespace kiosk {
namespace {

constexpr milliseconds longest_linger{100};  // for bytes beyond the announced length, or the connection's end

// Names as in curl/curl.h, without "curl_".
#define CURL_FUNCTIONS(EACH)                                                                   \
    EACH(global_init)                                                                          \
    EACH(easy_init) EACH(easy_cleanup) EACH(easy_setopt) EACH(easy_getinfo) EACH(slist_append) \
        EACH(slist_free_all) EACH(multi_init) EACH(multi_cleanup) EACH(multi_add_handle)       \
            EACH(multi_remove_handle) EACH(multi_perform) EACH(multi_poll) EACH(multi_wakeup)  \
                EACH(multi_info_read) EACH(url) EACH(url_cleanup) EACH(url_set) EACH(url_get) EACH(free)

/// libcurl's functions, looked up when the first URL is fetched: a display that reads files need not
/// load it, and OpenSSL with it.
struct CurlLibrary {
#define DECLARE(name) decltype(&::curl_##name) name = nullptr;
    CURL_FUNCTIONS(DECLARE)
#undef DECLARE
    bool is_complete = false;

    CurlLibrary() {
        void* const library =
            ::dlopen("libcurl.so.4", RTLD_LAZY | RTLD_LOCAL);  // never closed: OpenSSL stays
        is_complete = library != nullptr;
#define FIND(name) is_complete = is_complete && find(library, "curl_" #name, name);
        CURL_FUNCTIONS(FIND)
#undef FIND
        is_complete = is_complete && global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    }

private:
    template <class Function>
    static bool find(void* library, char const* name, Function& function) {
        function = reinterpret_cast<Function>(::dlsym(library, name));
        return function != nullptr;
    }
};

CurlLibrary const& curl() {
    static CurlLibrary const library;
    return library;
}

MonotonicTime monotonic_now() {
    return std::chrono::time_point_cast<milliseconds>(std::chrono::steady_clock::now());
}

Instant here_and_now() { return std::chrono::floor<milliseconds>(std::chrono::system_clock::now()); }

/// One transfer that is under way. libcurl's multi interface, as only that can be woken from another
/// thread; the easy one looks up once a second.
class Attempt {
public:
    Attempt(HttpRequest const& request, HttpExchange& exchange);
    ~Attempt();
    Attempt(Attempt const&) = delete;
    Attempt& operator=(Attempt const&) = delete;

    std::optional<FetchFault> run(std::stop_token const& stop);

private:
    template <class Value>
    void set(CURLoption option, Value value) {
        can_be_set_ = can_be_set_ && curl().easy_setopt(easy_, option, value) == CURLE_OK;
    }
    void set_up();
    void set_up_callbacks();
    std::optional<CURLcode> result() const;
    std::optional<FetchFault> limit_reached(MonotonicTime now) const;
    milliseconds time_to_wait(MonotonicTime now) const;
    bool is_connected() const;
    std::string host() const;

    FetchFault fault_of(CURLcode code) const;

    HttpRequest const& request_;
    HttpExchange& exchange_;
    CURLM* multi_ = nullptr;
    CURL* easy_ = nullptr;
    curl_slist* fields_ = nullptr;
    bool can_be_set_ = true, is_connected_ = false, is_address_refused_ = false;
    char error_[CURL_ERROR_SIZE] = {};
    MonotonicTime last_sign_ = monotonic_now();
    std::optional<MonotonicTime> all_came_;
};

Attempt::Attempt(HttpRequest const& request, HttpExchange& exchange)
    : request_(request), exchange_(exchange), multi_(curl().multi_init()), easy_(curl().easy_init()) {
    for (auto const& field : request.fields) fields_ = curl().slist_append(fields_, field.c_str());
    if (easy_) set_up(), set_up_callbacks();
}

Attempt::~Attempt() {
    if (multi_ && easy_) curl().multi_remove_handle(multi_, easy_);
    if (easy_) curl().easy_cleanup(easy_);
    if (multi_) curl().multi_cleanup(multi_);
    curl().slist_free_all(fields_);
}

void Attempt::set_up() {
    set(CURLOPT_URL, request_.url.c_str());
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_PROXY, "");  // through a proxy, addresses could not be checked
    set(CURLOPT_HTTPHEADER, fields_);
    set(CURLOPT_USERAGENT, "kiosk/" KIOSK_VERSION);
    set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(request_.connect_limit.count()));
    set(CURLOPT_SSL_VERIFYPEER, 1L);
    set(CURLOPT_SSL_VERIFYHOST, 2L);
    set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (!request_.ca_file.empty()) set(CURLOPT_CAINFO, request_.ca_file.c_str());
    // Lengths are counted and packed bodies unpacked by HttpExchange: curl 7.88 takes a body that goes on
    // after its announced length, or ends in the middle of a packed one, for a good one.
    set(CURLOPT_IGNORE_CONTENT_LENGTH, 1L);
    set(CURLOPT_HTTP_CONTENT_DECODING, 0L);
    // A name that is still looked up must not hold us up when we give up. Not in every version: no must.
    curl().easy_setopt(easy_, CURLOPT_QUICK_EXIT, 1L);
    set(CURLOPT_ERRORBUFFER, error_);
}

void Attempt::set_up_callbacks() {
    using Callback = std::size_t (*)(char*, std::size_t, std::size_t, void*);
    using OpenSocket = curl_socket_t (*)(void*, curlsocktype, curl_sockaddr*);
    set(CURLOPT_HEADERDATA, static_cast<void*>(this));
    set(CURLOPT_HEADERFUNCTION,
        static_cast<Callback>([](char* bytes, std::size_t size, std::size_t count, void* self) {
            auto& attempt = *static_cast<Attempt*>(self);
            attempt.last_sign_ = monotonic_now();
            return attempt.exchange_.add_header_line({bytes, size * count}) ? size * count : 0;
        }));
    set(CURLOPT_WRITEDATA, static_cast<void*>(this));
    set(CURLOPT_WRITEFUNCTION,
        static_cast<Callback>([](char* bytes, std::size_t size, std::size_t count, void* self) {
            auto& attempt = *static_cast<Attempt*>(self);
            attempt.last_sign_ = monotonic_now();
            return attempt.exchange_.add_body({bytes, size * count}) ? size * count : size * count + 1;
        }));
    set(CURLOPT_OPENSOCKETDATA, static_cast<void*>(this));
    set(CURLOPT_OPENSOCKETFUNCTION,
        static_cast<OpenSocket>([](void* self, curlsocktype, curl_sockaddr* address) {
            auto& attempt = *static_cast<Attempt*>(self);
            if (attempt.request_.may_connect && !attempt.request_.may_connect(address->addr)) {
                attempt.is_address_refused_ = true;
                return curl_socket_t{CURL_SOCKET_BAD};
            }
            return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
        }));
}

std::optional<FetchFault> Attempt::run(std::stop_token const& stop) {
    if (!multi_ || !easy_ || !can_be_set_ || curl().multi_add_handle(multi_, easy_) != CURLM_OK)
        return library_missing();
    std::stop_callback const wake(stop, [this] { curl().multi_wakeup(multi_); });
    for (;;) {
        int running = 0;
        curl().multi_perform(multi_, &running);
        if (auto const code = result()) {
            if (exchange_.fault()) return exchange_.fault();
            bool const in_order = *code == CURLE_OK;
            // An answer whose length is known is whole, however the connection ends.
            if (in_order || exchange_.is_done() || exchange_.has_announced_length())
                return exchange_.finish(in_order);
            return fault_of(*code);
        }
        if (exchange_.is_done()) return exchange_.finish(true);
        auto const now = monotonic_now();
        if (!is_connected_ && is_connected()) is_connected_ = true, last_sign_ = now;
        if (exchange_.has_announced_length() && !all_came_) all_came_ = now;
        if (all_came_ && now - *all_came_ >= longest_linger) return exchange_.finish(true);
        if (stop.stop_requested()) return cancelled();
        if (auto fault = limit_reached(now)) return fault;
        curl().multi_poll(multi_, nullptr, 0, static_cast<int>(time_to_wait(now).count()), nullptr);
    }
}

std::optional<CURLcode> Attempt::result() const {
    int left = 0;
    auto const* const message = curl().multi_info_read(multi_, &left);
    if (!message || message->msg != CURLMSG_DONE) return {};
    return message->data.result;
}

bool Attempt::is_connected() const {
    curl_off_t time = 0;
    return curl().easy_getinfo(easy_, CURLINFO_PRETRANSFER_TIME_T, &time) == CURLE_OK && time > 0;
}

std::optional<FetchFault> Attempt::limit_reached(MonotonicTime now) const {
    if (now >= request_.deadline) return too_slow();
    // Until there is a connection, the limit for that counts.
    if (!is_connected_ || now - last_sign_ < request_.idle_limit) return {};
    return silent(request_.idle_limit, exchange_.has_head());
}

milliseconds Attempt::time_to_wait(MonotonicTime now) const {
    auto until = request_.deadline;
    if (is_connected_) until = std::min(until, last_sign_ + request_.idle_limit);
    if (all_came_) until = std::min(until, *all_came_ + longest_linger);
    return std::clamp<milliseconds>(until - now, milliseconds{1}, milliseconds{1000});
}

std::string Attempt::host() const {
    std::string host;
    auto* const parts = curl().url();
    char* text = nullptr;
    if (parts && curl().url_set(parts, CURLUPART_URL, request_.url.c_str(), 0) == CURLUE_OK &&
        curl().url_get(parts, CURLUPART_HOST, &text, 0) == CURLUE_OK) {
        host = clean_line(text);
        curl().free(text);
    }
    curl().url_cleanup(parts);
    return host;
}

FetchFault Attempt::fault_of(CURLcode code) const {
    long detail = 0;
    switch (code) {
        case CURLE_URL_MALFORMAT: return {"that is not a URL", "check the address"};
        case CURLE_UNSUPPORTED_PROTOCOL:
            return {"what answers there does not speak HTTP", "check the address"};
        case CURLE_WEIRD_SERVER_REPLY:
            return {"what answers there breaks the rules of HTTP", "check the address"};
        case CURLE_COULDNT_RESOLVE_HOST: return name_not_found(host());
        case CURLE_OPERATION_TIMEDOUT: return no_connection(request_.connect_limit);
        case CURLE_COULDNT_CONNECT:
            if (is_address_refused_) return address_refused(host());
            curl().easy_getinfo(easy_, CURLINFO_OS_ERRNO, &detail);
            return cannot_connect(host(), static_cast<int>(detail));
        case CURLE_PEER_FAILED_VERIFICATION:
            curl().easy_getinfo(easy_, CURLINFO_SSL_VERIFYRESULT, &detail);
            return certificate_refused(host(), detail, error_, here_and_now());
        case CURLE_SSL_CACERT_BADFILE:
            return {"the certificates to trust cannot be read", "install what scripts/packages --list names"};
        case CURLE_SSL_CONNECT_ERROR: return {"no secure connection came about: " + clean_line(error_)};
        case CURLE_GOT_NOTHING: return {"the server ended the connection without an answer"};
        case CURLE_OUT_OF_MEMORY:
            return {"too large: a line of the header takes too much memory"};  // over 100 KB
        case CURLE_PARTIAL_FILE:
        case CURLE_RECV_ERROR: return exchange_.finish(false).value_or(FetchFault{"the connection broke"});
        default: return library_error(code, error_);
    }
}

}  // namespace

std::optional<FetchFault> transfer(HttpRequest const& request, HttpExchange& exchange, std::stop_token stop) {
    if (!curl().is_complete) return library_missing();
    BlockedSignal const no_pipe(SIGPIPE);  // OpenSSL writes without MSG_NOSIGNAL
    return Attempt(request, exchange).run(stop);
}

std::optional<std::string> resolve_reference(std::string const& base, std::string const& reference) {
    if (!curl().is_complete) return {};
    std::optional<std::string> resolved;
    auto* const parts = curl().url();
    char* text = nullptr;
    constexpr unsigned any_scheme = CURLU_NON_SUPPORT_SCHEME | CURLU_URLENCODE;
    if (parts && curl().url_set(parts, CURLUPART_URL, base.c_str(), any_scheme) == CURLUE_OK &&
        curl().url_set(parts, CURLUPART_URL, reference.c_str(), any_scheme) == CURLUE_OK &&
        curl().url_get(parts, CURLUPART_URL, &text, 0) == CURLUE_OK) {
        resolved = text;
        curl().free(text);
    }
    curl().url_cleanup(parts);
    return resolved;
}

std::optional<std::string> host_and_port(std::string const& url) {
    if (!curl().is_complete) return {};
    std::optional<std::string> found;
    auto* const parts = curl().url();
    char *host = nullptr, *port = nullptr;
    if (parts && curl().url_set(parts, CURLUPART_URL, url.c_str(), CURLU_URLENCODE) == CURLUE_OK &&
        curl().url_get(parts, CURLUPART_HOST, &host, 0) == CURLUE_OK &&
        curl().url_get(parts, CURLUPART_PORT, &port, CURLU_DEFAULT_PORT) == CURLUE_OK)
        found = fmt::format("{}:{}", host, port);
    if (found) std::transform(found->begin(), found->end(), found->begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    curl().free(host);
    curl().free(port);
    curl().url_cleanup(parts);
    return found;
}

}  // namespace kiosk
