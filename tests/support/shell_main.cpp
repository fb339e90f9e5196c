// Pictures are decoded by this program, started once more, as in kiosk/main.cpp.
#include "paint/decoder_process.hpp"
#include "support/catch.hpp"

int main(int argc, char** argv) {
    if (argc > 1 && argv[1] == kiosk::decoder_flag) return kiosk::run_decoder({argv + 2, argv + argc});
    return run_tests(argc, argv);
}
