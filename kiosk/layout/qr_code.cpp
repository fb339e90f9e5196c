#include "layout/qr_code.hpp"

#include <memory>
#include <string>

#include <qrencode.h>

namespace kiosk {
namespace {

constexpr std::size_t longest = 200;  // bytes; 53 modules a side

struct Free {
    void operator()(QRcode* code) const { QRcode_free(code); }
};

}  // namespace

std::optional<QrCode> qr_code(std::string_view text) {
    if (text.empty() || text.size() > longest) return {};
    std::unique_ptr<QRcode, Free> const code(QRcode_encodeString8bit(std::string(text).c_str(), 0, QR_ECLEVEL_M));
    if (!code) return {};
    QrCode result{code->width, {}};
    auto const count = static_cast<std::size_t>(code->width) * static_cast<std::size_t>(code->width);
    for (std::size_t i = 0; i < count; ++i) result.dark.push_back((code->data[i] & 1) != 0);
    return result;
}

}  // namespace kiosk
