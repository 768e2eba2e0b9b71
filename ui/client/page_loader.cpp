#include "ui/client/page_loader.h"

#include <algorithm>

namespace wemo::ui {

PageLoader::PageLoader(int pageSize, std::function<bool(int)> has, QObject *parent)
    : QObject(parent)
    , m_pageSize(pageSize)
    , m_has(std::move(has)) {
    m_debounce.setSingleShot(true);
    m_debounce.setInterval(debounceMs);
    connect(&m_debounce, &QTimer::timeout, this, &PageLoader::pump);
}

void PageLoader::restart() {
    ++m_epoch;
    m_flying = 0;
    m_rowCount = 0;
    m_complete = false;
    m_outlineDue = m_outlineAsked = false;
    m_outlineFailed = false;
    m_first = m_last = 0;
    m_cursors = {{0, QString()}};
    m_asked.clear();
    m_failed.clear();
    m_debounce.stop();
    ask(0);
}

void PageLoader::setVisibleRange(qint64 first, qint64 last) {
    m_first = std::max<qint64>(0, first);
    m_last = std::max(m_first, last);
    m_debounce.start();
}

void PageLoader::retry() {
    m_failed.clear();
    m_outlineDue = m_outlineDue || m_outlineFailed;
    m_outlineFailed = false;
    pump();
}

bool PageLoader::pageLoaded(const PageRequest &request, int rows, const QString &nextCursor) {
    if (request.epoch != m_epoch)
        return false;
    --m_flying;
    m_asked.remove(request.page);
    if (!nextCursor.isEmpty() && !m_cursors.contains(request.page + 1))
        m_cursors.insert(request.page + 1, nextCursor);
    if (!m_complete) {
        const qint64 end = qint64(request.page) * m_pageSize + rows;
        m_complete = nextCursor.isEmpty();
        m_outlineDue = request.page == 0 && !m_complete;
        setRowCount(std::max(m_rowCount, end));
    }
    pump();
    return true;
}

bool PageLoader::outlineLoaded(quint64 epoch, const ListOutline &outline) {
    if (epoch != m_epoch)
        return false;
    --m_flying;
    m_outlineAsked = false;
    for (qsizetype k = 1; outline.every == m_pageSize && k < outline.anchors.size(); ++k)
        m_cursors.insert(static_cast<int>(k), outline.anchors.at(k));
    // Only as many rows as there is a way to: an outline of another page size is no map.
    if (outline.every == m_pageSize) {
        m_complete = outline.isExact;
        setRowCount(std::max(m_rowCount, outline.total));
    }
    pump();
    return true;
}

bool PageLoader::pageFailed(const PageRequest &request) {
    if (request.epoch != m_epoch)
        return false;
    --m_flying;
    m_asked.remove(request.page);
    m_failed.insert(request.page);
    pump();
    return true;
}

bool PageLoader::outlineFailed(quint64 epoch) {
    if (epoch != m_epoch)
        return false;
    --m_flying;
    m_outlineAsked = false;
    m_outlineFailed = true;
    pump();
    return true;
}

bool PageLoader::canAsk(int page) const {
    return m_cursors.contains(page) && !m_asked.contains(page) && !m_failed.contains(page) && !m_has(page);
}

void PageLoader::pump() {
    if (m_flying >= maxInFlight || m_debounce.isActive())
        return;
    const int firstPage = static_cast<int>(m_first / m_pageSize);
    // Without an outline the list grows page by page: looking at its end asks for what follows.
    const qint64 reach = m_complete || m_outlineDue || m_outlineAsked ? m_last : m_last + 1;
    const int lastPage = static_cast<int>(reach / m_pageSize);
    for (int page = firstPage; page <= lastPage && m_flying < maxInFlight; ++page)
        if (canAsk(page))
            ask(page);
    if (m_outlineDue && m_flying < maxInFlight) {
        m_outlineDue = false;
        m_outlineAsked = true;
        ++m_flying;
        Q_EMIT outlineWanted(m_epoch);
    }
}

void PageLoader::ask(int page) {
    ++m_flying;
    m_asked.insert(page);
    Q_EMIT pageWanted({m_epoch, page, m_cursors.value(page), m_pageSize});
}

void PageLoader::setRowCount(qint64 rows) {
    if (rows == m_rowCount)
        return;
    m_rowCount = rows;
    Q_EMIT rowCountChanged(rows);
}

} // namespace wemo::ui
