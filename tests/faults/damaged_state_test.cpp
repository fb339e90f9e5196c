// A state folder that a bad disk, an editor or another version of the program has been at.
#include <fstream>
#include <random>

#include <sys/stat.h>

#include "faults/kept_state.hpp"
#include "io/files.hpp"
#include "support/catch.hpp"

using namespace kiosk;
namespace fs = std::filesystem;

namespace {

std::vector<std::string> const sources{"https://example.org/schedule.html", "https://example.org/rooms.html"};
constexpr int variants = 600;

/// A display that has run for two days and was told a few things.
void run_for_a_while(fs::path const& folder) {
    KeptState kept(folder);
    for (auto const& source : sources)
        for (auto const* version : {"one", "two"}) kept.copies.store(source, fmt::format("{} of {}", version, source), {});
    kept.copies.store(sources[0], "two of " + sources[0], {Instant{} + hours{5}, "\"tag\"", {}});
    KeptDesk desk(folder / "state");
    for (auto const* line : {"delay 10m", "announce \"Coffee is ready\"", "cancel Lunch", "undo"}) REQUIRE(desk.tell(line).is_done);
}

std::vector<fs::path> files_in(fs::path const& folder) {
    std::vector<fs::path> files;
    for (auto const& entry : fs::recursive_directory_iterator(folder))
        if (fs::is_regular_file(entry.symlink_status())) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

std::string bytes_of(fs::path const& path) { return read_text(path, "").value->text; }
void put(fs::path const& path, std::string const& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

std::string with_flips(std::string bytes, std::mt19937& random) {
    if (bytes.empty()) return "x";
    auto const begin = random() % bytes.size(), length = 1 + random() % 64;
    for (auto i = begin; i < std::min(bytes.size(), begin + length); ++i) bytes[i] = static_cast<char>(bytes[i] ^ (1 << random() % 8));
    return bytes;
}

std::string of_another_version(std::string bytes) {
    if (auto const at = bytes.find("kiosk-copy 1"); at != bytes.npos) bytes.replace(at, 12, "kiosk-copy 2");
    if (auto const at = bytes.find("fnv1a64"); at != bytes.npos) bytes.replace(at, 7, "sha2-64");
    return bytes;
}

/// What happened to the folder, for a message.
std::string damage(std::vector<fs::path> const& files, std::mt19937& random) {
    auto const &file = files[random() % files.size()], &other = files[random() % files.size()];
    auto const bytes = bytes_of(file);
    auto const kind = random() % 11;
    if (kind > 6) fs::remove(file);
    switch (kind) {
        case 0: case 1: put(file, with_flips(bytes, random)); break;
        case 2: put(file, bytes.substr(0, random() % (bytes.size() + 1))); break;
        case 3: put(file, bytes + bytes); break;
        case 4: put(file, std::string(bytes.size(), '\0')); break;
        case 5: put(file, bytes_of(other)), put(other, bytes); break;
        case 6: put(file, of_another_version(bytes)); break;
        case 7: break;
        case 8: fs::create_symlink("/dev/zero", file); break;
        case 9: fs::create_symlink(file, file); break;
        default: REQUIRE(::mkfifo(file.c_str(), 0600) == 0);
    }
    return fmt::format("kind {} of {} and {}", kind, file.filename().string(), other.filename().string());
}

/// Each is one that was given, and is in force or not as it was.
bool are_as_given(KeptDesk const& desk) {
    std::string const given = " +delay 10m +announce \"Coffee is ready\" -cancel Lunch";
    return desk.commands().empty() || desk.commands() == given;
}

}  // namespace

TEST_CASE("however the state folder is damaged, what is whole is found, the rest is said, and the display goes on", "[faults][F9]") {
    std::mt19937 random(9);
    int found = 0, said = 0;
    for (int variant = 0; variant < variants; ++variant) {
        TemporaryFolder const folder(quick_folder());
        run_for_a_while(folder.path);
        auto const files = files_in(folder.path);
        std::string happened = damage(files, random);
        if (variant % 3 == 0) happened += " and " + damage(files_in(folder.path), random);
        INFO(variant << ": " << happened);
        KeptState kept(folder.path);
        KeptDesk desk(folder.path / "state");
        said += kept.problems.empty() && desk.said.empty() ? 0 : 1;
        CHECK((are_as_given(desk) || !desk.said.empty()));
        for (auto const& source : sources) {
            auto const copy = kept.copies.latest(source);
            if (!copy.value) continue;
            ++found;
            CHECK((copy.value->bytes == "two of " + source || copy.value->bytes == "one of " + source));
        }
        kept.copies.prune(1000, {sources[0]});
        bool const is_writable = kept.state.access() == StateFolder::Access::read_write;
        for (auto const& source : sources) {
            kept.copies.store(source, "three", {});
            CHECK((!is_writable || kept.copies.latest(source).value->bytes == "three"));
        }
        CHECK(desk.tell("delay 20m").is_done);
        CHECK(KeptDesk(folder.path / "state").said.empty());
        if (is_writable) CHECK(files_in(folder.path).size() <= files.size() + sources.size());
    }
    fmt::print("damaged state folders: {}; copies found in them: {} of {}\n", variants, found, 2 * variants);
    CHECK(found > variants * 19 / 10);
    CHECK(said > 0);
}
