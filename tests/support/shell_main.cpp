// Pictures are decoded, and events tried, by this program, started once more, as in kiosk/main.cpp.
#include "cli/event_trial.hpp"
#include "paint/decoder_process.hpp"
#include "support/catch.hpp"
#include "support/helper.hpp"

int main(int argc, char** argv) {
    if (argc > 1 && argv[1] == kiosk::decoder_flag) return kiosk::run_decoder({argv + 2, argv + argc});
    if (argc > 1 && argv[1] == kiosk::trial_flag) return kiosk::run_event_trial({argv + 2, argv + argc});
    if (argc > 2 && argv[1] == helper_flag) return run_test_helper(argv[2]);
    return run_tests(argc, argv);
}
