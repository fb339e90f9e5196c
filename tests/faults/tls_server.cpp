#include "faults/tls_server.hpp"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <stdexcept>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fmt/format.h>

extern "C" char** environ;

namespace kiosk {
namespace {

constexpr std::string_view settings = R"([ca]
default_ca = test
[test]
new_certs_dir = .
database = index.txt
rand_serial = yes
certificate = ca.pem
private_key = ca.key
default_md = sha256
policy = any
unique_subject = no
[any]
commonName = supplied
)";
constexpr std::string_view new_key = "-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes";

void run_in(std::filesystem::path const& folder, std::string const& command) {
    auto const line = fmt::format("cd '{}' && {} >>log.txt 2>&1", folder.string(), command);
    if (std::system(line.c_str()) != 0) throw std::runtime_error("failed: " + command);
}

}  // namespace

bool CertificateFolder::has_openssl() { return std::system("command -v openssl >/dev/null 2>&1") == 0; }

CertificateFolder::CertificateFolder() {
    std::ofstream(folder_.path / "index.txt");
    run_in(
        folder_.path,
        fmt::format("openssl req -x509 {} -keyout ca.key -out ca.pem -days 36500 -subj '/CN=Test'", new_key));
    run_in(folder_.path,
           fmt::format("openssl req {} -keyout leaf.key -out leaf.csr -subj /CN=127.0.0.1", new_key));
}

void CertificateFolder::certify(std::string const& name, std::string const& from, std::string const& until,
                                std::string const& host) {
    std::ofstream(folder_.path / "ca.cnf") << settings << "[host]\nsubjectAltName = " << host << "\n";
    run_in(folder_.path, fmt::format("openssl ca -batch -notext -config ca.cnf -in leaf.csr -out {}.pem "
                                     "-startdate {} -enddate {} -extensions host",
                                     name, from, until));
}

TlsServer::TlsServer(CertificateFolder const& certificates, std::string const& name) {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    pipe_ = Descriptor(ends[0]);
    Descriptor to(ends[1]);
    auto const command =
        fmt::format("cd '{}' && exec openssl s_server -accept 127.0.0.1:0 -cert {}.pem -key leaf.key -HTTP",
                    certificates.path().string(), name);
    std::string shell = "sh", option = "-c", line = command;
    char* const arguments[] = {shell.data(), option.data(), line.data(), nullptr};
    ::posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    ::posix_spawn_file_actions_adddup2(&actions, to.get(), 1);
    ::posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
    int const error = ::posix_spawnp(&process_, "sh", &actions, nullptr, arguments, environ);
    ::posix_spawn_file_actions_destroy(&actions);
    to.close();
    std::string said;
    char bytes[256];
    // "ACCEPT 127.0.0.1:43283"
    while (said.find("ACCEPT") == said.npos || said.back() != '\n') {
        auto const got = error ? 0 : ::read(pipe_.get(), bytes, sizeof bytes);
        if (got <= 0) throw std::runtime_error("openssl s_server did not start");
        said.append(bytes, static_cast<std::size_t>(got));
    }
    origin_ = fmt::format("https://127.0.0.1:{}/", std::stoi(said.substr(said.rfind(':') + 1)));
}

TlsServer::~TlsServer() {
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
}

}  // namespace kiosk
