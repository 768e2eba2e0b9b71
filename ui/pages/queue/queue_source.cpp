#include "ui/pages/queue/queue_source.h"

#include "models/core/json_reader.h"

#include <QJsonArray>

namespace wemo::pages::queue {

using namespace wemo::queue;
using ui::ApiResult;

namespace {
constexpr int maxItems = 10'000;
constexpr qint64 maxJobs = 1'000'000'000'000;
/// Sweeping through a long queue takes its time.
constexpr Milliseconds longWork = std::chrono::seconds(60);

QString pathOf(const QString &queue, const QString &rest = {}) {
    const QString name = QString::fromLatin1(QUrl::toPercentEncoding(queue));
    return QStringLiteral("/api/v1/queues/") + name + (rest.isEmpty() ? rest : u'/' + rest);
}

template <typename T>
Result<QList<T>> listIn(const QJsonObject &json, const QString &member, Result<T> (*read)(const QJsonObject &)) {
    JsonReader reader(json);
    QList<T> items;
    for (const QJsonValue &value : reader.array(member, maxItems)) {
        Result<T> item = read(value.toObject());
        if (!item)
            return Failure(item.error());
        items.append(*std::move(item));
    }
    return reader.finishLenient(std::move(items));
}

Result<QList<QueueSummary>> queuesFromJson(const QJsonObject &json) {
    return listIn<QueueSummary>(json, QStringLiteral("items"), queueSummaryFromJson);
}
Result<QList<StatsPoint>> pointsFromJson(const QJsonObject &json) {
    return listIn<StatsPoint>(json, QStringLiteral("points"), statsPointFromJson);
}
Result<QList<QueueFault>> faultsFromJson(const QJsonObject &json) {
    return listIn<QueueFault>(json, QStringLiteral("faults"), queueFaultFromJson);
}

auto countIn(const char *member) {
    return [member](const QJsonObject &json) -> Result<qint64> {
        JsonReader reader(json);
        const qint64 count = reader.integer(QLatin1StringView(member), 0, maxJobs);
        return reader.finishLenient(count);
    };
}

Result<Removal> removalFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    Removal removal{reader.integer(QStringLiteral("removed"), 0, maxJobs),
                    reader.optionalBoolean(QStringLiteral("more")).value_or(false)};
    return reader.finishLenient(std::move(removal));
}

QString word(JobVerb verb) {
    switch (verb) {
    case JobVerb::Replay:
        return QStringLiteral("replay");
    case JobVerb::Promote:
        return QStringLiteral("promote");
    case JobVerb::Remove:
        return QStringLiteral("remove");
    case JobVerb::Delay:
        return QStringLiteral("delay");
    case JobVerb::Priority:
        return QStringLiteral("priority");
    }
    return {};
}

ui::RequestOptions patient() {
    ui::RequestOptions options;
    options.timeout = longWork;
    return options;
}
} // namespace

QFuture<ApiResult<QList<QueueSummary>>> QueueSource::queues() {
    return m_client.get(QStringLiteral("/api/v1/queues"), {}, queuesFromJson);
}

QFuture<ApiResult<QList<StatsPoint>>> QueueSource::stats(const QString &queue, int minutes) {
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("minutes"), QString::number(minutes));
    return m_client.get(pathOf(queue, QStringLiteral("stats")), query, pointsFromJson);
}

QFuture<ApiResult<JobPage>> QueueSource::jobs(const QString &queue, const JobFilter &filter, const QString &cursor,
                                              int limit) {
    QUrlQuery query;
    appendTo(query, filter);
    query.addQueryItem(QStringLiteral("limit"), QString::number(limit));
    if (!cursor.isEmpty())
        query.addQueryItem(QStringLiteral("cursor"), QString::fromLatin1(QUrl::toPercentEncoding(cursor)));
    return m_client.get(pathOf(queue, QStringLiteral("jobs")), query, jobPageFromJson);
}

QFuture<ApiResult<JobDetail>> QueueSource::job(const QString &queue, const QString &id) {
    const QString name = QString::fromLatin1(QUrl::toPercentEncoding(id));
    return m_client.get(pathOf(queue, QStringLiteral("jobs/") + name), {}, jobDetailFromJson);
}

QFuture<ApiResult<ChangeOutcome>> QueueSource::change(const QString &queue, JobVerb verb, const JobSelection &jobs,
                                                      qint64 value) {
    QJsonObject body = toJson(jobs);
    if (verb == JobVerb::Delay)
        body.insert(QStringLiteral("delay_ms"), value);
    else if (verb == JobVerb::Priority)
        body.insert(QStringLiteral("priority"), value);
    return m_client.post(pathOf(queue, QStringLiteral("jobs/") + word(verb)), body, changeOutcomeFromJson, patient());
}

QFuture<ApiResult<qint64>> QueueSource::undo(const QString &queue, const QString &token) {
    return m_client.post(pathOf(queue, QStringLiteral("undo")), {{QStringLiteral("undo"), token}}, countIn("done"),
                         patient());
}

QFuture<ApiResult<QueueSummary>> QueueSource::setPaused(const QString &queue, bool paused) {
    return m_client.post(pathOf(queue, paused ? QStringLiteral("pause") : QStringLiteral("resume")), QJsonObject(),
                         queueSummaryFromJson);
}

QFuture<ApiResult<QueueSummary>> QueueSource::setLimit(const QString &queue, std::optional<double> perSecond,
                                                       int burst) {
    QJsonObject body{{QStringLiteral("per_second"), QJsonValue()}};
    if (perSecond)
        body = {{QStringLiteral("per_second"), *perSecond}, {QStringLiteral("burst"), burst}};
    return m_client.put(pathOf(queue, QStringLiteral("limit")), body, queueSummaryFromJson);
}

QFuture<ApiResult<QueueSummary>> QueueSource::setConcurrency(const QString &queue, std::optional<int> value) {
    return m_client.put(pathOf(queue, QStringLiteral("concurrency")),
                        {{QStringLiteral("value"), value ? QJsonValue(*value) : QJsonValue()}}, queueSummaryFromJson);
}

QFuture<ApiResult<Removal>> QueueSource::clean(const QString &queue, JobState state, Milliseconds olderThan,
                                               int limit) {
    return m_client.post(pathOf(queue, QStringLiteral("clean")),
                         {{QStringLiteral("state"), toString(state)},
                          {QStringLiteral("older_than_ms"), static_cast<qint64>(olderThan.count())},
                          {QStringLiteral("limit"), limit}},
                         removalFromJson, patient());
}

QFuture<ApiResult<Removal>> QueueSource::drain(const QString &queue, bool delayedToo) {
    return m_client.post(pathOf(queue, QStringLiteral("drain")), {{QStringLiteral("delayed"), delayedToo}},
                         removalFromJson, patient());
}

QFuture<ApiResult<QList<QueueFault>>> QueueSource::check(const QString &queue) {
    return m_client.post(pathOf(queue, QStringLiteral("check")), QJsonObject(), faultsFromJson, patient());
}

} // namespace wemo::pages::queue
