// Row A5: what has a name and is no regular file, or is one without an end.
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>

#include "hostile/corpus.hpp"

namespace kiosk {
namespace fs = std::filesystem;
namespace {

void make_socket(fs::path const& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, path.c_str(), sizeof address.sun_path - 1);
    int const socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    (void)::bind(socket, reinterpret_cast<sockaddr const*>(&address), sizeof address);
    ::close(socket);
}

void make_sparse(fs::path const& path) {
    constexpr off_t size = off_t{8} << 30;
    int const file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0644);
    (void)!::ftruncate(file, size);
    ::close(file);
}

}  // namespace

void add_specials(Corpus& corpus) {
    for (auto const* extension : {"xml", "ics", "toml"}) {
        auto const named = [&](std::string_view what) { return std::string(what) + "." + extension; };
        corpus.add_special("A5", named("special-fifo"), [](fs::path const& path) { ::mkfifo(path.c_str(), 0644); });
        corpus.add_special("A5", named("special-sparse-8gib"), make_sparse);
        corpus.add_special("A5", named("special-directory"), [](fs::path const& path) { fs::create_directory(path); });
        corpus.add_special("A5", named("special-socket"), make_socket);
        corpus.add_special("A5", named("special-link-loop"), [](fs::path const& path) { fs::create_symlink(path.filename(), path); });
        corpus.add_special("A5", named("special-zero"), [](fs::path const& path) { fs::create_symlink("/dev/zero", path); });
        corpus.add_special("A5", named("special-gone"), [](fs::path const& path) { fs::create_symlink("nowhere", path); });
    }
}

}  // namespace kiosk
