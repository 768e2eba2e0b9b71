#pragma once
#include "ui/client/page_cache.h"
#include "ui/client/page_loader.h"
#include "ui/pages/sms/message_source.h"
#include "ui/widgets/list_table.h"

#include <QAbstractTableModel>

namespace wemo::pages::sms {

/// The messages of a filter, newest first, read page by page as the view reports what it shows. `data()` looks up and
/// never asks; a row that is not here yet has no data. Live news change rows in place; new messages go on top while the
/// person is there, else they are counted until asked for.
class SmsLogModel final : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SmsLogModel)

public:
    enum Column {
        Created,
        Number,
        State,
        Text,
        Took,
        Segments,
        Cost,
        MessageId,
        Kind,
        Template,
        Gateway,
        RawCode,
        RealCost,
        Batch,
        Request,
        ColumnCount
    };
    enum Role {
        RawRole = Qt::UserRole, ///< the value behind the words: ms, state name, number
        LoadedRole = ui::RowDelegate::loadedRole,
        FreshRole = ui::RowDelegate::freshRole,
    };
    enum class Status { Loading, Ready, Failed };

    static constexpr int pageSize = 200;
    static constexpr int pageBudget = 24; ///< 4,800 rows, about 4 MB, however long the list is

    SmsLogModel(MessageSource &source, std::function<Instant()> now, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    Status status() const { return m_status; }
    /// Of the last failed read; what had been read stays.
    const std::optional<ui::ApiError> &error() const { return m_error; }
    const wemo::sms::MessageFilter &filter() const { return m_filter; }
    /// Messages that match; exact once `isComplete`.
    qint64 total() const { return m_rows + m_head.size(); }
    bool isComplete() const { return m_replacing ? m_wasComplete : m_loader.isComplete(); }
    /// About how many match, as soon as anybody knows; never fewer than are in the list.
    qint64 estimate() const { return isComplete() ? total() : std::max(total(), m_estimate); }
    bool isEstimated() const { return !isComplete() && m_estimate > total(); }
    /// New messages that are not in the list yet.
    int newCount() const { return static_cast<int>(m_unseen.size()); }

    const wemo::sms::Message *messageAt(int row) const;
    int rowOf(Id id) const; ///< -1 when it is not among the rows that are here

    void setFilter(const wemo::sms::MessageFilter &filter);
    /// Reads again; the rows stay until the new ones are here.
    void refresh();
    void retry();
    void setVisibleRange(int first, int last);
    /// Whether the person looks at the top, where new rows may appear by themselves.
    void setAtTop(bool atTop);
    void showNew();
    void applyLive(const wemo::sms::Message &message);
    /// Relative times move on; call it now and then.
    void tick();
    void retranslate();

Q_SIGNALS:
    void changed(); ///< status, error, total or newCount

private:
    void onPageWanted(const ui::PageRequest &request);
    void onOutlineWanted(quint64 epoch);
    void onPage(const ui::PageRequest &request, const ui::ApiResult<MessagePage> &page);
    void replaceAll(const ui::PageRequest &request, const MessagePage &page);
    void onRowCount(qint64 rows);
    void fail(const ui::ApiError &error);
    void addOnTop(const wemo::sms::Message &message);
    bool replaceKnown(const wemo::sms::Message &message);
    bool mayMatch(const wemo::sms::Message &message) const;

    MessageSource &m_source;
    std::function<Instant()> m_now;
    wemo::sms::MessageFilter m_filter;
    ui::PageCache<wemo::sms::Message> m_cache{pageSize, pageBudget};
    ui::PageLoader m_loader;
    QList<wemo::sms::Message> m_head;  ///< arrived after page 0 was read, newest first
    QList<wemo::sms::Message> m_early; ///< arrived while page 0 was being read
    QSet<Id> m_unseen;                 ///< new, and counted only
    QHash<Id, qint64> m_fresh;         ///< when a row changed live, ms
    qint64 m_rows = 0;
    qint64 m_estimate = 0;
    bool m_replacing = false; ///< the answer to page 0 replaces everything
    bool m_wasComplete = false;
    bool m_atTop = true;
    Status m_status = Status::Loading;
    std::optional<ui::ApiError> m_error;
};

} // namespace wemo::pages::sms
