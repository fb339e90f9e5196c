// This program, started once more to do one thing that may go wrong.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "time/instant.hpp"

namespace kiosk {

struct HelperTask {
    std::vector<std::string> arguments;      ///< after the program's name
    std::vector<std::string_view> input;     ///< one after the other on its stdin, a file
    milliseconds longest = seconds{10};      ///< then it is ended
    std::size_t most_output = 0;             ///< bytes; one more, and it is ended
};

struct HelperEnd {
    enum class Why { by_itself, too_late, stopped } why = Why::by_itself;
    int status = 0;                    ///< as waitpid(2) has it, where it ended by itself
    std::vector<std::uint8_t> output;  ///< of its stdout
    /// It ended by itself, with this exit code.
    bool has_code(int code) const;
    /// The kernel ended it at its limit of processor time.
    bool is_out_of_time() const;
};

/// Runs it and waits for its end. It has no descriptors but stdin, stdout and stderr. Where no process can be had, that is
/// tried three times; empty: errno says why. For any thread.
std::optional<HelperEnd> run_helper(HelperTask const& task, std::stop_token const& stop = {});

/// In the helper: the whole of stdin, without a copy of it.
std::string_view mapped_stdin();

/// Writes all of it. False: nobody reads.
bool write_whole(int descriptor, std::span<std::uint8_t const> bytes);

}  // namespace kiosk
