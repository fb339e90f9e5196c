// A page of names and titles in every script, to be looked at: kiosk_shell_tests "[.specimen]" draws
// build/specimen-SIZE.png. KIOSK_FONTS: a folder of fonts to use besides those that are installed.
#include <fstream>

#include "layout/sheet.hpp"
#include "paint/painting.hpp"
#include "paint/png.hpp"

using namespace kiosk;

namespace {

struct Sample {
    std::string_view what, text;
};

constexpr Sample samples[] = {
    {"Latin", "Dvořák · Łódź · İstanbul · Čapek · Ærø · Straße"},
    {"Vietnamese", "Nguyễn Thị Phương Thảo · Đặng Hữu Ễ"},
    {"Greek", "Κωνσταντίνος Δασκαλάκης: Μάθηση"},
    {"Cyrillic", "Сергей Левин · Київ · Обучение систем"},
    {"Arabic", "محمد بن سلمان (AI) في ٢٠٢٣، 10-20!"},
    {"Arabic in Latin", "On تعلم الآلة (ML), part 2"},
    {"Persian", "فاطمه می‌خواهد ۱۲۳ کتاب"},
    {"Hebrew", "עידו גרוס: למידה (GPU 2.0) ב-10:30!"},
    {"Hebrew, points", "שָׁלוֹם עֲלֵיכֶם …"},
    {"Devanagari", "श्रीनिवास कृष्णमूर्ति · क्षमा स्त्री"},
    {"Bengali, Tamil", "রবীন্দ্রনাথ ঠাকুর · கார்த்திகேயன்"},
    {"Thai", "พักรับประทานกาแฟ ที่นี่ ผู้ใหญ่"},
    {"Khmer, Burmese", "ការរៀនម៉ាស៊ីន · စက်သင်ယူမှု"},
    {"Japanese", "コーヒーブレイク「骨直」まで 11:10"},
    {"Chinese", "骨直 茶歇，海报展示（午餐）王小明"},
    {"Korean", "커피 휴식 · 骨直 포스터 세션 김민수"},
    {"Georgian, Ethiopic", "ნინო ბერიძე · አበበ በቀለ · Ղազար"},
    {"Marks", "e\u0301 a\u0308\u0304 o\u0323\u0302 Z\u0335\u0321\u0323\u0301 10\u202FMB"},
    {"Emoji",
     "Break ☕ 👨‍👩‍👧‍👦 👩🏽‍🚀 🇩🇪🇯🇵 1️⃣ 🏳️‍🌈 ❤️ "
     "👍🏿"},
    {"Signs", "→ ≤ ∑ ★ ♯ € ₹ ½ x² H₂O ½ “quoted” ‘so’ – — …"},
};

Frame page_of(Size size, Metrics const& metrics) {
    Theme const theme;
    auto const geometry = geometry_for(size);
    Sheet sheet({0, 0, size.width, size.height}, theme.stage, geometry, theme, metrics);
    int const pitch = size.height / static_cast<int>(std::size(samples));
    int y = pitch * 2 / 3;
    for (auto const& [what, text] : samples) {
        sheet.line(what, sheet.font(500, 26), theme.muted, size.width / 48, y);
        auto const set = sheet.flow(text, {{44, 40, 36}, 700, 1.1, 1}, size.width / 2, pitch);
        sheet.paragraph(set, theme.text, size.width / 6, y - set.cap_height);
        auto const narrow = sheet.flow(text, {{28}, 500, 1.1, 1}, size.width / 4, pitch);
        sheet.paragraph(narrow, theme.text_2, size.width * 17 / 24, y - narrow.cap_height);
        y += pitch;
    }
    Frame frame{size, sheet.take(), Picture{{0, 0, 1, 1}, theme.stage, {}}, {}};
    return frame;
}

}  // namespace

TEST_CASE("names in every script, to be looked at", "[.specimen]") {
    Images const images;
    auto folders = Fonts::usual_folders(KIOSK_SOURCE_DIR "/fonts");
    if (char const* more = std::getenv("KIOSK_FONTS")) folders.insert(folders.begin(), more);
    auto const fonts = Fonts::create(own_chain(), folders, images, "en-US");
    Images no_images;
    Pictograms pictograms{KIOSK_SOURCE_DIR "/images/pictograms"};
    Painter painter(**fonts.value, no_images, pictograms);
    for (Size const size : {Size{1920, 1080}, Size{3840, 2160}, Size{1280, 720}}) {
        auto const surface = make_surface(size);
        painter.paint(page_of(size, **fonts.value), *surface);
        std::ofstream(KIOSK_SOURCE_DIR "/build/specimen-" + std::to_string(size.height) + ".png",
                      std::ios::binary)
            << to_png(*surface);
    }
}
