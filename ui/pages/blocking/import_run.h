#pragma once
#include "ui/pages/blocking/blocking_source.h"

#include <QTimer>

namespace wemo::pages::blocking {

/// One file on its way onto the ban list: read, sent in parts, checked by the service, then committed or dropped; and
/// any import followed while the service works on it. Files in the encodings of Excel in Taiwan go out as UTF-8.
class ImportRun final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImportRun)

public:
    static constexpr qsizetype partBytes = 900'000;

    ImportRun(BlockingSource &source, QObject *parent);

    void start(const QString &path);
    /// Follows one the service knows.
    void watch(const BanImport &import);
    void commit();
    /// Drops what is not committed, stops what is being written.
    void cancel();
    void undo(const QString &reason);

    const std::optional<BanImport> &import() const { return m_import; }
    /// Something is going on: being read, sent, checked or written.
    bool isBusy() const;
    QString progressText() const;
    /// Done and in all; 0 in all = not known.
    std::pair<qint64, qint64> progress() const;

Q_SIGNALS:
    void begun();
    void changed();
    void failed(const wemo::ui::ApiError &error);
    void unreadable(const wemo::Error &error); ///< of the file
    void committed(const BanImport &import);   ///< it is on the list
    void undone(const BanImport &import);
    void settled(); ///< nothing goes on any more

private:
    void onRead(const Result<QByteArray> &text);
    void sendNext();
    void look();
    void onLook(const BanImport &import);
    void take(const ui::ApiResult<BanImport> &import);
    void fail(const ui::ApiError &error);

    BlockingSource &m_source;
    std::optional<BanImport> m_import;
    QString m_name;
    QList<QByteArray> m_parts;
    qsizetype m_sent = 0; ///< parts
    bool m_isReading = false;
    bool m_isSending = false;
    bool m_isLifting = false; ///< what is being written is being taken back
    quint64 m_epoch = 0;
    QTimer m_poll;
};

/// Pieces of at most `most` bytes, cut after line ends where there are any.
QList<QByteArray> partsOf(const QByteArray &text, qsizetype most);

} // namespace wemo::pages::blocking
