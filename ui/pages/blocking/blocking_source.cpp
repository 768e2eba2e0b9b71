#include "ui/pages/blocking/blocking_source.h"

#include "models/core/json_parts.h"

namespace wemo::pages::blocking {

using namespace wemo::blocking;
using ui::ApiResult;

namespace {
constexpr int mostItems = 10'000;
/// Many rows, or days of decisions, take their time.
constexpr Milliseconds longWork = std::chrono::seconds(60);
const QString root = QStringLiteral("/api/v1/blocking");

QString encoded(const QString &part) {
    return QString::fromLatin1(QUrl::toPercentEncoding(part));
}

QString policyPath(const QString &id, const char *rest = "") {
    return QStringLiteral("%1/policies/%2%3").arg(root, encoded(id), QLatin1StringView(rest));
}

QString importPath(Id id, const char *rest = "") {
    return QStringLiteral("%1/ban-imports/%2%3").arg(root, idToString(id), QLatin1StringView(rest));
}

template <typename T>
auto itemsOf(Result<T> (*read)(const QJsonObject &)) {
    return [read](const QJsonObject &json) -> Result<QList<T>> {
        JsonReader reader(json);
        const QJsonArray items = reader.array("items", mostItems);
        if (const Result<void> fine = reader.finishLenient(); !fine)
            return Failure(fine.error());
        return listFrom<T>(items, read);
    };
}

/// A page of the domain's as rows of a list.
template <typename Row, typename Page>
auto pageOf(Result<Page> (*read)(const QJsonObject &)) {
    return [read](const QJsonObject &json) -> Result<ui::RowPage<Row>> {
        Result<Page> page = read(json);
        if (!page)
            return Failure(page.error());
        return ui::RowPage<Row>{std::move(page->items), page->nextCursor};
    };
}

Result<ui::RowPage<BanImport>> importsFrom(const QJsonObject &json) {
    Result<QList<BanImport>> items = itemsOf<BanImport>(banImportFromJson)(json);
    if (!items)
        return Failure(items.error());
    return ui::RowPage<BanImport>{*std::move(items), json.value("next_cursor").toString()};
}

auto changeOf(const char *verb) {
    return [verb](const QJsonObject &json) { return changeFromJson(json, QLatin1StringView(verb)); };
}

/// How many are as they were; whatever the service calls it.
Result<Change> undoneFromJson(const QJsonObject &json) {
    Change change;
    for (const char *name : {"undone", "done", "lifted", "extended", "restored"})
        if (json.value(QLatin1StringView(name)).isDouble())
            change.count = static_cast<qint64>(json.value(QLatin1StringView(name)).toDouble());
    return change;
}

Result<QList<Id>> bannedFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    QList<Id> ids;
    for (const QString &id : reader.strings("banned", mostItems))
        ids.append(idFromString(id).value_or(0));
    return reader.finishLenient(std::move(ids));
}

void addPlace(QUrlQuery &query, const QString &cursor, int limit) {
    query.addQueryItem("limit", QString::number(limit));
    if (!cursor.isEmpty())
        query.addQueryItem("cursor", encoded(cursor));
}

void addPlace(QJsonObject &body, const QString &cursor, int limit) {
    body.insert("limit", limit);
    if (!cursor.isEmpty())
        body.insert("cursor", cursor);
}

ui::RequestOptions patient() {
    ui::RequestOptions options;
    options.timeout = longWork;
    return options;
}

ui::RequestOptions ifMatch(int version) {
    ui::RequestOptions options;
    options.headers.append({"If-Match", QByteArray::number(version)});
    return options;
}

QJsonArray idsOf(const QList<Id> &ids) {
    QJsonArray array;
    for (const Id id : ids)
        array.append(idToString(id));
    return array;
}

ApiResult<void> emptied(const ApiResult<QJsonObject> &answer) {
    if (!answer)
        return tl::unexpected(answer.error());
    return {};
}
} // namespace

QFuture<ApiResult<QList<PolicyRecord>>> BlockingSource::policies() {
    return m_client.get(root + "/policies", {}, itemsOf<PolicyRecord>(policyRecordFromJson));
}

QFuture<ApiResult<PolicyRecord>> BlockingSource::savePolicy(const PolicyRecord &record) {
    if (record.version == 0)
        return m_client.post(root + "/policies", editJson(record), policyRecordFromJson);
    return m_client.put(policyPath(record.policy.id), editJson(record), policyRecordFromJson, ifMatch(record.version));
}

QFuture<ApiResult<void>> BlockingSource::removePolicy(const QString &id, int version) {
    const QUrlQuery query{{"version", QString::number(version)}};
    return m_client.send("DELETE", policyPath(id), query, {}, {}).then(emptied);
}

QFuture<ApiResult<QList<PolicyRecord>>> BlockingSource::versions(const QString &id) {
    return m_client.get(policyPath(id, "/versions"), {}, itemsOf<PolicyRecord>(policyRecordFromJson));
}

QFuture<ApiResult<PolicyRecord>> BlockingSource::restorePolicy(const QString &id, int version) {
    return m_client.post(policyPath(id, "/restore"), {{"version", version}}, policyRecordFromJson);
}

QFuture<ApiResult<PolicyPreview>> BlockingSource::preview(const PolicyRecord &record, int days) {
    return m_client.post(root + "/policies/preview", {{"policy", editJson(record)}, {"days", days}},
                         policyPreviewFromJson, patient());
}

QFuture<ApiResult<ui::RowPage<Block>>> BlockingSource::blocks(const BlockFilter &filter, const QString &cursor,
                                                              int limit) {
    const auto read = pageOf<Block>(blockPageFromJson);
    if (filter.value.isEmpty()) {
        QUrlQuery query;
        if (!filter.kind.isEmpty())
            query.addQueryItem("kind", encoded(filter.kind));
        if (!filter.policyId.isEmpty())
            query.addQueryItem("policy", encoded(filter.policyId));
        addPlace(query, cursor, limit);
        return m_client.get(root + "/blocks", query, read);
    }
    QJsonObject body{{"value", filter.value}};
    if (!filter.kind.isEmpty())
        body.insert("kind", filter.kind);
    if (!filter.policyId.isEmpty())
        body.insert("policy", filter.policyId);
    addPlace(body, cursor, limit);
    return m_client.post(root + "/blocks/search", body, read);
}

QFuture<ApiResult<Change>> BlockingSource::lift(const QList<BlockKey> &keys, const QString &reason) {
    return m_client.post(root + "/blocks/lift", {{"items", toArray(keys)}, {"reason", reason}}, changeOf("lifted"),
                         patient());
}

QFuture<ApiResult<Change>> BlockingSource::extend(const QList<BlockKey> &keys, Milliseconds by, const QString &reason) {
    const qint64 seconds = by.count() / 1'000;
    return m_client.post(root + "/blocks/extend", {{"items", toArray(keys)}, {"by_s", seconds}, {"reason", reason}},
                         changeOf("extended"), patient());
}

QFuture<ApiResult<Change>> BlockingSource::undoBlocks(const QString &token) {
    return m_client.post(root + "/blocks/undo", {{"undo", token}}, undoneFromJson, patient());
}

QFuture<ApiResult<QList<Id>>> BlockingSource::banBlocks(const QList<BlockKey> &keys, const QString &reason,
                                                        std::optional<Instant> expiresAt) {
    QJsonObject body{{"items", toArray(keys)}, {"reason", reason}};
    if (expiresAt)
        body.insert("expires_at", toIso(*expiresAt));
    return m_client.post(root + "/blocks/ban", body, bannedFromJson, patient());
}

QFuture<ApiResult<ui::RowPage<Ban>>> BlockingSource::bans(const BanFilter &filter, const QString &cursor, int limit) {
    QUrlQuery query;
    appendTo(query, filter);
    addPlace(query, cursor, limit);
    return m_client.get(root + "/bans", query, pageOf<Ban>(banPageFromJson), patient());
}

QFuture<ApiResult<QList<Ban>>> BlockingSource::bansThatCatch(const QString &value) {
    return m_client.post(root + "/bans/search", {{"value", value}}, itemsOf<Ban>(banFromJson));
}

QFuture<ApiResult<Ban>> BlockingSource::addBan(const NewBan &ban) {
    return m_client.post(root + "/bans", toJson(ban), banFromJson);
}

QFuture<ApiResult<Ban>> BlockingSource::saveBan(const Ban &ban) {
    return m_client.put(root + "/bans/" + idToString(ban.id),
                        {{"reason", ban.reason}, {"expires_at", orNull(ban.expiresAt)}}, banFromJson,
                        ifMatch(ban.version));
}

QFuture<ApiResult<Change>> BlockingSource::liftBans(const QList<Id> &ids, const QString &reason) {
    return m_client.post(root + "/bans/lift", {{"ids", idsOf(ids)}, {"reason", reason}}, changeOf("lifted"), patient());
}

QFuture<ApiResult<Change>> BlockingSource::undoBans(const QString &token) {
    return m_client.post(root + "/bans/undo", {{"undo", token}}, undoneFromJson, patient());
}

QFuture<ApiResult<ui::RowPage<BanImport>>> BlockingSource::imports(const QString &cursor, int limit) {
    QUrlQuery query;
    addPlace(query, cursor, limit);
    return m_client.get(root + "/ban-imports", query, importsFrom);
}

QFuture<ApiResult<BanImport>> BlockingSource::beginImport(const QString &name, qint64 bytes) {
    return m_client.post(root + "/ban-imports", {{"name", name}, {"total_bytes", bytes}}, banImportFromJson);
}

QFuture<ApiResult<void>> BlockingSource::sendPart(Id import, int number, const QByteArray &bytes) {
    ui::RequestOptions options = patient();
    options.headers.append(qMakePair(QByteArray("Content-Type"), QByteArray("text/csv; charset=utf-8")));
    options.rawBody = bytes;
    return m_client.send("PUT", importPath(import, "/parts/") + QString::number(number), {}, {}, options).then(emptied);
}

QFuture<ApiResult<BanImport>> BlockingSource::commitImport(Id import) {
    return m_client.post(importPath(import, "/commit"), QJsonObject(), banImportFromJson);
}

QFuture<ApiResult<BanImport>> BlockingSource::import(Id import) {
    return m_client.get(importPath(import), {}, banImportFromJson);
}

QFuture<ApiResult<void>> BlockingSource::cancelImport(Id import) {
    return m_client.del(importPath(import));
}

QFuture<ApiResult<BanImport>> BlockingSource::undoImport(Id import, const QString &reason) {
    return m_client.post(importPath(import, "/undo"), {{"reason", reason}}, banImportFromJson, patient());
}

QFuture<ApiResult<HistoryPage>> BlockingSource::history(const SubjectQuery &subject, const QString &cursor, int limit) {
    QJsonObject body{{"kind", subject.kind}};
    if (subject.id.isEmpty())
        body.insert("value", subject.value);
    else
        body.insert("subject_id", subject.id);
    addPlace(body, cursor, limit);
    return m_client.post(root + "/subjects/history", body, historyPageFromJson);
}

QFuture<ApiResult<Trial>> BlockingSource::trial(const QString &kind, const QString &value) {
    return m_client.post(root + "/try", {{kind, value}}, trialFromJson);
}

std::optional<PolicyRecord> stalePolicy(const ui::ApiError &error) {
    const Result<PolicyRecord> current = policyRecordFromJson(error.problem.value("current").toObject());
    return error.code == u"stale" && current ? std::optional(*current) : std::nullopt;
}

std::optional<Ban> staleBan(const ui::ApiError &error) {
    const Result<Ban> current = banFromJson(error.problem.value("current").toObject());
    return error.code == u"stale" && current ? std::optional(*current) : std::nullopt;
}

} // namespace wemo::pages::blocking
