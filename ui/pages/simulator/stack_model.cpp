#include "ui/pages/simulator/stack_model.h"

namespace wemo::pages::simulator {

using wemo::pricing::moneyText;
using wemo::pricing::Rate;

namespace {
QString signedMoney(Rate amount) {
    return (amount > 0 ? QStringLiteral("+") : QString()) + moneyText(amount);
}
QString amountOf(const std::optional<StackCell> &cell) {
    return cell ? moneyText(cell->amount) : QStringLiteral("–");
}
Rate differenceOf(const StackRow &row) {
    return (row.second ? row.second->amount : 0) - (row.first ? row.first->amount : 0);
}
/// "24 min × NT$2.5 → 24 min × NT$3"
QString both(const StackRow &row, QString StackCell::*text) {
    if (!row.first || !row.second || *row.first.*text == *row.second.*text)
        return row.shown().*text;
    const QString &first = (*row.first).*text, &second = (*row.second).*text;
    if (first.isEmpty() || second.isEmpty())
        return first + second;
    return QStringLiteral("%1 → %2").arg(first, second);
}
} // namespace

StackModel::StackModel(QObject *parent)
    : QAbstractTableModel(parent) {}

void StackModel::setRows(const QList<StackRow> &rows, bool isComparison) {
    beginResetModel();
    m_rows = rows;
    m_isComparison = isComparison;
    endResetModel();
}

void StackModel::setTitles(const QString &first, const QString &second) {
    m_firstTitle = first;
    m_secondTitle = second;
    Q_EMIT headerDataChanged(Qt::Horizontal, Step, Last);
}

void StackModel::retranslate() {
    Q_EMIT headerDataChanged(Qt::Horizontal, Step, columnCount() - 1);
}

int StackModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int StackModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : m_isComparison ? Last + 1 : Second + 1;
}

QString StackModel::text(const StackRow &row, int column) const {
    if (column == Step)
        return both(row, &StackCell::label);
    if (column == First)
        return amountOf(row.first);
    if (!m_isComparison)
        return moneyText(row.first->sum);
    if (column == Second)
        return amountOf(row.second);
    const Rate difference = differenceOf(row);
    return row.isDifferent ? (difference == 0 ? QStringLiteral("≠") : QStringLiteral("≠ ") + signedMoney(difference))
                           : QStringLiteral("=");
}

QString StackModel::detail(const StackRow &row, int column) const {
    if (column == Step)
        return both(row, &StackCell::detail);
    const auto &cell = column == First ? row.first : row.second;
    if (!m_isComparison || column == Last || row.isTotal || !cell)
        return {};
    return tr("sum %1").arg(moneyText(cell->sum));
}

QString StackModel::told(const StackRow &row) const {
    QStringList parts;
    for (int column = Step; column < columnCount(); ++column)
        for (const QString &part : {text(row, column), detail(row, column)})
            if (!part.isEmpty())
                parts.append(part);
    return parts.join(QStringLiteral(", "));
}

QVariant StackModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const StackRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return index.column() == Step ? told(row) : QVariant();
    case Qt::AccessibleTextRole:
        return index.column() == Step ? told(row) : text(row, index.column());
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (index.column() == Step ? Qt::AlignLeft : Qt::AlignRight));
    case detailRole:
        return detail(row, index.column());
    case differentRole:
        return row.isDifferent;
    case totalRole:
        return row.isTotal;
    default:
        return {};
    }
}

QVariant StackModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section == Step ? Qt::AlignLeft : Qt::AlignRight));
    if (role != Qt::DisplayRole)
        return {};
    if (section == Step)
        return tr("Step");
    if (!m_isComparison)
        return section == First ? tr("Amount") : tr("Running sum");
    return section == First ? m_firstTitle : section == Second ? m_secondTitle : tr("Difference");
}

} // namespace wemo::pages::simulator
