#pragma once
#include <QHash>
#include <QList>

#include <algorithm>

namespace wemo::ui {

/// Rows of a long list, kept by page number; at most `budget` pages, the least recently seen one leaves first. Page 0
/// stays: a list that grows on top is anchored to it. Lookup only, it never asks for anything. Not thread-safe.
template <typename Row>
class PageCache final {
public:
    PageCache(int pageSize, int budget)
        : m_pageSize(pageSize)
        , m_budget(std::max(2, budget)) {}

    int pageSize() const { return m_pageSize; }
    int pageCount() const { return static_cast<int>(m_pages.size()); }
    bool has(int page) const { return m_pages.contains(page); }

    void put(int page, QList<Row> rows) {
        m_pages.insert(page, std::move(rows));
        touch(page);
        while (m_pages.size() > m_budget)
            evictOldest();
    }

    /// Marks a page as seen just now.
    void touch(int page) {
        if (!m_pages.contains(page))
            return;
        m_recency.removeOne(page);
        m_recency.append(page);
    }

    /// The row, or nothing while its page is not here.
    const Row *find(qint64 row) const {
        if (row < 0)
            return nullptr;
        const auto page = m_pages.constFind(static_cast<int>(row / m_pageSize));
        const auto offset = row % m_pageSize;
        return page == m_pages.constEnd() || offset >= page->size() ? nullptr : &page->at(offset);
    }

    /// The place of the first row for which `matches` holds among the rows that are here, or -1.
    template <typename Matches>
    qint64 indexOf(Matches matches) const {
        for (auto page = m_pages.cbegin(); page != m_pages.cend(); ++page)
            for (qsizetype i = 0; i < page->size(); ++i)
                if (matches(page->at(i)))
                    return qint64(page.key()) * m_pageSize + i;
        return -1;
    }

    /// Replaces a row that is here; false when it is not.
    bool replace(qint64 row, Row value) {
        if (!find(row))
            return false;
        m_pages[static_cast<int>(row / m_pageSize)][row % m_pageSize] = std::move(value);
        return true;
    }

    void clear() {
        m_pages.clear();
        m_recency.clear();
    }

private:
    void evictOldest() {
        const auto oldest = std::find_if(m_recency.begin(), m_recency.end(), [](int page) { return page != 0; });
        m_pages.remove(*oldest);
        m_recency.erase(oldest);
    }

    int m_pageSize;
    int m_budget;
    QHash<int, QList<Row>> m_pages;
    QList<int> m_recency; ///< oldest first; as short as the budget
};

} // namespace wemo::ui
