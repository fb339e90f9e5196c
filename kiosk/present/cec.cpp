#include "present/cec.hpp"

#include <cstring>
#include <string>

#include <fcntl.h>
#include <linux/cec.h>
#include <sys/ioctl.h>

#include "io/blocked_signal.hpp"
#include "io/descriptor.hpp"

namespace kiosk {
namespace {

constexpr std::uint16_t nowhere = 0xFFFF;

class LinuxAdapter final : public CecAdapter {
public:
    explicit LinuxAdapter(std::filesystem::path const& path) : device_(::open(path.c_str(), O_RDWR | O_CLOEXEC)) {}

    std::uint32_t connector() override {
        cec_connector_info info{};
        if (::ioctl(device_.get(), CEC_ADAP_G_CONNECTOR_INFO, &info) != 0 || info.type != CEC_CONNECTOR_TYPE_DRM) return 0;
        return info.drm.connector_id;
    }

    std::uint16_t physical_address() override {
        __u16 address = nowhere;
        return ::ioctl(device_.get(), CEC_ADAP_G_PHYS_ADDR, &address) == 0 ? address : nowhere;
    }

    bool take_logical_address() override {
        cec_log_addrs addresses{};
        if (::ioctl(device_.get(), CEC_ADAP_G_LOG_ADDRS, &addresses) != 0) return false;
        if (addresses.num_log_addrs == 0) {
            addresses = {};
            addresses.cec_version = CEC_OP_CEC_VERSION_1_4;
            addresses.num_log_addrs = 1;
            addresses.vendor_id = CEC_VENDOR_ID_NONE;
            addresses.primary_device_type[0] = CEC_OP_PRIM_DEVTYPE_PLAYBACK;
            addresses.log_addr_type[0] = CEC_LOG_ADDR_TYPE_PLAYBACK;
            addresses.all_device_types[0] = CEC_OP_ALL_DEVTYPE_PLAYBACK;
            std::strncpy(addresses.osd_name, "kiosk", sizeof addresses.osd_name - 1);
            if (::ioctl(device_.get(), CEC_ADAP_S_LOG_ADDRS, &addresses) != 0) return false;
        }
        own_ = addresses.log_addr[0];
        return own_ != CEC_LOG_ADDR_INVALID;
    }

    bool send(std::uint8_t const* message, std::size_t length) override {
        cec_msg sent{};
        sent.len = static_cast<__u32>(length);
        std::memcpy(sent.msg, message, length);
        sent.msg[0] = static_cast<__u8>(own_ << 4 | (message[0] & 0x0F));
        return ::ioctl(device_.get(), CEC_TRANSMIT, &sent) == 0 && (sent.tx_status & CEC_TX_STATUS_OK);
    }

private:
    Descriptor device_;
    __u8 own_ = CEC_LOG_ADDR_INVALID;
};

}  // namespace

bool tell_television(CecAdapter& adapter, bool is_lit) {
    auto const address = adapter.physical_address();
    if (address == nowhere || !adapter.take_logical_address()) return false;
    if (!is_lit) {
        std::uint8_t const standby[] = {CEC_LOG_ADDR_TV, CEC_MSG_STANDBY};
        return adapter.send(standby, sizeof standby);
    }
    std::uint8_t const wake[] = {CEC_LOG_ADDR_TV, CEC_MSG_IMAGE_VIEW_ON};
    std::uint8_t const source[] = {CEC_LOG_ADDR_BROADCAST, CEC_MSG_ACTIVE_SOURCE, static_cast<std::uint8_t>(address >> 8),
                                   static_cast<std::uint8_t>(address & 0xFF)};
    bool const is_awake = adapter.send(wake, sizeof wake);
    return adapter.send(source, sizeof source) && is_awake;
}

Television::~Television() {
    if (thread_.joinable()) thread_.join();
}

void Television::set_lit(std::uint32_t connector, bool is_lit) {
    if (thread_.joinable()) thread_.join();  // hours lie between two calls
    thread_ = std::thread([connector, is_lit] {
        leave_signals_to_the_loop();
        std::error_code none;
        for (auto const& entry : std::filesystem::directory_iterator("/dev", none)) {
            if (!entry.path().filename().string().starts_with("cec")) continue;
            LinuxAdapter adapter(entry.path());
            auto const its = adapter.connector();
            if (its == 0 || its == connector) tell_television(adapter, is_lit);
        }
    });
}

}  // namespace kiosk
