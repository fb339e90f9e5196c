#include "paint/decoder_task.hpp"

#include <array>
#include <charconv>
#include <cstring>
#include <new>

#include "base/image_header.hpp"
#include "base/limits.hpp"
#include "base/utf8.hpp"
#include "paint/logo_svg.hpp"
#include "paint/photo_decoder.hpp"
#include "paint/photo_fit.hpp"
#include "paint/pixels.hpp"

namespace kiosk {
namespace {

constexpr std::array<std::string_view, 5> kinds{"photo", "whole", "fit", "svg", "svg-shape"};  // in the order of Kind
constexpr std::size_t most_fault_bytes = 200;

/// One machine, one program: in its own byte order.
struct Head {
    std::array<char, 4> mark{'K', 'P', 'I', 'C'};
    std::int32_t width = 0, height = 0;
    std::uint32_t is_fault = 0;
    std::uint64_t length = 0;
};

std::optional<int> to_int(std::string_view text) {
    int value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

bool gives_pixels(DecoderTask::Kind kind) { return kind == DecoderTask::Kind::photo || kind == DecoderTask::Kind::svg; }

std::size_t pixel_bytes(Size size) {
    return size.width <= 0 || size.height <= 0 ? 0 : static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height) * 4;
}

DecoderReply broken() { return {{}, {}, "its pixels are broken"}; }

DecoderReply pixels_or_broken(std::optional<Pixels> pixels) {
    return pixels ? DecoderReply{pixels->size, std::move(pixels->rgba), {}} : broken();
}

bool is_as_wanted(DecoderReply const& reply, DecoderTask const& task) {
    if (!reply.fault.empty()) return true;
    switch (task.kind) {
        case DecoderTask::Kind::photo:
        case DecoderTask::Kind::svg: return reply.size == task.crop.size && reply.bytes.size() == pixel_bytes(reply.size);
        case DecoderTask::Kind::fit: return true;
        case DecoderTask::Kind::whole:
        case DecoderTask::Kind::svg_shape: return reply.bytes.empty();
    }
    return false;
}

}  // namespace

std::vector<std::string> to_arguments(DecoderTask const& task) {
    std::vector<std::string> words{std::string(kinds[static_cast<std::size_t>(task.kind)])};
    for (int const number : {task.header.stored.width, task.header.stored.height, task.header.orientation, task.crop.size.width,
                             task.crop.size.height, task.crop.focus_x, task.crop.focus_y})
        words.push_back(std::to_string(number));
    return words;
}

std::optional<DecoderTask> to_task(std::span<char const* const> arguments) {
    if (arguments.size() != 8) return {};
    DecoderTask task;
    auto const kind = std::find(kinds.begin(), kinds.end(), arguments[0]);
    if (kind == kinds.end()) return {};
    task.kind = static_cast<DecoderTask::Kind>(kind - kinds.begin());
    std::size_t at = 1;
    for (int* const number : {&task.header.stored.width, &task.header.stored.height, &task.header.orientation, &task.crop.size.width,
                              &task.crop.size.height, &task.crop.focus_x, &task.crop.focus_y}) {
        auto const value = to_int(arguments[at++]);
        if (!value) return {};
        *number = *value;
    }
    return task;
}

std::vector<std::uint8_t> head_of(DecoderReply const& reply) {
    Head head;
    head.width = reply.size.width, head.height = reply.size.height;
    head.is_fault = reply.fault.empty() ? 0 : 1;
    head.length = reply.fault.empty() ? reply.bytes.size() : reply.fault.size();
    std::vector<std::uint8_t> bytes(sizeof head);
    std::memcpy(bytes.data(), &head, sizeof head);
    return bytes;
}

std::optional<DecoderReply> to_reply(std::vector<std::uint8_t> bytes, DecoderTask const& task) {
    Head head;
    if (bytes.size() < sizeof head) return {};
    std::memcpy(&head, bytes.data(), sizeof head);
    if (head.mark != Head{}.mark || bytes.size() - sizeof head != head.length) return {};
    bytes.erase(bytes.begin(), bytes.begin() + sizeof head);
    DecoderReply reply;
    reply.size = {head.width, head.height};
    if (head.is_fault != 0) reply.fault = clean_line({reinterpret_cast<char const*>(bytes.data()), std::min(bytes.size(), most_fault_bytes)});
    else reply.bytes = std::move(bytes);
    return is_as_wanted(reply, task) ? std::optional(std::move(reply)) : std::nullopt;
}

std::size_t most_reply_bytes(DecoderTask const& task) {
    auto const payload = gives_pixels(task.kind) ? pixel_bytes(task.crop.size) : task.kind == DecoderTask::Kind::fit ? largest_fit_photo : 0;
    return sizeof(Head) + std::max(payload, most_fault_bytes);
}

DecoderReply decode_here(std::string_view bytes, DecoderTask const& task) try {
    switch (task.kind) {
        case DecoderTask::Kind::photo: return pixels_or_broken(decode_photo(bytes, task.header, task.crop));
        case DecoderTask::Kind::whole: return can_decode_photo(bytes) ? DecoderReply{} : broken();
        case DecoderTask::Kind::fit: return made_fit(bytes, task.header);
        case DecoderTask::Kind::svg: return pixels_or_broken(draw_svg(bytes, task.crop.size));
        case DecoderTask::Kind::svg_shape: {
            auto const size = shape_of_svg(bytes);
            return size ? DecoderReply{*size, {}, {}} : broken();
        }
    }
    return broken();
} catch (std::bad_alloc const&) {
    return {{}, {}, "it takes too much memory"};
}

void prepare_to_decode(std::string_view bytes, DecoderTask const& task) {
    if (task.kind == DecoderTask::Kind::svg || task.kind == DecoderTask::Kind::svg_shape) return prepare_svg();
    auto const type = read_image_header(bytes).type;
    if (type == "WebP") prepare_webp();
    if (type == "JPEG") prepare_jpeg();
}

}  // namespace kiosk
