#include "fuzz/changed_by_chance.hpp"

#include <algorithm>
#include <array>

#include "fuzz/source_files.hpp"
#include "support/catch.hpp"
#include "support/random_text.hpp"

namespace kiosk {
namespace {

constexpr std::size_t longest = 20'000;  // bytes; what is longer only takes longer

using namespace std::string_view_literals;

constexpr auto intruders = std::to_array<std::string_view>(
    {"\0"sv, "\xC3", "\xED\xA0\x80", "\xFF\xFE", "\r", "\n", "\n\n", "\x1B[31m", "\xE2\x80\xAE", "\xE2\x80\x8B", "e\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81",
     "\"", "'", "<", ">", "{", "}", "[", "]", "&#0;", "--", "0", "-1", "99999999999999999999", "2147483648", "9223372036854775807", "1e999", "9999-12-31", "0000-00-00",
     "00:00", "24:00", "-32768-01-01", "32767-12-31T23:59:59", "P1W", "PT99999999999H"});

std::size_t place(Chance& chance, std::string const& text) { return chance.below(static_cast<unsigned>(text.size() + 1)); }

std::string slice(Chance& chance, std::string const& text) { return text.substr(place(chance, text), chance.below(200)); }

std::string changed(Chance& chance, std::string text, std::string const& other) {
    for (auto steps = 1 + chance.below(4); steps > 0; --steps) {
        auto const at = place(chance, text);
        switch (chance.below(7)) {
            case 0: text.resize(at); break;
            case 1: text.erase(at, chance.below(100)); break;
            case 2: text.insert(at, slice(chance, text)); break;
            case 3: text.insert(at, slice(chance, other)); break;
            case 4: text.insert(at, chance.pick(intruders)); break;
            case 5: text.replace(at, std::min<std::size_t>(text.size() - at, chance.below(12)), chance.pick(intruders)); break;
            default:
                if (at < text.size()) text[at] = static_cast<char>(chance.below(256));
        }
    }
    return text.substr(0, longest);
}

void run(FuzzTarget const& target, std::string const& bytes) {
    try {
        target.run(bytes);
    } catch (std::exception const& thrown) {
        FAIL(target.name << ": " << thrown.what() << "\n" << bytes);
    }
}

}  // namespace

void survive_changes(FuzzTarget const& target, int times) {
    auto const seeds = source_files(target.seeds);
    REQUIRE_FALSE(seeds.empty());
    Chance chance(20'301);
    for (auto const& seed : seeds) {
        auto const whole = seed.text.substr(0, longest);
        run(target, whole);
        for (int i = 0; i < times; ++i) run(target, changed(chance, whole, chance.pick(seeds).text));
    }
}

}  // namespace kiosk
