#include "io/good_copies.hpp"

#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "io/files.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

using namespace kiosk;
namespace fs = std::filesystem;

namespace {

Instant const noon = *parse_time_argument("2030-05-01T12:00:00Z")->instant;
std::string const source = "https://example.org/schedule.html?token=secret";

CopyMeta meta(Instant fetched = noon, std::string etag = "\"one\"") {
    return {fetched, std::move(etag), "Sun, 06 Nov 1994 08:49:37 GMT"};
}

/// A state folder with its copies, opened as at a start.
struct Start {
    std::vector<Problem> problems;
    StateFolder state;
    GoodCopies copies;
    explicit Start(fs::path const& path) : state(StateFolder::open({path}, problems)), copies(state) {}
};

std::string bytes_of(fs::path const& path) { return read_text(path, "").value->text; }

std::vector<fs::path> files_in(fs::path const& folder) {
    std::vector<fs::path> files;
    for (auto const& entry : fs::directory_iterator(folder)) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

fs::path only_file(fs::path const& folder, std::string const& extension) {
    fs::path found;
    for (auto const& file : files_in(folder))
        if (file.extension() == extension) found = file;
    return found;
}

}  // namespace

TEST_CASE("what was stored is found after a restart, with all that was known of it", "[io]") {
    TemporaryFolder const folder;
    std::string const bytes("line\nwith \0 and \xFF\n", 18);
    CHECK_FALSE(Start(folder.path).copies.latest(source).value);
    CHECK(Start(folder.path).copies.store(source, bytes, meta()).empty());
    auto const found = Start(folder.path).copies.latest(source);
    REQUIRE(found.value);
    CHECK(found.problems.empty());
    CHECK(found.value->bytes == bytes);
    CHECK(found.value->meta == meta());
    CHECK_FALSE(Start(folder.path).copies.latest("https://example.org/other").value);
}

TEST_CASE("of each source there are two generations, and never more", "[io]") {
    TemporaryFolder const folder;
    Start start(folder.path);
    for (auto const* bytes : {"one", "two", "three", "four"})
        CHECK(start.copies.store(source, bytes, meta()).empty());
    CHECK(start.copies.latest(source).value->bytes == "four");
    CHECK(files_in(folder.path / "copies").size() == 2);
    fs::remove(only_file(folder.path / "copies", ".b"));
    CHECK(start.copies.latest(source).value->bytes == "three");
}

TEST_CASE("the generation before is known, and since when the newest is", "[io]") {
    TemporaryFolder const folder;
    Start start(folder.path);
    CHECK_FALSE(start.copies.previous(source));
    auto const at = [](long long second) { return CopyMeta{Instant{seconds{second}}, {}, {}}; };
    start.copies.store(source, "one", at(1000));
    CHECK_FALSE(start.copies.previous(source));
    start.copies.store(source, "two", at(2000));
    start.copies.store(source, "two", at(2000 + 4000));
    CHECK(start.copies.previous(source)->bytes == "one");
    auto const latest = *start.copies.latest(source).value;
    CHECK(latest.bytes == "two");
    CHECK(latest.since == Instant{seconds{2000}});
    CHECK(latest.meta.fetched == Instant{seconds{6000}});
    start.copies.store(source, "three", at(9000));
    CHECK(start.copies.previous(source)->bytes == "two");
}

TEST_CASE("the same bytes are not written again, and their time at most once an hour", "[io]") {
    TemporaryFolder const folder;
    Start start(folder.path);
    start.copies.store(source, "same", meta());
    auto const file = files_in(folder.path / "copies").at(0);
    auto const written = fs::last_write_time(file);
    for (int minute = 1; minute < 60; ++minute)
        start.copies.store(source, "same", meta(noon + minutes{minute}, "\"new\""));
    CHECK(files_in(folder.path / "copies").size() == 1);
    CHECK(start.copies.latest(source).value->meta == meta());
    start.copies.store(source, "same", meta(noon + hours{1}, "\"new\""));
    CHECK(start.copies.latest(source).value->meta == meta(noon + hours{1}, "\"new\""));
    CHECK(fs::last_write_time(file) == written);
    // The time of other bytes, or a damaged one, is none.
    auto const seen = only_file(folder.path / "copies", ".seen");
    auto const old_time = bytes_of(seen);
    write_atomically(seen, old_time.substr(0, 40));
    CHECK(start.copies.latest(source).value->meta == meta());
    start.copies.store(source, "different", meta(noon));
    write_atomically(seen, old_time);
    CHECK(start.copies.latest(source).value->meta == meta());
}

TEST_CASE("a copy that is damaged at any byte, or cut anywhere, gives way to the one before", "[io]") {
    TemporaryFolder const folder;
    Start start(folder.path);
    start.copies.store(source, "the older one", meta());
    start.copies.store(source, std::string(120, 'n'), meta());
    auto const newest = only_file(folder.path / "copies", ".b");
    auto const whole = bytes_of(newest);
    REQUIRE(whole.size() > 250);
    int variants = 0;
    auto const check = [&](std::string const& bytes) {
        ++variants;
        write_atomically(newest, bytes);
        auto const found = start.copies.latest(source);
        REQUIRE(found.value);
        CHECK(found.value->bytes == "the older one");
        REQUIRE(found.problems.size() == 1);
        CHECK(found.problems.at(0).code == "cache-damaged");
        CHECK(start.copies.latest(source).problems.empty());  // set aside
    };
    for (std::size_t i = 0; i < whole.size(); ++i) {
        auto flipped = whole;
        flipped[i] = static_cast<char>(flipped[i] ^ (1 << i % 8));
        check(flipped);
        check(whole.substr(0, i));
    }
    check(whole + "x");
    check(whole + whole);
    CHECK(variants >= 500);
    write_atomically(newest, whole);
    CHECK(start.copies.latest(source).value->bytes == std::string(120, 'n'));
    CHECK(files_in(folder.path / "copies").size() == 3);  // one of the damaged stays
}

TEST_CASE("if both generations are damaged there is none, and the next one is stored all the same", "[io]") {
    TemporaryFolder const folder;
    Start start(folder.path);
    for (auto const* bytes : {"one", "two"}) start.copies.store(source, bytes, meta());
    for (auto const& file : files_in(folder.path / "copies"))
        write_atomically(file, "kiosk-copy 2 of tomorrow\n");
    auto const found = start.copies.latest(source);
    CHECK_FALSE(found.value);
    CHECK(to_line(found.problems.at(0)) ==
          "https://example.org/schedule.html?token=***: note: the stored copy is damaged: it is not used "
          "[cache-damaged]");
    CHECK(start.copies.store(source, "three", meta()).empty());
    CHECK(start.copies.latest(source).value->bytes == "three");
}

TEST_CASE("copies that change places, and those of another source, deceive nobody", "[io]") {
    TemporaryFolder const folder;
    Start start(folder.path);
    for (auto const* bytes : {"one", "two"}) start.copies.store(source, bytes, meta());
    auto const a = only_file(folder.path / "copies", ".a"), b = only_file(folder.path / "copies", ".b");
    fs::rename(a, folder.path / "x"), fs::rename(b, a), fs::rename(folder.path / "x", b);
    CHECK(start.copies.latest(source).value->bytes == "two");
    start.copies.store("other", "of the other", meta());
    for (auto const& file : files_in(folder.path / "copies"))
        if (file.stem() != a.stem()) fs::copy_file(file, a, fs::copy_options::overwrite_existing);
    fs::remove(b);
    CHECK_FALSE(start.copies.latest(source).value);
}

TEST_CASE("whatever lies where a copy should, nobody waits for it and nothing is lost", "[io]") {
    TemporaryFolder const folder;
    Start start(folder.path);
    for (auto const* bytes : {"one", "two"}) start.copies.store(source, bytes, meta());
    auto const b = only_file(folder.path / "copies", ".b");
    auto const place = [&](int kind) {
        fs::remove_all(b), fs::remove_all(fs::path(b).replace_extension(".damaged"));
        if (kind == 0) fs::create_directory(b);
        if (kind == 1) REQUIRE(::mkfifo(b.c_str(), 0600) == 0);
        if (kind == 2) fs::create_symlink("/dev/zero", b);
        if (kind == 3) write_atomically(b, ""), fs::resize_file(b, 8ULL << 30);
    };
    for (int kind = 0; kind < 4; ++kind) {
        place(kind);
        CHECK(start.copies.latest(source).value->bytes == "one");
        place(kind);
        CHECK(start.copies.store(source, "new", meta()).size() == 1);  // the note
        CHECK(start.copies.latest(source).value->bytes == "new");
        fs::remove(b);
    }
}

TEST_CASE("no source leads out of the folder, whatever it is called", "[io]") {
    TemporaryFolder const folder;
    Start start(folder.path / "state");
    std::vector<std::string> const names{"../../escape", "/etc/passwd", "", ".", "a\nb=c check=0\n", "%41%zz",
                                         std::string(3000, 'x')};
    for (auto const& name : names) {
        CHECK(start.copies.store(name, "bytes of " + name, meta()).empty());
        CHECK(start.copies.latest(name).value->bytes == "bytes of " + name);
    }
    CHECK(files_in(folder.path).size() == 1);
    CHECK(files_in(folder.path / "state").size() == 2);  // copies and lock
}

TEST_CASE("a disk that is full is said once, and the older copy stays", "[io]") {
    TemporaryFolder const folder;
    Start start(folder.path);
    start.copies.store(source, "small", meta());
    rlimit before{};
    ::getrlimit(RLIMIT_FSIZE, &before);
    rlimit const tiny{1000, before.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &tiny);  // as a full disk, with a signal that ends most programs
    auto const first = start.copies.store(source, std::string(5000, 'x'), meta());
    auto const second = start.copies.store(source, std::string(5000, 'y'), meta());
    ::setrlimit(RLIMIT_FSIZE, &before);
    REQUIRE(first.size() == 1);
    CHECK(first.at(0).code == "state-unwritable");
    CHECK(first.at(0).message == "nothing can be kept for the next start: File too large");
    CHECK(second.empty());
    CHECK(start.copies.latest(source).value->bytes == "small");
    CHECK(files_in(folder.path / "copies").size() == 1);
    CHECK(start.copies.store(source, "works again", meta()).empty());
    CHECK(start.copies.latest(source).value->bytes == "works again");
}

TEST_CASE("a second process reads what the first one stores, and writes nothing", "[io][F13]") {
    TemporaryFolder const folder;
    Start first(folder.path), second(folder.path);
    first.copies.store(source, "one", meta());
    CHECK(second.copies.store(source, "intruder", meta()).empty());
    CHECK(second.copies.latest(source).value->bytes == "one");
    second.copies.prune(0);
    CHECK(first.copies.latest(source).value->bytes == "one");
    StateFolder const nowhere;
    GoodCopies none(nowhere);
    CHECK(none.store(source, "x", meta()).empty());
    CHECK_FALSE(none.latest(source).value);
}

TEST_CASE("what takes too much room goes, older generations first, and never what is to be kept", "[io]") {
    TemporaryFolder const folder;
    Start start(folder.path);
    std::string const page = "the schedule";
    for (auto const* bytes : {"one", "two"}) start.copies.store(page, bytes, meta());
    auto const written_before = fs::file_time_type::clock::now() - hours{1000};
    for (int i = 0; i < 30; ++i)
        for (int generation = 0; generation < 2; ++generation)
            start.copies.store("photo" + std::to_string(i),
                               std::string(1000, static_cast<char>('a' + generation)), meta());
    for (auto const& file : files_in(folder.path / "copies")) fs::last_write_time(file, written_before);
    auto const recent = fs::path(fmt::format("{:016x}.a", checksum_of("photo7")));
    fs::last_write_time(folder.path / "copies" / recent.stem().replace_extension(".b"),
                        written_before + hours{10});
    start.copies.prune(40'000, {page});
    for (int i = 0; i < 30; ++i)
        CHECK(start.copies.latest("photo" + std::to_string(i)).value->bytes == std::string(1000, 'b'));
    start.copies.prune(8'000, {page});
    CHECK(start.copies.latest("photo7").value);
    CHECK(start.copies.latest(page).value->bytes == "two");
    start.copies.prune(0, {page});
    CHECK_FALSE(start.copies.latest("photo7").value);
    CHECK(files_in(folder.path / "copies").size() == 2);
    CHECK(start.copies.latest(page).value->bytes == "two");
}
