#pragma once
#include "models/pricing/book.h"

/// Configs as rows of a spreadsheet, one cell a number, and back.
///
/// Keys, in the order of the stack: base.price, base.minutes; time[i].start, .end, .rate, .interval; distance[i].…
/// alike; packages[i].hours, .price, .included_km, .overtime_per_minute, .extra_per_km; zones, calendar (the members of
/// the component as compact JSON); cap.amount, .minutes, .scope, of further caps cap_2.…, cap_3.…; takes ("pass code
/// credit", or "none"). Money is a decimal text in TWD, minutes and kilometres are whole. An empty cell says: not
/// there.
namespace wemo::pricing {

struct SheetColumn {
    QString key;
    QString componentWord; ///< as componentWord(); "takes" of the last column
    bool isMoney = false;  ///< TWD, up to four decimals
    bool isText = false;   ///< no number: a word or JSON
    bool operator==(const SheetColumn &) const = default;
};
/// Nothing for what is no key.
std::optional<SheetColumn> sheetColumn(const QString &key);
/// All columns that any of the configs needs, each component's whole, in the order of the stack.
QList<SheetColumn> sheetColumns(const QList<Config> &configs);

/// The keys of the cells that are not empty, in the order of the stack.
QStringList keysOf(const Config &config);
/// Empty = not there.
QString cellOf(const Config &config, const QString &key);
/// With one cell written over. What an edit adds begins with defaults in its other cells (rate 0, every minute, a cap
/// of a day on the time); emptying the first cell of a thing (base.price, time[1].start, packages[0].hours, cap.amount,
/// zones, calendar) takes the whole thing away, emptying an optional one gives its default. Only the cell itself is
/// judged, so that a stack can be changed step by step: ask checkCells() before it is saved. An error has one field,
/// whose path is the key.
Result<Config> withCell(const Config &config, const QString &key, const QString &text);
/// What check() says, its paths turned into keys, which go on where the cell holds JSON: "zones.fees[1].amount". What
/// is wrong with the stack as a whole has an empty path.
QList<FieldError> checkCells(const Config &config);

struct SheetTable {
    QStringList header; ///< plan_code, config_version, then keys
    QList<QStringList> rows;
    bool operator==(const SheetTable &) const = default;
};
/// One row a plan; those without config are left out.
SheetTable tableOf(const QList<InForce> &inForce);

struct SheetMistake {
    int row = 0;    ///< of SheetTable::rows; -1 = the header
    int column = 0; ///< of SheetTable::header
    QString cell;   ///< where the person finds it, header in row 1: "B7"
    QString code;
    QString message; ///< English; pages say it by the code
    QString text;    ///< what stands there
    QString place;   ///< where inside the cell's JSON ("fees[1].amount"), or the key that has no column; else empty
    bool operator==(const SheetMistake &) const = default;
};
struct SheetImport {
    QHash<Id, Config> changed; ///< by plan; only rows without a mistake
    QList<SheetMistake> mistakes;
    QStringList unknownPlans; ///< their cells are mistakes as well
    qint64 unchanged = 0;
};
/// Reads a table back over what is in force now. All mistakes at once, row by row. Plans without a row and keys without
/// a column stay as they are; a row with another config_version than the current is refused (stale-version): it was
/// exported before somebody else's change. Rows that are empty altogether are skipped.
/// Codes: those of configFromJson() and of check(), and missing-column, unknown-column, twice, unknown-plan,
/// stale-version, no-header (a cell beyond it), not-an-integer, not-an-amount, bad-json, required.
SheetImport readTable(const SheetTable &table, const QList<InForce> &current);

/// "A1", "AB12": both from 0.
QString cellName(int column, int row);

} // namespace wemo::pricing
