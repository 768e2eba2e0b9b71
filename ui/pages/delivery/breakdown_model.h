#pragma once
#include "models/delivery/delivery_stats.h"

#include <QAbstractTableModel>

namespace wemo::pages::delivery {

/// Statistics by gateway, prefix or template, a row each. Some hundreds at most, so all are here.
class BreakdownModel final : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BreakdownModel)

public:
    enum class Column { Name, Asked, Delivered, NotDelivered, Half, Most, Used, Cost };
    static constexpr int columns = 8;

    explicit BreakdownModel(QObject *parent = nullptr);
    void setReport(const wemo::delivery::StatsReport &report);
    void retranslate();
    const wemo::delivery::StatsItem *item(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(const wemo::delivery::StatsItem &item, Column column) const;
    wemo::delivery::StatsReport m_report;
};

} // namespace wemo::pages::delivery
