#include "support/random_text.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "layout/text/clusters.hpp"

namespace kiosk {

std::array<std::string_view, 17> const alphabets{
    "Learning of the Systems in a Data-driven/GPU world: ZeRO++ (fast)",
    "Λόγος και μάθηση των συστημάτων",
    "Обучение систем и данных",
    "Học máy Nguyễn Thị Phương Ễ",
    "تعلم الآلة (AI) في ٢٠٢٣، 10-20",
    "למידת מכונה (GPU) ב-2023!",
    "मशीन लर्निंग और क्षमा स्त्री",
    "การเรียนรู้ของเครื่อง และ กำลัง",
    "機械学習の未来、「東京」へ。キャッシュー",
    "기계 학습 시스템의 미래",
    "深度学习与系统：新的方法（二）",
    "მანქანური სწავლება",
    "יום AI תעלם 3.5 عربي mixed (bidi) [x]",
    "😀👨‍👩‍👧🇩🇪🇫🇷👍🏿1️⃣ party☕",
    "Donaudampfschifffahrtsgesellschaft",
    "Rechtsschutzversicherungsgesellschaften und Kraftfahrzeughaftpflicht",
    "10\u00A0MB\u202Fe\u0301\u0323 a\u0308"};

std::string random_line(Chance& chance, std::size_t most) {
    auto const first = clusters_of(chance.pick(alphabets));
    auto const second = chance.one_in(3) ? clusters_of(chance.pick(alphabets)) : first;
    bool const without_blanks = chance.one_in(6);
    std::string text;
    std::size_t const count = 1 + chance.below(static_cast<unsigned>(most));
    for (std::size_t i = 0; i < count;) {
        auto const& from = chance.below(20) < 17 ? first : second;
        std::size_t const start = chance.below(static_cast<unsigned>(from.size()));
        for (std::size_t k = start; k < std::min(start + 5, from.size()) && i < count; ++k, ++i)
            if (!(without_blanks && from[k] == " ")) text += from[k];
    }
    auto line = clean_line(text);
    return line.empty() ? "A" : line;
}

std::string random_title(Chance& chance) { return random_line(chance, chance.one_in(2) ? 300 : 40); }

std::string random_prose(Chance& chance, std::size_t most) {
    auto const& alphabet = chance.pick(alphabets);
    std::string text;
    for (std::size_t left = 1 + chance.below(static_cast<unsigned>(most)); left > 0;) {
        text += (text.empty() ? "" : " ") + std::string(alphabet) + (chance.one_in(3) ? ". " : "");
        left -= std::min(left, clusters_of(alphabet).size());
    }
    return clean_line(text);
}

}  // namespace kiosk
