#include "io/gzip.hpp"

#include "faults/fault_scripts.hpp"
#include "support/catch.hpp"

using namespace kiosk;

namespace {

std::string const text = [] {
    std::string all;
    for (int i = 0; i < 2000; ++i) all += std::to_string(i * i) + " ";
    return all;
}();

Unpacker::State fed(Unpacker& unpacker, std::string_view bytes, std::size_t piece) {
    auto state = Unpacker::State::good;
    for (; !bytes.empty(); bytes.remove_prefix(std::min(piece, bytes.size())))
        state = unpacker.add(bytes.substr(0, piece));
    return state;
}

}  // namespace

TEST_CASE("whatever the pieces in which it comes, a packed text is the same", "[io]") {
    for (std::size_t const piece : {1U, 7U, 100'000U})
        for (auto const& [packing, bytes] :
             {std::pair{Packing::gzip, gzipped(text)},
              {Packing::deflate, deflated(text)},
              {Packing::none, text},
              {Packing::gzip, gzipped(text.substr(0, 99)) + gzipped(text.substr(99))},
              {Packing::deflate, deflated(text).substr(2, deflated(text).size() - 6)}}) {
            Unpacker unpacker(packing, text.size());
            CHECK(fed(unpacker, bytes, piece) == Unpacker::State::good);
            CHECK(unpacker.is_whole());
            CHECK(unpacker.bytes() == text);
        }
}

TEST_CASE("a packed text that is cut anywhere is not whole", "[io]") {
    auto const bytes = gzipped(text.substr(0, 600));
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        Unpacker unpacker(Packing::gzip, 1000);
        unpacker.add(std::string_view(bytes).substr(0, size));
        CHECK_FALSE(unpacker.is_whole());
    }
}

TEST_CASE("nothing is unpacked beyond the limit, nor after damage", "[io]") {
    Unpacker small(Packing::gzip, text.size() - 1), plain(Packing::none, 3), damaged(Packing::gzip, 1000),
        tail(Packing::deflate, 1 << 20);
    CHECK(small.add(gzipped(text)) == Unpacker::State::too_large);
    CHECK(small.bytes().size() < text.size());
    CHECK(plain.add("abcd") == Unpacker::State::too_large);
    CHECK(damaged.add("nonsense") == Unpacker::State::damaged);
    CHECK(damaged.add(gzipped("a")) == Unpacker::State::damaged);
    CHECK(tail.add(deflated(text) + "tail") == Unpacker::State::damaged);
    CHECK_FALSE(small.is_whole());
    CHECK_FALSE(plain.is_whole());
    CHECK_FALSE(tail.is_whole());
}
