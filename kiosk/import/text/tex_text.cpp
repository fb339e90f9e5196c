#include "import/text/tex_text.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.hpp"

namespace kiosk {
namespace {

constexpr int deepest = 20;

using Pair = std::pair<std::string_view, std::string_view>;

// clang-format off
constexpr auto commands = std::to_array<Pair>({
    {"alpha", "α"}, {"beta", "β"}, {"gamma", "γ"}, {"delta", "δ"}, {"epsilon", "ε"}, {"varepsilon", "ε"},
    {"zeta", "ζ"}, {"eta", "η"}, {"theta", "θ"}, {"iota", "ι"}, {"kappa", "κ"}, {"lambda", "λ"}, {"mu", "μ"},
    {"nu", "ν"}, {"xi", "ξ"}, {"pi", "π"}, {"rho", "ρ"}, {"sigma", "σ"}, {"tau", "τ"}, {"phi", "φ"},
    {"varphi", "φ"}, {"chi", "χ"}, {"psi", "ψ"}, {"omega", "ω"}, {"Gamma", "Γ"}, {"Delta", "Δ"}, {"Theta", "Θ"},
    {"Lambda", "Λ"}, {"Pi", "Π"}, {"Sigma", "Σ"}, {"Phi", "Φ"}, {"Psi", "Ψ"}, {"Omega", "Ω"}, {"ell", "ℓ"},
    {"times", "×"}, {"cdot", "·"}, {"pm", "±"}, {"leq", "≤"}, {"le", "≤"}, {"geq", "≥"}, {"ge", "≥"}, {"neq", "≠"},
    {"approx", "≈"}, {"infty", "∞"}, {"to", "→"}, {"rightarrow", "→"}, {"leftarrow", "←"}, {"sum", "∑"},
    {"prod", "∏"}, {"int", "∫"}, {"in", "∈"}, {"subset", "⊂"}, {"cup", "∪"}, {"cap", "∩"}, {"sqrt", "√"},
    {"forall", "∀"}, {"exists", "∃"}, {"partial", "∂"}, {"nabla", "∇"}, {"sim", "~"}, {"ldots", "…"}, {"dots", "…"},
    {"textbackslash", "\\"}, {"quad", " "}, {"qquad", " "},
    // Only styles: what follows in braces is the text.
    {"mathcal", ""}, {"mathbb", ""}, {"mathbf", ""}, {"mathrm", ""}, {"mathit", ""}, {"mathsf", ""}, {"bm", ""},
    {"boldsymbol", ""}, {"text", ""}, {"textbf", ""}, {"textit", ""}, {"emph", ""}, {"operatorname", ""}, {"left", ""},
    {"right", ""}, {"hat", ""}, {"tilde", ""}, {"bar", ""}, {"vec", ""}, {"displaystyle", ""}, {"textrm", ""},
});
constexpr auto raised = std::to_array<Pair>({
    {"0", "⁰"}, {"1", "¹"}, {"2", "²"}, {"3", "³"}, {"4", "⁴"}, {"5", "⁵"}, {"6", "⁶"}, {"7", "⁷"}, {"8", "⁸"},
    {"9", "⁹"}, {"+", "⁺"}, {"-", "⁻"}, {"n", "ⁿ"}, {"i", "ⁱ"},
});
constexpr auto lowered = std::to_array<Pair>({
    {"0", "₀"}, {"1", "₁"}, {"2", "₂"}, {"3", "₃"}, {"4", "₄"}, {"5", "₅"}, {"6", "₆"}, {"7", "₇"}, {"8", "₈"},
    {"9", "₉"}, {"+", "₊"}, {"-", "₋"},
});
// clang-format on

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Each character of `text` by the table; empty: one of them is not in it.
template <std::size_t size>
std::string replaced(std::array<Pair, size> const& table, std::string_view text) {
    std::string out;
    for (char const& c : text) {
        auto const found = std::find_if(table.begin(), table.end(), [&](Pair const& pair) { return pair.first[0] == c; });
        if (found == table.end()) return "";
        out += found->second;
    }
    return out;
}

class Reader {
public:
    Reader(std::string_view text, int depth) : text_(text), depth_(depth) {}

    std::string run() {
        while (place_ < text_.size()) out_ += next();
        return std::move(out_);
    }

private:
    /// One symbol, command or group as text.
    std::string next() {
        char const c = text_[place_];
        if (c == '{') return group();
        if (c == '\\') return command();
        ++place_;
        if (c == '}' || c == '$') return "";
        if (c == '~') return " ";
        if (c == '^' || c == '_') return shifted(c);
        std::string symbol(1, c);
        while (place_ < text_.size() && (static_cast<unsigned char>(text_[place_]) & 0xC0U) == 0x80U) symbol += text_[place_++];
        return symbol;
    }

    std::string group() {
        std::size_t const begin = ++place_;
        for (int depth = 1; place_ < text_.size(); ++place_) {
            depth += text_[place_] == '{' ? 1 : text_[place_] == '}' ? -1 : 0;
            if (depth == 0) break;
        }
        std::string_view const inside = text_.substr(begin, place_ - begin);
        if (place_ < text_.size()) ++place_;
        return depth_ >= deepest ? "" : Reader(inside, depth_ + 1).run();
    }

    std::string command() {
        std::size_t const begin = ++place_;
        while (place_ < text_.size() && is_letter(text_[place_])) ++place_;
        std::string_view const name = text_.substr(begin, place_ - begin);
        if (name.empty()) {
            if (place_ >= text_.size()) return "";
            char const c = text_[place_++];
            return c == ',' || c == ';' || c == ' ' || c == '\\' ? " " : c == '!' || c == '(' || c == ')' ? "" : std::string(1, c);
        }
        if (name == "frac" && place_ < text_.size()) {
            std::string const above = next();
            return above + "/" + (place_ < text_.size() ? next() : "");
        }
        auto const known = std::find_if(commands.begin(), commands.end(), [&](Pair const& pair) { return pair.first == name; });
        if (known != commands.end()) return std::string(known->second);
        return std::string(name);
    }

    std::string shifted(char sign) {
        if (place_ >= text_.size()) return std::string(1, sign);
        std::string const inside = next();
        std::string const small = sign == '^' ? replaced(raised, inside) : replaced(lowered, inside);
        if (!small.empty()) return small;
        return inside.empty() ? "" : sign + inside;
    }

    std::string_view text_;
    int depth_;
    std::size_t place_ = 0;
    std::string out_;
};

constexpr std::size_t longest_formula = 200, longest_plain_formula = 12;

}  // namespace

bool is_formula(std::string_view inside) {
    if (inside.empty() || inside.size() > longest_formula || inside.front() == ' ' || inside.back() == ' ') return false;
    if (inside.find_first_of("\\^_{") != inside.npos) return true;
    if (inside.size() == 1) return is_letter(inside[0]);
    auto const sign = inside.find_first_of("(=<>+");
    return inside.size() <= longest_plain_formula && inside.find(' ') == inside.npos && sign != inside.npos &&
           std::any_of(inside.begin(), inside.end(), is_letter) && std::string_view("=<>+").find(inside.back()) == std::string_view::npos;
}

std::string tex_to_text(std::string_view formula) { return clean_line(Reader(formula, 0).run()); }

}  // namespace kiosk
