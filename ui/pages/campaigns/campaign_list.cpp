#include "ui/pages/campaigns/campaign_list.h"

#include "ui/pages/campaigns/campaign_text.h"
#include "ui/pages/pricing/pricing_text.h"
#include "ui/widgets/time_text.h"

#include <QLocale>

namespace wemo::pages::campaigns {

using namespace wemo::pricing;

CampaignListModel::CampaignListModel(std::function<Instant()> now, QObject *parent)
    : QAbstractTableModel(parent)
    , m_now(std::move(now)) {}

void CampaignListModel::setCampaigns(QList<Campaign> campaigns) {
    m_all = std::move(campaigns);
    choose();
}

void CampaignListModel::setUnsaved(const QSet<Id> &unsaved) {
    m_unsaved = unsaved;
    if (!m_shown.isEmpty())
        Q_EMIT dataChanged(index(0, Name), index(rowCount() - 1, Name));
}

void CampaignListModel::setFilter(const QString &text, std::optional<CampaignStatus> status) {
    m_text = text;
    m_status = status;
    choose();
}

void CampaignListModel::choose() {
    beginResetModel();
    m_shown.clear();
    const Instant now = m_now();
    for (const Campaign &campaign : std::as_const(m_all)) {
        const bool named = m_text.isEmpty() || campaign.name.contains(m_text, Qt::CaseInsensitive) ||
                           campaign.author.contains(m_text, Qt::CaseInsensitive) || idToString(campaign.id) == m_text;
        if (named && (!m_status || statusOf(campaign, now) == *m_status))
            m_shown.append(campaign);
    }
    endResetModel();
}

int CampaignListModel::rowOf(Id id) const {
    for (int row = 0; row < m_shown.size(); ++row)
        if (m_shown.at(row).id == id)
            return row;
    return -1;
}

int CampaignListModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int CampaignListModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QString CampaignListModel::text(const Campaign &campaign, Column column) const {
    switch (column) {
    case Status:
        return pages::pricing::statusPill(statusOf(campaign, m_now())).word;
    case Name:
        return m_unsaved.contains(campaign.id) ? tr("%1 (unsaved edits)").arg(campaign.name) : campaign.name;
    case PublishAt:
        return ui::dateAndTime(campaign.publishAt).chopped(3);
    case Plans:
        return QLocale().toString(campaign.itemCount);
    case Author:
        return campaign.author;
    case Approver:
    case ColumnCount:
        break;
    }
    return campaign.approver.isEmpty() ? QStringLiteral("–") : campaign.approver;
}

QVariant CampaignListModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Campaign &campaign = m_shown.at(index.row());
    const auto column = static_cast<Column>(index.column());
    if (role == Qt::DisplayRole)
        return text(campaign, column);
    if (role == Qt::ToolTipRole && column == Name)
        return campaign.note;
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter) | int(column == Plans ? Qt::AlignRight : Qt::AlignLeft);
    if (role == ui::StatusPillDelegate::toneRole)
        return static_cast<int>(pages::pricing::statusPill(statusOf(campaign, m_now())).tone);
    return {};
}

QVariant CampaignListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter) | int(section == Plans ? Qt::AlignRight : Qt::AlignLeft);
    if (role != Qt::DisplayRole)
        return {};
    const QString titles[] = {tr("Status"), tr("Name"), tr("Publish at"), tr("Plans"), tr("Author"), tr("Approver")};
    return titles[section];
}

} // namespace wemo::pages::campaigns
