#pragma once
#include "ui/client/page_cache.h"
#include "ui/client/page_loader.h"
#include "ui/pages/sms/reply_source.h"

#include <QAbstractTableModel>

namespace wemo::pages::sms {

/// Replies, newest first, read on as the view comes near their end; pages that were left long ago are read again when
/// one comes back to them.
class ReplyModel final : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReplyModel)

public:
    enum Column { At, Number, Text, Gateway, MessageId, ColumnCount };
    enum class Status { Loading, Ready, Failed };
    static constexpr int pageSize = 200;
    static constexpr int pageBudget = 12;

    ReplyModel(ReplySource &source, std::function<Instant()> now, QObject *parent = nullptr);
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    void setNumber(const QString &number);
    const QString &number() const { return m_number; }
    void refresh();
    void setVisibleRange(int first, int last);
    const Reply *replyAt(int row) const { return m_cache.find(row); }
    Status status() const { return m_status; }
    const std::optional<ui::ApiError> &error() const { return m_error; }
    bool isComplete() const { return m_loader.isComplete(); }
    void retranslate();

Q_SIGNALS:
    void changed(); ///< status, error or length

private:
    void onPageWanted(const ui::PageRequest &request);
    void onPage(const ui::PageRequest &request, const ui::ApiResult<ReplyPage> &page);
    void onRowCount(qint64 rows);

    ReplySource &m_source;
    std::function<Instant()> m_now;
    QString m_number;
    ui::PageCache<Reply> m_cache{pageSize, pageBudget};
    ui::PageLoader m_loader;
    int m_rows = 0;
    bool m_replacing = false;
    Status m_status = Status::Loading;
    std::optional<ui::ApiError> m_error;
};

} // namespace wemo::pages::sms
