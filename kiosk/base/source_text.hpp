// Somebody's bytes, and the name by which problems speak of them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kiosk {

struct SourceText {
    std::string name;  ///< path or URL as the user wrote it
    std::string text;  ///< the bytes as they came
};

/// The line that holds byte `offset`. Range: any offset (past the end: the last line); from 1.
int line_at(std::string_view text, std::size_t offset);

}  // namespace kiosk
