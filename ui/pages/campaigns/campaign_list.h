#pragma once
#include "models/pricing/campaign.h"

#include <QAbstractTableModel>

namespace wemo::pages::campaigns {

/// The campaigns that fit a filter, newest first. All are here: there are some dozens a year.
class CampaignListModel final : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CampaignListModel)

public:
    enum Column { Status, Name, PublishAt, Plans, Author, Approver, ColumnCount };

    explicit CampaignListModel(std::function<Instant()> now, QObject *parent = nullptr);
    void setCampaigns(QList<wemo::pricing::Campaign> campaigns);
    /// Those with edits that are not saved yet.
    void setUnsaved(const QSet<Id> &unsaved);
    void setFilter(const QString &text, std::optional<wemo::pricing::CampaignStatus> status);
    const wemo::pricing::Campaign &at(int row) const { return m_shown.at(row); }
    int rowOf(Id id) const;
    qint64 total() const { return m_all.size(); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const wemo::pricing::Campaign &campaign, Column column) const;
    void choose();

    std::function<Instant()> m_now;
    QList<wemo::pricing::Campaign> m_all;
    QList<wemo::pricing::Campaign> m_shown;
    QSet<Id> m_unsaved;
    QString m_text;
    std::optional<wemo::pricing::CampaignStatus> m_status;
};

} // namespace wemo::pages::campaigns
