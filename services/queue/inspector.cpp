#include "services/queue/inspector.h"

#include "services/queue/client_list.h"
#include "services/queue/job_rows.h"
#include "services/queue/stats.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace wemo::queue {

namespace {
double realOf(const redis::Reply &reply) {
    return QByteArray::fromStdString(reply.text).toDouble();
}

Failure unreadable(const char *what) {
    return failure(ErrorKind::Internal, "queue-answer", "The service has a fault.", QString::fromLatin1(what));
}

/// As the workers reckon it: the limit's clock runs ahead of the time by what has begun, up to the burst.
std::optional<LimitSummary> limitOf(const std::vector<redis::Reply> &meta, const redis::Reply &gcra, double nowUs) {
    const double rate = realOf(meta[2]);
    if (meta[2].isNil() || rate <= 0)
        return std::nullopt;
    LimitSummary limit;
    limit.perSecond = rate;
    limit.burst = std::max(1, static_cast<int>(realOf(meta[3])));
    const double interval = 1e6 / rate;
    const double depth = interval * limit.burst;
    const double ahead = std::max(0.0, realOf(gcra) - nowUs);
    limit.fill = std::min(1.0, ahead / depth);
    limit.wait = Milliseconds(static_cast<qint64>(std::ceil(std::max(0.0, ahead + interval - depth) / 1000)));
    return limit;
}

/// Since when a job could run: a retried one since its last attempt, a delayed one since it was due.
Instant readySince(const std::vector<redis::Reply> &fields, Instant now) {
    const std::optional<Instant> processed = instantOf(fields[1].text);
    if (processed)
        return *processed;
    const QJsonObject options = QJsonDocument::fromJson(QByteArray::fromStdString(fields[2].text)).object();
    const Instant created = instantOf(fields[0].text).value_or(now);
    const Instant due = created + Milliseconds(static_cast<qint64>(options["delay"].toDouble()));
    return due <= now ? due : created;
}

/// The ends of the lines: whoever is longest in one stands there.
struct Ends {
    std::vector<std::string> waiting;
    std::string active;
};

Ends endsOf(const std::vector<redis::Reply> &replies) {
    Ends ends;
    if (!replies[0].isNil())
        ends.waiting.push_back(replies[0].text);
    for (const redis::Reply *reply : {&replies[1], &replies[2]})
        if (!reply->items.empty())
            ends.waiting.push_back(reply->items[0].text);
    if (!replies[3].isNil())
        ends.active = replies[3].text;
    return ends;
}

std::optional<Percentiles> percentilesOf(const Histogram &histogram) {
    if (histogram.total() == 0)
        return std::nullopt;
    return Percentiles{histogram.percentile(0.5), histogram.percentile(0.95), histogram.percentile(0.99)};
}

std::vector<redis::Args> questionsOf(const std::string &base) {
    const auto key = [&base](const char *name) { return base + name; };
    return {{"LINDEX", key("wait"), "-1"},
            {"ZRANGE", key("prioritized"), "0", "0"},
            {"ZRANGE", key("prioritized"), "-1", "-1"},
            {"LINDEX", key("active"), "-1"},
            {"LLEN", key("wait")},
            {"ZCARD", key("prioritized")},
            {"ZCARD", key("delayed")},
            {"LLEN", key("active")},
            {"ZCARD", key("completed")},
            {"ZCARD", key("failed")},
            {"HMGET", key("meta"), "paused", "concurrency", "wemo.rate", "wemo.burst"},
            {"GET", key("wemo:gcra")},
            {"TIME"},
            {"CLIENT", "LIST"}};
}

Result<void> addOldest(QueueSummary &summary, redis::Connection &connection, const std::string &base, const Ends &ends,
                       Instant now) {
    std::vector<redis::Args> commands;
    for (const std::string &id : ends.waiting)
        commands.push_back({"HMGET", base + id, "timestamp", "processedOn", "opts"});
    commands.push_back({"HMGET", base + ends.active, "timestamp", "processedOn", "opts"});
    commands.push_back({"PTTL", base + ends.active + ":lock"});
    const auto replies = connection.pipeline(commands);
    if (!replies)
        return Failure(replies.error());
    for (std::size_t i = 0; i < ends.waiting.size(); ++i) {
        const std::vector<redis::Reply> &fields = (*replies)[i].items;
        if (fields.size() != 3 || fields[0].isNil())
            continue; // taken and gone since
        const OldestWaiting job{textOf(ends.waiting[i]), readySince(fields, now)};
        if (!summary.oldestWaiting || job.since < summary.oldestWaiting->since)
            summary.oldestWaiting = job;
    }
    const std::vector<redis::Reply> &fields = (*replies)[ends.waiting.size()].items;
    if (ends.active.empty() || fields.size() != 3 || fields[0].isNil())
        return {};
    summary.oldestActive = OldestActive{textOf(ends.active), instantOf(fields[1].text).value_or(now), {}};
    if (const long long lock = replies->back().integer; lock >= 0)
        summary.oldestActive->lock = Milliseconds(lock);
    return {};
}
} // namespace

Result<QueueSummary> Inspector::summary() {
    Result<redis::Connection> connection = m_queue.pool().lease();
    if (!connection)
        return Failure(connection.error());
    const auto replies = connection->pipeline(questionsOf(m_queue.base()));
    if (!replies)
        return Failure(replies.error());
    const std::vector<redis::Reply> &r = *replies, &meta = r[10].items;
    if (meta.size() != 4 || r[12].items.size() != 2)
        return unreadable("an unknown answer to HMGET or TIME");
    const double nowUs = realOf(r[12].items[0]) * 1e6 + realOf(r[12].items[1]);
    const Instant now = fromMs(static_cast<qint64>(nowUs / 1000));
    QueueSummary summary;
    summary.name = QString::fromStdString(m_queue.name());
    summary.at = now;
    summary.paused = !meta[0].isNil();
    summary.counts = {r[4].integer, r[5].integer, r[6].integer, r[7].integer, r[8].integer, r[9].integer};
    if (!meta[1].isNil())
        summary.concurrency = static_cast<int>(numberOf(meta[1].text));
    summary.limit = limitOf(meta, r[11], nowUs);
    summary.workers = workersIn(r[13].text, m_queue.prefix(), m_queue.name(), now);
    const Result<void> added = addOldest(summary, *connection, m_queue.base(), endsOf(r), now);
    return added ? Result<QueueSummary>(std::move(summary)) : Failure(added.error());
}

Result<QList<StatsPoint>> Inspector::stats(int minutes) {
    const auto time = m_queue.pool().command({"TIME"});
    if (!time)
        return Failure(time.error());
    const qint64 minute = numberOf(time->items.at(0).text) / 60;
    const auto all = readStats(m_queue, minute - minutes + 1, minute);
    if (!all)
        return Failure(all.error());
    QList<StatsPoint> points;
    for (const MinuteStats &one : *all) {
        StatsPoint point;
        point.at = fromMs(one.minute * 60'000);
        point.completed = one.completed;
        point.failed = one.failed;
        point.retried = one.retried;
        point.stalled = one.stalled;
        point.wait = percentilesOf(one.wait);
        point.run = percentilesOf(one.run);
        point.late = percentilesOf(one.late);
        points.append(point);
    }
    return points;
}

} // namespace wemo::queue
