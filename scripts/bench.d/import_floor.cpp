// The floors of the importers: what any program must at least do with the bytes. Links as little as it can.
//   kiosk_import_floor frab-xml FILE   parses the file with pugixml
//   kiosk_import_floor ics FILE        unfolds the file and splits its lines into name and value
#include <algorithm>
#include <cstdio>
#include <cstring>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

namespace {

std::size_t elements_of(char const* file) {
    pugi::xml_document document;
    if (!document.load_file(file)) return 0;
    auto const days = document.child("schedule").children("day");
    return static_cast<std::size_t>(std::distance(days.begin(), days.end()));
}

std::string bytes_of(char const* name) {
    std::FILE* const file = std::fopen(name, "rb");
    if (!file) return {};
    std::fseek(file, 0, SEEK_END);
    std::string bytes(static_cast<std::size_t>(std::ftell(file)), '\0');
    std::rewind(file);
    bytes.resize(std::fread(bytes.data(), 1, bytes.size(), file));
    std::fclose(file);
    return bytes;
}

std::size_t lines_of(std::string_view source) {
    std::string text;
    text.reserve(source.size());
    std::vector<std::string_view> names, values;
    std::size_t first = 0;
    auto const end_line = [&] {
        std::string_view const line = std::string_view(text).substr(first);
        auto const colon = line.find(':');
        first = text.size();
        if (colon == line.npos) return;
        names.push_back(line.substr(0, line.find_first_of(":;")));
        values.push_back(line.substr(colon + 1));
    };
    for (std::size_t begin = 0; begin < source.size();) {
        auto const end = std::min(source.find("\r\n", begin), source.size());
        auto const line = source.substr(begin, end - begin);
        begin = end + 2;
        if (line.starts_with(' ')) {
            text += line.substr(1);
        } else {
            end_line();
            text += line;
        }
    }
    end_line();
    return values.size();
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    bool const is_xml = std::strcmp(argv[1], "frab-xml") == 0;
    return (is_xml ? elements_of(argv[2]) : lines_of(bytes_of(argv[2]))) > 0 ? 0 : 1;
}
