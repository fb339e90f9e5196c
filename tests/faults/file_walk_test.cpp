// Whether the faults find what they should: writers that forget something. Not with the sanitizers, where not every
// cut is tried.
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#include "faults/file_walk.hpp"

#include <cerrno>
#include <cstdio>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "io/descriptor.hpp"
#include "io/files.hpp"
#include "support/catch.hpp"

using namespace kiosk;
namespace fs = std::filesystem;

namespace {

/// What a careless writer leaves out.
enum class Omits { nothing, beside, sync_of_file, sync_of_folder, check_of_write, check_of_sync, unlink };

int write_all(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        auto const put = ::write(file, bytes.data(), bytes.size());
        if (put <= 0) return errno;
        bytes.remove_prefix(static_cast<std::size_t>(put));
    }
    return 0;
}

int write_file(fs::path const& path, std::string_view bytes, Omits omits) {
    Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
    if (!file) return errno;
    int const error = write_all(file.get(), bytes);
    if (error && omits != Omits::check_of_write) return error;
    if (omits != Omits::sync_of_file && ::fsync(file.get()) != 0 && omits != Omits::check_of_sync) return errno;
    return file.close() == 0 ? 0 : errno;
}

int write_carelessly(fs::path const& path, std::string_view bytes, Omits omits) {
    if (omits == Omits::beside) return write_file(path, bytes, omits);
    // A name of its own each time, as of mkstemp().
    static int number = 0;
    auto const beside = omits == Omits::unlink ? path.string() + fmt::format(".{}", ++number) : path.string() + ".new";
    int error = write_file(beside, bytes, omits);
    if (!error && ::rename(beside.c_str(), path.c_str()) != 0) error = errno;
    if (error && omits != Omits::unlink) ::unlink(beside.c_str());
    return error || omits == Omits::sync_of_folder ? error : sync_folder(path.parent_path());
}

FileOperation writing(std::string name, Omits omits) {
    std::string const before(100, 'o'), after(120, 'n');
    auto const start = [=](fs::path const& folder) {
        return [=] {
            int const error = write_carelessly(folder / "file", after, omits);
            return Acted{error ? std::vector{std::to_string(error)} : std::vector<std::string>{}, std::nullopt};
        };
    };
    auto const found = [](fs::path const& folder) {
        auto const read = read_text(folder / "file", "");
        return read.value ? read.value->text : "nothing";
    };
    return {std::move(name), [=](fs::path const& folder) { write_durably(folder / "file", before); }, start, found, before, after, 2};
}

}  // namespace

TEST_CASE("faults at each file call find writers that forget something, and nothing in one that does not", "[faults]") {
    auto const without_repeats = [](std::vector<std::string> bad) {
        std::erase_if(bad, [](std::string const& line) { return line.find("said twice") != line.npos; });
        return bad;
    };
    auto const bad = [&](std::string const& name, Omits omits) {
        auto const result = walk(writing(name, omits));
        auto const found = without_repeats(result.bad);
        fmt::print("{:<40} {:>3} bad of {}\n", name, found.size(), result.points);
        return found;
    };
    CHECK(bad("a writer that forgets nothing", Omits::nothing).empty());
    CHECK_FALSE(bad("one that writes in place", Omits::beside).empty());
    CHECK_FALSE(bad("one that does not sync the file", Omits::sync_of_file).empty());
    CHECK_FALSE(bad("one that does not sync the folder", Omits::sync_of_folder).empty());
    CHECK_FALSE(bad("one that takes a failed write for done", Omits::check_of_write).empty());
    CHECK_FALSE(bad("one that takes a failed sync for done", Omits::check_of_sync).empty());
    CHECK_FALSE(bad("one that leaves its files", Omits::unlink).empty());
}

#endif
