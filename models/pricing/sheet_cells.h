#pragma once
#include "models/pricing/sheet.h"

#include <QMap>

/// What sheet.cpp and sheet_table.cpp share: a config as cells by key.
namespace wemo::pricing {

enum class CellKind : quint8 { Money, Whole, Word, Json };

/// Where a key points: "time[1].rate" is group time, item 1, field 2. Ordered as the stack is.
struct CellPlace {
    int group = 0;
    int item = 0;
    int field = 0;
    auto operator<=>(const CellPlace &) const = default;
};
std::optional<CellPlace> cellPlace(const QString &key);
QString cellKey(CellPlace place);
QString groupWord(int group); ///< componentWord() of what it stands for, "takes" for the last
CellKind cellKind(CellPlace place);
int fieldCount(int group);
/// What a cell nobody filled holds in a thing that an edit adds; empty = it may stay empty.
QString cellDefault(CellPlace place);

using Cells = QMap<CellPlace, QString>; ///< without empty ones
/// Of one group only where one is named (and takes): the JSON of thousands of fees is long work.
Cells cellsOf(const Config &config, std::optional<int> group = {});

/// A config made of cells, and what could not be read. An item none of whose cells is filled is not there.
struct CellsRead {
    Config config;
    QList<FieldError> errors;            ///< paths are keys, and what is inside a cell of JSON: "zones.fees[1].amount"
    QMap<std::pair<int, int>, int> item; ///< group and position in the config → item as the cells number it
};
CellsRead readCells(const Cells &cells);

/// The key of such a path, and what follows it: empty but for JSON.
struct KeyPath {
    QString key;
    QString inside;
};
KeyPath keyPath(const QString &path);
QString joinedPath(const QString &key, const QString &inside);

/// Paths of check() as keys, items numbered as `read` says.
QList<FieldError> keyed(const Config &config, const QList<FieldError> &errors,
                        const QMap<std::pair<int, int>, int> &items);

} // namespace wemo::pricing
