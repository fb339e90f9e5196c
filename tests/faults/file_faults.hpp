// File calls that fail, fall short or are the last ones before a power cut, as told.
//
// The test program defines open(), write(), rename() and their like itself, so that its own calls and those
// of the C++ library come here first. Without a FaultyFiles on the thread they are passed on.
#pragma once

#include <string>

namespace kiosk {

/// What a power cut takes of what was not yet brought to the disk: the bytes of a file are there after an
/// fsync() of it, its name after one of its folder.
enum class Loss {
    nothing,        ///< as if the process had been killed
    bytes,          ///< files have the bytes that they had at their last fsync()
    half_of_bytes,  ///< half of what is in them arrived
    only_sizes,     ///< they are as long as they were, and full of zeros
    last_name,      ///< the last file made, renamed or removed was not
    names,          ///< none was
    names_and_bytes
};

struct FileFault {
    enum class Kind {
        none,
        error,              ///< the call fails
        errors_from_there,  ///< it and all later ones
        read_errors,        ///< all read()s from there on; the other calls work
        short_write,        ///< a write() writes half; if there is an error, later ones fail
        cut                 ///< the process ends instead of the call
    } kind = Kind::none;
    int at = 0;     ///< the how manieth call, from 1
    int error = 0;  ///< errno
    Loss loss = Loss::nothing;
};

/// "call 7: EIO", for a message.
std::string to_words(FileFault const& fault);

/// While it lives, the file calls of this thread meet `fault`. One at a time. Nothing is brought to the disk
/// meanwhile: fsync() only notes what it would have saved.
class FaultyFiles {
public:
    explicit FaultyFiles(FileFault fault = {});
    ~FaultyFiles();
    FaultyFiles(FaultyFiles const&) = delete;
    FaultyFiles& operator=(FaultyFiles const&) = delete;

    int calls() const;              ///< so far
    long long bytes_written() const;
    /// The power fails now: ends the process.
    [[noreturn]] void cut(int exit_code) const;
};

inline constexpr int exit_of_cut = 42;  ///< of a process that ended instead of a call

}  // namespace kiosk
