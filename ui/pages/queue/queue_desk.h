#pragma once
#include "ui/pages/queue/queue_source.h"

#include <QVariantMap>

namespace wemo::pages::queue {

/// Does what staff ask for and tells how it went. What can be taken back is offered as such.
class QueueDesk final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QueueDesk)

public:
    explicit QueueDesk(QueueSource &source, QObject *parent = nullptr);

    void change(const QString &queue, JobVerb verb, const wemo::queue::JobSelection &jobs, qint64 value = 0);
    void setPaused(const QString &queue, bool paused);
    /// A form of the queue that was filled in: limit, concurrency, clean or drain.
    void apply(const QString &queue, const QString &formId, const QVariantMap &values);
    void check(const QString &queue);

Q_SIGNALS:
    void begun(); ///< a change is on its way, or the taking back of one
    void noticed(const QString &text);
    void undoOffered(const QString &text, const std::function<void()> &undo);
    /// Some jobs were left as they are.
    void refused(const QString &text);
    void failed(const wemo::ui::ApiError &error);
    void done(); ///< something changed: read again
    void queueChanged(const wemo::queue::QueueSummary &queue);
    void checked(const QList<wemo::queue::QueueFault> &faults);

private:
    struct Work;
    void go(const std::shared_ptr<Work> &work);
    static QString doneText(JobVerb verb, int count);
    void finish(const Work &work);
    void undo(const QString &queue, const QStringList &tokens);
    void tellPaused(const wemo::queue::QueueSummary &queue);
    void applySettings(const QString &queue, const QString &formId, const QVariantMap &values);
    void clean(const QString &queue, const QVariantMap &values, qint64 before);
    void drain(const QString &queue, bool delayedToo, qint64 before);
    void tellRemoved(qint64 count);
    void onSettings(const ui::ApiResult<wemo::queue::QueueSummary> &queue, const QString &text);

    QueueSource &m_source;
};

} // namespace wemo::pages::queue
