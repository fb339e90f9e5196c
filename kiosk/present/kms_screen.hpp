// Finished pictures on a monitor, straight from the kernel: no OpenGL, no Mesa, no window system.
#pragma once

#include <functional>
#include <memory>

#include "present/kms_machine.hpp"
#include "present/screen.hpp"

namespace kiosk {

/// Tells whether the outputs may have changed, and is readable when they may.
class OutputNews {
public:
    enum class Kind { none, perhaps, likely };  ///< `likely`: the kernel said so, and the monitors are to be asked
    virtual ~OutputNews() = default;
    virtual int descriptor() const = 0;
    virtual Kind take() = 0;
};

/// By the kernel's messages, and every five seconds for boards that say nothing.
std::unique_ptr<OutputNews> kernel_output_news();

/// `keep`: lives as long as the screen does. A screen without a monitor takes `options.size`, and waits for one.
std::unique_ptr<Screen> make_kms_screen(std::shared_ptr<KmsMachine> machine, std::unique_ptr<OutputNews> news,
                                        ScreenOptions const& options, std::shared_ptr<void> keep = nullptr);

}  // namespace kiosk
