// Hostile files, made by seed: one folder, and a list of what each of them is for.
#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "support/random_text.hpp"

namespace kiosk {

/// What the program must make of a file beside surviving it. Numbers below 0: it does not matter.
struct Wanted {
    int exit = -1;            ///< 0 or 1
    int least_sessions = -1, most_sessions = -1;
    int first_line = -1, last_line = -1;  ///< a problem names one of these lines,
    int place = -1;                       ///< or, in JSON, the path of this element of a list
};

/// Exactly so many sessions.
inline Wanted sessions(int count) { return {-1, count, count, -1, -1, -1}; }
inline Wanted refused() { return {1, -1, -1, -1, -1, -1}; }

class Corpus {
public:
    /// `folder` must exist. `seed`: the same files for the same one.
    Corpus(std::filesystem::path folder, unsigned seed);

    /// `row`: of the catalogue ("A7"); `name`: with its extension. A number in front makes it unlike any other.
    void add(std::string_view row, std::string_view name, std::string_view bytes, Wanted const& wanted = {});
    /// A file beside the cases that some of them name; not a case itself.
    void add_beside(std::string_view name, std::string_view bytes) const;
    /// What is no regular file: `make` gets the path.
    template <class Make>
    void add_special(std::string_view row, std::string_view name, Make const& make) {
        auto const path = next_path(name);
        make(path);
        list(row, path, refused());
    }

    Chance chance;
    int count() const { return count_; }

private:
    std::filesystem::path next_path(std::string_view name);
    void list(std::string_view row, std::filesystem::path const& path, Wanted const& wanted);

    std::filesystem::path folder_;
    std::ofstream list_;
    int count_ = 0;
};

// The rows of the catalogue's tables (RELIABILITY.md): size and shape, meaning, texts; and pictures.
void add_shapes(Corpus& corpus);
void add_specials(Corpus& corpus);
void add_meanings(Corpus& corpus);
void add_recurrences(Corpus& corpus);
void add_texts(Corpus& corpus);
void add_pictures(Corpus& corpus);
/// Good files with bytes changed by chance, until the corpus has `count` cases.
void add_edits(Corpus& corpus, int count);

}  // namespace kiosk
