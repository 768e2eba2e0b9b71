#pragma once
#include "ui/client/api_client.h"
#include "ui/sheets/row_writer.h"
#include "ui/widgets/paged_model.h"

namespace wemo::ui {

/// All rows of a list into a file, page by page: while one page is written the next is read, and no more than these two
/// are in memory. The file one named is replaced when all of it is there; after an error or a cancel nothing is left.
/// Reading that fails stands still and can go on.
class ListExport final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ListExport)

public:
    static constexpr int pageSize = 2'000;
    using Page = RowPage<QStringList>;

    struct Order {
        QString path; ///< its end tells the kind: .csv, else a workbook
        QStringList header;
        std::function<QFuture<ApiResult<Page>>(const QString &cursor, int limit)> fetch;
    };
    explicit ListExport(QObject *parent);
    ~ListExport() override;

    /// Nothing while one is running.
    void start(Order order);
    void cancel();
    void retry(); ///< goes on where reading failed
    bool isRunning() const { return m_isRunning; }

Q_SIGNALS:
    void progressed(qint64 rows);
    void packing(); ///< all rows are written; from here on it cannot be stopped
    void halted(const wemo::ui::ApiError &error);
    void failed(const wemo::Error &error); ///< of the file
    void finished(const QString &path, qint64 rows);

private:
    using Writer = std::shared_ptr<sheets::RowWriter>;
    void read();
    void onPage(const ApiResult<Page> &page);
    void write();
    void onWritten(const Result<void> &written, qsizetype rows);
    void pack();
    void fail(const Error &error);
    template <typename Work, typename Then>
    void inBackground(Work work, Then then);

    Order m_order;
    Writer m_writer;
    QString m_cursor;
    std::optional<QList<QStringList>> m_next; ///< read, and not yet being written
    qint64 m_rows = 0;
    quint64 m_epoch = 0; ///< answers to an export that was given up are dropped
    bool m_isRunning = false;
    bool m_isReading = false;
    bool m_isWriting = false;
    bool m_isAtEnd = false;
};

} // namespace wemo::ui
