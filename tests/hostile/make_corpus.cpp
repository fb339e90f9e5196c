// kiosk_hostile SEED COUNT FOLDER: fills a folder, which must be there, with at least COUNT hostile files, and cases.tsv with what each is for.
#include <cstdio>
#include <cstdlib>

#include "hostile/corpus.hpp"

int main(int count, char** arguments) {
    if (count != 4) {
        std::fprintf(stderr, "kiosk_hostile: SEED COUNT FOLDER\n");
        return 2;
    }
    auto const seed = static_cast<unsigned>(std::strtoul(arguments[1], nullptr, 10));
    kiosk::Corpus corpus(arguments[3], seed);
    kiosk::add_shapes(corpus);
    kiosk::add_specials(corpus);
    kiosk::add_meanings(corpus);
    kiosk::add_recurrences(corpus);
    kiosk::add_texts(corpus);
    kiosk::add_pictures(corpus);
    kiosk::add_edits(corpus, std::atoi(arguments[2]));
    std::printf("%d\n", corpus.count());
}
