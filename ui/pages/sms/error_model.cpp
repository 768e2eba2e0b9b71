#include "ui/pages/sms/error_table_view.h"
#include "ui/pages/sms/error_words.h"
#include "ui/pages/sms/reason_text.h"
#include "ui/pages/sms/state_text.h"
#include "ui/widgets/status_pill.h"

namespace wemo::pages::sms {

using wemo::sms::ErrorRow;

ErrorModel::ErrorModel(QObject *parent)
    : QAbstractTableModel(parent) {
    for (const ErrorRow &row : wemo::sms::errorTable())
        m_texts.append(searchTextOf(row));
    search({});
}

int ErrorModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int ErrorModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QVariant ErrorModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ErrorRow &row = *m_shown.at(index.row());
    if (role == ui::StatusPillDelegate::toneRole)
        return static_cast<int>(stateTone(row.state));
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const QString reason(row.reason);
    const QString caller(row.caller);
    switch (index.column()) {
    case Gateway:
        return row.gateway.isEmpty() ? tr("Any, or ours") : gatewayName(row.gateway);
    case Code:
        return codeText(row);
    case State:
        return stateWord(row.state);
    case Reason:
        return reason.isEmpty() ? QStringLiteral("–") : reasonName(reason);
    case Caller:
        return caller.isEmpty() ? QStringLiteral("–") : caller;
    case Words:
        return reason.isEmpty() ? stateMeaning(row.state) : explainReason(reason, {}).sentence;
    default:
        return {};
    }
}

QVariant ErrorModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return role == Qt::TextAlignmentRole ? QVariant(int(Qt::AlignVCenter | Qt::AlignLeft)) : QVariant();
    const QStringList titles{tr("Gateway"),         tr("Code"),    tr("State"), tr("Reason"),
                             tr("The caller sees"), tr("In words")};
    return titles.value(section);
}

void ErrorModel::search(const QString &text) {
    const QStringList words = text.toLower().split(u' ', Qt::SkipEmptyParts);
    const auto &table = wemo::sms::errorTable();
    beginResetModel();
    m_shown.clear();
    for (std::size_t i = 0; i < table.size(); ++i) {
        const QString &found = m_texts.at(static_cast<qsizetype>(i));
        if (std::all_of(words.cbegin(), words.cend(), [&found](const QString &word) { return found.contains(word); }))
            m_shown.append(&table[i]);
    }
    endResetModel();
}

const ErrorRow *ErrorModel::rowAt(int row) const {
    return row >= 0 && row < m_shown.size() ? m_shown.at(row) : nullptr;
}

void ErrorModel::retranslate() {
    if (!m_shown.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

} // namespace wemo::pages::sms
