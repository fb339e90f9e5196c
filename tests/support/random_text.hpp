// Texts made up by chance, in the scripts that names and titles come in.
#pragma once

#include <array>
#include <cstddef>
#include <random>
#include <string>
#include <string_view>

namespace kiosk {

/// Numbers by chance, the same on every machine: std::mt19937 is fixed by the standard, its distributions
/// are not.
class Chance {
public:
    explicit Chance(unsigned seed) : engine_(seed) {}
    /// 0 to n - 1. Range: n at least 1.
    unsigned below(unsigned n) { return static_cast<unsigned>(engine_() % n); }
    /// `least` to `most`.
    int between(int least, int most) {
        return least + static_cast<int>(below(static_cast<unsigned>(most - least + 1)));
    }
    bool one_in(unsigned n) { return below(n) == 0; }
    template <class List>
    auto const& pick(List const& list) {
        return list[below(static_cast<unsigned>(std::size(list)))];
    }

private:
    std::mt19937 engine_;
};

/// A sample of each script: its letters, marks and punctuation; long words; two directions in one line;
/// pictures; marks that stand for themselves.
extern std::array<std::string_view, 17> const alphabets;

/// 1 to `most` characters as readers count them, of one alphabet or of two; one in six has no blanks.
std::string random_line(Chance& chance, std::size_t most);
/// A title: half of them short, the others up to 300 characters.
std::string random_title(Chance& chance);
/// Sentences of one alphabet, about `most` characters at most.
std::string random_prose(Chance& chance, std::size_t most);

}  // namespace kiosk
