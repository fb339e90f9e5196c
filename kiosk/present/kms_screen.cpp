#include "present/kms_screen.hpp"

#include <algorithm>
#include <array>

#include <SDL.h>
#include <fmt/format.h>

#include "present/cec.hpp"

namespace kiosk {
namespace {

constexpr milliseconds longest_flip{1000};  // SDL waits for ever; a card that is silent for so long has lost the picture

Rect bounds(Rect const& a, Rect const& b) {
    if (a.width <= 0 || a.height <= 0) return b;
    if (b.width <= 0 || b.height <= 0) return a;
    int const x = std::min(a.x, b.x), y = std::min(a.y, b.y);
    return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

/// Two buffers take turns. Each remembers what it has missed while the other one was shown.
class KmsScreen final : public Screen {
public:
    KmsScreen(std::shared_ptr<KmsMachine> machine, std::unique_ptr<OutputNews> news, ScreenOptions const& options,
              std::shared_ptr<void> keep)
        : keep_(std::move(keep)), machine_(std::move(machine)), news_(std::move(news)), output_(options.output), wanted_(options.video_mode),
          tells_television_(options.tells_television), size_(options.size) {
        take_place(true);
    }
    ~KmsScreen() override { leave_place(); }
    KmsScreen(KmsScreen const&) = delete;
    KmsScreen& operator=(KmsScreen const&) = delete;

    Size size() const override { return size_; }

    Presented show(SDL_Surface const& now, Rect const& changed) override {
        latest_ = &now;
        for (auto& buffer : buffers_) buffer.missed = bounds(buffer.missed, clipped(changed, size_));
        // During a fade the next of its frames brings this along.
        return blend_.is_on() ? Presented::yes : present([] {});
    }

    SDL_Surface* canvas() override { return nullptr; }

    void begin_fade(Fade const& fade) override {
        blend_.begin(fade);
        latest_ = fade.from;
    }

    Presented fade(double t) override {
        return present([&] { blend_.draw(back().memory.target, t); });
    }

    void end_fade() override {
        for (auto& buffer : buffers_) buffer.missed = bounds(buffer.missed, clipped(blend_.area(), size_));
        blend_.end();
    }

    bool keeps_time() const override { return place_ && is_on_; }
    std::string name() const override { return "kms"; }

    std::string output() const override {
        if (!place_) return output_.empty() ? "no monitor" : fmt::format("{}: no monitor", output_);
        return fmt::format("{}, {}x{} at {:.0f} Hz", place_->output.name, mode_.size.width, mode_.size.height, mode_.refresh_hz);
    }

    int news_descriptor() const override { return news_->descriptor(); }

    ScreenNews take_news() override {
        auto const kind = news_->take();
        if (kind == OutputNews::Kind::none) return ScreenNews::none;
        bool const asks = kind == OutputNews::Kind::likely;
        if (!place_) return take_place(asks) ? ScreenNews::repaint : ScreenNews::none;
        auto const old = place_->output;
        auto const old_size = size_;
        auto const outputs = place_->card->outputs(asks);
        auto const found = std::find_if(outputs.begin(), outputs.end(), [&](KmsOutput const& one) { return one.connector == old.connector; });
        bool const is_there = found != outputs.end() && found->is_connected;
        // A monitor that was pulled and plugged in again between two looks wants its signal anew.
        if (is_there && *found == old && !asks) return ScreenNews::none;
        if (is_there && !asks && found->modes.empty()) return ScreenNews::none;
        leave_place();
        bool const is_back = take_place(asks);
        return is_back || size_ != old_size ? ScreenNews::repaint : ScreenNews::none;
    }

    void forget_pictures() override {}  // they are painted into its buffers each time

    bool set_lit(bool is_lit) override {
        if (is_lit == is_lit_) return true;
        if (place_) {
            wait_for_flip();
            bool const can = place_->card->set_lit(place_->output, is_lit);
            if (tells_television_) television_.set_lit(place_->output.connector, is_lit);
            if (!can && !is_lit) return false;
        }
        is_lit_ = is_lit;
        is_on_ = false;  // the mode is set again
        return true;
    }

private:
    struct Buffer {
        KmsBuffer memory;
        Rect missed;
    };
    Buffer& back() { return buffers_[1 - front_]; }

    bool take_place(bool asks) {
        place_ = machine_->take(output_, asks);
        if (!place_) return false;
        if (place_->output.modes.empty() && !asks) {  // it has just come
            machine_->give_back(*place_);
            place_ = machine_->take(output_, true);
            if (!place_) return false;
        }
        while (auto const mode = choose_mode(place_->output.modes, wanted_)) {
            mode_ = *mode;
            // Black at once: whatever the console says is gone, and a mode that the card refuses is found out.
            is_on_ = make_buffers() && (!is_lit_ || place_->card->set_mode(place_->crtc, place_->output, mode_, buffers_[0].memory));
            if (is_on_) {
                size_ = mode_.size;
                is_on_ = is_lit_;
                return true;
            }
            std::erase_if(place_->output.modes, [&](KmsMode const& refused) { return refused.index == mode_.index; });
        }
        is_lost_ = true;
        leave_place();
        return false;
    }

    bool make_buffers() {
        drop_buffers();
        for (auto& buffer : buffers_) {
            auto memory = place_->card->make_buffer(mode_.size);
            if (!memory) return false;
            buffer = {*memory, {0, 0, mode_.size.width, mode_.size.height}};
        }
        front_ = 0;
        return true;
    }

    void drop_buffers() {
        for (auto& buffer : buffers_) {
            if (buffer.memory.id) place_->card->drop_buffer(buffer.memory);
            buffer = {};
        }
    }

    void leave_place() {
        is_on_ = false;
        if (!place_) return;
        wait_for_flip();
        drop_buffers();
        machine_->give_back(*place_);
        place_.reset();
    }

    /// False: it never came.
    bool wait_for_flip() {
        auto const end = std::chrono::steady_clock::now() + longest_flip;
        while (is_flipping_) {
            auto const left = std::chrono::ceil<milliseconds>(end - std::chrono::steady_clock::now());
            if (left <= milliseconds{0}) break;
            place_->card->wait_for_flips(left);
        }
        return !is_flipping_;
    }

    /// Brings the back buffer up to date, lets `draw` draw over it, and shows it.
    template <class Draw>
    Presented present(Draw const& draw) {
        if (is_lost_) return Presented::screen_lost;
        if (!place_ || !is_lit_ || !latest_) return Presented::yes;  // nobody looks; it is all remembered
        if (!wait_for_flip()) return Presented::screen_lost;
        copy_area(*latest_, back().missed, back().memory.target);
        draw();
        back().missed = {};
        if (is_on_ && place_->card->flip(place_->crtc, back().memory, is_flipping_)) {
            front_ = 1 - front_;
            return Presented::yes;
        }
        // The monitor was dark, or the card does not flip.
        is_on_ = place_->card->set_mode(place_->crtc, place_->output, mode_, back().memory);
        if (is_on_) {
            front_ = 1 - front_;
            return Presented::yes;
        }
        return Presented::screen_lost;
    }

    std::shared_ptr<void> keep_;
    std::shared_ptr<KmsMachine> machine_;
    std::unique_ptr<OutputNews> news_;
    std::string output_;
    std::optional<Size> wanted_;
    bool tells_television_;
    Television television_;
    Size size_;
    std::optional<KmsPlace> place_;
    KmsMode mode_;
    std::array<Buffer, 2> buffers_;
    int front_ = 0;
    bool is_flipping_ = false;
    bool is_on_ = false;  // the mode is set
    bool is_lit_ = true;
    bool is_lost_ = false;  // there is a monitor, and the card shows nothing on it
    SDL_Surface const* latest_ = nullptr;  // the picture outside a fade
    FadeBlend blend_;
};

}  // namespace

std::unique_ptr<Screen> make_kms_screen(std::shared_ptr<KmsMachine> machine, std::unique_ptr<OutputNews> news,
                                        ScreenOptions const& options, std::shared_ptr<void> keep) {
    return std::make_unique<KmsScreen>(std::move(machine), std::move(news), options, std::move(keep));
}

}  // namespace kiosk
