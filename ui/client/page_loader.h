#pragma once
#include "models/core/error.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QStringList>
#include <QTimer>

#include <functional>

namespace wemo::ui {

/// One page asked for. It goes back with the answer, so that an answer to an older question is known as one.
struct PageRequest {
    quint64 epoch = 0;
    int page = 0;
    QString cursor; ///< empty: from the top
    int limit = 0;
};

/// How long a list is and where its pages begin: any row can be reached without reading those before it.
struct ListOutline {
    qint64 total = 0;
    int every = 0;
    QStringList anchors; ///< anchors[k] is the cursor of row k * every
    bool isExact = true; ///< false: there are more than `total`, which are read on from page to page
    qint64 estimate = 0; ///< about how many there are in all; as the total where that is exact
};

/// Decides which pages of a long list to ask for, and when: the range a person looks at now, at most two requests in
/// flight, 30 ms after the view stopped moving. It holds no rows and does no I/O: the owner answers `pageWanted` by
/// `pageLoaded` or `failed`. The length comes in stages: the first page at once, the total with the outline.
class PageLoader final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PageLoader)
public:
    static constexpr int maxInFlight = 2;
    static constexpr int debounceMs = 30;

    /// `has` says whether a page is here already.
    PageLoader(int pageSize, std::function<bool(int)> has, QObject *parent = nullptr);

    quint64 epoch() const { return m_epoch; }
    qint64 rowCount() const { return m_rowCount; }
    /// Whether the length is the true one, not just what was read so far.
    bool isComplete() const { return m_complete; }
    bool isLoading() const { return m_flying > 0; }

    /// Forgets everything, the length too (without a signal), and asks for the top. Answers to older questions are
    /// dropped from here on.
    void restart();
    /// What the view shows now, by row, both inclusive. Cheap; call it on every scroll.
    void setVisibleRange(qint64 first, qint64 last);
    /// Asks again for what failed.
    void retry();

    /// Answers. False: it was an answer to an older question, and must be thrown away.
    bool pageLoaded(const PageRequest &request, int rows, const QString &nextCursor);
    bool outlineLoaded(quint64 epoch, const ListOutline &outline);
    bool pageFailed(const PageRequest &request);
    bool outlineFailed(quint64 epoch);

Q_SIGNALS:
    void pageWanted(const wemo::ui::PageRequest &request);
    void outlineWanted(quint64 epoch);
    void rowCountChanged(qint64 rows);

private:
    void pump();
    void ask(int page);
    void setRowCount(qint64 rows);
    bool canAsk(int page) const;

    int m_pageSize;
    std::function<bool(int)> m_has;
    quint64 m_epoch = 0;
    qint64 m_rowCount = 0;
    bool m_complete = false;
    int m_flying = 0;
    qint64 m_first = 0;
    qint64 m_last = 0;
    bool m_outlineDue = false;
    bool m_outlineAsked = false;
    QHash<int, QString> m_cursors; ///< where pages begin, as far as it is known
    QSet<int> m_asked;
    QSet<int> m_failed; ///< not asked again until `retry`
    bool m_outlineFailed = false;
    QTimer m_debounce;
};

} // namespace wemo::ui
