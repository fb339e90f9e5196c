#include "hostile/corpus.hpp"

#include <array>

#include <fmt/format.h>

namespace kiosk {
namespace fs = std::filesystem;

Corpus::Corpus(fs::path folder, unsigned seed) : chance(seed), folder_(std::move(folder)), list_(folder_ / "cases.tsv") {}

fs::path Corpus::next_path(std::string_view name) { return folder_ / fmt::format("{:04}-{}", ++count_, name); }

void Corpus::list(std::string_view row, fs::path const& path, Wanted const& wanted) {
    list_ << fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n", row, path.filename().string(), wanted.exit, wanted.least_sessions,
                         wanted.most_sessions, wanted.first_line, wanted.last_line, wanted.place);
}

void Corpus::add(std::string_view row, std::string_view name, std::string_view bytes, Wanted const& wanted) {
    auto const path = next_path(name);
    std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    list(row, path, wanted);
}

void Corpus::add_beside(std::string_view name, std::string_view bytes) const {
    auto const path = folder_ / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

}  // namespace kiosk
