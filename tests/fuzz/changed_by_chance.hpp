// The targets without libFuzzer: their seeds, changed by chance, the same in every run.
#pragma once

#include "fuzz/fuzz_target.hpp"

namespace kiosk {

/// Runs the seeds of `target` as they are, and each so many times changed: cut, doubled, mixed with others, bytes and numbers
/// replaced. Fails the test, with the bytes, where the target throws.
void survive_changes(FuzzTarget const& target, int times);

}  // namespace kiosk
