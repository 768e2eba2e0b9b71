#include "ui/pages/campaigns/sheet_model.h"

#include "ui/pages/campaigns/campaign_text.h"
#include "ui/pages/pricing/catalog_names.h"

#include <QUndoCommand>

namespace wemo::pages::campaigns {

using namespace wemo::pricing;

namespace {
constexpr int mostSteps = 200;

int alignment(const SheetColumn &column) {
    return int(Qt::AlignVCenter) | int(column.isText ? Qt::AlignLeft : Qt::AlignRight);
}
} // namespace

/// One edit: the rows as they were and as they are.
class SheetModel::Step final : public QUndoCommand {
public:
    Step(SheetModel &model, States before, States after, const QString &what)
        : QUndoCommand(what)
        , m_model(model)
        , m_before(std::move(before))
        , m_after(std::move(after)) {}
    void undo() override { m_model.apply(m_before); }
    void redo() override { m_model.apply(m_after); }

private:
    SheetModel &m_model;
    const States m_before;
    const States m_after;
};

SheetModel::SheetModel(QObject *parent)
    : QAbstractTableModel(parent) {
    m_undo.setUndoLimit(mostSteps);
}

void SheetModel::setInventory(const QList<InForce> &inventory) {
    const QList<CampaignItem> kept = items();
    beginResetModel();
    m_rows.clear();
    for (const InForce &now : inventory)
        if (now.config.config)
            m_rows.append({now, *now.config.config, {*now.config.config, {}}, {}, {}, {}, {}});
    endResetModel();
    setItems(kept);
}

void SheetModel::setItems(const QList<CampaignItem> &items) {
    beginResetModel();
    m_undo.clear();
    for (Row &row : m_rows)
        row.state = {row.base, {}};
    for (const CampaignItem &item : items)
        if (const int row = rowOf(item.planId); row >= 0)
            m_rows[row].state.config = item.config;
    m_columns.clear();
    cover();
    endResetModel();
    Q_EMIT changed();
}

/// Columns for everything that stands in some config, and all cells anew.
void SheetModel::cover() {
    QList<Config> configs;
    for (const Row &row : std::as_const(m_rows))
        configs << row.base << row.state.config;
    m_columns = sheetColumns(configs);
    for (Row &row : m_rows)
        fill(row);
}

void SheetModel::fill(Row &row) const {
    row.cells.clear();
    row.oldCells.clear();
    for (const SheetColumn &column : m_columns) {
        row.cells.append(cellOf(row.state.config, column.key));
        row.oldCells.append(cellOf(row.base, column.key));
    }
    row.faults.clear();
    row.stackFault.clear();
    if (row.state.config == row.base && row.state.wrong.isEmpty())
        return; // in force already: whatever it is, it is no mistake of this change
    for (const FieldError &error : checkCells(row.state.config)) {
        qsizetype known = -1; // "zones.fees[1].amount" is told at zones
        for (qsizetype i = 0; i < m_columns.size() && known < 0; ++i)
            if (error.path == m_columns[i].key || error.path.startsWith(m_columns[i].key + u'.'))
                known = i;
        if (known < 0)
            row.stackFault = cellFault(error);
        else
            row.faults.insert(m_columns[known].key, error);
    }
}

int SheetModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int SheetModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

const FieldError *SheetModel::faultAt(const Row &row, int column) const {
    const QString &key = m_columns.at(column).key;
    if (const auto wrong = row.state.wrong.constFind(key); wrong != row.state.wrong.cend())
        return &wrong->error;
    const auto fault = row.faults.constFind(key);
    return fault == row.faults.cend() ? nullptr : &*fault;
}

QString SheetModel::toolTip(const Row &row, int column) const {
    QStringList lines;
    if (const FieldError *fault = faultAt(row, column))
        lines.append(cellFault(*fault));
    if (row.cells.at(column) != row.oldCells.at(column))
        lines.append(row.oldCells.at(column).isEmpty() ? tr("Was empty") : tr("Was %1").arg(row.oldCells.at(column)));
    if (lines.isEmpty() && m_columns.at(column).isText)
        lines.append(row.cells.at(column));
    return lines.join(u'\n');
}

QVariant SheetModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows.at(index.row());
    const int column = index.column();
    const SheetColumn &kind = m_columns.at(column);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole: {
        const auto wrong = row.state.wrong.constFind(kind.key);
        return wrong == row.state.wrong.cend() ? row.cells.at(column) : wrong->text;
    }
    case Qt::ToolTipRole:
        return toolTip(row, column);
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2: %3. %4")
            .arg(row.now.plan.code, columnTitle(kind.key), row.cells.at(column), toolTip(row, column));
    case Qt::TextAlignmentRole:
        return alignment(kind);
    case ChangedRole:
        return row.cells.at(column) != row.oldCells.at(column) || row.state.wrong.contains(kind.key);
    case OldRole:
        return row.oldCells.at(column);
    case FaultRole: {
        const FieldError *fault = faultAt(row, column);
        return fault ? cellFault(*fault) : QString();
    }
    case MoneyRole:
        return kind.isMoney;
    case TextRole:
        return kind.isText;
    default:
        return {};
    }
}

QVariant SheetModel::rowHeader(int row, int role) const {
    const Row &shown = m_rows.at(row);
    if (role == Qt::DisplayRole) {
        const QString mark = !shown.stackFault.isEmpty() ? QStringLiteral("!  ")
                             : isChanged(row)            ? QStringLiteral("●  ")
                                                         : QString();
        return mark + shown.now.plan.code;
    }
    if (role == Qt::ToolTipRole)
        return shown.stackFault.isEmpty() ? pages::pricing::planName(shown.now.plan) : shown.stackFault;
    return role == Qt::TextAlignmentRole ? QVariant(int(Qt::AlignVCenter) | int(Qt::AlignLeft)) : QVariant();
}

QVariant SheetModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Vertical)
        return section >= 0 && section < m_rows.size() ? rowHeader(section, role) : QVariant();
    if (section < 0 || section >= m_columns.size())
        return {};
    const SheetColumn &column = m_columns.at(section);
    if (role == Qt::DisplayRole)
        return columnTitle(column.key);
    if (role == Qt::ToolTipRole)
        return column.key;
    return role == Qt::TextAlignmentRole ? QVariant(alignment(column)) : QVariant();
}

Qt::ItemFlags SheetModel::flags(const QModelIndex &index) const {
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() && !m_isReadOnly ? flags | Qt::ItemIsEditable : flags;
}

bool SheetModel::setData(const QModelIndex &index, const QVariant &value, int role) {
    if (role != Qt::EditRole || m_isReadOnly || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    if (value.toString() != data(index, Qt::EditRole).toString())
        write({{index.row(), index.column(), value.toString()}}, tr("Edit %1").arg(plan(index.row()).code));
    return true;
}

SheetModel::State SheetModel::written(State state, const QString &key, const QString &text) {
    Result<Config> config = withCell(state.config, key, text.trimmed());
    if (config) {
        state.config = *std::move(config);
        state.wrong.remove(key);
    } else {
        const Error &error = config.error();
        state.wrong.insert(key, {text, error.fields.isEmpty() ? FieldError{key, error.code, error.message}
                                                              : error.fields.constFirst()});
    }
    return state;
}

void SheetModel::write(const QList<Write> &writes, const QString &what) {
    States after;
    for (const Write &cell : writes) {
        if (cell.row < 0 || cell.row >= m_rows.size() || cell.column < 0 || cell.column >= m_columns.size())
            continue;
        State state = after.value(cell.row, m_rows.at(cell.row).state);
        after.insert(cell.row, written(std::move(state), m_columns.at(cell.column).key, cell.text));
    }
    push(after, what);
}

void SheetModel::replace(const QHash<Id, Config> &configs, const QString &what) {
    States after;
    for (auto it = configs.cbegin(); it != configs.cend(); ++it)
        if (const int row = rowOf(it.key()); row >= 0)
            after.insert(row, {it.value(), {}});
    push(after, what);
}

void SheetModel::push(const States &after, const QString &what) {
    if (m_isReadOnly)
        return;
    States before;
    States changed;
    for (auto it = after.cbegin(); it != after.cend(); ++it) {
        if (it.value() == m_rows.at(it.key()).state)
            continue;
        before.insert(it.key(), m_rows.at(it.key()).state);
        changed.insert(it.key(), it.value());
    }
    if (!changed.isEmpty())
        m_undo.push(new Step(*this, std::move(before), std::move(changed), what));
}

void SheetModel::apply(const States &states) {
    bool fits = true; // what is written needs no column that is not there
    for (auto it = states.cbegin(); it != states.cend(); ++it) {
        m_rows[it.key()].state = it.value();
        for (const QString &key : keysOf(it.value().config))
            fits = fits && std::any_of(m_columns.cbegin(), m_columns.cend(),
                                       [&key](const SheetColumn &column) { return column.key == key; });
    }
    if (!fits) {
        beginResetModel();
        cover();
        endResetModel();
    } else {
        for (auto it = states.cbegin(); it != states.cend(); ++it) {
            fill(m_rows[it.key()]);
            Q_EMIT dataChanged(index(it.key(), 0), index(it.key(), columnCount() - 1));
        }
        if (!states.isEmpty())
            Q_EMIT headerDataChanged(Qt::Vertical, states.firstKey(), states.lastKey());
    }
    Q_EMIT changed();
}

int SheetModel::rowOf(Id plan) const {
    for (int row = 0; row < m_rows.size(); ++row)
        if (m_rows.at(row).now.plan.id == plan)
            return row;
    return -1;
}

bool SheetModel::isChanged(int row) const {
    return m_rows.at(row).state != State{m_rows.at(row).base, {}};
}

bool SheetModel::isColumnChanged(int column) const {
    return std::any_of(m_rows.cbegin(), m_rows.cend(), [this, column](const Row &row) {
        return row.cells.at(column) != row.oldCells.at(column) || faultAt(row, column);
    });
}

qint64 SheetModel::changedCount() const {
    qint64 count = 0;
    for (int row = 0; row < m_rows.size(); ++row)
        count += isChanged(row);
    return count;
}

qint64 SheetModel::faultCount() const {
    qint64 count = 0;
    for (const Row &row : m_rows)
        count += row.faults.size() + row.state.wrong.size() + !row.stackFault.isEmpty();
    return count;
}

QModelIndex SheetModel::firstFault() const {
    for (int row = 0; row < m_rows.size(); ++row)
        for (int column = 0; column < m_columns.size(); ++column)
            if (faultAt(m_rows.at(row), column))
                return index(row, column);
    return {};
}

QList<CampaignItem> SheetModel::items() const {
    QList<CampaignItem> items;
    for (const Row &row : m_rows)
        if (row.state.config != row.base)
            items.append({row.now.plan.id, row.now.config.id, row.state.config});
    return items;
}

QJsonObject SheetModel::edits() const {
    QJsonObject edits;
    for (const Row &row : m_rows) {
        QJsonObject cells;
        for (int column = 0; column < m_columns.size(); ++column)
            if (row.cells.at(column) != row.oldCells.at(column))
                cells.insert(m_columns.at(column).key, row.cells.at(column));
        for (auto it = row.state.wrong.cbegin(); it != row.state.wrong.cend(); ++it)
            cells.insert(it.key(), it->text);
        if (!cells.isEmpty())
            edits.insert(idToString(row.now.plan.id), cells);
    }
    return edits;
}

void SheetModel::restore(const QJsonObject &edits) {
    States after;
    for (auto it = edits.begin(); it != edits.end(); ++it) {
        const int row = rowOf(idFromString(it.key()).value_or(0));
        if (row < 0)
            continue;
        const QJsonObject cells = it.value().toObject();
        State state{m_rows.at(row).base, {}};
        for (const SheetColumn &column : std::as_const(m_columns)) // in the order of the stack
            if (const QJsonValue text = cells.value(column.key);
                text.isString() && text.toString() != cellOf(state.config, column.key))
                state = written(std::move(state), column.key, text.toString());
        for (auto cell = cells.begin(); cell != cells.end(); ++cell) // of a column that only these edits need
            if (!state.wrong.contains(cell.key()) && cell.value().toString() != cellOf(state.config, cell.key()))
                state = written(std::move(state), cell.key(), cell.value().toString());
        after.insert(row, state);
    }
    push(after, tr("Bring back unsaved changes"));
}

QList<InForce> SheetModel::edited() const {
    QList<InForce> all;
    for (const Row &row : m_rows) {
        all.append(row.now);
        all.last().config.config = row.state.config;
    }
    return all;
}

} // namespace wemo::pages::campaigns
