#pragma once
#include "ui/pages/sms/message_source.h"
#include "ui/pages/sms/sms_log_model.h"
#include "ui/sheets/row_writer.h"

namespace wemo::pages::sms {

/// All messages of a filter into a file, page by page: while one is written the next one is read, and no more than
/// these two are in memory, however many there are. What is written is a file of its own that replaces the one asked
/// for when it is whole; after an error or a cancel nothing is left. Reading that fails stands still and can go on.
class MessageExport final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessageExport)

public:
    static constexpr int pageSize = 2'000;

    struct Order {
        wemo::sms::MessageFilter filter;
        QList<SmsLogModel::Column> columns;
        QString path;     ///< its end tells the kind: .csv, else a workbook
        qint64 total = 0; ///< for the progress; 0 = not known
    };
    explicit MessageExport(MessageSource &source, QObject *parent = nullptr);
    ~MessageExport() override;

    /// Nothing while one is running.
    void start(const Order &order);
    void cancel();
    /// Goes on where reading failed.
    void retry();
    bool isRunning() const { return m_writer || m_opening; }
    const QString &path() const { return m_order.path; }

Q_SIGNALS:
    void progressed(qint64 done, qint64 total);
    /// All rows are written; now it is packed, and cannot be stopped any more.
    void packing();
    void halted(const wemo::ui::ApiError &error);
    void failed(const wemo::Error &error); ///< of the file
    void finished(const QString &path, qint64 rows);

private:
    using Writer = std::shared_ptr<sheets::RowWriter>;
    void onOpened(const Result<Writer> &writer);
    void read();
    void onPage(const ui::ApiResult<MessagePage> &page);
    void write();
    void onWritten(const Result<void> &written, qsizetype rows);
    void pack();
    void fail(const Error &error);
    /// Runs `work` in the pool and gives its result to `then`, unless the export is another one by then.
    template <typename Work, typename Then>
    void inBackground(Work work, Then then);

    MessageSource &m_source;
    Order m_order;
    Writer m_writer;
    bool m_opening = false;
    bool m_reading = false;
    bool m_writing = false;
    bool m_atEnd = false;
    QString m_cursor;
    std::optional<QList<wemo::sms::Message>> m_next; ///< read, not yet being written
    qint64 m_done = 0;
    quint64 m_epoch = 0;
};

} // namespace wemo::pages::sms
