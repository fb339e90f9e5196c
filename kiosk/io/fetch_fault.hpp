// Why a fetch failed, in words for the person who looks after the display.
#pragma once

#include <string>
#include <string_view>

#include "time/instant.hpp"

namespace kiosk {

struct FetchFault {
    std::string what;           ///< "timed out after 5 s: no connection"
    std::string hint = {};      ///< what to do; may be empty
    bool is_cancelled = false;  ///< nobody's fault: the caller wanted no more of it
};

/// What a connection can suffer. `host`: as in the URL; `detail`: a library's words, cleaned here.
FetchFault library_missing();
FetchFault cancelled();
FetchFault name_not_found(std::string_view host);
FetchFault no_connection(milliseconds limit);
FetchFault silent(milliseconds limit, bool has_begun);
FetchFault too_slow();
/// `error`: of errno(3).
FetchFault cannot_connect(std::string_view host, int error);
/// The address check refused where the name leads to.
FetchFault address_refused(std::string_view host);
/// `verdict`: OpenSSL's X509_V_ERR_..., see X509_STORE_CTX_get_error(3); `now`: by the machine's clock.
FetchFault certificate_refused(std::string_view host, long verdict, std::string_view detail, Instant now);
FetchFault library_error(int code, std::string_view detail);

}  // namespace kiosk
