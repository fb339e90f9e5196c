#include "paint/ticking_line.hpp"

#include <algorithm>

namespace kiosk {
namespace {

std::uint32_t* pixel_at(SDL_Surface& surface, int x, int y) {
    return reinterpret_cast<std::uint32_t*>(static_cast<std::uint8_t*>(surface.pixels) + static_cast<std::ptrdiff_t>(y) * surface.pitch) + x;
}

bool has_same_shape(std::string_view a, std::string_view b) {
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return (x == ':') == (y == ':'); });
}

std::vector<int> edges_of(std::string_view text, DrawnRun const& run, TickingLine::Width const& width) {
    std::vector<int> edges{0};
    for (std::size_t i = 1; i < text.size(); ++i) edges.push_back(std::clamp(width(text.substr(0, i)) - run.x, edges.back(), run.pixels->w));
    edges.push_back(run.pixels->w);
    return edges;
}

DrawnRun same_run(DrawnRun const& run) {
    ++run.pixels->refcount;  // SDL frees it with the last
    return {SurfacePointer(run.pixels.get()), run.x, run.y, run.color};
}

}  // namespace

bool TickingLine::is_clock(std::string_view text) {
    bool const has_seconds = std::count(text.begin(), text.end(), ':') == 2;
    return has_seconds && text.size() <= 8 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= ':'; });
}

std::vector<DrawnRun> TickingLine::shown() const {
    std::vector<DrawnRun> line;
    line.push_back(same_run(face_->run));
    return line;
}

/// False: a digit has not been drawn yet where it stands now.
bool TickingLine::copy_known(std::string_view text) {
    auto& face = *face_;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] != face.text[i] && !face.digits.contains({i, text[i]})) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == face.text[i]) continue;
        auto const* coverage = face.digits.at({i, text[i]}).coverage.data();
        int const width = face.edges[i + 1] - face.edges[i];
        for (int y = 0; y < face.run.pixels->h; ++y) {
            auto* const row = pixel_at(*face.run.pixels, face.edges[i], y);
            for (int x = 0; x < width; ++x) row[x] = std::uint32_t{*coverage++} << 24 | 0x00FF'FFFFU;
        }
    }
    face.text = text;
    return true;
}

void TickingLine::remember(std::string_view text) {
    auto& face = *face_;
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto const [digit, is_new] = face.digits.try_emplace({i, text[i]});
        if (!is_new) continue;
        for (int y = 0; y < face.run.pixels->h; ++y) {
            auto const* const row = pixel_at(*face.run.pixels, face.edges[i], y);
            for (int x = 0; x < face.edges[i + 1] - face.edges[i]; ++x) digit->second.coverage.push_back(static_cast<std::uint8_t>(row[x] >> 24));
        }
    }
}

std::vector<DrawnRun> TickingLine::draw(std::string_view text, FontRef font, Draw const& draw, Width const& width) {
    if (face_ && (face_->font != font || !has_same_shape(face_->text, text))) face_.reset();
    if (face_ && copy_known(text)) return shown();
    auto line = draw(text);
    if (line.size() != 1 || line[0].color) {
        face_.reset();
        return line;
    }
    auto edges = edges_of(text, line[0], width);
    bool const fits = face_ && edges == face_->edges && line[0].pixels->h == face_->run.pixels->h && line[0].x == face_->run.x && line[0].y == face_->run.y;
    if (!fits) face_.emplace(Face{font, {}, {}, std::move(edges), {}});
    face_->text = text;
    face_->run = same_run(line[0]);
    remember(text);
    return line;
}

}  // namespace kiosk
