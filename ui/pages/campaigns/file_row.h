#pragma once
#include "models/pricing/sheet.h"
#include "ui/sheets/table.h"

#include <QFrame>
#include <QFutureWatcher>

class QLabel;
class QProgressBar;
class QPushButton;
class QStandardItemModel;

namespace wemo::ui {
class MessageBar;
class ListTable;
} // namespace wemo::ui

namespace wemo::pages::campaigns {

/// The sheet into a file and out of one: a row with progress and Cancel, then what the file would change and what is
/// wrong in it, cell by cell. Nothing of a file is applied unless asked.
class FileRow final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FileRow)

public:
    explicit FileRow(QWidget *parent = nullptr);

    void exportTo(const QString &path, const QList<wemo::pricing::InForce> &sheet);
    /// `current` is asked when the file is read: people go on editing meanwhile.
    void importFrom(const QString &path, std::function<QList<wemo::pricing::InForce>()> current);
    void cancel();
    bool isBusy() const;

Q_SIGNALS:
    void exported(const QString &path, qint64 rows);
    void applyRequested(const QHash<Id, wemo::pricing::Config> &configs, const QString &fileName);

protected:
    void changeEvent(QEvent *event) override;

private:
    void begin(const QString &text);
    void end();
    void onWritten();
    void onRead();
    void showReview();
    void close();
    template <typename T>
    void follow(QFutureWatcher<T> &watcher);
    void retranslate();

    QFutureWatcher<Result<void>> m_writing;
    QFutureWatcher<Result<sheets::Table>> m_reading;
    std::function<QList<wemo::pricing::InForce>()> m_current;
    wemo::pricing::SheetImport m_import;
    QString m_path;
    qint64 m_rows = 0;

    QWidget *m_progressRow;
    QLabel *m_progressText;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
    ui::MessageBar *m_error;
    QWidget *m_review;
    QLabel *m_summary;
    ui::ListTable *m_mistakes;
    QStandardItemModel *m_mistakeRows;
    QPushButton *m_apply;
    QPushButton *m_discard;
};

} // namespace wemo::pages::campaigns
