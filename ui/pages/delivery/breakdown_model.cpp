#include "ui/pages/delivery/breakdown_model.h"

#include "ui/pages/delivery/delivery_text.h"

#include <QLocale>

namespace wemo::pages::delivery {

using namespace wemo::delivery;

BreakdownModel::BreakdownModel(QObject *parent)
    : QAbstractTableModel(parent) {}

void BreakdownModel::setReport(const StatsReport &report) {
    const bool isSame = report.by == m_report.by && report.items.size() == m_report.items.size();
    if (!isSame)
        beginResetModel();
    m_report = report;
    if (!isSame)
        endResetModel();
    else if (!m_report.items.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
}

void BreakdownModel::retranslate() {
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columns - 1);
    if (!m_report.items.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
}

const StatsItem *BreakdownModel::item(int row) const {
    return row >= 0 && row < m_report.items.size() ? &m_report.items.at(row) : nullptr;
}

int BreakdownModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_report.items.size());
}
int BreakdownModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : columns;
}

QString BreakdownModel::text(const StatsItem &item, Column column) const {
    const DeliveryStats &stats = item.stats;
    switch (column) {
    case Column::Name:
        return keyText(m_report.by, item.key);
    case Column::Asked:
        return QLocale().toString(stats.asked);
    case Column::Delivered:
        return percentText(stats.deliveryRate());
    case Column::NotDelivered:
        return QLocale().toString(stats.undelivered + stats.unknown);
    case Column::Half:
        return timeText(stats.toDelivery.quantile(0.5));
    case Column::Most:
        return timeText(stats.toDelivery.quantile(0.95));
    case Column::Used:
        return percentText(stats.verifiedRatio());
    case Column::Cost:
        return costText(stats.cost);
    }
    return {};
}

QVariant BreakdownModel::data(const QModelIndex &index, int role) const {
    const StatsItem *row = item(index.row());
    if (!index.isValid() || !row)
        return {};
    const auto column = static_cast<Column>(index.column());
    if (role == Qt::DisplayRole)
        return text(*row, column);
    if (role == Qt::TextAlignmentRole && column != Column::Name)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

QVariant BreakdownModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section > 0 ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Column::Name:
        return m_report.by == Grouping::Prefix     ? tr("Numbers with")
               : m_report.by == Grouping::Template ? tr("Template")
                                                   : tr("Gateway");
    case Column::Asked:
        return tr("Messages");
    case Column::Delivered:
        return tr("Delivered");
    case Column::NotDelivered:
        return tr("Not delivered");
    case Column::Half:
        return tr("Half within");
    case Column::Most:
        return tr("95 % within");
    case Column::Used:
        return tr("Codes used");
    case Column::Cost:
        return tr("Cost");
    }
    return {};
}

} // namespace wemo::pages::delivery
