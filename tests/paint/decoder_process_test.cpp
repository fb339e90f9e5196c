// Pictures that are decoded in another process: the same pixels, and no more than a fault of those that were made to hurt.
#include "paint/decoder_process.hpp"

#include <thread>

#include <fcntl.h>
#include <sys/resource.h>

#include "paint/painting.hpp"
#include "paint/png.hpp"

using namespace kiosk;

namespace {

std::string sample(char const* name) { return read_whole(KIOSK_SOURCE_DIR "/tests/paint/photos/" + std::string(name)); }

DecoderTask scaled_to(std::string_view bytes, Size size) {
    DecoderTask task{DecoderTask::Kind::photo, {}, {size}};
    REQUIRE(photo_fault(bytes, task.header).empty());
    return task;
}

std::string big_endian(std::size_t value) {
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(value >> shift & 255);
    return bytes;
}

/// A PNG whose header says `size` and whose pixels are `data`, sums left out: stb_image does not look at them.
std::string png_of(Size size, std::string const& data) {
    auto const chunk = [](std::string const& name, std::string const& body) { return big_endian(body.size()) + name + body + "sums"; };
    auto const sides = big_endian(static_cast<std::size_t>(size.width)) + big_endian(static_cast<std::size_t>(size.height));
    return "\x89PNG\r\n\x1A\n" + chunk("IHDR", sides + std::string("\x08\x06\0\0\0", 5)) + chunk("IDAT", data) + chunk("IEND", "");
}

/// A progressive JPEG that tells its coefficients `scans` times.
std::string with_scans(std::string jpeg, int scans) {
    auto const begin = jpeg.find("\xFF\xDA"), end = jpeg.find("\xFF\xDA", begin + 2);
    auto const scan = jpeg.substr(begin, end - begin);
    std::string more;
    for (int i = 0; i < scans; ++i) more += scan;
    return jpeg.insert(begin, more);
}

std::size_t open_descriptors() {
    std::error_code none;
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator("/proc/self/fd", none), std::filesystem::directory_iterator{}));
}

}  // namespace

TEST_CASE("a picture decoded in another process has the same pixels as here", "[paint][decoder]") {
    for (auto const* const name : {"progressive.jpg", "grey.jpg", "cmyk.jpg", "ycck.jpg", "palette-transparent.png", "sixteen-bit.png", "lossy.webp", "transparent.webp"}) {
        CAPTURE(name);
        auto const bytes = sample(name);
        auto const task = scaled_to(bytes, {24, 18});
        auto const here = decode_here(bytes, task), apart = decode_apart(bytes, task);
        CHECK(apart.fault == "");
        CHECK(apart.size == Size{24, 18});
        CHECK(apart.bytes == here.bytes);
    }
}

TEST_CASE("a drawing is drawn in another process, too", "[paint][decoder]") {
    std::string const svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"2\"><rect width=\"2\" height=\"2\" fill=\"#f00\"/></svg>";
    DecoderTask const drawing{DecoderTask::Kind::svg, {}, {{40, 20}}};
    auto const drawn = decode_apart(svg, drawing);
    CHECK(drawn.fault == "");
    CHECK(drawn.bytes == decode_here(svg, drawing).bytes);
    CHECK(drawn.bytes.at(0) == 255);
    CHECK(decode_apart(svg, {DecoderTask::Kind::svg_shape}).size == decode_here(svg, {DecoderTask::Kind::svg_shape}).size);
    CHECK(decode_apart("<svg></svg>", drawing).fault == "its pixels are broken");
}

TEST_CASE("pictures that are broken or made to hurt are a fault, and leave nothing behind", "[paint][decoder][G11]") {
    auto const before = open_descriptors();
    auto const whole = [](std::string_view bytes) { return decode_apart(bytes, {DecoderTask::Kind::whole}).fault; };
    CHECK(whole("") == "its pixels are broken");
    CHECK(whole("no picture at all") == "its pixels are broken");
    CHECK(whole("/* XPM */ static char *x[] = {\"1 1 1 1\"};") == "its pixels are broken");
    auto const jpeg = sample("progressive.jpg");
    CHECK(whole(jpeg) == "");
    CHECK(whole(jpeg.substr(0, jpeg.size() / 2)) == "its pixels are broken");
    // 16,000 x 16,000 pixels in a few bytes: 1 GB of memory for whoever believes it.
    CHECK(whole(png_of({16'000, 16'000}, "\x78\x9C")) != "");
    CHECK(open_descriptors() == before);
}

TEST_CASE("a decoder that would take minutes is ended", "[paint][decoder][G11][H8]") {
    auto const bytes = with_scans(sample("progressive.jpg"), 2'000'000);
    CHECK(decode_apart(bytes, {DecoderTask::Kind::whole}).fault == "it takes too long to decode");
}

TEST_CASE("whoever is told to stop does not wait for a decoder", "[paint][decoder]") {
    std::stop_source told;
    told.request_stop();
    CHECK(decode_apart(sample("grey.jpg"), {DecoderTask::Kind::whole}, told.get_token()).fault == "it is not wanted any more");
}

TEST_CASE("where no process can be had, the picture says so and the program goes on", "[paint][decoder][H4]") {
    auto const bytes = sample("grey.jpg");
    rlimit before{};
    REQUIRE(::getrlimit(RLIMIT_NOFILE, &before) == 0);
    rlimit none = before;
    none.rlim_cur = 3;  // stdin, stdout, stderr
    REQUIRE(::setrlimit(RLIMIT_NOFILE, &none) == 0);
    auto const fault = decode_apart(bytes, {DecoderTask::Kind::whole}).fault;
    REQUIRE(::setrlimit(RLIMIT_NOFILE, &before) == 0);
    CHECK(fault == "it cannot be decoded now: Too many open files");
    CHECK(decode_apart(bytes, {DecoderTask::Kind::whole}).fault == "");
}

TEST_CASE("a task survives the way over a command line, and nonsense is no task", "[paint][decoder]") {
    DecoderTask const task{DecoderTask::Kind::svg, {{40, 30}, 6}, {{12, 9}, 250, 1000}};
    auto const words = to_arguments(task);
    std::vector<char const*> arguments;
    for (auto const& word : words) arguments.push_back(word.c_str());
    auto const back = to_task(arguments);
    REQUIRE(back);
    CHECK(back->kind == task.kind);
    CHECK(back->header.stored == task.header.stored);
    CHECK(back->header.orientation == 6);
    CHECK(back->crop == task.crop);
    arguments[3] = "six";
    CHECK_FALSE(to_task(arguments));
    arguments.pop_back();
    CHECK_FALSE(to_task(arguments));
}

TEST_CASE("a reply that is not what was asked for is none", "[paint][decoder]") {
    DecoderTask const task{DecoderTask::Kind::photo, {}, {{2, 1}}};
    auto const reply_of = [&](Size size, std::size_t count) {
        DecoderReply reply{size, std::vector<std::uint8_t>(count), {}};
        auto bytes = head_of(reply);
        bytes.insert(bytes.end(), reply.bytes.begin(), reply.bytes.end());
        return bytes;
    };
    CHECK(to_reply(reply_of({2, 1}, 8), task));
    CHECK_FALSE(to_reply(reply_of({2, 1}, 9), task));
    CHECK_FALSE(to_reply(reply_of({3, 1}, 12), task));
    auto cut = reply_of({2, 1}, 8);
    cut.pop_back();
    CHECK_FALSE(to_reply(cut, task));
    CHECK_FALSE(to_reply({}, task));
}
