// The tests' server that misbehaves, as a program. Prints its address, then does what lines of its input say:
//   behave NAME        what the next requests meet; tests/faults/fault_scripts.hpp has the names
//   serve PATH FILE    the file's bytes at that path from now on
//   requests           prints how many came since the last behave
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>

#include "faults/fault_server.hpp"

namespace {

std::string bytes_of(std::string const& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    kiosk::FaultServer server(bytes_of(argv[1]));
    std::printf("%s\n", server.url().c_str());
    std::fflush(stdout);
    for (std::string line; std::getline(std::cin, line);) {
        std::istringstream words(line);
        std::string verb, first, second;
        words >> verb >> first >> second;
        if (verb == "behave") server.behave(first);
        if (verb == "serve") server.serve(first, bytes_of(second));
        if (verb == "requests") std::printf("%zu\n", server.requests().size());
        if (verb != "requests") std::puts("done");
        std::fflush(stdout);
    }
}
