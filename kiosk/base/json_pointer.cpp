#include "base/json_pointer.hpp"

#include "base/utf8.hpp"

namespace kiosk {

std::string pointer_token(std::string_view name) {
    std::string token;
    for (char const c : name) {
        if (c == '~') token += "~0";
        else if (c == '/') token += "~1";
        else token += c;
    }
    return clean_line(token);
}

}  // namespace kiosk
