// Table A of the catalogue: what is empty, cut, mixed up, large, deep, wide, or in another encoding.
#include <fmt/format.h>

#include "base/utf8.hpp"
#include "hostile/corpus.hpp"
#include "hostile/event_file.hpp"
#include "hostile/packed.hpp"

namespace kiosk {
namespace {

std::string repeated(std::string_view unit, int times) {
    std::string text;
    text.reserve(unit.size() * static_cast<std::size_t>(times));
    for (int i = 0; i < times; ++i) text += unit;
    return text;
}

std::string file_name(std::string_view what, Writer const& writer) { return fmt::format("{}-{}.{}", writer.name, what, writer.extension); }

void add_empty(Corpus& corpus) {
    for (auto const* extension : {"xml", "json", "ics", "csv", "yaml", "html", "ini", "md"}) {
        corpus.add("A1", fmt::format("empty.{}", extension), "", refused());
        corpus.add("A1", fmt::format("whitespace.{}", extension), repeated(" \t\r\n", 1 + static_cast<int>(corpus.chance.below(300))), refused());
        corpus.add("A1", fmt::format("bom-only.{}", extension), "\xEF\xBB\xBF", refused());
        corpus.add("A1", fmt::format("nul-only.{}", extension), std::string(1 + corpus.chance.below(5000), '\0'), refused());
    }
}

void add_error_pages(Corpus& corpus) {
    std::pair<std::string_view, std::string_view> const pages[] = {
        {"not-found", "<!DOCTYPE html><html><head><title>404 Not Found</title></head><body><h1>Not Found</h1><p>The requested URL was not found on this server.</p></body></html>"},
        {"portal", "<html><head><meta http-equiv=\"refresh\" content=\"0; url=http://10.0.0.1/login\"></head><body>Welcome to the venue's Wi-Fi. <form><input name=room><button>Log in</button></form></body></html>"},
        {"maintenance", "<h1>Down for maintenance</h1><p>We are back at 14:00.</p>"},
        {"json-error", "{\"error\":{\"code\":503,\"message\":\"over capacity\"}}"},
        {"xml-error", "<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>"},
        {"plain-error", "upstream connect error or disconnect/reset before headers. reset reason: connection failure"},
    };
    for (auto const& [what, text] : pages)
        for (auto const* extension : {"xml", "json", "ics", "csv", "html"}) corpus.add("A2", fmt::format("{}.{}", what, extension), text, refused());
}

void add_cut(Corpus& corpus) {
    for (auto const& writer : writers())
        for (int i = 0; i < 6; ++i) {
            auto const text = written(writer, ten_talks(corpus.chance));
            corpus.add("A3", file_name("cut", writer), text.substr(0, corpus.chance.below(static_cast<unsigned>(text.size()))));
        }
}

void add_mixups(Corpus& corpus) {
    for (auto const& writer : writers())
        for (int i = 0; i < 3; ++i) {
            auto const& other = writers()[corpus.chance.below(static_cast<unsigned>(writers().size()))];
            corpus.add("A4", fmt::format("mixup-{}.{}", writer.name, other.extension), written(writer, ten_talks(corpus.chance)), sessions(10));
        }
}

EventFile many_talks(Chance& chance, int count) {
    auto event = ten_talks(chance);
    auto const some = event.talks;
    event.talks.clear();
    for (int i = 0; i < count; ++i) {
        auto talk = some[static_cast<std::size_t>(i) % some.size()];
        talk.id = fmt::format("{}", i);
        talk.title += fmt::format(" {}", i);
        talk.date = fmt::format("2030-05-{:02}", 1 + i / 20 % 28);
        talk.room = fmt::format("Hall {}", i / 560);
        event.talks.push_back(std::move(talk));
    }
    return event;
}

void add_large(Corpus& corpus) {
    for (auto const& writer : writers()) {
        auto const count = 15'000 + static_cast<int>(corpus.chance.below(35'000));
        corpus.add("A6", file_name(fmt::format("{}-sessions", count), writer), written(writer, many_talks(corpus.chance, count)));
    }
    auto page = written(writer_of("html"), ten_talks(corpus.chance));
    page.insert(page.find("</body>"), repeated("<p>Some words that nobody will ever read on a display.</p>\n", 200'000));
    corpus.add("A6", "page-12mb.html", page);
}

void add_deep(Corpus& corpus) {
    auto const depth = [&] { return 100'000 + static_cast<int>(corpus.chance.below(900'000)); };
    auto const in_writer = [&](std::string_view name, std::string_view what, std::string_view unit, std::string_view close) {
        auto const& writer = writer_of(name);
        int const times = depth();
        std::string const deep = repeated(unit, times) + repeated(close, times);
        corpus.add("A7", file_name(what, writer), writer.begin(ten_talks(corpus.chance)) + deep + std::string(writer.end));
    };
    in_writer("frab-json", "depth-lists", "[", "]");
    in_writer("frab-json", "depth-open", "[", "");
    in_writer("frab-json-2", "depth-objects", "{\"a\":", "");
    in_writer("emf", "depth-lists", "[", "]");
    in_writer("frab-xml", "depth", "<x>", "</x>");
    in_writer("frab-xml", "depth-open", "<x>", "");
    in_writer("xcal", "depth-events", "<vevent>", "</vevent>");
    in_writer("ics", "depth-components", "BEGIN:VEVENT\r\n", "END:VEVENT\r\n");
    in_writer("ics", "depth-alarms", "BEGIN:VALARM\r\n", "");
    in_writer("html", "depth-div", "<div>", "");
    in_writer("html", "depth-tables", "<table><tr><td>", "");
    in_writer("html", "depth-inline", "<b><i>", "");
    in_writer("yaml", "depth-lists", "[", "]");
    in_writer("yaml", "depth-dashes", "- ", "");
    in_writer("yaml", "depth-maps", "{a: ", "");
    corpus.add("A7", "depth-quotes.md", "# Folding Day\n\n" + repeated("> ", depth()) + "a\n");
    corpus.add("A7", "depth-brackets.md", "# Folding Day\n\n" + repeated("[", depth()) + "a\n");
    corpus.add("A7", "depth-lists.toml", "[event]\nname = " + repeated("[", depth()) + "\n", refused());
    corpus.add("A7", "depth-tables.toml", "[event]\nname = " + repeated("{a=", depth()) + "\n", refused());
    corpus.add("A7", "depth-keys.toml", "a" + repeated(".a", depth()) + " = 1\n", refused());
    corpus.add("A7", "depth-headers.toml", "[a" + repeated(".a", depth()) + "]\n", refused());
}

std::string numbered(std::string_view before, std::string_view after, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += fmt::format("{}{}{}", before, i, after);
    return text;
}

void add_wide(Corpus& corpus) {
    constexpr int many = 100'000;
    auto const event = ten_talks(corpus.chance);
    auto const with_more = [&](std::string_view name, std::string_view what, std::string more) {
        auto changed = event;
        changed.talks[4].more = std::move(more);
        corpus.add("A8", file_name(what, writer_of(name)), written(writer_of(name), changed));
    };
    with_more("frab-xml", "attrs-100k", "<x " + numbered("a", "=\"1\" ", many) + "/>\n");
    with_more("frab-xml", "children-100k", numbered("<a", "/>", many));
    with_more("frab-json", "keys-100k", numbered(",\"k", "\":0", many));
    with_more("frab-json", "dup-keys-100k", repeated(",\"title\":\"x\"", many));
    with_more("frab-json-2", "persons-100k", ",\"participants\":[" + numbered("{\"name\":\"A B", "\"},", many) + "{}]");
    with_more("emf", "keys-100k", numbered(",\"k", "\":[]", many));
    with_more("xcal", "attrs-100k", "<x " + numbered("a", "=\"1\" ", many) + "/>\n");
    with_more("ics", "params-100k", "X-A" + numbered(";P", "=1", many) + ":x\r\n");
    with_more("ics", "properties-100k", numbered("X-", ":1\r\n", many));
    with_more("ics", "attendees-100k", numbered("ATTENDEE;CN=A B", ":mailto:a\r\n", many));
    with_more("html", "attrs-100k", "<p " + numbered("a", "=1 ", many) + ">");
    with_more("html", "cells-100k", "<tr>" + repeated("<td>a", many) + "\n");
    with_more("yaml", "keys-100k", numbered("  k", ": 1\n", many));
    with_more("yaml", "anchors-100k", numbered("  k", ": &a x\n", many));
    corpus.add("A8", "header-100k-cols.csv", "Start,Title" + numbered(",c", "", many) + "\n09:00,a\n");
    corpus.add("A8", "tables-100k.toml", numbered("[a", "]\n", many));
    corpus.add("A8", "keys-100k.toml", "[event]\n" + numbered("k", " = 1\n", many));
    corpus.add("A8", "entries-100k.ini", "[event]\ntitle = A\n" + numbered("k", " = 1\n", many));
}

void add_long_names(Corpus& corpus) {
    constexpr int size = 1'000'000;
    for (auto const& writer : writers()) {
        auto event = ten_talks(corpus.chance);
        event.talks[3].speaker = repeated("Ada ", size / 4);
        corpus.add("A9", file_name("speaker-1mb", writer), written(writer, event));
        event = ten_talks(corpus.chance);
        event.talks[3].room = repeated("x", size);
        event.talks[6].id = repeated("9", size);
        corpus.add("A9", file_name("room-1mb", writer), written(writer, event));
    }
    auto const named = [&](std::string_view writer, std::string_view what, std::string const& more) {
        auto event = ten_talks(corpus.chance);
        event.talks[2].more = more;
        corpus.add("A9", file_name(what, writer_of(writer)), written(writer_of(writer), event));
    };
    auto const name = repeated("n", size);
    named("frab-xml", "tag-1mb", "<" + name + "/>\n");
    named("frab-json", "key-1mb", ",\"" + name + "\":1");
    named("ics", "property-1mb", "X-" + name + ":1\r\n");
    named("ics", "zone-1mb", "DTSTART;TZID=" + name + ":20300501T090000\r\n");
    named("html", "tag-1mb", "<" + name + ">\n");
    named("yaml", "key-1mb", "  " + name + ": 1\n");
}

/// UTF-16 or UTF-32, with the mark in front; what has no place in UTF-16 becomes a question mark.
std::string widened(std::string_view text, int bytes, bool is_little) {
    std::string out;
    auto const put = [&](char32_t c) {
        for (int i = 0; i < bytes; ++i) out += static_cast<char>(static_cast<unsigned char>(c >> 8 * (is_little ? i : bytes - 1 - i)));
    };
    put(0xFEFF);
    for (auto const& point : decode_utf8(text)) put(bytes == 2 && point.value > 0xFFFF ? U'?' : point.value);
    return out;
}

void add_encodings(Corpus& corpus) {
    for (auto const& writer : writers()) {
        auto event = ten_talks(corpus.chance);
        event.talks[1].title = "Über gefaltetes Papier";
        auto const text = written(writer, event);
        corpus.add("A10", file_name("enc-utf16le", writer), widened(text, 2, true));
        corpus.add("A10", file_name("enc-utf16be", writer), widened(text, 2, false));
        corpus.add("A10", file_name("enc-utf32", writer), widened(text, 4, true));
        auto latin = text;
        latin.replace(latin.find("\xC3\x9C"), 2, "\xDC");
        corpus.add("A10", file_name("bytes-latin1", writer), latin, {-1, 9, 10, -1, -1, -1});
        corpus.add("A10", file_name("enc-gzip", writer), gzipped(text));
        corpus.add("A10", file_name("enc-bom", writer), "\xEF\xBB\xBF" + text, sessions(10));
    }
}

void add_confused_types(Corpus& corpus) {
    static constexpr std::string_view odd_values[] = {"null", "true", "0", "-1", "1e308", "[]", "{}", "[[]]", "\"\"", "[null]", "{\"name\":null}", "\"\\u0000\""};
    static constexpr std::string_view keys[] = {"id", "guid", "date", "start", "end", "duration", "title", "room", "abstract", "persons", "participants", "name", "start_date", "end_date", "venue", "speaker"};
    for (auto const* name : {"frab-json", "frab-json-2", "emf"})
        for (auto const key : keys) {
            auto text = written(writer_of(name), ten_talks(corpus.chance));
            auto const wanted = fmt::format("\"{}\":", key);
            auto const at = text.find(wanted, text.size() / 2);
            if (at == text.npos) continue;
            auto const end = text.find_first_of(",}]\n", at + wanted.size());
            corpus.add("A13", file_name(fmt::format("type-{}", key), writer_of(name)),
                       text.replace(at, end - at, wanted + std::string(corpus.chance.pick(odd_values))), {-1, 0, 10, -1, -1, -1});
        }
    for (auto const* parent : {"conference", "days", "rooms", "schedule"})
        for (auto const value : odd_values) {
            auto text = written(writer_of("frab-json"), ten_talks(corpus.chance));
            auto const wanted = fmt::format("\"{}\":", parent);
            text.insert(text.find(wanted) + wanted.size(), std::string(value) + ",\"x\":");
            corpus.add("A13", file_name(fmt::format("type-of-{}", parent), writer_of("frab-json")), text);
        }
    for (auto const* yaml : {"- [a, b]\n", "- ~\n", "a: *b\n", "a: &a [*a]\n", "- !!binary x\n", "- title: {a: b}\n  start: [9, 10]\n", "? [a]\n: b\n"})
        corpus.add("A13", "type.yaml", written(writer_of("yaml"), ten_talks(corpus.chance)) + yaml);
}

void add_controls(Corpus& corpus) {
    for (auto const& writer : writers())
        for (int i = 0; i < 2; ++i) corpus.add("A14", file_name("control", writer), written(writer, ten_talks(corpus.chance)), {0, 10, 10, -1, -1, -1});
}

}  // namespace

void add_shapes(Corpus& corpus) {
    add_empty(corpus);
    add_error_pages(corpus);
    add_cut(corpus);
    add_mixups(corpus);
    add_large(corpus);
    add_deep(corpus);
    add_wide(corpus);
    add_long_names(corpus);
    add_encodings(corpus);
    add_confused_types(corpus);
    add_controls(corpus);
}

void add_edits(Corpus& corpus, int count) {
    constexpr int most_edits = 12, least_a_format = 12;
    for (int i = 0; i < least_a_format * static_cast<int>(writers().size()) || corpus.count() < count; ++i) {
        auto const& writer = writers()[static_cast<std::size_t>(i) % writers().size()];
        auto text = written(writer, ten_talks(corpus.chance));
        for (auto edits = 1 + corpus.chance.below(most_edits); edits > 0; --edits) {
            auto const at = corpus.chance.below(static_cast<unsigned>(text.size()));
            switch (corpus.chance.below(4)) {
                case 0: text[at] = static_cast<char>(corpus.chance.below(256)); break;
                case 1: text.erase(at, corpus.chance.below(80)); break;
                case 2: text.insert(at, text.substr(corpus.chance.below(static_cast<unsigned>(text.size())), corpus.chance.below(80))); break;
                default: text.insert(at, 1, static_cast<char>(corpus.chance.below(256)));
            }
            if (text.empty()) text = "x";
        }
        corpus.add("A11", file_name("mut", writer), text);
    }
}

}  // namespace kiosk
