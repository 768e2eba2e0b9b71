#include "ui/pages/blocking/import_run.h"

#include "ui/sheets/background.h"
#include "ui/sheets/file_bytes.h"
#include "ui/sheets/text_encoding.h"

#include <QFile>
#include <QFileInfo>

namespace wemo::pages::blocking {

using ui::ApiResult;
using wemo::blocking::ImportState;

namespace {
constexpr int pollMs = 500;

Result<QByteArray> textOf(const QString &path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return sheets::unreadable(file.errorString());
    const Result<QByteArray> bytes = sheets::bytesOf(file);
    if (!bytes)
        return bytes;
    const Result<QString> text = sheets::decodedText(*bytes);
    return text ? Result<QByteArray>(text->toUtf8()) : Failure(text.error());
}
} // namespace

QList<QByteArray> partsOf(const QByteArray &text, qsizetype most) {
    QList<QByteArray> parts;
    for (qsizetype from = 0; from < text.size();) {
        qsizetype length = std::min(most, text.size() - from);
        const qsizetype lineEnd = text.lastIndexOf('\n', from + length - 1);
        if (from + length < text.size() && lineEnd >= from)
            length = lineEnd + 1 - from;
        parts.append(text.mid(from, length));
        from += length;
    }
    return parts;
}

ImportRun::ImportRun(BlockingSource &source, QObject *parent)
    : QObject(parent)
    , m_source(source) {
    m_poll.setSingleShot(true);
    m_poll.setInterval(pollMs);
    connect(&m_poll, &QTimer::timeout, this, &ImportRun::look);
}

bool ImportRun::isBusy() const {
    const auto state = m_import ? m_import->state : ImportState::Done;
    return m_isReading || m_isSending || state == ImportState::Checking || state == ImportState::Writing;
}

void ImportRun::start(const QString &path) {
    ++m_epoch;
    m_poll.stop();
    m_import.reset();
    m_parts.clear();
    m_sent = 0;
    m_name = QFileInfo(path).fileName();
    m_isReading = true;
    m_isSending = false;
    Q_EMIT begun();
    Q_EMIT changed();
    sheets::inPool([path] { return textOf(path); }).then(this, [this, epoch = m_epoch](const Result<QByteArray> &text) {
        if (epoch == m_epoch)
            onRead(text);
    });
}

void ImportRun::onRead(const Result<QByteArray> &text) {
    m_isReading = false;
    if (!text) {
        Q_EMIT unreadable(text.error());
        return Q_EMIT changed();
    }
    m_parts = partsOf(*text, partBytes);
    m_isSending = true;
    m_source.beginImport(m_name, text->size()).then(this, [this, epoch = m_epoch](const ApiResult<BanImport> &import) {
        if (epoch != m_epoch)
            return;
        if (!import)
            return fail(import.error());
        m_import = *import;
        sendNext();
    });
    Q_EMIT changed();
}

void ImportRun::sendNext() {
    Q_EMIT changed();
    if (m_sent == m_parts.size()) {
        m_isSending = false;
        m_parts.clear();
        return look();
    }
    m_source.sendPart(m_import->id, static_cast<int>(m_sent), m_parts.at(m_sent))
        .then(this, [this, epoch = m_epoch](const ApiResult<void> &sent) {
            if (epoch != m_epoch)
                return;
            if (!sent)
                return fail(sent.error());
            ++m_sent;
            sendNext();
        });
}

void ImportRun::watch(const BanImport &import) {
    if (m_import && m_import->id == import.id && isBusy())
        return; // it is the one that is being followed
    ++m_epoch;
    m_poll.stop();
    m_isReading = m_isSending = m_isLifting = false;
    m_parts.clear();
    m_import = import;
    Q_EMIT changed();
    look(); // a list leaves out what is wrong with the lines
}

void ImportRun::look() {
    if (!m_import)
        return;
    m_source.import(m_import->id).then(this, [this, epoch = m_epoch](const ApiResult<BanImport> &import) {
        if (epoch != m_epoch)
            return;
        if (!import)
            return fail(import.error());
        onLook(*import);
    });
}

void ImportRun::onLook(const BanImport &import) {
    const bool wasBusy = isBusy();
    const bool wasWriting = m_import->state == ImportState::Writing;
    m_import = import;
    if (isBusy())
        m_poll.start();
    if (wasWriting && import.state == ImportState::Done)
        Q_EMIT committed(import);
    if (wasBusy && !isBusy())
        Q_EMIT settled();
    Q_EMIT changed();
}

void ImportRun::take(const ApiResult<BanImport> &import) {
    if (!import)
        return fail(import.error());
    m_import = *import;
    if (isBusy())
        m_poll.start();
    Q_EMIT changed();
}

void ImportRun::commit() {
    m_isLifting = false;
    m_source.commitImport(m_import->id).then(this, [this, epoch = m_epoch](const ApiResult<BanImport> &import) {
        if (epoch == m_epoch)
            take(import);
    });
}

void ImportRun::cancel() {
    ++m_epoch;
    m_poll.stop();
    m_isReading = m_isSending = false;
    m_isLifting = true; // what is written already goes again
    m_parts.clear();
    if (!m_import)
        return Q_EMIT changed();
    m_source.cancelImport(m_import->id).then(this, [this, epoch = m_epoch](const ApiResult<void> &canceled) {
        if (epoch != m_epoch)
            return;
        if (!canceled)
            return fail(canceled.error());
        look();
    });
    Q_EMIT changed();
}

void ImportRun::undo(const QString &reason) {
    m_isLifting = true;
    m_source.undoImport(m_import->id, reason).then(this, [this, epoch = m_epoch](const ApiResult<BanImport> &import) {
        if (epoch != m_epoch)
            return;
        take(import);
        if (import)
            Q_EMIT undone(*import);
    });
}

void ImportRun::fail(const ui::ApiError &error) {
    m_isReading = m_isSending = false;
    Q_EMIT failed(error);
    Q_EMIT changed();
}

QString ImportRun::progressText() const {
    if (m_isReading)
        return tr("Reading %1").arg(m_name);
    if (m_isSending)
        return tr("Sending %1").arg(m_name);
    if (m_import && m_import->state == ImportState::Checking)
        return tr("Checking the lines");
    if (m_import && m_import->state == ImportState::Writing)
        return m_isLifting ? tr("Lifting the bans") : tr("Writing the bans");
    return {};
}

std::pair<qint64, qint64> ImportRun::progress() const {
    if (m_isSending)
        return {m_sent, m_parts.size()};
    if (m_import && m_import->state == ImportState::Writing)
        return {m_import->done, m_import->good};
    return {0, 0};
}

} // namespace wemo::pages::blocking
