#include "import/page/timed_parts.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace kiosk {
namespace {

std::string joined(std::vector<Run> const& runs) {
    std::string text;
    for (Run const& run : runs) {
        bool const tight = run.text.starts_with(',') || run.text.starts_with('.') ||
                           run.text.starts_with(')') || run.text.starts_with(':');
        text += (text.empty() || tight ? "" : " ") + run.text;
    }
    return text;
}

class Splitter {
public:
    Splitter(Cell const& cell, std::size_t from) : cell_(cell), from_(from) {}

    CellParts run() {
        parts_.own.line = cell_.line;
        for (std::size_t i = 0; i <= cell_.runs.size(); ++i) {
            for (Fold const& fold : cell_.folds)
                if (fold.run == i) add_fold(fold);
            if (i < cell_.runs.size()) i = add_run(i);
        }
        finish();
        return std::move(parts_);
    }

private:
    /// Handles the run at `i`, or all that hold one time; the last of them.
    std::size_t add_run(std::size_t i) {
        Run const& run = cell_.runs[i];
        bool const begins_line = i == 0 || cell_.runs[i - 1].segment != run.segment;
        if (begins_line && i >= from_)
            if (auto time = take_leading_time(cell_.runs, i)) {
                std::size_t const last = i + time->runs - 1;
                begin_part(std::move(*time), cell_.runs[last]);
                return last;
            }
        bool const left_part = in_part_ && part_item_ != 0 && run.item != part_item_;
        if (left_part) in_part_ = false;
        if (!in_part_ && run.item != 0)
            add_to_item(run);
        else
            (in_part_ ? parts_.timed.back().cell : parts_.own).runs.push_back(run);
        return i;
    }

    void begin_part(LeadingTime time, Run const& last) {
        in_part_ = true;
        part_item_ = last.item;
        CellParts::Timed part;
        part.cell.line = last.line;
        if (!time.tail.empty()) {
            Run rest = last;
            rest.text = time.tail;
            rest.untidy.reset();
            part.cell.runs.push_back(std::move(rest));
        }
        part.time = std::move(time);
        parts_.timed.push_back(std::move(part));
    }

    void add_to_item(Run const& run) {
        if (run.item != item_) items_.emplace_back();
        item_ = run.item;
        items_.back().push_back(run);
    }

    void add_fold(Fold fold) {
        Cell& cell = in_part_ ? parts_.timed.back().cell : parts_.own;
        fold.run = cell.runs.size();
        cell.folds.push_back(std::move(fold));
    }

    /// A time with nothing behind it is no part; items make a list only beside something else.
    void finish() {
        bool const is_empty = std::any_of(parts_.timed.begin(), parts_.timed.end(),
                                          [](auto const& part) { return part.cell.runs.empty(); });
        if (is_empty) {
            parts_ = {};
            parts_.own = cell_;
            return;
        }
        bool const is_list = !parts_.own.runs.empty() && items_.size() > 1;
        for (auto& item : items_) {
            if (is_list)
                parts_.items.push_back(joined(item));
            else
                parts_.own.runs.insert(parts_.own.runs.end(), item.begin(), item.end());
        }
        parts_.own.text = joined(parts_.own.runs);
        if (parts_.timed.empty() && !is_list) parts_.own = cell_;
        for (auto& part : parts_.timed) part.cell.text = joined(part.cell.runs);
    }

    Cell const& cell_;
    std::size_t from_;
    CellParts parts_;
    std::vector<std::vector<Run>> items_;
    bool in_part_ = false;
    std::size_t part_item_ = 0, item_ = 0;
};

}  // namespace

CellParts split_cell(Cell const& cell, std::size_t from) { return Splitter(cell, from).run(); }

}  // namespace kiosk
