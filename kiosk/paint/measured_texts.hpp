// What is known of texts need not be measured again.
#pragma once

#include <array>
#include <cstddef>
#include <cstring>
#include <memory>
#include <memory_resource>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "layout/picture.hpp"

namespace kiosk {

/// A number for each text and font, in one block of memory that is had once: entries that are made amid the reading and laying out
/// of a schedule would each keep a page of the heap from being given back. When the block is full, it begins anew.
/// Not for use from two threads at a time.
class MeasuredTexts {
public:
    static constexpr std::size_t bytes = 256U << 10;  ///< of the block; a round of slides takes less. A page counts once it is used

    MeasuredTexts() : block_(std::make_unique_for_overwrite<std::byte[]>(bytes)), memory_(block_.get(), bytes) { begin_anew(); }
    MeasuredTexts(MeasuredTexts const&) = delete;
    MeasuredTexts& operator=(MeasuredTexts const&) = delete;

    /// What `measure()` says, or said before. A text that is longer than half a block is not remembered.
    template <class Measure>
    int of(std::string_view utf8, FontRef font, Measure const& measure) {
        auto const key = key_of(utf8, font);
        if (auto const known = known_->find(std::string_view(key)); known != known_->end()) return known->second;
        int const number = measure();
        auto const size = key.size() + bytes_of_entry;
        if (size > bytes / 2) return number;
        if (used_ + size > bytes || known_->size() == most) begin_anew();
        used_ += size;
        known_->emplace(key, number);
        return number;
    }

private:
    static constexpr std::size_t most = 2048;           // entries; there are so many buckets from the beginning
    static constexpr std::size_t bytes_of_entry = 80;  // beside the text, at most
    static constexpr std::size_t bytes_of_buckets = most * 2 * sizeof(void*);

    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    using Known = std::pmr::unordered_map<std::pmr::string, int, Hash, std::equal_to<>>;

    /// The font's bytes, then the text.
    static std::string key_of(std::string_view utf8, FontRef font) {
        std::array<int, 3> const numbers{font.weight, font.size_px, static_cast<int>(font.han)};
        std::string key(sizeof numbers + utf8.size(), '\0');
        std::memcpy(key.data(), numbers.data(), sizeof numbers);
        utf8.copy(key.data() + sizeof numbers, utf8.size());
        return key;
    }
    void begin_anew() {
        known_.reset();
        memory_.release();
        known_.emplace(&memory_);
        known_->reserve(most);
        used_ = bytes_of_buckets;
    }

    std::unique_ptr<std::byte[]> block_;
    std::pmr::monotonic_buffer_resource memory_;
    std::optional<Known> known_;
    std::size_t used_ = 0;
};

}  // namespace kiosk
