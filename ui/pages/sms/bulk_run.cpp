#include "ui/pages/sms/bulk_run.h"

namespace wemo::pages::sms {

BulkRun::BulkRun(BulkSource &source, QObject *parent)
    : QObject(parent)
    , m_source(source) {
    m_timer.setSingleShot(true);
    m_timer.setInterval(everyMs);
    connect(&m_timer, &QTimer::timeout, this, &BulkRun::ask);
}

void BulkRun::follow(const BulkJob &job) {
    m_job = job;
    Q_EMIT progressed(job);
    ask();
}

void BulkRun::cancel() {
    if (!isRunning())
        return;
    m_source.cancel(m_job->id).then(this, [this](const ui::ApiResult<void> &canceled) {
        if (!canceled)
            return Q_EMIT halted(canceled.error());
        ask(); // it tells how far it came
    });
}

void BulkRun::retry() {
    ask();
}

void BulkRun::ask() {
    if (!isRunning())
        return;
    m_timer.stop();
    m_source.job(m_job->id).then(this, [this, id = m_job->id](const ui::ApiResult<BulkJob> &job) {
        if (m_job && m_job->id == id && isRunning())
            onJob(job);
    });
}

void BulkRun::onJob(const ui::ApiResult<BulkJob> &job) {
    if (!job)
        return Q_EMIT halted(job.error());
    m_job = *job;
    if (job->isOver())
        return Q_EMIT finished(*job);
    Q_EMIT progressed(*job);
    m_timer.start();
}

} // namespace wemo::pages::sms
