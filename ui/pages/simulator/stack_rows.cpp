#include "ui/pages/simulator/stack_rows.h"

namespace wemo::pages::simulator {

using namespace wemo::pricing;

namespace {
std::vector<StackCell> cellsOf(const PricedRide &priced, Language language) {
    const std::vector<LineText> steps = stepsOf(priced, language);
    std::vector<StackCell> cells;
    Rate sum = 0;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const Line &line = priced.quote.lines[static_cast<qsizetype>(i)];
        sum += line.amount;
        cells.push_back({steps[i].label, steps[i].detail, line.amount, sum});
    }
    return cells;
}

bool belongTogether(const Line &one, const Line &other) {
    return one.kind == other.kind && one.stretch == other.stretch;
}

/// The length of the longest common sequence of lines from each place on; stacks have few lines.
class Alignment {
public:
    Alignment(const Quote &first, const Quote &second)
        : m_width(static_cast<std::size_t>(second.lines.size()) + 1)
        , m_lengths((static_cast<std::size_t>(first.lines.size()) + 1) * m_width) {
        for (qsizetype i = first.lines.size() - 1; i >= 0; --i)
            for (qsizetype k = second.lines.size() - 1; k >= 0; --k)
                at(i, k) = belongTogether(first.lines[i], second.lines[k]) ? at(i + 1, k + 1) + 1
                                                                           : std::max(at(i + 1, k), at(i, k + 1));
    }
    int &at(qsizetype i, qsizetype k) {
        return m_lengths[static_cast<std::size_t>(i) * m_width + static_cast<std::size_t>(k)];
    }

private:
    std::size_t m_width;
    std::vector<int> m_lengths;
};

/// The running sum differs below every difference: that marks nothing.
bool differs(const std::optional<StackCell> &one, const std::optional<StackCell> &other) {
    if (!one || !other)
        return true;
    return one->label != other->label || one->detail != other->detail || one->amount != other->amount;
}

QList<StackRow> sideBySide(const PricedRide &first, const PricedRide &second, Language language) {
    const std::vector<StackCell> left = cellsOf(first, language);
    const std::vector<StackCell> right = cellsOf(second, language);
    Alignment alignment(first.quote, second.quote);
    QList<StackRow> rows;
    std::size_t i = 0, k = 0;
    while (i < left.size() || k < right.size()) {
        const auto a = static_cast<qsizetype>(i), b = static_cast<qsizetype>(k);
        const bool isPair =
            i < left.size() && k < right.size() && belongTogether(first.quote.lines[a], second.quote.lines[b]);
        const bool isLeft =
            isPair || k == right.size() || (i < left.size() && alignment.at(a + 1, b) >= alignment.at(a, b + 1));
        StackRow row;
        if (isLeft)
            row.first = left[i++];
        if (isPair || !isLeft)
            row.second = right[k++];
        row.isDifferent = differs(row.first, row.second);
        rows.append(row);
    }
    return rows;
}

StackCell totalOf(const PricedRide &priced, Language language) {
    const Rate due = priced.quote.due * perTwd;
    return {totalName(language), {}, due, due};
}
} // namespace

QList<StackRow> stackRows(const PricedRide &first, const PricedRide *second, Language language) {
    QList<StackRow> rows;
    if (second)
        rows = sideBySide(first, *second, language);
    else
        for (const StackCell &cell : cellsOf(first, language))
            rows.append({cell, {}, false, false});
    StackRow total{totalOf(first, language), {}, false, true};
    if (second) {
        total.second = totalOf(*second, language);
        total.isDifferent = first.quote.due != second->quote.due;
    }
    rows.append(total);
    return rows;
}

} // namespace wemo::pages::simulator
