// Certificates of all kinds, and a server that shows them. Both need the program openssl.
#pragma once

#include <filesystem>
#include <string>

#include <sys/types.h>

#include "io/descriptor.hpp"
#include "support/temporary_folder.hpp"

namespace kiosk {

/// An authority that nobody trusts but a test, and what it certifies.
class CertificateFolder {
public:
    CertificateFolder();
    static bool has_openssl();

    /// Makes NAME.pem for the address 127.0.0.1, or for `host` ("DNS:elsewhere.example"). Times are written
    /// like "20200101000000Z".
    void certify(std::string const& name, std::string const& from = "20200101000000Z",
                 std::string const& until = "20990101000000Z", std::string const& host = "IP:127.0.0.1");
    std::filesystem::path ca_file() const { return folder_.path / "ca.pem"; }
    std::filesystem::path const& path() const { return folder_.path; }

private:
    TemporaryFolder folder_;
};

/// Serves whole answers, header and all, that lie as files in the folder of certificates.
class TlsServer {
public:
    TlsServer(CertificateFolder const& certificates, std::string const& name);
    ~TlsServer();
    TlsServer(TlsServer const&) = delete;
    TlsServer& operator=(TlsServer const&) = delete;

    std::string url(std::string const& file) const { return origin_ + file; }

private:
    ::pid_t process_ = 0;
    Descriptor pipe_;  // stays open: the server goes on talking, and would die if nobody could hear
    std::string origin_;
};

}  // namespace kiosk
