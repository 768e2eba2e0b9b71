#pragma once
#include "ui/shell/page.h"

#include <QTimer>

namespace wemo::pages::blocking {

/// Tells a page when what it shows has changed: by live news of its kinds, after news were lost, and when the service
/// is back. Many news in a row are one.
class LiveRefresh final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LiveRefresh)

public:
    LiveRefresh(const ui::PageContext &context, QStringList kinds, QObject *parent);

Q_SIGNALS:
    void due(const QString &kind); ///< empty: anything may have changed
    void staleChanged(bool stale); ///< the service does not answer, or does again

private:
    void onEvent(const live::LiveEvent &event);

    QStringList m_kinds;
    QStringList m_waiting;
    QTimer m_patience;
};

} // namespace wemo::pages::blocking
