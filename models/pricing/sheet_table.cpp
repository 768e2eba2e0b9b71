#include "models/pricing/sheet.h"
#include "models/pricing/sheet_cells.h"

#include <QSet>

#include <algorithm>

namespace wemo::pricing {

namespace {
const QString planColumn = QStringLiteral("plan_code");
const QString versionColumn = QStringLiteral("config_version");

/// Reads row by row and keeps count of what is wrong where.
class TableReader {
public:
    TableReader(const SheetTable &table, const QList<InForce> &current)
        : m_table(table) {
        for (const InForce &inForce : current)
            if (inForce.config.config)
                m_current.insert(inForce.plan.code, &inForce);
    }

    SheetImport read() {
        readHeader();
        if (m_plan < 0) {
            fail(-1, 0, "missing-column", "There is no column plan_code.");
            return std::move(m_import);
        }
        for (int row = 0; row < m_table.rows.size(); ++row)
            if (!isEmpty(m_table.rows[row]))
                readRow(row);
        return std::move(m_import);
    }

private:
    QString text(int row, int column) const {
        return row < 0 ? m_table.header.value(column) : m_table.rows[row].value(column).trimmed();
    }
    void fail(int row, int column, const QString &code, const QString &message, const QString &place = {}) {
        m_import.mistakes.append({row, column, cellName(column, row + 1), code, message, text(row, column), place});
    }
    static bool isEmpty(const QStringList &row) {
        return std::all_of(row.begin(), row.end(), [](const QString &cell) { return cell.trimmed().isEmpty(); });
    }

    void readHeader();
    void readRow(int row);
    void readPlan(int row, const InForce &current);
    bool hasFreshVersion(int row, const InForce &current);
    void failAtKey(int row, const FieldError &error);

    const SheetTable &m_table;
    QHash<QString, const InForce *> m_current;
    QMap<CellPlace, int> m_columns;
    int m_plan = -1;
    int m_version = -1;
    QSet<QString> m_seen;
    SheetImport m_import;
};

void TableReader::readHeader() {
    QSet<QString> seen;
    for (int column = 0; column < m_table.header.size(); ++column) {
        const QString key = m_table.header[column].trimmed();
        if (key.isEmpty())
            continue;
        const std::optional<CellPlace> place = cellPlace(key);
        if (seen.contains(key))
            fail(-1, column, "twice", "This column is there twice.");
        else if (key == planColumn)
            m_plan = column;
        else if (key == versionColumn)
            m_version = column;
        else if (place)
            m_columns.insert(*place, column);
        else
            fail(-1, column, "unknown-column", "There is no such column.");
        seen.insert(key);
    }
}

void TableReader::readRow(int row) {
    const QStringList &cells = m_table.rows[row];
    const auto before = m_import.mistakes.size();
    for (int column = 0; column < cells.size(); ++column)
        if (m_table.header.value(column).trimmed().isEmpty() && !cells[column].trimmed().isEmpty())
            fail(row, column, "no-header", "This column has no name in the first row.");
    const QString code = text(row, m_plan);
    const InForce *current = m_current.value(code);
    if (code.isEmpty()) {
        fail(row, m_plan, "required", "This is needed here.");
    } else if (!current) {
        fail(row, m_plan, "unknown-plan", "No plan of this code has a price in force.");
        m_import.unknownPlans.append(code);
    } else if (m_seen.contains(code)) {
        fail(row, m_plan, "twice", "This plan has a row already.");
    } else {
        m_seen.insert(code);
        readPlan(row, *current);
    }
    // A row with a mistake anywhere changes nothing.
    if (current && m_import.mistakes.size() > before)
        m_import.changed.remove(current->plan.id);
}

bool TableReader::hasFreshVersion(int row, const InForce &current) {
    const QString version = m_version < 0 ? QString() : text(row, m_version);
    if (version.isEmpty())
        return true;
    const std::optional<Rate> number = rateFromText(version);
    if (!number || *number % perTwd != 0) {
        fail(row, m_version, "not-an-integer", "Expected a whole number.");
        return false;
    }
    if (*number / perTwd == current.config.version)
        return true;
    fail(row, m_version, "stale-version",
         QString("Version %1 is in force now: export again and repeat the change.").arg(current.config.version));
    return false;
}

void TableReader::readPlan(int row, const InForce &current) {
    bool isRight = hasFreshVersion(row, current);
    Cells cells = cellsOf(*current.config.config);
    for (auto column = m_columns.begin(); column != m_columns.end(); ++column)
        cells.insert(column.key(), text(row, *column));
    const CellsRead read = readCells(cells);
    QSet<QString> unreadable;
    for (const FieldError &error : read.errors) {
        failAtKey(row, error);
        if (const std::optional<SheetColumn> column = sheetColumn(keyPath(error.path).key))
            unreadable.insert(column->componentWord);
    }
    for (const FieldError &error : keyed(read.config, check(read.config), read.item)) {
        // What an unreadable cell of the same component brings about is no mistake of its own.
        const std::optional<SheetColumn> column = sheetColumn(keyPath(error.path).key);
        if (column && unreadable.contains(column->componentWord))
            continue;
        failAtKey(row, error);
        isRight = false;
    }
    if (!isRight || !read.errors.isEmpty())
        return;
    if (read.config == *current.config.config)
        ++m_import.unchanged;
    else
        m_import.changed.insert(current.plan.id, read.config);
}

void TableReader::failAtKey(int row, const FieldError &error) {
    const KeyPath path = keyPath(error.path);
    const std::optional<CellPlace> place = cellPlace(path.key);
    const int column = place ? m_columns.value(*place, -1) : -1;
    fail(row, column < 0 ? m_plan : column, error.code, error.message, column < 0 ? error.path : path.inside);
}
} // namespace

QString cellName(int column, int row) {
    QString letters;
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters.prepend(QChar(u'A' + (rest - 1) % 26));
    return letters + QString::number(row + 1);
}

SheetTable tableOf(const QList<InForce> &inForce) {
    QList<Config> configs;
    for (const InForce &entry : inForce)
        if (entry.config.config)
            configs.append(*entry.config.config);
    SheetTable table;
    table.header = QStringList{planColumn, versionColumn};
    QList<CellPlace> places;
    for (const SheetColumn &column : sheetColumns(configs)) {
        table.header.append(column.key);
        places.append(*cellPlace(column.key));
    }
    for (const InForce &entry : inForce) {
        if (!entry.config.config)
            continue;
        const Cells cells = cellsOf(*entry.config.config);
        QStringList row{entry.plan.code, QString::number(entry.config.version)};
        for (const CellPlace place : std::as_const(places))
            row.append(cells.value(place));
        table.rows.append(row);
    }
    return table;
}

SheetImport readTable(const SheetTable &table, const QList<InForce> &current) {
    return TableReader(table, current).read();
}

} // namespace wemo::pricing
