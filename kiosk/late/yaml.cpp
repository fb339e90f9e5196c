// LibYAML's functions, each looked up in the library when it is first called: only schedules in YAML need it.
// A function that the linker misses wants a line.
#include <yaml.h>

#include "late/late_library.hpp"

namespace {
void* yaml() {
    static void* const library = kiosk::open_library("libyaml-0.so.2");
    return library;
}
}  // namespace

KIOSK_LATE_CALL(yaml, int, yaml_parser_initialize, (yaml_parser_t* parser), (parser))
KIOSK_LATE_CALL(yaml, void, yaml_parser_delete, (yaml_parser_t* parser), (parser))
KIOSK_LATE_CALL(yaml, void, yaml_parser_set_encoding, (yaml_parser_t* parser, yaml_encoding_t encoding), (parser, encoding))
KIOSK_LATE_CALL(yaml, void, yaml_parser_set_input_string,
                (yaml_parser_t* parser, unsigned char const* text, size_t size),
                (parser, text, size))
KIOSK_LATE_CALL(yaml, int, yaml_parser_parse, (yaml_parser_t* parser, yaml_event_t* event), (parser, event))
KIOSK_LATE_CALL(yaml, void, yaml_event_delete, (yaml_event_t* event), (event))
