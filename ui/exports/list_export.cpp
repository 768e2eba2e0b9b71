#include "ui/exports/list_export.h"

#include "ui/sheets/background.h"

namespace wemo::ui {

ListExport::ListExport(QObject *parent)
    : QObject(parent) {}

ListExport::~ListExport() = default;

template <typename Work, typename Then>
void ListExport::inBackground(Work work, Then then) {
    using Outcome = std::invoke_result_t<Work>;
    sheets::inPool(std::move(work)).then(this, [this, epoch = m_epoch, then = std::move(then)](const Outcome &outcome) {
        if (epoch == m_epoch)
            then(outcome);
    });
}

void ListExport::start(Order order) {
    if (m_isRunning)
        return;
    cancel();
    m_order = std::move(order);
    m_isRunning = true;
    const auto open = [path = m_order.path, header = m_order.header]() -> Result<Writer> {
        auto rows = sheets::openRows(path, header);
        return rows ? Result<Writer>(Writer(std::move(*rows))) : Failure(rows.error());
    };
    inBackground(open, [this](const Result<Writer> &writer) {
        if (!writer)
            return fail(writer.error());
        m_writer = *writer;
        read();
    });
}

void ListExport::cancel() {
    ++m_epoch;
    m_writer.reset(); // whoever still writes holds it; with the last hold the half file goes
    m_next.reset();
    m_cursor.clear();
    m_rows = 0;
    m_isRunning = m_isReading = m_isWriting = m_isAtEnd = false;
}

void ListExport::retry() {
    if (m_writer)
        read();
}

void ListExport::read() {
    if (m_isReading || m_isAtEnd || m_next)
        return;
    m_isReading = true;
    m_order.fetch(m_cursor, pageSize).then(this, [this, epoch = m_epoch](const ApiResult<Page> &page) {
        if (epoch == m_epoch)
            onPage(page);
    });
}

void ListExport::onPage(const ApiResult<Page> &page) {
    m_isReading = false;
    if (!page)
        return Q_EMIT halted(page.error());
    m_cursor = page->nextCursor;
    m_isAtEnd = m_cursor.isEmpty();
    m_next = page->items;
    write();
}

void ListExport::write() {
    if (m_isWriting || !m_next)
        return;
    m_isWriting = true;
    const qsizetype count = m_next->size();
    const auto append = [writer = m_writer, rows = std::move(*m_next)]() -> Result<void> {
        for (const QStringList &row : rows)
            if (Result<void> added = writer->add(row); !added)
                return added;
        return {};
    };
    m_next.reset();
    inBackground(append, [this, count](const Result<void> &written) { onWritten(written, count); });
    read();
}

void ListExport::onWritten(const Result<void> &written, qsizetype rows) {
    m_isWriting = false;
    if (!written)
        return fail(written.error());
    m_rows += rows;
    Q_EMIT progressed(m_rows);
    if (m_next)
        write();
    else if (m_isAtEnd)
        pack();
}

void ListExport::pack() {
    Q_EMIT packing();
    inBackground([writer = m_writer] { return writer->commit(); },
                 [this](const Result<void> &packed) {
                     if (!packed)
                         return fail(packed.error());
                     const qint64 rows = m_rows;
                     cancel();
                     Q_EMIT finished(m_order.path, rows);
                 });
}

void ListExport::fail(const Error &error) {
    cancel();
    Q_EMIT failed(error);
}

} // namespace wemo::ui
