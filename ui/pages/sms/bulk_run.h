#pragma once
#include "ui/pages/sms/bulk_source.h"

#include <QTimer>

namespace wemo::pages::sms {

/// Follows a bulk resend until it is over: asks each second how far it is. It belongs to the service, and goes on when
/// the console is closed.
class BulkRun final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BulkRun)

public:
    static constexpr int everyMs = 1'000;
    explicit BulkRun(BulkSource &source, QObject *parent = nullptr);
    void follow(const BulkJob &job);
    void cancel();
    /// Asks again after `halted`.
    void retry();
    bool isRunning() const { return m_job && !m_job->isOver(); }

Q_SIGNALS:
    void progressed(const wemo::pages::sms::BulkJob &job);
    void finished(const wemo::pages::sms::BulkJob &job);
    void halted(const wemo::ui::ApiError &error);

private:
    void ask();
    void onJob(const ui::ApiResult<BulkJob> &job);

    BulkSource &m_source;
    std::optional<BulkJob> m_job;
    QTimer m_timer;
};

} // namespace wemo::pages::sms
