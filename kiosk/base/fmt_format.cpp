// {fmt}, compiled here: Debian has it as a shared library alone, which would bring the shared C++ library into each start.
// Instantiated is what the functions that are compiled once for all need; more than these the headers do not leave out.
#include <fmt/format-inl.h>

FMT_BEGIN_NAMESPACE
template FMT_API auto detail::locale_ref::get<std::locale>() const -> std::locale;
template FMT_API auto detail::thousands_sep_impl(locale_ref) -> thousands_sep_result<char>;
template FMT_API auto detail::decimal_point_impl(locale_ref) -> char;
template FMT_API void detail::buffer<char>::append(char const*, char const*);
template FMT_API void detail::vformat_to(buffer<char>&, string_view, basic_format_args<buffer_context<char>>, locale_ref);
FMT_END_NAMESPACE
