#pragma once
#include "ui/pages/queue/queue_source.h"

#include <QAbstractTableModel>

namespace wemo::pages::queue {

/// The jobs of one state of one queue, read on by cursor as the view comes near their end. A search looks through a
/// part of the queue at a time and says how far it is. Rows are kept up to `maxRows`; what is beyond is found by
/// searching.
class JobModel final : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobModel)

public:
    enum Column { JobId, Name, Time, Note, Attempts, Priority, Took, ColumnCount };
    static constexpr int rawRole = Qt::UserRole; ///< the value behind the words
    enum class Status { Loading, Ready, Failed };

    static constexpr int pageSize = 100;
    static constexpr int maxRows = 5'000;

    JobModel(JobSource &source, std::function<Instant()> now, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    void setQuery(const QString &queue, const wemo::queue::JobFilter &filter);
    const wemo::queue::JobFilter &filter() const { return m_filter; }
    /// From the top again; the rows stay until the new ones are here.
    void refresh();
    void setVisibleRange(int first, int last);
    /// The next part of the queue, for what is searched.
    void searchOn();

    Status status() const { return m_status; }
    const std::optional<ui::ApiError> &error() const { return m_error; }
    bool isBusy() const { return m_asking; }
    /// Jobs in the state, when the list was read; matching or not.
    qint64 total() const { return m_total; }
    qint64 scanned() const { return m_scanned; }
    bool hasMore() const { return !m_cursor.isEmpty(); }
    /// The search stopped at its limit before it found a page full: a person says whether it goes on.
    bool isPaused() const { return hasMore() && m_pausedAtLimit; }
    bool isFull() const { return hasMore() && m_rows.size() >= maxRows; }
    const wemo::queue::JobRow *jobAt(int row) const;
    int rowOf(const QString &id) const; ///< -1 when it is not among the rows

    void tick(); ///< relative times move on
    void retranslate();

Q_SIGNALS:
    void changed(); ///< status, error, total, scanned

private:
    void ask(const QString &cursor);
    void onPage(bool first, const ui::ApiResult<wemo::queue::JobPage> &page);
    void replaceRows(QList<wemo::queue::JobRow> rows);
    void appendRows(const QList<wemo::queue::JobRow> &rows);

    JobSource &m_source;
    std::function<Instant()> m_now;
    QString m_queue;
    wemo::queue::JobFilter m_filter;
    QList<wemo::queue::JobRow> m_rows;
    QHash<QString, int> m_rowOf;
    QString m_cursor;
    qint64 m_total = 0;
    qint64 m_scanned = 0;
    bool m_pausedAtLimit = false;
    bool m_asking = false;
    quint64 m_epoch = 0;
    Status m_status = Status::Loading;
    std::optional<ui::ApiError> m_error;
};

} // namespace wemo::pages::queue
