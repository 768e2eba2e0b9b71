#include "ui/pages/sms/bulk_source.h"

#include <QJsonArray>

#include <algorithm>

namespace wemo::pages::sms {

using wemo::sms::MessageFilter;

namespace {
constexpr qint64 most = 1'000'000'000'000;
const QString path = QStringLiteral("/api/v1/sms/bulk-resends");
/// Counting through millions takes its time.
constexpr Milliseconds longWork = std::chrono::seconds(60);

Result<BulkPreview> previewFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    BulkPreview preview;
    preview.count = reader.integer(QStringLiteral("count"), 0, most);
    preview.segments = reader.integer(QStringLiteral("segments"), 0, most);
    preview.costTenThousandths = reader.integer(QStringLiteral("cost_ten_thousandths"), 0, most);
    const QJsonObject refused = reader.object(QStringLiteral("refused"));
    for (auto entry = refused.constBegin(); entry != refused.constEnd(); ++entry)
        preview.refused.append({entry.key(), entry->toInteger()});
    std::stable_sort(preview.refused.begin(), preview.refused.end(),
                     [](const auto &a, const auto &b) { return a.second > b.second; });
    return reader.finishLenient(std::move(preview));
}

/// The answer of the start has only an id and a total: it runs.
Result<BulkJob> jobFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    BulkJob job;
    job.id = reader.string(QStringLiteral("id"), 100);
    job.total = reader.integer(QStringLiteral("total"), 0, most);
    job.done = reader.optionalInteger(QStringLiteral("done"), 0, most).value_or(0);
    job.resent = reader.optionalInteger(QStringLiteral("resent"), 0, most).value_or(0);
    job.refused = reader.optionalInteger(QStringLiteral("refused"), 0, most).value_or(0);
    job.state = reader.optionalString(QStringLiteral("state")).value_or(QStringLiteral("running"));
    return reader.finishLenient(std::move(job));
}

template <typename T>
QJsonArray words(const QList<T> &values) {
    QJsonArray array;
    for (const T &value : values)
        array.append(toString(value));
    return array;
}

QString jobPath(const QString &id) {
    return path + u'/' + QString::fromLatin1(QUrl::toPercentEncoding(id));
}

ui::RequestOptions patient() {
    ui::RequestOptions options;
    options.timeout = longWork;
    return options;
}
} // namespace

QJsonObject bulkFilter(const MessageFilter &filter) {
    QJsonObject body;
    const auto add = [&body](const char *name, const QJsonValue &value) {
        const bool nothing = value.isArray() ? value.toArray().isEmpty() : value.toString().isEmpty();
        if (!nothing)
            body.insert(QLatin1StringView(name), value);
    };
    add("number", filter.number);
    add("state", words(filter.states));
    add("reason", QJsonArray::fromStringList(filter.reasons));
    add("gateway", QJsonArray::fromStringList(filter.gateways));
    add("purpose", words(filter.purposes));
    add("template", QJsonArray::fromStringList(filter.templates));
    add("batch", filter.batch);
    add("request", filter.request);
    add("from", filter.from ? toIso(*filter.from) : QString());
    add("to", filter.to ? toIso(*filter.to) : QString());
    return body;
}

QFuture<ui::ApiResult<BulkPreview>> BulkSource::preview(const MessageFilter &filter) {
    return m_client.post(path + QStringLiteral("/preview"), {{"filter", bulkFilter(filter)}}, previewFromJson,
                         patient());
}

QFuture<ui::ApiResult<BulkJob>> BulkSource::start(const MessageFilter &filter, const QString &reason, qint64 expected) {
    return m_client.post(path, {{"filter", bulkFilter(filter)}, {"reason", reason}, {"expected_count", expected}},
                         jobFromJson, patient());
}

QFuture<ui::ApiResult<BulkJob>> BulkSource::job(const QString &id) {
    return m_client.get(jobPath(id), {}, jobFromJson);
}

QFuture<ui::ApiResult<void>> BulkSource::cancel(const QString &id) {
    return m_client.del(jobPath(id));
}

} // namespace wemo::pages::sms
