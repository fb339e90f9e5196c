// Serves one file at every path of a free port on the loopback address, as it is at each request, and prints its address.
//   kiosk_page_server FILE
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

void answer(int connection, char const* file) {
    char request[4096];
    if (::recv(connection, request, sizeof request, 0) <= 0) return;
    std::ifstream page(file, std::ios::binary);
    std::string const body{std::istreambuf_iterator<char>(page), {}};
    auto const text = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nConnection: close\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
    for (std::size_t sent = 0; sent < text.size();) {
        auto const put = ::send(connection, text.data() + sent, text.size() - sent, MSG_NOSIGNAL);
        if (put <= 0) return;
        sent += static_cast<std::size_t>(put);
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    int const listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    auto* const any = reinterpret_cast<sockaddr*>(&address);
    socklen_t size = sizeof address;
    if (::bind(listener, any, size) != 0 || ::listen(listener, 16) != 0 || ::getsockname(listener, any, &size) != 0) return 3;
    std::printf("http://127.0.0.1:%d/page\n", ntohs(address.sin_port));
    std::fflush(stdout);
    for (;;) {
        int const connection = ::accept(listener, nullptr, nullptr);
        if (connection < 0) continue;
        answer(connection, argv[1]);
        ::close(connection);
    }
}
