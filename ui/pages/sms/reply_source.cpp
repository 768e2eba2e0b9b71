#include "ui/pages/sms/reply_source.h"

#include "models/core/json_reader.h"

#include <QJsonArray>

namespace wemo::pages::sms {

namespace {
constexpr int maxPage = 2'000;

Result<Reply> replyFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    Reply reply;
    reply.id = reader.id(QStringLiteral("id"));
    reply.at = reader.instant(QStringLiteral("at"));
    reply.maskedNumber = reader.string(QStringLiteral("number"), 40);
    reply.text = reader.string(QStringLiteral("text"), 4'000, 0);
    reply.messageId = reader.optionalId(QStringLiteral("message_id"));
    reply.gateway = reader.string(QStringLiteral("gateway"), 100, 0);
    return reader.finishLenient(std::move(reply));
}
} // namespace

Result<ReplyPage> replyPageFromJson(const QJsonObject &json) {
    JsonReader reader(json);
    ReplyPage page;
    for (const QJsonValue &value : reader.array(QStringLiteral("items"), maxPage)) {
        Result<Reply> reply = replyFromJson(value.toObject());
        if (!reply)
            return Failure(reply.error());
        page.items.append(*std::move(reply));
    }
    page.nextCursor = reader.optionalString(QStringLiteral("next_cursor"), 1'000).value_or(QString());
    return reader.finishLenient(std::move(page));
}

QFuture<ui::ApiResult<ReplyPage>> ReplySource::page(const QString &number, const QString &cursor, int limit) {
    QUrlQuery query;
    if (!number.isEmpty())
        query.addQueryItem(QStringLiteral("number"), QString::fromLatin1(QUrl::toPercentEncoding(number)));
    query.addQueryItem(QStringLiteral("limit"), QString::number(limit));
    if (!cursor.isEmpty())
        query.addQueryItem(QStringLiteral("cursor"), cursor);
    return m_client.get(QStringLiteral("/api/v1/sms/replies"), query, replyPageFromJson);
}

} // namespace wemo::pages::sms
