// The targets as libFuzzer drives them: `kiosk_fuzz --target=NAME CORPUS…`; `--list` names them with their seeds.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "fuzz/fuzz_target.hpp"
#include "fuzz/source_files.hpp"

namespace kiosk {
namespace {

FuzzTarget const* chosen = nullptr;

std::vector<FuzzTarget> all_targets() {
    auto all = core_fuzz_targets();
    for (auto const& target : shell_fuzz_targets()) all.push_back(target);
    return all;
}

/// A line for each seed: target and file.
void list(std::vector<FuzzTarget> const& targets) {
    for (auto const& target : targets) {
        std::printf("%s\n", target.name.c_str());
        for (auto const& file : source_files(target.seeds)) std::printf("%s\t%s\n", target.name.c_str(), file.name.c_str());
    }
    std::exit(0);
}

}  // namespace
}  // namespace kiosk

extern "C" int LLVMFuzzerInitialize(int* count, char*** arguments) {
    static auto const targets = kiosk::all_targets();
    constexpr char const* option = "--target=";
    for (int i = 1; i < *count; ++i) {
        char const* const argument = (*arguments)[i];
        if (std::strcmp(argument, "--list") == 0) kiosk::list(targets);
        if (std::strncmp(argument, option, std::strlen(option)) != 0) continue;
        for (auto const& target : targets)
            if (target.name == argument + std::strlen(option)) kiosk::chosen = &target;
    }
    if (kiosk::chosen) return 0;
    std::fprintf(stderr, "kiosk_fuzz: which target? --list names them\n");
    std::exit(2);
}

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
    try {
        kiosk::chosen->run({reinterpret_cast<char const*>(bytes), size});
    } catch (kiosk::Breach const& breach) {
        std::fprintf(stderr, "BREACH: %s\n", breach.what());
        std::abort();
    }
    return 0;
}
