#pragma once
#include "models/pricing/spoken.h"

namespace wemo::pages::simulator {

/// A line of a stack as it reads.
struct StackCell {
    QString label;
    QString detail; ///< how it came about; may be empty
    wemo::pricing::Rate amount = 0;
    wemo::pricing::Rate sum = 0; ///< of all lines so far
    bool operator==(const StackCell &) const = default;
};

/// One line, or those of two stacks that belong together; a line that one of them has not is nothing there.
struct StackRow {
    std::optional<StackCell> first;
    std::optional<StackCell> second;
    bool isDifferent = false;
    bool isTotal = false;

    const StackCell &shown() const { return first ? *first : *second; }
};

/// The stack line by line, what is due at its end; with `second`, that stack beside it.
QList<StackRow> stackRows(const wemo::pricing::PricedRide &first, const wemo::pricing::PricedRide *second,
                          wemo::pricing::Language language);

} // namespace wemo::pages::simulator
