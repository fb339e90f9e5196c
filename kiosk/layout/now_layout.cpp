#include <algorithm>

#include "layout/slide_layouts.hpp"

namespace kiosk {
namespace {

TextStyle headline_style(Sheet const& sheet, NowSlide const& slide, bool with_photo) {
    bool const portrait = sheet.geometry.is_portrait(), compact = sheet.geometry.is_compact();
    if (slide.headline_is == HeadlineIs::person) {
        if (portrait) return {{160, 148, 136, 124, 112, 104, 92, 80}, 800, 1.04, 2, Lines::balanced};
        if (compact) return {{96, 88, 80, 72, 64, 56}, 800, 1.04, 2, Lines::balanced};
        return {{140, 128, 112, 96, 84, 72}, 800, 1.04, 2, Lines::balanced};
    }
    if (compact && !portrait) return {{68, 60, 54, 48, 44, 40}, 800, 1.09, 5, Lines::balanced};
    if (compact) return {{96, 88, 80, 72, 64, 56, 50, 44}, 800, 1.09, 7, Lines::balanced};
    if (portrait) return {{112, 104, 96, 88, 80, 72, 64}, 800, 1.09, 7, Lines::balanced};
    if (with_photo) return {{88, 80, 72, 64, 56, 50, 44}, 800, 1.09, 5, Lines::balanced};
    return {{112, 104, 96, 88, 80, 72, 64, 56}, 800, 1.09, 4, Lines::balanced};
}

/// What the headline needs at least: two lines of its smallest size.
int least_headline(Sheet const& sheet) { return sheet.u(sheet.geometry.is_compact() ? 80 : 120); }

/// "Next 10:55 AM" and the title under it.
void strip_cell(Sheet& sheet, StripCell const& cell, int x, int top, int width, int max_lines) {
    auto const label = sheet.font(600, 32), time = sheet.font(700, 32);
    int const baseline = top + sheet.cap_height(label);
    auto const& theme = sheet.theme;
    int const after = sheet.line(cell.label, label, theme.muted, x, baseline);
    sheet.line(cell.time, time, theme.text_2, after + sheet.u(16), baseline);
    int const title_top = baseline + sheet.u(28);
    int const space = std::min(sheet.u(90), sheet.geometry.content.bottom() - title_top);
    auto const title = sheet.flow(cell.title, {{40, 36, 32}, 700, 1.18, max_lines}, width, space);
    sheet.paragraph(title, cell.is_pause ? theme.text_2 : theme.text, x, title_top);
}

/// Next, and what follows a pause. Returns the y of its rule: nothing else goes below it.
int strip(Sheet& sheet, std::vector<StripCell> const& cells) {
    auto const& content = sheet.geometry.content;
    if (cells.empty()) return content.bottom();
    // One under the other, the first has one line for its title; side by side, both have two.
    bool const stacked = sheet.geometry.is_portrait() && cells.size() > 1;
    bool const side_by_side = !sheet.geometry.is_portrait() && cells.size() > 1;
    int const step = sheet.u(136);
    int const rule = content.bottom() - sheet.u(sheet.geometry.is_portrait() ? 190 : 168) - (stacked ? step : 0);
    sheet.rule(content.x, rule, content.width);
    int const top = rule + sheet.u(sheet.geometry.is_portrait() ? 42 : 36);
    // A pause needs little room; what follows it needs the rest.
    int const first_width = content.width * 354 / 1000;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        int const n = static_cast<int>(i);
        int const x = content.x + (side_by_side ? n * first_width : 0);
        int const width = !side_by_side ? content.width : n == 0 ? first_width - sheet.u(48) : content.width - first_width;
        strip_cell(sheet, cells[i], x, top + (stacked ? n * step : 0), width, stacked && n == 0 ? 1 : 2);
    }
    return rule;
}

/// Where they work, each once; more than three say nothing.
std::string affiliations_of(std::vector<PersonCard> const& people) {
    std::vector<std::string> affiliations;
    for (auto const& person : people)
        if (!person.affiliation.empty() && std::find(affiliations.begin(), affiliations.end(), person.affiliation) == affiliations.end())
            affiliations.push_back(person.affiliation);
    std::string text;
    if (affiliations.size() <= 3)
        for (auto const& one : affiliations) text += (text.empty() ? "" : ", ") + one;
    return text;
}

/// Several people in a row, when at least half of them can be seen.
struct Faces {
    int count = 0, width = 0, height = 0;  ///< of one
    static constexpr double gap = 28, above = 56;  // u
};

Faces make_faces(Sheet const& sheet, std::vector<PersonCard> const& people, int width) {
    auto const count = static_cast<int>(people.size());
    auto const seen = std::count_if(people.begin(), people.end(), [&](PersonCard const& person) { return sheet.has_photo(person.photo); });
    if (count < 2 || seen * 2 < count) return {};
    int const most = sheet.u(sheet.geometry.is_compact() ? 96 : 144), gap = sheet.u(Faces::gap);
    Faces faces;
    faces.count = std::min(count, (width + gap) / (sheet.u(88) + gap));  // smaller ones are nobody's
    if (faces.count < 2) return {};
    faces.width = std::min(most, (width - (faces.count - 1) * gap) / faces.count);
    faces.height = faces.width * 5 / 4;
    return faces;
}

struct Block {
    Paragraph names, affiliation, note, also;
    Faces faces = {};
    int height(Sheet const& sheet) const {
        int total = faces.height > 0 ? sheet.u(Faces::above) + faces.height : 0;
        if (!names.lines.empty()) total += sheet.u(60) + names.height();
        if (!affiliation.lines.empty()) total += sheet.u(names.lines.empty() ? 46 : 26) + affiliation.height();
        if (!note.lines.empty()) total += sheet.u(46) + note.height();
        if (!also.lines.empty()) total += sheet.u(44) + also.height();
        return total;
    }
    /// Leaves out what is least missed until it is no higher than `most`.
    void shrink_to(Sheet const& sheet, int most) {
        if (height(sheet) > most) faces = {};
        for (auto* const part : {&affiliation, &also, &note, &names})
            if (height(sheet) > most) *part = {};
    }
};

/// All names if they fit, else the first of them and how many more there are.
Paragraph names_in(Sheet const& sheet, NowSlide const& slide, TextStyle style, int width, int height) {
    if (!slide.all_names.empty()) {
        auto sizes = style.sizes;
        sizes.push_back(40);
        auto const all = sheet.flow(slide.all_names, {sizes, style.weight, style.line_height, sheet.geometry.is_portrait() ? 5 : 3}, width, height);
        if (!all.is_cut) return all;
    }
    return sheet.flow(slide.names, style, width, height);
}

Block make_block(Sheet const& sheet, NowSlide const& slide, int width) {
    bool const portrait = sheet.geometry.is_portrait(), compact = sheet.geometry.is_compact();
    bool const named_above = slide.headline_is == HeadlineIs::person;
    int const height = sheet.u(400);
    TextStyle const names{compact ? std::vector{44, 40, 36} : portrait ? std::vector{72, 64, 56, 48} : std::vector{60, 52, 48, 44}, 700, 1.10, 2};
    TextStyle const affiliation{named_above ? std::vector{60, 52, 44, 40} : std::vector{44, 40, 36}, 500, 1.20, 2};
    return {names_in(sheet, slide, names, width, height), sheet.flow(affiliations_of(slide.people), affiliation, width, height),
            sheet.flow(slide.note, {{60, 52, 44}, 500, 1.2, 2}, width, height),
            sheet.flow(slide.also_now, {{36, 32}, 600, 1.2, 2}, width, height), make_faces(sheet, slide.people, width)};
}

/// The block from its first gap on, below `baseline`.
void place_block(Sheet& sheet, Block const& block, std::vector<PersonCard> const& people, int x, int baseline) {
    auto const& theme = sheet.theme;
    if (block.faces.height > 0) {
        int const top = baseline + sheet.u(Faces::above), step = block.faces.width + sheet.u(Faces::gap);
        for (int i = 0; i < block.faces.count; ++i)
            sheet.portrait(people[static_cast<std::size_t>(i)], {x + i * step, top, block.faces.width, block.faces.height});
        baseline = top + block.faces.height - sheet.u(60 - 40);  // names stand closer to faces than to a headline
    }
    if (!block.names.lines.empty()) baseline = sheet.paragraph(block.names, theme.text, x, baseline + sheet.u(60));
    if (!block.affiliation.lines.empty())
        baseline = sheet.paragraph(block.affiliation, theme.text_2, x, baseline + sheet.u(block.names.lines.empty() ? 46 : 26));
    if (!block.note.lines.empty()) baseline = sheet.paragraph(block.note, theme.text_2, x, baseline + sheet.u(46));
    if (!block.also.lines.empty()) sheet.paragraph(block.also, theme.text_2, x, baseline + sheet.u(44));
}

void portrait_or_silhouette(Sheet& sheet, NowSlide const& slide, Rect box) {
    if (slide.is_announced) sheet.portrait(slide.people.front(), box);
    else sheet.silhouette(box);
}

void lay_out_landscape(NowSlide const& slide, Sheet& sheet, bool with_photo) {
    auto const& content = sheet.geometry.content;
    int const bottom = strip(sheet, slide.strip);
    int width = content.width;
    if (with_photo) {
        Rect box{0, content.y, sheet.u(440), sheet.u(550)};
        if (sheet.geometry.is_compact()) box = {0, content.y, sheet.u(224), sheet.u(280)};
        else if (sheet.geometry.aspect < 1.5) box = {0, content.y, sheet.u(336), sheet.u(420)};
        box.x = content.right() - box.width;
        portrait_or_silhouette(sheet, slide, box);
        width -= box.width + sheet.u(sheet.geometry.is_compact() ? 40 : 64);
    }
    int const head = head_row(sheet, slide.plate, Fill::accent, slide.type, slide.time, width);
    auto block = make_block(sheet, slide, width);
    int const top = head + sheet.u(sheet.geometry.is_compact() ? 48 : 72), both = bottom - sheet.u(40) - top;
    block.shrink_to(sheet, both - least_headline(sheet));
    auto const style = headline_style(sheet, slide, with_photo);
    auto headline = sheet.flow(slide.headline, style, width, both - block.height(sheet));
    // The title is read from afar, faces are not: they cost it no more than one photo would.
    bool const is_dear = block.faces.height > 0 && (headline.is_cut || headline.font.size_px < sheet.u(style.sizes[4]));
    if (is_dear) {
        block.faces = {};
        headline = sheet.flow(slide.headline, style, width, both - block.height(sheet));
    }
    int const baseline = sheet.paragraph(headline, sheet.theme.text, content.x, top);
    place_block(sheet, block, slide.people, content.x, baseline);
}

void lay_out_portrait(NowSlide const& slide, Sheet& sheet, bool with_photo) {
    auto const& content = sheet.geometry.content;
    bool const named_above = slide.headline_is == HeadlineIs::person;
    int const bottom = strip(sheet, slide.strip) - sheet.u(66);
    int const top = head_row(sheet, slide.plate, Fill::accent, slide.type, slide.time, content.width) + sheet.u(72);
    with_photo = with_photo && bottom - top >= sheet.u(200 + 60) + least_headline(sheet);
    if (!with_photo || named_above) {
        auto block = make_block(sheet, slide, content.width);
        block.shrink_to(sheet, bottom - top - least_headline(sheet));
        // The photo takes what is left below, if that is worth it.
        int const wanted = with_photo ? sheet.u(572) + sheet.u(64) : 0;
        int const space = bottom - top - block.height(sheet);
        auto const headline = sheet.flow(slide.headline, headline_style(sheet, slide, with_photo), content.width,
                                         std::max(space - wanted, space / 3));
        int const baseline = sheet.paragraph(headline, sheet.theme.text, content.x, top);
        place_block(sheet, block, slide.people, content.x, baseline);
        int const photo_height = std::min(sheet.u(572), bottom - baseline - block.height(sheet) - sheet.u(64));
        if (with_photo && photo_height >= sheet.u(160))
            portrait_or_silhouette(sheet, slide, {content.x, bottom - photo_height, photo_height * 4 / 5, photo_height});
        return;
    }
    // Photo above the strip, the name beside it, ending where it ends.
    int photo_height = sheet.u(500);
    auto const style = headline_style(sheet, slide, with_photo);
    if (bottom - photo_height - sheet.u(60) - top < sheet.u(220)) photo_height = std::max(sheet.u(200), bottom - top - sheet.u(280));
    int const photo_width = photo_height * 4 / 5;
    Rect const box{content.x, bottom - photo_height, photo_width, photo_height};
    portrait_or_silhouette(sheet, slide, box);
    auto const headline = sheet.flow(slide.headline, style, content.width, box.y - sheet.u(60) - top);
    sheet.paragraph(headline, sheet.theme.text, content.x, top);
    int const x = box.right() + sheet.u(56);
    auto block = make_block(sheet, slide, content.right() - x);
    block.shrink_to(sheet, photo_height + sheet.u(60));  // its first gap may be beside the photo's upper edge
    place_block(sheet, block, slide.people, x, bottom - block.height(sheet));
}

}  // namespace

void lay_out(NowSlide const& slide, Sheet& sheet) {
    bool const with_photo = slide.people.size() == 1 || !slide.is_announced;
    if (sheet.geometry.is_portrait()) lay_out_portrait(slide, sheet, with_photo);
    else lay_out_landscape(slide, sheet, with_photo);
}

}  // namespace kiosk
