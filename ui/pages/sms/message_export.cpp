#include "ui/pages/sms/message_export.h"

#include "ui/pages/sms/message_cells.h"
#include "ui/sheets/background.h"

namespace wemo::pages::sms {

using wemo::sms::Message;
using Column = SmsLogModel::Column;

namespace {
Result<void> append(sheets::RowWriter &writer, const QList<Message> &messages, const QList<Column> &columns) {
    QStringList row;
    for (const Message &message : messages) {
        row.clear();
        for (const Column column : columns)
            row.append(exportText(message, column));
        if (Result<void> added = writer.add(row); !added)
            return added;
    }
    return {};
}
} // namespace

MessageExport::MessageExport(MessageSource &source, QObject *parent)
    : QObject(parent)
    , m_source(source) {}

MessageExport::~MessageExport() = default;

/// Queued: a result that is there at once must not come back into what is still going on.
template <typename Work, typename Then>
void MessageExport::inBackground(Work work, Then then) {
    sheets::inPool(std::move(work)).then(this, [this, epoch = m_epoch, then](const std::invoke_result_t<Work> &result) {
        const auto come = [this, epoch, then, result] {
            if (epoch == m_epoch)
                then(result);
        };
        QMetaObject::invokeMethod(this, come, Qt::QueuedConnection);
    });
}

void MessageExport::start(const Order &order) {
    if (isRunning())
        return;
    ++m_epoch;
    m_order = order;
    m_cursor.clear();
    m_next.reset();
    m_done = 0;
    m_opening = true;
    m_reading = m_writing = m_atEnd = false;
    QStringList header;
    for (const Column column : order.columns)
        header.append(exportTitle(column));
    inBackground(
        [path = order.path, header]() -> Result<Writer> {
            auto rows = sheets::openRows(path, header);
            if (!rows)
                return Failure(rows.error());
            return Writer(std::move(*rows));
        },
        [this](const Result<Writer> &writer) { onOpened(writer); });
}

void MessageExport::cancel() {
    ++m_epoch; // whoever still writes has the last hold of the writer: with it the half file goes
    m_writer.reset();
    m_next.reset();
    m_opening = false;
}

void MessageExport::retry() {
    if (isRunning())
        read();
}

void MessageExport::onOpened(const Result<Writer> &writer) {
    m_opening = false;
    if (!writer)
        return fail(writer.error());
    m_writer = *writer;
    read();
}

void MessageExport::read() {
    if (m_reading || m_atEnd || m_next)
        return;
    m_reading = true;
    m_source.page(m_order.filter, m_cursor, pageSize)
        .then(this, [this, epoch = m_epoch](const ui::ApiResult<MessagePage> &page) {
            if (epoch == m_epoch)
                onPage(page);
        });
}

void MessageExport::onPage(const ui::ApiResult<MessagePage> &page) {
    m_reading = false;
    if (!page)
        return Q_EMIT halted(page.error());
    m_cursor = page->nextCursor;
    m_atEnd = m_cursor.isEmpty();
    m_next = page->items;
    write();
}

void MessageExport::write() {
    if (m_writing || !m_next)
        return;
    m_writing = true;
    const QList<Message> messages = *std::exchange(m_next, std::nullopt);
    const qsizetype rows = messages.size();
    inBackground(
        [writer = m_writer, messages, columns = m_order.columns] { return append(*writer, messages, columns); },
        [this, rows](const Result<void> &written) { onWritten(written, rows); });
    read();
}

void MessageExport::onWritten(const Result<void> &written, qsizetype rows) {
    m_writing = false;
    if (!written)
        return fail(written.error());
    m_done += rows;
    Q_EMIT progressed(m_done, m_order.total);
    if (m_next)
        write();
    else if (m_atEnd)
        pack();
}

void MessageExport::pack() {
    Q_EMIT packing();
    inBackground([writer = m_writer] { return writer->commit(); },
                 [this](const Result<void> &packed) {
                     if (!packed)
                         return fail(packed.error());
                     cancel();
                     Q_EMIT finished(m_order.path, m_done);
                 });
}

void MessageExport::fail(const Error &error) {
    cancel();
    Q_EMIT failed(error);
}

} // namespace wemo::pages::sms
