#include "layout/text/thai_words.hpp"

#include <memory>

#include <thai/thwbrk.h>

namespace kiosk {

std::vector<std::size_t> thai_word_starts(std::u32string const& thai) {
    // Read once, when the first Thai title comes.
    static std::unique_ptr<ThBrk, decltype(&th_brk_delete)> const dictionary(th_brk_new(nullptr),
                                                                             th_brk_delete);
    if (!dictionary || thai.empty()) return {};
    std::vector<thwchar_t> text(thai.begin(), thai.end());
    text.push_back(0);
    std::vector<int> places(thai.size());
    int const count = th_brk_wc_find_breaks(dictionary.get(), text.data(), places.data(), places.size());
    std::vector<std::size_t> starts;
    for (int i = 0; i < count; ++i) {
        auto const place = static_cast<std::size_t>(places[static_cast<std::size_t>(i)]);
        if (place > 0 && place < thai.size()) starts.push_back(place);
    }
    return starts;
}

}  // namespace kiosk
