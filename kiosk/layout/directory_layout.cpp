// DIRECTORY: what is on in several rooms, for hallways.
#include <algorithm>

#include "layout/slide_layouts.hpp"

namespace kiosk {
namespace {

/// The event's logo between `left` and `right`, in the middle of `row`; left out where there is no room for it.
void logo_between(DirectorySlide const& slide, Sheet& sheet, int left, int right, Rect row) {
    constexpr double tallest = 96, widest = 360, least_height = 48, gap = 72;  // u
    int const height = std::min(sheet.u(tallest), row.height);
    if (height < sheet.u(least_height)) return;
    auto const place = place_for_logo(slide.logo, {sheet.u(widest), height}, sheet.theme.spine, sheet);
    int const x = right - sheet.u(gap) - place.size.width;
    if (place.size.width <= 0 || x < left + sheet.u(gap)) return;
    draw_logo(slide.logo, place, x, row.y + (row.height - place.size.height) / 2, sheet);
}

void header(DirectorySlide const& slide, Sheet& sheet, Rect area) {
    auto const& theme = sheet.theme;
    int const margin = sheet.u(sheet.geometry.is_compact() ? 44 : 72), left = margin, right = area.width - margin;
    sheet.shape({ShapeKind::rectangle, area, theme.spine});
    auto const small = sheet.font(600, 36);
    bool const low = sheet.geometry.is_compact() && !sheet.geometry.is_portrait();
    int const foot = area.bottom() - sheet.u(sheet.geometry.is_portrait() ? 74 : low ? 32 : 44);
    auto const clock = sheet.font(700, low ? 84 : 104);
    int const baseline = foot - sheet.cap_height(small) - sheet.u(low ? 28 : 36);
    int const clock_left = sheet.line(slide.clock, clock, theme.spine_text, right, baseline, Align::right);
    auto const title = sheet.flow(slide.title, {{84, 76, 68, 60, 52, 44}, 800, 1.05, 1},
                                  clock_left - sheet.u(48) - left, sheet.u(low ? 62 : 70));
    sheet.line(title, theme.spine_text, left, baseline);
    // As far above the clock's middle as below it, clear of the line at the foot.
    int const middle = baseline - sheet.cap_height(clock) / 2;
    int const reach = std::min(middle - area.y - sheet.u(20), foot - sheet.cap_height(small) - sheet.u(20) - middle);
    logo_between(slide, sheet, left + title.width, clock_left, {area.x, middle - reach, area.width, 2 * reach});
    int const note_left = sheet.line(slide.clock_note, small, theme.spine_text_2, right, foot, Align::right);
    auto const event = sheet.flow(slide.event, {{36, 34, 32, 28}, 600, 1.1, 1}, note_left - sheet.u(48) - left, sheet.u(60));
    sheet.line(event, theme.spine_text_2, left, foot);
}

/// The badge with the room's name: one size for all, so that rooms compare at a glance.
struct Badges {
    int size = 112, height = 0;
};

Badges badges_for(DirectorySlide const& slide, Sheet const& sheet, int width) {
    Badges badges;
    int const padding = 2 * sheet.u(34);
    for (; badges.size > 40; badges.size -= 8) {
        bool const fit = std::all_of(slide.rooms.begin(), slide.rooms.end(), [&](DirectoryRoom const& room) {
            return sheet.metrics.text_width(room.name, sheet.font(900, badges.size)) + padding <= width;
        });
        if (fit) break;
    }
    badges.height = sheet.u(48) + sheet.cap_height(sheet.font(900, badges.size));
    return badges;
}

void badge(DirectoryRoom const& room, Sheet& sheet, Badges const& badges, Rect place) {
    auto const name = sheet.flow(room.name, {{badges.size, 36, 32, 28}, 900, 1, 1}, place.width - 2 * sheet.u(34), sheet.u(140));
    int const width = std::min(place.width, name.width + 2 * sheet.u(34));
    bool const is_open = room.fill != Fill::none;
    sheet.shape({ShapeKind::rectangle,
                 {place.x, place.y, width, badges.height},
                 is_open ? sheet.fill_color(room.fill) : sheet.theme.spine,
                 sheet.u(14)});
    int const baseline = place.y + (badges.height + name.cap_height) / 2;
    sheet.line(name, is_open ? sheet.theme.ink : sheet.theme.spine_text, place.x + sheet.u(34), baseline);
}

/// Type and end above the bar that drains. Returns the bar's bottom.
int progress(DirectoryRoom const& room, Sheet& sheet, Rect place) {
    auto const& theme = sheet.theme;
    auto const font = sheet.font(600, 32);
    int const baseline = place.y + sheet.cap_height(font);
    auto const until = sheet.flow(room.until, {{32, 30, 28}, 600, 1.1, 1}, place.width, sheet.u(60));
    auto const type = sheet.flow(room.type, {{32, 30, 28}, 700, 1.1, 1}, place.width - until.width - sheet.u(24), sheet.u(60));
    sheet.line(type, theme.text_2, place.x, baseline);
    sheet.line(until, theme.text_2, place.right(), baseline, Align::right);
    int const height = sheet.u(14), top = baseline + sheet.u(20);
    sheet.shape({ShapeKind::rectangle, {place.x, top, place.width, height}, theme.line, height / 2});
    int const filled = place.width * room.level / 1000;
    if (room.fill != Fill::none && filled >= height)
        sheet.shape({ShapeKind::rectangle, {place.x, top, filled, height}, sheet.fill_color(room.fill), height / 2});
    return top + height;
}

/// Next, on the bottom of its place. Returns the y of its rule.
int next(DirectoryRoom const& room, Sheet& sheet, Rect place, int lines) {
    if (room.next_time.empty()) return place.bottom();
    auto const& theme = sheet.theme;
    auto const label = sheet.font(600, 30), time = sheet.font(700, 30);
    auto const title = sheet.flow(room.next_title, {{36, 34, 32, 30}, 700, 1.18, lines}, place.width, sheet.u(50.0 * lines));
    int const title_top = place.bottom() - std::max(title.height(), sheet.cap_height(label));
    sheet.paragraph(title, room.next_is_pause ? theme.text_2 : theme.text, place.x, title_top);
    int const baseline = title_top - sheet.u(26);
    int const after = sheet.line(room.next_label, label, theme.muted, place.x, baseline);
    sheet.line(room.next_time, time, theme.text_2, after + sheet.u(14), baseline);
    int const rule = baseline - sheet.cap_height(label) - sheet.u(36);
    sheet.rule(place.x, rule, place.width);
    return rule;
}

/// The largest size at which every room's title fits its place: titles compare, too.
TextStyle title_style(DirectorySlide const& slide, Sheet const& sheet, int width, int height) {
    for (int const size : {52, 48, 44, 40, 36}) {
        TextStyle const style{{size}, 700, 1.12, 5};
        bool const fit = std::all_of(slide.rooms.begin(), slide.rooms.end(), [&](DirectoryRoom const& room) {
            return !sheet.flow(room.title, style, width, height).is_cut;
        });
        if (fit) return style;
    }
    return {{36, 32}, 700, 1.12, 5};
}

void title_and_person(DirectoryRoom const& room, Sheet& sheet, TextStyle const& style, Rect place) {
    auto const& theme = sheet.theme;
    auto const person = sheet.flow(room.person, {{36, 34, 32, 30}, 500, 1.2, 1}, place.width, sheet.u(60));
    int const below = person.lines.empty() ? 0 : sheet.u(28) + person.height();
    auto title = sheet.flow(room.title, style, place.width, place.height - below);
    bool const with_person = !title.is_cut && title.height() + below <= place.height;
    if (!with_person) title = sheet.flow(room.title, style, place.width, place.height);
    int const baseline = sheet.paragraph(title, room.fill == Fill::accent ? theme.text : theme.text_2, place.x, place.y);
    if (with_person) sheet.paragraph(person, theme.text_2, place.x, baseline + sheet.u(28));
}

void columns(DirectorySlide const& slide, Sheet& sheet, Rect area) {
    bool const compact = sheet.geometry.is_compact();
    int const margin = sheet.u(compact ? 44 : 72), gap = sheet.u(compact ? 56 : 104), count = static_cast<int>(slide.rooms.size());
    int const width = (area.width - 2 * margin - (count - 1) * gap) / count;
    auto const badges = badges_for(slide, sheet, width);
    int const top = area.y + sheet.u(compact ? 32 : 56), bottom = area.bottom() - margin;
    int const title_space = (bottom - top) / 2;
    auto const style = title_style(slide, sheet, width, title_space - sheet.u(70));
    for (int i = 0; i < count; ++i) {
        auto const& room = slide.rooms[static_cast<std::size_t>(i)];
        int const x = margin + i * (width + gap);
        if (i > 0) sheet.shape({ShapeKind::rectangle, {x - gap / 2, area.y, std::max(1, sheet.u(3)), area.height}, sheet.theme.line});
        badge(room, sheet, badges, {x, top, width, badges.height});
        int const rule = next(room, sheet, {x, top, width, bottom - top}, 2);
        int const bar = progress(room, sheet, {x, top + badges.height + sheet.u(40), width, 0});
        int const title_top = bar + sheet.u(44);
        title_and_person(room, sheet, style, {x, title_top, width, rule - sheet.u(32) - title_top});
    }
}

void rows(DirectorySlide const& slide, Sheet& sheet, Rect area) {
    int const margin = sheet.u(64), count = static_cast<int>(slide.rooms.size());
    // Four on a small screen stand closer to each other, but not to the edge.
    bool const close = area.height / std::max(count, 3) < sheet.u(360);
    int const inset = sheet.u(close ? 30 : 56), badge_width = sheet.u(260);
    int const pitch = (area.height - (sheet.u(56) - inset)) / std::max(count, 3);
    int const x = margin + badge_width + sheet.u(48), width = area.width - margin - x;
    auto const badges = badges_for(slide, sheet, badge_width);
    auto const style = title_style(slide, sheet, width, pitch - sheet.u(330));
    for (int i = 0; i < count; ++i) {
        auto const& room = slide.rooms[static_cast<std::size_t>(i)];
        int const top = area.y + i * pitch;
        if (i > 0) sheet.rule(0, top, area.width);
        int const inner_top = top + inset, inner_bottom = top + pitch - inset;
        badge(room, sheet, badges, {margin, inner_top, badge_width, badges.height});
        int const bar = progress(room, sheet, {x, inner_top, width, 0});
        int const title_top = bar + sheet.u(40);
        // What is on goes before what comes.
        bool const has_room_for_next = inner_bottom - title_top >= sheet.u(190);
        int const rule = has_room_for_next
                             ? next(room, sheet, {x, inner_top, width, inner_bottom - inner_top}, 1)
                             : inner_bottom + sheet.u(24);
        title_and_person(room, sheet, style, {x, title_top, width, rule - sheet.u(24) - title_top});
    }
}

}  // namespace

void lay_out(DirectorySlide const& slide, Sheet& sheet) {
    auto const [width, height] = sheet.geometry.size;
    int const head = sheet.u(sheet.geometry.is_portrait() ? 300 : sheet.geometry.is_compact() ? 180 : 228);
    header(slide, sheet, {0, 0, width, head});
    if (slide.rooms.empty()) return;
    Rect const rest{0, head, width, height - head};
    if (sheet.geometry.is_portrait()) rows(slide, sheet, rest);
    else columns(slide, sheet, rest);
}

}  // namespace kiosk
