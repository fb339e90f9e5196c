// Televisions that are told by the HDMI cable to sleep and to wake up.
#pragma once

#include <cstdint>
#include <filesystem>
#include <thread>

namespace kiosk {

/// What one adapter is asked for; a test plays it. Each as the ioctl of its name.
class CecAdapter {
public:
    virtual ~CecAdapter() = default;
    virtual std::uint32_t connector() = 0;            ///< of the graphics card; 0: not known
    virtual std::uint16_t physical_address() = 0;     ///< where on the television's cable we are; 0xFFFF: nobody is there
    virtual bool take_logical_address() = 0;          ///< as a playback device
    virtual bool send(std::uint8_t const* message, std::size_t length) = 0;
};

/// Says "standby", or "image view on" and "active source", to whatever television is there. False: there is none, or it does
/// not answer. Source: HDMI 1.4b, CEC 13.1 and 13.3; Documentation/userspace-api/media/cec.
bool tell_television(CecAdapter& adapter, bool is_lit);

/// Tells the television at `connector`, aside, as it takes a second; a machine without CEC does nothing.
class Television {
public:
    ~Television();
    void set_lit(std::uint32_t connector, bool is_lit);

private:
    std::thread thread_;
};

}  // namespace kiosk
