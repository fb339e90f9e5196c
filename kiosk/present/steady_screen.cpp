#include "present/steady_screen.hpp"

#include <SDL.h>
#include <fmt/format.h>

namespace kiosk {
namespace {

constexpr int frames_of_recovery = 1000;

Rect whole(SDL_Surface const& surface) { return {0, 0, surface.w, surface.h}; }

class SteadyScreen final : public Screen {
public:
    SteadyScreen(std::unique_ptr<Screen> first, std::vector<OpenScreen> others, std::function<void(std::string const&)> say)
        : screen_(std::move(first)), others_(std::move(others)), say_(std::move(say)), size_(screen_->size()) {}

    Size size() const override { return screen_ ? screen_->size() : size_; }

    Presented show(SDL_Surface const& now, Rect const& changed) override {
        if (screen_ && screen_->show(now, changed) == Presented::yes) return well();
        return recover([&] { return screen_->show(now, whole(now)); });
    }

    SDL_Surface* canvas() override {
        failed_.reset();
        lent_ = screen_ ? screen_->canvas() : nullptr;
        return lent_;
    }

    void begin_fade(Fade const& fade) override {
        fade_ = fade;
        if (screen_) screen_->begin_fade(fade);
    }

    Presented fade(double t) override {
        if (screen_ && screen_->fade(t) == Presented::yes) return well();
        return recover([&] {
            screen_->begin_fade(fade_);
            return screen_->fade(t);
        });
    }

    void end_fade() override {
        if (screen_) screen_->end_fade();
    }

    bool keeps_time() const override { return screen_ && screen_->keeps_time(); }
    std::string name() const override { return screen_ ? screen_->name() : "lost"; }
    std::string output() const override { return screen_ ? screen_->output() : ""; }
    ScreenNews take_news() override {
        if (std::exchange(is_other_size_, false)) return ScreenNews::repaint;
        return screen_ ? screen_->take_news() : ScreenNews::none;
    }
    int news_descriptor() const override { return screen_ ? screen_->news_descriptor() : -1; }
    bool set_lit(bool is_lit) override { return screen_ && screen_->set_lit(is_lit); }
    void forget_pictures() override {
        if (screen_) screen_->forget_pictures();
    }

private:
    Presented well() {
        if (next_ > 0 && ++frames_since_ == frames_of_recovery) next_ = 0;
        return Presented::yes;
    }

    template <class Present>
    Presented recover(Present present) {
        frames_since_ = 0;
        if (screen_) {
            screen_->forget_pictures();
            if (present() == Presented::yes) return tell("its pictures were handed over anew");
        }
        while (next_ < others_.size()) {
            auto const& open = others_[next_++];
            if (screen_ && std::exchange(lent_, nullptr)) failed_ = std::move(screen_);
            screen_.reset();
            screen_ = open();
            if (!screen_ || present() != Presented::yes) continue;
            is_other_size_ = screen_->size() != size_;
            size_ = screen_->size();
            return tell(fmt::format("it goes on with {}", screen_->name()));
        }
        return Presented::screen_lost;
    }

    Presented tell(std::string const& what) {
        if (say_) say_("the display failed for a moment: " + what);
        return Presented::yes;
    }

    // One window at a time, but for one that has lent its memory: what is painted and shown is in there until canvas() is asked.
    std::unique_ptr<Screen> screen_, failed_;
    SDL_Surface* lent_ = nullptr;
    std::vector<OpenScreen> others_;
    std::function<void(std::string const&)> say_;
    Size size_;
    Fade fade_;
    std::size_t next_ = 0;  // of the others
    int frames_since_ = 0;  // the last recovery
    bool is_other_size_ = false;
};

}  // namespace

std::unique_ptr<Screen> steady(std::unique_ptr<Screen> first, std::vector<OpenScreen> others, std::function<void(std::string const&)> say) {
    return std::make_unique<SteadyScreen>(std::move(first), std::move(others), std::move(say));
}

}  // namespace kiosk
