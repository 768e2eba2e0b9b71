#include "app/gallery/canned_jobs.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>

#include <cmath>

namespace wemo::gallery {

using namespace std::chrono;
using namespace wemo::queue;

namespace {
constexpr qint64 mostRows = 240;
constexpr qint64 firstMessage = 455'912'804'177'772'544; // as in the canned log of messages

const char *const reasons[] = {
    "gateway-error: HTTP 500 from api.e8d.tw",
    "gateway-timeout: no answer within 10 s",
    "no-credit: the gateway's account is empty (301)",
    "gateway-error: HTTP 502 from api.e8d.tw",
};

QList<WorkerSummary> workers(Instant now, int count) {
    QList<WorkerSummary> list;
    for (int i = 0; i < count; ++i)
        list.append({QStringLiteral("sms-%1").arg(i + 1), QStringLiteral("10.0.3.%1:5%2").arg(11 + i).arg(1204 + i * 7),
                     now - hours(26 - i * 3), Milliseconds(40 + i * 210)});
    return list;
}

QueueSummary queueOf(const char *name, const StateCounts &counts, Instant now) {
    QueueSummary queue;
    queue.name = QLatin1StringView(name);
    queue.at = now;
    queue.counts = counts;
    queue.workers = workers(now, 3);
    return queue;
}
} // namespace

QList<QueueSummary> cannedQueues(Instant now) {
    QueueSummary otp = queueOf("sms-otp", {3, 0, 2, 4, 1'000, 37}, now);
    otp.oldestActive = {"sms-455912804148412412", now - milliseconds(2'150), Milliseconds(4'100)};
    otp.concurrency = 20;
    QueueSummary notices = queueOf("sms-transactional", {1'204, 12, 312, 10, 1'000, 0}, now);
    notices.limit = LimitSummary{50, 10, 0.7, Milliseconds(0)};
    notices.oldestActive = {"sms-455912803913251820", now - milliseconds(380), Milliseconds(4'720)};
    QueueSummary marketing = queueOf("sms-marketing", {48'210, 0, 1'000'000, 0, 120, 3}, now);
    marketing.paused = true;
    marketing.limit = LimitSummary{20, 20, 0, Milliseconds(0)};
    return {otp, notices, marketing};
}

QList<JobRow> cannedJobs(const QString &queue, JobState state, qint64 count, Instant now) {
    QRandomGenerator random(static_cast<quint32>(queue.size() * 31 + static_cast<int>(state)));
    QList<JobRow> rows;
    Instant at = now - milliseconds(600);
    for (qint64 i = 0; i < std::min(count, mostRows); ++i) {
        at -= milliseconds(300 + random.bounded(9'000));
        JobRow job;
        const qint64 message = firstMessage - (i + 12) * 7'340'033 - static_cast<int>(state) * 11 - queue.size() * 101;
        job.messageId = QString::number(message);
        job.id = "sms-" + job.messageId;
        job.name = "submit";
        job.state = state;
        job.attempts = 5;
        job.createdAt = at;
        if (state == JobState::Delayed)
            job.runAt = now + seconds(4 + i * 7);
        if (state == JobState::Prioritized)
            job.priority = 1 + i / 4;
        if (state == JobState::Active || state == JobState::Completed || state == JobState::Failed) {
            job.processedAt = state == JobState::Active ? now - milliseconds(2'150 - i * 400) : at + milliseconds(90);
            job.attemptsMade = state == JobState::Failed ? 5 : state == JobState::Active ? 0 : 1;
            job.worker = QStringLiteral("sms-%1").arg(1 + random.bounded(3));
        }
        if (state == JobState::Active)
            job.lock = Milliseconds(4'100 + i * 130);
        else if (job.processedAt)
            job.finishedAt = *job.processedAt + milliseconds(120 + random.bounded(900));
        if (state == JobState::Failed)
            job.failedReason = QLatin1StringView(reasons[i % 4]);
        rows.append(job);
    }
    if (state == JobState::Waiting)
        std::reverse(rows.begin(), rows.end()); // the next to run first
    return rows;
}

JobDetail cannedDetail(const JobRow &job) {
    JobDetail detail;
    detail.row = job;
    detail.data = QStringLiteral("{\n    \"message\": \"%1\"\n}").arg(job.messageId);
    detail.dataSize = detail.data.size();
    detail.options = {{"attempts", job.attempts},
                      {"backoff", QJsonObject{{"type", "exponential"}, {"delay", 2'000}, {"jitter", 0.5}}},
                      {"removeOnFail", QJsonObject{{"age", 2'592'000}}}};
    detail.attemptsStarted = job.attemptsMade;
    const auto event = [&detail](Instant at, const char *name, const QString &text = {}) {
        detail.timeline.append({at, QLatin1StringView(name), text});
    };
    event(job.createdAt, "added");
    const bool isDelayed = job.state == JobState::Delayed && job.runAt;
    event(job.createdAt + milliseconds(1), isDelayed ? "delayed" : "waiting",
          isDelayed ? toIso(*job.runAt) : QString());
    if (!job.processedAt)
        return detail;
    event(*job.processedAt, "active", job.worker);
    if (job.state == JobState::Completed) {
        event(*job.finishedAt, "completed");
        detail.returnValue = QStringLiteral("{\"batch\":\"5f0c2a9e-77b1-4f0e-9d55-1f0b7a1c3e21\"}");
    }
    if (job.state != JobState::Failed)
        return detail;
    event(*job.processedAt + milliseconds(80), "failed", job.failedReason);
    event(*job.finishedAt, "retries-exhausted", QString::number(job.attemptsMade));
    detail.errors = {job.failedReason + "\n    at submit (attempt 4)",
                     job.failedReason + "\n    at submit (attempt 5)"};
    detail.logs = {"attempt 5: POST https://api.e8d.tw/API21/HTTP/SendSMS.ashx", "answer after 412 ms: HTTP 500"};
    detail.logsTotal = 10;
    detail.stalledCount = 1;
    return detail;
}

QList<StatsPoint> cannedStats(Instant now, int minutes_, bool busy) {
    QRandomGenerator random(7);
    QList<StatsPoint> points;
    const Instant last = fromMs(toMs(now) / 60'000 * 60'000);
    for (int i = minutes_ - 1; i >= 0; --i) {
        StatsPoint point;
        point.at = last - minutes(i);
        points.append(point);
        if (!busy)
            continue;
        const double place = static_cast<double>(i) / minutes_;
        const bool hiccup = place > 0.30 && place < 0.37;
        const double wave = 1 + 0.5 * std::sin(place * 9);
        StatsPoint &now_ = points.last();
        now_.completed = static_cast<qint64>((hiccup ? 6 : 38) * wave) + random.bounded(8);
        now_.failed = hiccup ? 9 + random.bounded(5) : random.bounded(20) == 0 ? 1 : 0;
        now_.retried = hiccup ? 22 + random.bounded(9) : random.bounded(6) == 0 ? 2 : 0;
        const double slow = hiccup ? 14 : 1 + 0.2 * random.generateDouble();
        now_.wait = Percentiles{2.1 * slow, 9 * slow * wave, 31 * slow * wave};
        now_.run = Percentiles{180 * wave, 410 * slow, (620 + random.bounded(200)) * slow};
        if (random.bounded(3) > 0)
            now_.late = Percentiles{1.4, 4.2 * slow, 8.8 * slow};
    }
    return points;
}

} // namespace wemo::gallery
