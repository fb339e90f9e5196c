// Rows B9 to B12: rules without an end, without sense or without a match, and lines folded where they must not be.
#include <fmt/format.h>

#include "hostile/corpus.hpp"
#include "hostile/event_file.hpp"

namespace kiosk {
namespace {

/// Ten talks of a calendar, the sixth with further lines.
std::string calendar(Corpus& corpus, std::string more) {
    auto event = ten_talks(corpus.chance);
    event.talks[5].more = std::move(more);
    return written(writer_of("ics"), event);
}

void add_rules(Corpus& corpus) {
    for (auto const* rule : {"FREQ=SECONDLY", "FREQ=SECONDLY;COUNT=2147483648", "FREQ=MINUTELY;INTERVAL=0", "FREQ=DAILY;INTERVAL=-1", "FREQ=DAILY;COUNT=99999999999999999999",
                             "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO", "FREQ=MONTHLY;BYDAY=6MO", "FREQ=DAILY;UNTIL=99991231T235959Z",
                             "FREQ=HOURLY;BYSETPOS=-1", "FREQ=DAILY;BYHOUR=99", "FREQ=YEARLY;BYYEARDAY=366,-366", "FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO", "FREQ=DAILY;UNTIL=19000101",
                             "FREQ=SECONDLY;BYSECOND=60", "FREQ=DAILY;INTERVAL=2147483647", "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12;BYMINUTE=0,1,2,3;BYSETPOS=1,-1"})
        corpus.add("B9", "rrule.ics", calendar(corpus, fmt::format("RRULE:{}\r\n", rule)), {-1, 10, -1, -1, -1, -1});
    for (auto const* rule : {"FREQ=SECONDLY", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=MINUTELY;UNTIL=99991231T000000Z"})
        corpus.add("B9", "vtz.ics", calendar(corpus, fmt::format("END:VEVENT\r\nBEGIN:VTIMEZONE\r\nTZID:Own/Zone\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nRRULE:{}\r\nTZOFFSETFROM:+0100\r\n"
                                                                 "TZOFFSETTO:+9999\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\nUID:z\r\nSUMMARY:Zone\r\nDTSTART;TZID=Own/Zone:20300501T090000\r\n", rule)));
    for (auto const* line : {"RRULE:", "RRULE:RRULE:FREQ=DAILY", "RRULE:FREQ=", "RRULE:FREQ=FORTNIGHTLY", "RRULE:;;;", "RRULE:COUNT=3", "RRULE:FREQ=DAILY;FREQ=WEEKLY", "RDATE:", "EXDATE:nonsense",
                             "RRULE;VALUE=TEXT:FREQ=DAILY", "RECURRENCE-ID:20300501T090000", "RRULE:FREQ=DAILY;BYDAY=", "RRULE:FREQ=DAILY;COUNT="})
        corpus.add("B10", "rrule-empty.ics", calendar(corpus, fmt::format("{}\r\n", line)), {-1, 9, -1, -1, -1, -1});
}

void add_many_dates(Corpus& corpus) {
    std::string dates = "RDATE:20300501T090000";
    for (int i = 0; i < 100'000; ++i) dates += fmt::format(",20300501T{:02}{:02}{:02}", i / 3600 % 24, i / 60 % 60, i % 60);
    corpus.add("B11", "rdate-100k.ics", calendar(corpus, dates + "\r\n"));
    std::string exceptions = "RRULE:FREQ=DAILY;COUNT=100\r\n";
    for (int i = 0; i < 50'000; ++i) exceptions += fmt::format("EXDATE:20300501T{:02}{:02}{:02}\r\n", i / 3600 % 24, i / 60 % 60, i % 60);
    corpus.add("B11", "exdate-50k.ics", calendar(corpus, exceptions));
}

void add_folds(Corpus& corpus) {
    auto event = ten_talks(corpus.chance);
    event.talks[4].title = "Über das Falten größerer Böden";
    auto const text = written(writer_of("ics"), event);
    auto const folded = [&](std::size_t every, std::string_view fold) {
        std::string out;
        std::size_t since = 0;
        for (char const c : text) {
            since = c == '\n' ? 0 : since + 1;
            if (since > every) out += fold, since = 1;
            out += c;
        }
        return out;
    };
    for (std::size_t const every : {1U, 2U, 7U, 75U})
        for (auto const* fold : {"\r\n ", "\n ", "\r\n\t"}) corpus.add("B12", "fold.ics", folded(every, fold), sessions(10));
    std::string bare, mixed;
    int lines = 0;
    for (char const c : text) {
        if (c != '\n') bare += c;
        if (c == '\r' && lines++ % 2 == 0) continue;
        mixed += c;
    }
    corpus.add("B12", "fold-bare-cr.ics", bare);
    corpus.add("B12", "fold-mixed.ics", mixed, sessions(10));
    for (auto const* name : {"csv", "yaml", "html", "frab-xml", "frab-json"}) {
        auto crlf = written(writer_of(name), ten_talks(corpus.chance));
        for (std::size_t at = crlf.find('\n'); at != crlf.npos; at = crlf.find('\n', at + 2)) crlf.insert(at, 1, '\r');
        corpus.add("B12", fmt::format("crlf.{}", writer_of(name).extension), crlf, sessions(10));
    }
}

}  // namespace

void add_recurrences(Corpus& corpus) {
    add_rules(corpus);
    add_many_dates(corpus);
    add_folds(corpus);
}

}  // namespace kiosk
